"""FlatBuffers by slot number: tables and vectors without generated code."""

import flatbuffers


def table(builder: flatbuffers.Builder, slots: int, values: list[tuple[int, str, float]]) -> int:
    """values are (slot, type as the library spells it, value or offset).

    Vectors, strings and tables among them must exist already: construction does not nest.
    """
    builder.StartObject(slots)
    for slot, kind, value in values:
        if kind == "UOffsetTRelative":
            builder.PrependUOffsetTRelativeSlot(slot, value, 0)
        else:
            # A default that no value equals, so that every field is stored.
            getattr(builder, f"Prepend{kind}Slot")(slot, value, None)
    return builder.EndObject()


def offsets(builder: flatbuffers.Builder, values: list[int]) -> int:
    builder.StartVector(4, len(values), 4)
    for offset in reversed(values):
        builder.PrependUOffsetTRelative(offset)
    return builder.EndVector()


def integers(builder: flatbuffers.Builder, values) -> int:
    builder.StartVector(4, len(values), 4)
    for value in reversed(values):
        builder.PrependInt32(int(value))
    return builder.EndVector()


def longs(builder: flatbuffers.Builder, values) -> int:
    builder.StartVector(8, len(values), 8)
    for value in reversed(values):
        builder.PrependInt64(int(value))
    return builder.EndVector()


def floats(builder: flatbuffers.Builder, values) -> int:
    builder.StartVector(4, len(values), 4)
    for value in reversed(values):
        builder.PrependFloat32(value)
    return builder.EndVector()


def aligned_bytes(builder: flatbuffers.Builder, data: bytes, alignment: int) -> int:
    builder.StartVector(1, len(data), alignment)
    builder.head -= len(data)
    builder.Bytes[builder.head : builder.head + len(data)] = data
    return builder.EndVector()
