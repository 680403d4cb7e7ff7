"""Starts the encoder from a published ImageNet MobileNetV2 in TFLite form."""

from pathlib import Path

import torch

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
