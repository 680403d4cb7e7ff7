"""Rules for the ONNX graphs we ship; prints every violation and fails on any.

    python -m lint ../weights ../fixtures

Opset 17, static shapes, operators that every provider of onnxruntime-web runs, explicit convolution attributes,
symmetric per-channel int8 weights, and a multiple of eight input channels for kernels above 1x1: with other counts a
WebGPU convolution can be silently wrong. Convolutions that read the graph's input are exempt, as are depthwise ones,
whose groups have one channel by definition.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import onnx
from onnx import numpy_helper, shape_inference

OPSET = 17
CHANNEL_MULTIPLE = 8
OPERATORS = frozenset(
    "Add Clip Concat Constant Conv DepthToSpace DequantizeLinear LeakyRelu Mul Pad ReduceMean Relu Reshape Resize "
    "Sigmoid Softmax Split Sub Tanh Transpose".split()
)
CONV_ATTRIBUTES = frozenset({"dilations", "group", "kernel_shape", "pads", "strides"})


def violations(model: onnx.ModelProto) -> Iterator[str]:
    """Every broken rule of one graph, in words."""
    graph = shape_inference.infer_shapes(model, strict_mode=True).graph
    version = next((entry.version for entry in model.opset_import if entry.domain == ""), None)
    if version != OPSET:
        yield f"opset {version}, not {OPSET}"
    shapes = {}
    for value in [*graph.input, *graph.value_info, *graph.output]:
        shapes[value.name] = [d.dim_value for d in value.type.tensor_type.shape.dim]
        if not value.type.tensor_type.HasField("shape") or 0 in shapes[value.name]:
            yield f"tensor {value.name} has no static shape"
    constants = {init.name: numpy_helper.to_array(init) for init in graph.initializer}
    shapes |= {name: list(array.shape) for name, array in constants.items()}
    inputs = {value.name for value in graph.input}
    for node in graph.node:
        if node.domain or node.op_type not in OPERATORS:
            yield f"{node.name}: operator {node.domain}{node.op_type} is not allowed"
        elif node.op_type == "Conv":
            yield from _conv_violations(node, shapes, inputs)
        elif node.op_type == "DequantizeLinear":
            yield from _weight_violations(node, constants)


def _conv_violations(node: onnx.NodeProto, shapes: dict[str, list[int]], inputs: set[str]) -> Iterator[str]:
    attributes = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
    if missing := CONV_ATTRIBUTES - attributes.keys():
        yield f"{node.name}: attributes {', '.join(sorted(missing))} are implicit"
        return
    channels = shapes[node.input[0]][1]
    exempt = node.input[0] in inputs or attributes["group"] == channels
    if max(attributes["kernel_shape"]) > 1 and channels % CHANNEL_MULTIPLE and not exempt:
        yield f"{node.name}: {channels} input channels are no multiple of {CHANNEL_MULTIPLE}"


def _weight_violations(node: onnx.NodeProto, constants: dict) -> Iterator[str]:
    if any(name not in constants for name in node.input):
        yield f"{node.name}: dequantises something that is no stored weight"
        return
    weight, scale, zero = (constants[name] for name in node.input)
    axis = next((a.i for a in node.attribute if a.name == "axis"), 1)
    if weight.dtype != "int8" or scale.shape != weight.shape[:1] or axis != 0:
        yield f"{node.name}: weights are not int8 with one scale per output channel"
    if zero.any():
        yield f"{node.name}: weights are not symmetric"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    folders = parser.parse_args().folders
    paths = sorted(path for folder in folders for path in folder.glob("*.onnx"))
    found = [f"{path.name}: {text}" for path in paths for text in violations(onnx.load(path))]
    print("\n".join(found) if found else f"{len(paths)} graphs, no violation")
    return 1 if found or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
