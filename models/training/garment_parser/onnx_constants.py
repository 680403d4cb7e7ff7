"""Evaluates what a graph computes from constants alone: the exporter leaves the amounts of padding as run-time arithmetic."""

import numpy as np
import onnx
from onnx import helper, numpy_helper


def fold_constants(graph: onnx.GraphProto) -> None:
    """In place: nodes whose inputs are all known become initializers."""
    values = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    parameters = set(values)
    for node in list(graph.node):
        evaluate = _EVALUATORS.get(node.op_type)
        if evaluate is None or any(name not in values for name in node.input):
            continue
        attributes = {item.name: helper.get_attribute_value(item) for item in node.attribute}
        values[node.output[0]] = evaluate(attributes, *(values[name] for name in node.input))
        graph.node.remove(node)
    used = {name for node in graph.node for name in node.input}
    for name in used & (values.keys() - parameters):
        graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(values[name]), name))


def _slice(_attributes: dict, data, starts, ends, axes, steps) -> np.ndarray:
    cut = [slice(None)] * data.ndim
    for start, end, axis, step in zip(starts, ends, axes, steps):
        # The lowest integer stands for "down to and with the first".
        cut[axis] = slice(start, None if step < 0 and end < -data.shape[axis] else end, step)
    return data[tuple(cut)]


_EVALUATORS = {
    "Cast": lambda a, x: x.astype(helper.mapping.TENSOR_TYPE_TO_NP_TYPE[a["to"]]),
    "Concat": lambda a, *parts: np.concatenate(parts, a["axis"]),
    "Constant": lambda a: numpy_helper.to_array(a["value"]),
    "ConstantOfShape": lambda a, shape: np.full(shape, numpy_helper.to_array(a["value"])[0]),
    "Reshape": lambda _, x, shape: x.reshape(shape),
    "Slice": _slice,
    "Transpose": lambda a, x: x.transpose(a["perm"]),
}
