"""Starting points: a published ImageNet MobileNetV2 (TFLite) for the encoder, or a shipped parser (ONNX)."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from .model import GarmentParser
from .tflite_reader import read_convolutions


def load_imagenet(model: GarmentParser, path: Path) -> None:
    targets = model.encoder.convolutions()
    # The file's later convolutions (wider blocks, classifier) have no counterpart.
    for target, source in zip(targets, read_convolutions(path)):
        weight = torch.from_numpy(source.weight)
        if target.weight.shape != weight.shape:
            raise ValueError(f"{path}: expected {tuple(target.weight.shape)}, got {source.weight.shape}")
        target.weight.data.copy_(weight)
        target.bias.data.copy_(torch.from_numpy(source.bias))


def load_shipped(model: GarmentParser, path: Path) -> None:
    """The exported parser's own weights, int8 ones restored; parts that it lacks stay as they are."""
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in onnx.load(path).graph.initializer}
    found = 0
    for name, parameter in model.named_parameters():
        value = stored.get(name)
        if value is None and f"{name}.int8" in stored:
            value = stored[f"{name}.int8"] * stored[f"{name}.scale"].reshape(-1, 1, 1, 1)
        if value is None:
            continue
        # The shipped stem reads extra channels of zeros.
        value = value[:, : parameter.shape[1]] if parameter.ndim > 1 else value
        parameter.data.copy_(torch.from_numpy(np.array(value, np.float32)))
        found += 1
    if not found:
        raise ValueError(f"{path} has none of the parser's weights")
