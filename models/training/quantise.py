"""Weight-only INT8 for ONNX: int8 weights, symmetric, one scale per output channel, float arithmetic.

`Conv(x, W)` becomes `Conv(x, DequantizeLinear(W_int8, scale))`. The format is small and right on every provider of
onnxruntime-web; quantised activations are not (they leave the GPU on WebGPU).
"""

import numpy as np
import onnx
from onnx import helper, numpy_helper

INT8_MAX = 127


def quantise_tensor(weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Symmetric int8 values and one float32 scale per output channel (axis 0)."""
    flat = np.abs(weight.reshape(weight.shape[0], -1)).max(axis=1)
    scale = np.where(flat > 0, flat / INT8_MAX, 1.0).astype(np.float32)
    shaped = scale.reshape(-1, *([1] * (weight.ndim - 1)))
    values = np.clip(np.rint(weight / shaped), -INT8_MAX, INT8_MAX).astype(np.int8)
    return values, scale


def quantise_conv_weights(
    model: onnx.ModelProto, min_elements: int = 1024, keep_float: frozenset[str] = frozenset()
) -> onnx.ModelProto:
    """A copy of `model` whose convolution weights are int8, except small ones and those named in `keep_float`."""
    result = onnx.ModelProto()
    result.CopyFrom(model)
    graph = result.graph
    weights = {init.name: init for init in graph.initializer}
    used_by_conv = {node.input[1] for node in graph.node if node.op_type == "Conv"}
    nodes = []
    for name in sorted(used_by_conv & weights.keys()):
        array = numpy_helper.to_array(weights[name])
        if array.size < min_elements or name in keep_float:
            continue
        values, scale = quantise_tensor(array)
        zero_point = np.zeros(scale.shape, dtype=np.int8)
        graph.initializer.remove(weights[name])
        for suffix, data in (("int8", values), ("scale", scale), ("zero", zero_point)):
            graph.initializer.append(numpy_helper.from_array(data, f"{name}.{suffix}"))
        inputs = [f"{name}.int8", f"{name}.scale", f"{name}.zero"]
        nodes.append(helper.make_node("DequantizeLinear", inputs, [name], name=f"{name}.dequantise", axis=0))
    graph_nodes = nodes + list(graph.node)
    del graph.node[:]
    graph.node.extend(graph_nodes)
    onnx.checker.check_model(result)
    return result
