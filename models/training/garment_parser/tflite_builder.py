"""Writes FlatBuffers tables of the TFLite schema: tensors, operators, buffers."""

from dataclasses import dataclass, field, replace

import flatbuffers
import numpy as np

from . import tflite_schema as schema
from .flatbuffer import aligned_bytes, floats, integers, longs, offsets, table

# Constant data is read in place, so the schema asks for this alignment.
BUFFER_ALIGNMENT_BYTES = 16
_TENSOR_TYPE = {
    np.dtype(np.float32): schema.TensorType.FLOAT32,
    np.dtype(np.int8): schema.TensorType.INT8,
    np.dtype(np.int32): schema.TensorType.INT32,
}


@dataclass(frozen=True)
class Scales:
    """Symmetric quantisation: value = scale * stored, one scale per index along `axis`."""

    values: tuple[float, ...]
    axis: int


@dataclass(frozen=True)
class TensorSpec:
    name: str
    shape: tuple[int, ...]
    kind: int
    buffer: int
    scales: Scales | None = None


@dataclass(frozen=True)
class OperatorSpec:
    code: tuple[int, int]
    inputs: list[int]
    outputs: list[int]
    options_type: int
    # (slot, FlatBuffers type, value); the schema's defaults are left out.
    options: list[tuple[int, str, float]]


@dataclass
class TFLiteBuilder:
    """Collects a graph, then serialises it in one pass."""

    description: str
    tensors: list[TensorSpec] = field(default_factory=list)
    operators: list[OperatorSpec] = field(default_factory=list)
    # Buffer 0 is empty by convention: tensors without data point at it.
    buffers: list[bytes] = field(default_factory=lambda: [b""])

    def add_activation(self, name: str, shape: tuple[int, ...]) -> int:
        self.tensors.append(TensorSpec(name, shape, schema.TensorType.FLOAT32, 0))
        return len(self.tensors) - 1

    def add_constant(self, name: str, values: np.ndarray) -> int:
        self.buffers.append(np.ascontiguousarray(values).tobytes())
        kind = _TENSOR_TYPE[values.dtype]
        self.tensors.append(TensorSpec(name, values.shape, kind, len(self.buffers) - 1))
        return len(self.tensors) - 1

    def add_quantised(self, name: str, values: np.ndarray, scales: np.ndarray, axis: int) -> int:
        index = self.add_constant(name, values)
        self.tensors[index] = replace(self.tensors[index], scales=Scales(tuple(map(float, scales)), axis))
        return index

    def add_operator(self, code, inputs, outputs, options_type=schema.BuiltinOptions.NONE, options=()) -> None:
        """code is (builtin operator, version)."""
        self.operators.append(OperatorSpec(code, list(inputs), list(outputs), options_type, list(options)))

    def serialise(self, inputs: list[int], outputs: list[int], metadata: dict[str, bytes]) -> bytes:
        builder = flatbuffers.Builder(1 << 22)
        entries = [(name, len(self.buffers) + index) for index, name in enumerate(metadata)]
        buffers = [_buffer(builder, data) for data in [*self.buffers, *metadata.values()]]
        codes = sorted({operator.code for operator in self.operators})
        code_tables = [
            table(builder, schema.OperatorCode.SLOTS, [
                (schema.OperatorCode.DEPRECATED_BUILTIN_CODE, "Int8", code),
                (schema.OperatorCode.VERSION, "Int32", version),
                (schema.OperatorCode.BUILTIN_CODE, "Int32", code),
            ])
            for code, version in codes
        ]  # fmt: skip
        tensors = [_tensor(builder, tensor) for tensor in self.tensors]
        operators = [_operator(builder, operator, codes) for operator in self.operators]
        name = builder.CreateString("main")
        subgraph = table(builder, schema.SubGraph.SLOTS, [
            (schema.SubGraph.TENSORS, "UOffsetTRelative", offsets(builder, tensors)),
            (schema.SubGraph.INPUTS, "UOffsetTRelative", integers(builder, inputs)),
            (schema.SubGraph.OUTPUTS, "UOffsetTRelative", integers(builder, outputs)),
            (schema.SubGraph.OPERATORS, "UOffsetTRelative", offsets(builder, operators)),
            (schema.SubGraph.NAME, "UOffsetTRelative", name),
        ])  # fmt: skip
        metadata_tables = []
        for entry_name, buffer in entries:
            text = builder.CreateString(entry_name)
            metadata_tables.append(table(builder, schema.Metadata.SLOTS, [
                (schema.Metadata.NAME, "UOffsetTRelative", text),
                (schema.Metadata.BUFFER, "Uint32", buffer),
            ]))  # fmt: skip
        description = builder.CreateString(self.description)
        model = table(builder, schema.Model.SLOTS, [
            (schema.Model.VERSION, "Uint32", schema.SCHEMA_VERSION),
            (schema.Model.OPERATOR_CODES, "UOffsetTRelative", offsets(builder, code_tables)),
            (schema.Model.SUBGRAPHS, "UOffsetTRelative", offsets(builder, [subgraph])),
            (schema.Model.DESCRIPTION, "UOffsetTRelative", description),
            (schema.Model.BUFFERS, "UOffsetTRelative", offsets(builder, buffers)),
            (schema.Model.METADATA, "UOffsetTRelative", offsets(builder, metadata_tables)),
        ])  # fmt: skip
        builder.Finish(model, file_identifier=schema.FILE_IDENTIFIER)
        return bytes(builder.Output())


