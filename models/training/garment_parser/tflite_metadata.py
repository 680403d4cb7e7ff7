"""The metadata MediaPipe insists on: how to normalise the input, and the labels.

Slots are those of the public metadata_schema.fbs. The labels travel as a file in
a stored zip behind the model, which FlatBuffers readers never look at.
"""

import io
import zipfile

import flatbuffers

from .flatbuffer import floats, offsets, table

ENTRY_NAME = "TFLITE_METADATA"
LABELS_FILE = "labels.txt"
FILE_IDENTIFIER = b"M001"

IMAGE_PROPERTIES = 2
NORMALIZATION_OPTIONS = 1
TENSOR_AXIS_LABELS = 2
RGB = 1
# A fixed date keeps the file's bytes the same from export to export.
ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def metadata_buffer(model_name: str, mean: float, std: float) -> bytes:
    """Input values reach the network as (byte - mean) / std."""
    builder = flatbuffers.Builder(1024)

    means, stds = floats(builder, [mean]), floats(builder, [std])
    normalisation = table(builder, 2, [
        (0, "UOffsetTRelative", means),
        (1, "UOffsetTRelative", stds),
    ])  # fmt: skip
    unit = table(builder, 2, [
        (0, "Uint8", NORMALIZATION_OPTIONS),
        (1, "UOffsetTRelative", normalisation),
    ])  # fmt: skip
    image = table(builder, 2, [(0, "Int8", RGB)])
    content = table(builder, 3, [(0, "Uint8", IMAGE_PROPERTIES), (1, "UOffsetTRelative", image)])
    name, units = builder.CreateString("image"), offsets(builder, [unit])
    input_tensor = table(builder, 8, [
        (0, "UOffsetTRelative", name),
        (3, "UOffsetTRelative", content),
        (4, "UOffsetTRelative", units),
    ])  # fmt: skip

    file_name = builder.CreateString(LABELS_FILE)
    file_description = builder.CreateString("One class per channel")
    labels = table(builder, 5, [
        (0, "UOffsetTRelative", file_name),
        (1, "UOffsetTRelative", file_description),
        (2, "Int8", TENSOR_AXIS_LABELS),
    ])  # fmt: skip
    name, files = builder.CreateString("confidences"), offsets(builder, [labels])
    output_tensor = table(builder, 8, [(0, "UOffsetTRelative", name), (6, "UOffsetTRelative", files)])

    inputs, outputs = offsets(builder, [input_tensor]), offsets(builder, [output_tensor])
    subgraph = table(builder, 9, [(2, "UOffsetTRelative", inputs), (3, "UOffsetTRelative", outputs)])
    subgraphs, name = offsets(builder, [subgraph]), builder.CreateString(model_name)
    model = table(builder, 8, [(0, "UOffsetTRelative", name), (3, "UOffsetTRelative", subgraphs)])
    builder.Finish(model, file_identifier=FILE_IDENTIFIER)
    return bytes(builder.Output())


def append_labels(model: bytes, labels: tuple[str, ...]) -> bytes:
    archive = io.BytesIO(model)
    with zipfile.ZipFile(archive, "a", zipfile.ZIP_STORED) as file:
        file.writestr(zipfile.ZipInfo(LABELS_FILE, ZIP_DATE), "".join(f"{label}\n" for label in labels))
    return archive.getvalue()


def read_labels(model: bytes) -> tuple[str, ...]:
    with zipfile.ZipFile(io.BytesIO(model)) as file:
        return tuple(file.read(LABELS_FILE).decode().split())
