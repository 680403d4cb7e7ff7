"""Translates the parser's ONNX graph (NCHW) to TFLite (NHWC) with int8 weights and float arithmetic.

MediaPipe's browser build hands constant int8 weights behind a DEQUANTIZE to XNNPACK, which restores them once, at
load. The same graph with half-precision weights stays outside XNNPACK and takes 3.6 times as long.
"""

from collections.abc import Mapping

import numpy as np
import onnx
from onnx import numpy_helper

from . import tflite_schema as schema
from .onnx_graph import attribute
from .tflite_builder import TFLiteBuilder

# Operator versions: the first that has what the graph uses.
CONV = (schema.BuiltinOperator.CONV_2D, 1)
DEPTHWISE = (schema.BuiltinOperator.DEPTHWISE_CONV_2D, 1)
DEQUANTIZE_INT8 = (schema.BuiltinOperator.DEQUANTIZE, 2)
RESIZE_HALF_PIXEL = (schema.BuiltinOperator.RESIZE_BILINEAR, 3)
ADD = (schema.BuiltinOperator.ADD, 1)
MUL = (schema.BuiltinOperator.MUL, 1)
MEAN = (schema.BuiltinOperator.MEAN, 1)
SOFTMAX = (schema.BuiltinOperator.SOFTMAX, 1)
LOGISTIC = (schema.BuiltinOperator.LOGISTIC, 1)
RESHAPE = (schema.BuiltinOperator.RESHAPE, 1)
TRANSPOSE = (schema.BuiltinOperator.TRANSPOSE, 1)
CONCATENATION = (schema.BuiltinOperator.CONCATENATION, 1)

# TFLite's orders of a convolution's OIHW weights, and where the output channels end up.
ORDINARY_ORDER, ORDINARY_AXIS = (0, 2, 3, 1), 0
DEPTHWISE_ORDER, DEPTHWISE_AXIS = (1, 2, 3, 0), 3

ACTIVATIONS = {"Relu": schema.Activation.RELU, "Clip": schema.Activation.RELU6}


