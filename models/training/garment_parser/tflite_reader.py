"""Reads the dequantised convolution weights of a TFLite file, in graph order."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from flatbuffers import encode, number_types, packer
from flatbuffers.table import Table

from . import tflite_schema as schema

_NUMPY_TYPE = {
    schema.TensorType.FLOAT32: np.float32,
    schema.TensorType.INT32: np.int32,
    schema.TensorType.UINT8: np.uint8,
    schema.TensorType.INT8: np.int8,
}
_CONVOLUTIONS = (schema.BuiltinOperator.CONV_2D, schema.BuiltinOperator.DEPTHWISE_CONV_2D)


@dataclass(frozen=True)
class ConvWeights:
    """Torch layout: weight is [out, in/groups, kh, kw]."""

    weight: np.ndarray
    bias: np.ndarray
    depthwise: bool


def read_convolutions(path: Path) -> list[ConvWeights]:
    data = bytearray(path.read_bytes())
    root = encode.Get(packer.uoffset, data, 0)
    model = Table(data, root)
    graph = _tables(model, schema.Model.SUBGRAPHS)[0]
    tensors = _tables(graph, schema.SubGraph.TENSORS)
    buffers = _tables(model, schema.Model.BUFFERS)
    codes = [_builtin_code(code) for code in _tables(model, schema.Model.OPERATOR_CODES)]

    convolutions, stored_as = [], {}
    for operator in _tables(graph, schema.SubGraph.OPERATORS):
        code = codes[_scalar(operator, schema.Operator.OPCODE_INDEX, number_types.Uint32Flags)]
        inputs = _vector(operator, schema.Operator.INPUTS, number_types.Int32Flags)
        if code == schema.BuiltinOperator.DEQUANTIZE:
            (restored,) = _vector(operator, schema.Operator.OUTPUTS, number_types.Int32Flags)
            stored_as[int(restored)] = int(inputs[0])
        if code not in _CONVOLUTIONS:
            continue
        _, kernel, bias = inputs
        kernel = stored_as.get(int(kernel), kernel)
        weight = _dequantise(tensors[kernel], buffers)
        depthwise = code == schema.BuiltinOperator.DEPTHWISE_CONV_2D
        # TFLite: [out, kh, kw, in], and [1, kh, kw, channels] for depthwise.
        weight = weight.transpose(3, 0, 1, 2) if depthwise else weight.transpose(0, 3, 1, 2)
        convolutions.append(ConvWeights(weight.copy(), _dequantise(tensors[bias], buffers), depthwise))
    return convolutions


def _dequantise(tensor: Table, buffers: list[Table]) -> np.ndarray:
    shape = _vector(tensor, schema.Tensor.SHAPE, number_types.Int32Flags)
    kind = _NUMPY_TYPE[_scalar(tensor, schema.Tensor.TYPE, number_types.Int8Flags)]
    buffer = buffers[_scalar(tensor, schema.Tensor.BUFFER, number_types.Uint32Flags)]
    raw = _vector(buffer, schema.Buffer.DATA, number_types.Uint8Flags).tobytes()
    values = np.frombuffer(raw, kind).reshape(shape)
    if kind is np.float32:
        return values
    offset = tensor.Offset(_field(schema.Tensor.QUANTIZATION))
    quantization = Table(tensor.Bytes, tensor.Indirect(tensor.Pos + offset))
    scale = _vector(quantization, schema.Quantization.SCALE, number_types.Float32Flags)
    zero = _vector(quantization, schema.Quantization.ZERO_POINT, number_types.Int64Flags)
    axis = _scalar(quantization, schema.Quantization.DIMENSION, number_types.Int32Flags)
    broadcast = [1] * values.ndim
    broadcast[axis if scale.size > 1 else 0] = scale.size
    centred = values.astype(np.float32) - zero.reshape(broadcast).astype(np.float32)
    return centred * scale.reshape(broadcast)


def _builtin_code(code: Table) -> int:
    # Codes up to 127 live in the deprecated byte, later ones in the wide field.
    narrow = _scalar(code, schema.OperatorCode.DEPRECATED_BUILTIN_CODE, number_types.Int8Flags)
    wide = _scalar(code, schema.OperatorCode.BUILTIN_CODE, number_types.Int32Flags)
    return max(narrow, wide)


def _field(slot: int) -> int:
    return 4 + 2 * slot


def _scalar(table: Table, slot: int, flags) -> int:
    return table.GetSlot(_field(slot), 0, flags)


def _vector(table: Table, slot: int, flags) -> np.ndarray:
    offset = table.Offset(_field(slot))
    if offset == 0:
        return np.zeros(0, np.float32)
    return table.GetVectorAsNumpy(flags, offset)


def _tables(table: Table, slot: int) -> list[Table]:
    offset = table.Offset(_field(slot))
    start = table.Vector(offset)
    return [
        Table(table.Bytes, table.Indirect(start + 4 * index))
        for index in range(table.VectorLen(offset))
    ]