def _tensor(builder: flatbuffers.Builder, tensor: TensorSpec) -> int:
    name, shape = builder.CreateString(tensor.name), integers(builder, tensor.shape)
    values = [
        (schema.Tensor.SHAPE, "UOffsetTRelative", shape),
        (schema.Tensor.TYPE, "Int8", tensor.kind),
        (schema.Tensor.BUFFER, "Uint32", tensor.buffer),
        (schema.Tensor.NAME, "UOffsetTRelative", name),
    ]
    if tensor.scales:
        values.append((schema.Tensor.QUANTIZATION, "UOffsetTRelative", _quantisation(builder, tensor.scales)))
    return table(builder, schema.Tensor.SLOTS, values)


def _quantisation(builder: flatbuffers.Builder, scales: Scales) -> int:
    values, zeros = floats(builder, scales.values), longs(builder, [0] * len(scales.values))
    return table(builder, schema.Quantization.SLOTS, [
        (schema.Quantization.SCALE, "UOffsetTRelative", values),
        (schema.Quantization.ZERO_POINT, "UOffsetTRelative", zeros),
        (schema.Quantization.DIMENSION, "Int32", scales.axis),
    ])  # fmt: skip


def _operator(builder: flatbuffers.Builder, operator: OperatorSpec, codes: list) -> int:
    values = [
        (schema.Operator.INPUTS, "UOffsetTRelative", integers(builder, operator.inputs)),
        (schema.Operator.OUTPUTS, "UOffsetTRelative", integers(builder, operator.outputs)),
        (schema.Operator.OPCODE_INDEX, "Uint32", codes.index(operator.code)),
    ]
    if operator.options_type != schema.BuiltinOptions.NONE:
        slots = 1 + max((slot for slot, _, _ in operator.options), default=0)
        options = table(builder, slots, operator.options)
        values.append((schema.Operator.OPTIONS_TYPE, "Uint8", operator.options_type))
        values.append((schema.Operator.OPTIONS, "UOffsetTRelative", options))
    return table(builder, schema.Operator.SLOTS, values)


def _buffer(builder: flatbuffers.Builder, data: bytes) -> int:
    if not data:
        return table(builder, schema.Buffer.SLOTS, [])
    vector = aligned_bytes(builder, data, BUFFER_ALIGNMENT_BYTES)
    return table(builder, schema.Buffer.SLOTS, [(schema.Buffer.DATA, "UOffsetTRelative", vector)])