class Translator:
    """`rounded` has int8 values and one scale per output channel for the weights that are to be int8, by name."""

    def __init__(
        self, model: onnx.ModelProto, description: str, rounded: Mapping[str, tuple[np.ndarray, np.ndarray]]
    ):
        graph = model.graph
        self.rounded = rounded
        self.graph = graph
        self.values = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
        self.shapes = {
            value.name: tuple(d.dim_value for d in value.type.tensor_type.shape.dim)
            for value in [*graph.input, *graph.output, *graph.value_info]
        }
        self.users: dict[str, list[onnx.NodeProto]] = {}
        for node in graph.node:
            for name in node.input:
                self.users.setdefault(name, []).append(node)
        self.builder = TFLiteBuilder(description)
        self.tensors: dict[str, int] = {}

    def translate(self, metadata: dict[str, bytes]) -> bytes:
        (source,), (sink,) = self.graph.input, self.graph.output
        self._activation(source.name)
        for node in self.graph.node:
            if node.op_type not in ACTIVATIONS:
                getattr(self, f"_{node.op_type.lower()}")(node)
        inputs, outputs = [self.tensors[source.name]], [self.tensors[sink.name]]
        return self.builder.serialise(inputs, outputs, metadata)

    def _activation(self, name: str) -> int:
        batch, channels, height, width = self.shapes[name]
        self.tensors[name] = self.builder.add_activation(name, (batch, height, width, channels))
        return self.tensors[name]

    def _output(self, node: onnx.NodeProto) -> tuple[int, int]:
        """The tensor a node writes, and the activation fused into it.

        Only an activation that is the sole reader can move into its producer.
        """
        (name,) = node.output
        readers = self.users.get(name, [])
        if len(readers) == 1 and readers[0].op_type in ACTIVATIONS:
            if readers[0].op_type == "Clip":
                low, high = (float(self.values[key]) for key in readers[0].input[1:])
                if (low, high) != (0.0, 6.0):
                    raise ValueError(f"{readers[0].name}: clip to {low}..{high} is not ReLU6")
            return self._activation(readers[0].output[0]), ACTIVATIONS[readers[0].op_type]
        return self._activation(name), schema.Activation.NONE

    def _weight(self, name: str, depthwise: bool) -> int:
        order, axis = (DEPTHWISE_ORDER, DEPTHWISE_AXIS) if depthwise else (ORDINARY_ORDER, ORDINARY_AXIS)
        if name not in self.rounded:
            return self.builder.add_constant(name, self.values[name].transpose(order))
        values, scales = self.rounded[name]
        stored = self.builder.add_quantised(f"{name}.int8", values.transpose(order), scales, axis)
        restored = self.builder.add_activation(name, values.transpose(order).shape)
        self.builder.add_operator(DEQUANTIZE_INT8, [stored], [restored])
        return restored

    def _conv(self, node: onnx.NodeProto) -> None:
        weight, bias = self.values[node.input[1]], self.values[node.input[2]]
        depthwise = attribute(node, "group") > 1
        kernel, stride = weight.shape[2], attribute(node, "strides")[0]
        self._check_padding(node, kernel, stride)
        parameters = [
            self._weight(node.input[1], depthwise),
            self.builder.add_constant(node.input[2], bias.astype(np.float32)),
        ]
        output, activation = self._output(node)
        inputs = [self.tensors[node.input[0]], *parameters]
        options = [(0, "Int8", schema.PADDING_SAME), (1, "Int32", stride), (2, "Int32", stride)]
        if depthwise:
            options += [(3, "Int32", 1), (4, "Int8", activation)]
            self.builder.add_operator(
                DEPTHWISE, inputs, [output], schema.BuiltinOptions.DEPTHWISE_CONV_2D, options
            )
        else:
            options += [(3, "Int8", activation)]
            self.builder.add_operator(CONV, inputs, [output], schema.BuiltinOptions.CONV_2D, options)

    def _check_padding(self, node: onnx.NodeProto, kernel: int, stride: int) -> None:
        size = self.shapes[node.input[0]][2]
        total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
        same = [total // 2, total // 2, total - total // 2, total - total // 2]
        if list(attribute(node, "pads")) != same:
            raise ValueError(f"{node.name}: pads {attribute(node, 'pads')} are not TFLite's SAME")

    def _operand(self, name: str, sign: float = 1.0) -> int:
        if name in self.values:
            return self.builder.add_constant(name, np.float32(sign * self.values[name]).reshape(1))
        return self.tensors[name]

    def _add(self, node: onnx.NodeProto, sign: float = 1.0) -> None:
        inputs = [self._operand(name, sign) for name in node.input]
        output, activation = self._output(node)
        options = [(0, "Int8", activation)]
        self.builder.add_operator(ADD, inputs, [output], schema.BuiltinOptions.ADD, options)

    def _sub(self, node: onnx.NodeProto) -> None:
        if node.input[1] not in self.values:
            raise ValueError(f"{node.name}: only the subtraction of a constant is known")
        self._add(node, sign=-1.0)

    def _mul(self, node: onnx.NodeProto) -> None:
        inputs = [self._operand(name) for name in node.input]
        output, activation = self._output(node)
        options = [(0, "Int8", activation)]
        self.builder.add_operator(MUL, inputs, [output], schema.BuiltinOptions.MUL, options)

    def _reducemean(self, node: onnx.NodeProto) -> None:
        if attribute(node, "axes") != [2, 3] or attribute(node, "keepdims") != 1:
            raise ValueError(f"{node.name}: only the spatial mean with kept axes is known")
        axes = self.builder.add_constant(f"{node.name}.axes", np.array([1, 2], np.int32))
        output = self._activation(node.output[0])
        inputs = [self.tensors[node.input[0]], axes]
        options = [(0, "Bool", True)]
        self.builder.add_operator(MEAN, inputs, [output], schema.BuiltinOptions.REDUCER, options)

    def _resize(self, node: onnx.NodeProto) -> None:
        how = attribute(node, "mode"), attribute(node, "coordinate_transformation_mode")
        if how != (b"linear", b"half_pixel"):
            raise ValueError(f"{node.name}: {how} is not half-pixel bilinear")
        output, _ = self._output(node)
        size = np.array(self.shapes[node.output[0]][2:], np.int32)
        inputs = [self.tensors[node.input[0]], self.builder.add_constant(f"{node.name}.size", size)]
        options = [(2, "Bool", False), (3, "Bool", True)]
        self.builder.add_operator(
            RESIZE_HALF_PIXEL, inputs, [output], schema.BuiltinOptions.RESIZE_BILINEAR, options
        )

    def _sigmoid(self, node: onnx.NodeProto) -> None:
        inputs, output = [self.tensors[node.input[0]]], self._activation(node.output[0])
        self.builder.add_operator(LOGISTIC, inputs, [output])

    # The tiling of heat maps: NCHW [1, s * s, h, w] is cut into [s, s, h, w], whose middle axes change places, and read as
    # [1, 1, s * h, s * w]. In NHWC the same three steps have other shapes, and each is named by the one that ONNX knows it by.
    def _reshape(self, node: onnx.NodeProto) -> None:
        before, after = self.shapes[node.input[0]], self.shapes[node.output[0]]
        tiles = after[0]
        if before == (1, tiles * tiles, *after[2:]) and after[1] == tiles:
            shape = (*after[2:], tiles, tiles)
        elif after == (1, 1, before[0] * before[1], before[2] * before[3]):
            shape = (1, *after[2:], 1)
        else:
            raise ValueError(f"{node.name}: {before} to {after} is no step of a tiling")
        self._move(node, RESHAPE, np.array(shape, np.int32), shape)

    def _transpose(self, node: onnx.NodeProto) -> None:
        if attribute(node, "perm") != [0, 2, 1, 3]:
            raise ValueError(f"{node.name}: only the transposition of a tiling is known")
        self._move(node, TRANSPOSE, np.array([2, 0, 3, 1], np.int32), self.shapes[node.output[0]])

    def _move(self, node: onnx.NodeProto, code: tuple[int, int], how: np.ndarray, shape: tuple[int, ...]) -> None:
        inputs = [self.tensors[node.input[0]], self.builder.add_constant(f"{node.name}.how", how)]
        self.tensors[node.output[0]] = self.builder.add_activation(node.output[0], shape)
        self.builder.add_operator(code, inputs, [self.tensors[node.output[0]]])

    def _concat(self, node: onnx.NodeProto) -> None:
        if attribute(node, "axis") != 1:
            raise ValueError(f"{node.name}: only channels are joined")
        inputs, output = [self.tensors[name] for name in node.input], self._activation(node.output[0])
        options = [(0, "Int32", 3)]
        self.builder.add_operator(CONCATENATION, inputs, [output], schema.BuiltinOptions.CONCATENATION, options)

    def _softmax(self, node: onnx.NodeProto) -> None:
        if attribute(node, "axis") != 1:
            raise ValueError(f"{node.name}: TFLite's softmax is over channels")
        inputs, output = [self.tensors[node.input[0]]], self._activation(node.output[0])
        options = [(0, "Float32", 1.0)]
        self.builder.add_operator(SOFTMAX, inputs, [output], schema.BuiltinOptions.SOFTMAX, options)
