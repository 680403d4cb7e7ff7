"""The trained network as one clean ONNX graph: padding inside the convolutions."""

import inspect
import io

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from torch import nn

from .onnx_constants import fold_constants

OPSET = 17
CHANNEL_MULTIPLE = 8
ALLOWED_OPERATORS = frozenset(
    "Add Clip Concat Conv Mul ReduceMean Relu Reshape Resize Sigmoid Softmax Sub Transpose".split()
)


def trace(model: nn.Module, size_px: int) -> onnx.ModelProto:
    """Float graph: `image` [1, 3, S, S] in [0, 1] to `confidences` [1, classes + 2, S, S], the tiles of joints and product last."""
    buffer = io.BytesIO()
    torch.onnx.export(
        model.cpu().float().eval(),
        (torch.zeros(1, 3, size_px, size_px),),
        buffer,
        input_names=["image"],
        output_names=["confidences"],
        opset_version=OPSET,
        # The exporter that needs nothing but torch; earlier versions have no other.
        **({"dynamo": False} if "dynamo" in inspect.signature(torch.onnx.export).parameters else {}),
    )
    result = onnx.load_from_string(buffer.getvalue())
    fold_constants(result.graph)
    _drop_idle_relus(result.graph)
    _fold_pads(result.graph)
    left = {node.op_type for node in result.graph.node} - ALLOWED_OPERATORS
    if left:
        raise ValueError(f"unexpected operators in the graph: {sorted(left)}")
    return onnx.shape_inference.infer_shapes(result, strict_mode=True)


def pad_input_channels(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same function with the stem reading a multiple of eight channels.

    Some WebGPU convolutions are silently wrong for three input channels.
    """
    result = onnx.ModelProto()
    result.CopyFrom(model)
    graph = result.graph
    weights = {tensor.name: tensor for tensor in graph.initializer}
    for node in [n for n in graph.node if n.op_type == "Conv"]:
        kernel = numpy_helper.to_array(weights[node.input[1]])
        missing = -kernel.shape[1] % CHANNEL_MULTIPLE
        if missing == 0 or attribute(node, "group", 1) > 1:
            continue
        wider = np.pad(kernel, ((0, 0), (0, missing), (0, 0), (0, 0)))
        weights[node.input[1]].CopyFrom(numpy_helper.from_array(wider, node.input[1]))
        pads = numpy_helper.from_array(np.array([0, 0, 0, 0, 0, missing, 0, 0]), f"{node.name}.pads")
        padded = f"{node.name}.input"
        pad = helper.make_node("Pad", [node.input[0], pads.name], [padded], name=f"{node.name}.pad")
        graph.initializer.append(pads)
        graph.node.insert(list(graph.node).index(node), pad)
        node.input[0] = padded
    onnx.checker.check_model(result)
    return result


def attribute(node: onnx.NodeProto, name: str, default=None):
    for item in node.attribute:
        if item.name == name:
            return helper.get_attribute_value(item)
    return default


def _drop_idle_relus(graph: onnx.GraphProto) -> None:
    """Some exporters write ReLU6 as a ReLU and a clip at 0 and 6, which alone does the same."""
    for relu in [node for node in graph.node if node.op_type == "Relu"]:
        readers = [node for node in graph.node if relu.output[0] in node.input]
        if [node.op_type for node in readers] == ["Clip"]:
            readers[0].input[0] = relu.input[0]
            graph.node.remove(relu)


def _fold_pads(graph: onnx.GraphProto) -> None:
    values = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    pads = [node for node in graph.node if node.op_type == "Pad"]
    for pad in pads:
        amounts = values[pad.input[1]]
        (user,) = [node for node in graph.node if pad.output[0] in node.input]
        if user.op_type != "Conv" or any(attribute(user, "pads")) or amounts[[0, 1, 4, 5]].any():
            raise ValueError(f"{pad.name}: only spatial padding before an unpadded convolution folds")
        for item in user.attribute:
            if item.name == "pads":
                item.ints[:] = [int(amounts[axis]) for axis in (2, 3, 6, 7)]
        user.input[0] = pad.input[0]
        graph.node.remove(pad)
    used = {name for node in graph.node for name in node.input}
    for tensor in [tensor for tensor in graph.initializer if tensor.name not in used]:
        graph.initializer.remove(tensor)
