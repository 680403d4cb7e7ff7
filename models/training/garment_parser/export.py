"""Writes the shipped forms of a checkpoint: TFLite for MediaPipe, ONNX for everyone else.

    python -m garment_parser.export --checkpoint .cache/garment-parser/checkpoint.pt --models ..
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from quantise import quantise_conv_weights
from checkpoints import load_checkpoint_file

from .config import CLASSES, INPUT_SIZE_PX
from .fixture import write_fixture
from .landmarks import JOINTS
from .model import GarmentParser
from .onnx_graph import pad_input_channels, trace
from .tflite_metadata import ENTRY_NAME, append_labels, metadata_buffer
from .tflite_writer import Translator

NAME = "garment-parser"
# The last channels are no classes: the tiled heat maps of the joints, and what the product is.
JOINTS_LABEL, PRODUCT_LABEL = "joints", "product"
# MediaPipe hands over (byte - mean) / std: the network reads [0, 1].
INPUT_MEAN, INPUT_STD = 0.0, 255.0


def load_averaged(checkpoint: Path) -> GarmentParser:
    state = load_checkpoint_file(checkpoint)["ema"]
    prefix = "module."
    model = GarmentParser(len(CLASSES), len(JOINTS))
    weights = {key.removeprefix(prefix): v for key, v in state.items() if key.startswith(prefix)}
    model.load_state_dict(weights)
    return model.eval()


def to_int8_onnx(graph: onnx.ModelProto) -> onnx.ModelProto:
    return quantise_conv_weights(pad_input_channels(graph))


def to_tflite(graph: onnx.ModelProto, quantised: onnx.ModelProto) -> bytes:
    """`graph` with the very int8 weights of `quantised`, so that both shipped forms draw the same outlines."""
    metadata = {ENTRY_NAME: metadata_buffer(NAME, INPUT_MEAN, INPUT_STD)}
    translated = Translator(graph, NAME, rounded_weights(graph, quantised)).translate(metadata)
    return append_labels(translated, (*CLASSES, JOINTS_LABEL, PRODUCT_LABEL))


def rounded_weights(
    graph: onnx.ModelProto, quantised: onnx.ModelProto
) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """int8 values [O, I, H, W] and scales [O] by the names of the float weights they stand for."""
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in quantised.graph.initializer}
    return {
        # The stem of the quantised graph reads extra channels of zeros.
        tensor.name: (stored[f"{tensor.name}.int8"][:, : tensor.dims[1]], stored[f"{tensor.name}.scale"])
        for tensor in graph.graph.initializer
        if f"{tensor.name}.int8" in stored
    }


def write_shipped(model: GarmentParser, models: Path) -> None:
    """Both forms and their fixture."""
    graph = trace(model, INPUT_SIZE_PX)
    weights = models / "weights"
    weights.mkdir(parents=True, exist_ok=True)
    quantised = to_int8_onnx(graph)
    onnx.save(quantised, weights / f"{NAME}.onnx")
    (weights / f"{NAME}.tflite").write_bytes(to_tflite(graph, quantised))
    write_fixture(weights / f"{NAME}.onnx", models / "fixtures")
    for path in sorted(weights.glob(f"{NAME}.*")):
        print(f"{path.name}: {path.stat().st_size} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--models", type=Path, default=Path(".."), help="folder of weights/ and fixtures/")
    args = parser.parse_args()
    write_shipped(load_averaged(args.checkpoint), args.models)


if __name__ == "__main__":
    main()
