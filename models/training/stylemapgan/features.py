"""Perceptual features: SqueezeNet v1.0 (ImageNet) read from an npz file of its weights."""

from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

MEAN = (0.485, 0.456, 0.406)
STD = (0.229, 0.224, 0.225)
LAST_FIRE = 5
"""The deepest block used: stride 8, where texture and parts of garments are told apart."""


class SqueezeNetFeatures(nn.Module):
    """Activations of the first convolution and of the fire blocks up to `LAST_FIRE`."""

    def __init__(self, weights: Path) -> None:
        super().__init__()
        with np.load(weights) as stored:
            for name in stored.files:
                if name.startswith("conv1.") or name.startswith(tuple(f"fire{i}." for i in range(2, LAST_FIRE + 1))):
                    self.register_buffer(name.replace(".", "_"), torch.from_numpy(stored[name]))
        self.register_buffer("mean", torch.tensor(MEAN).view(1, 3, 1, 1))
        self.register_buffer("std", torch.tensor(STD).view(1, 3, 1, 1))

    def forward(self, srgb: torch.Tensor) -> list[torch.Tensor]:
        h = F.relu(self._conv((srgb - self.mean) / self.std, "conv1", stride=2))
        features = [h]
        h = F.max_pool2d(h, 3, 2, ceil_mode=True)
        for index in range(2, LAST_FIRE + 1):
            squeezed = F.relu(self._conv(h, f"fire{index}_conv1x1_1"))
            wide = self._conv(squeezed, f"fire{index}_conv3x3_2", padding=1)
            h = F.relu(torch.cat((self._conv(squeezed, f"fire{index}_conv1x1_2"), wide), dim=1))
            features.append(h)
            if index == 4:
                h = F.max_pool2d(h, 3, 2, ceil_mode=True)
        return features

    def _conv(self, x: torch.Tensor, name: str, **options: int) -> torch.Tensor:
        return F.conv2d(x, getattr(self, f"{name}_weight"), getattr(self, f"{name}_bias"), **options)


def perceptual_distance(a: list[torch.Tensor], b: list[torch.Tensor], mask: torch.Tensor) -> torch.Tensor:
    """Squared difference of channel-normalised features inside the mask, summed over layers; one value a picture."""
    total = mask.new_zeros(mask.shape[0])
    for x, y in zip(a, b):
        weight = F.adaptive_avg_pool2d(mask, x.shape[-2:])
        difference = (F.normalize(x.float(), dim=1) - F.normalize(y.float(), dim=1)).square().sum(1, keepdim=True)
        total = total + (difference * weight).sum((1, 2, 3)) / weight.sum((1, 2, 3)).clamp(min=1e-3)
    return total


def gram_distance(a: list[torch.Tensor], b: list[torch.Tensor], mask: torch.Tensor) -> torch.Tensor:
    """Relative difference of the masked Gram matrices, averaged over layers; one value a picture."""
    total = mask.new_zeros(mask.shape[0])
    for x, y in zip(a, b):
        weight = F.adaptive_avg_pool2d(mask, x.shape[-2:])
        gram_x, gram_y = _gram(x.float() * weight), _gram(y.float() * weight)
        total = total + (gram_x - gram_y).abs().sum((1, 2)) / gram_y.abs().sum((1, 2)).clamp(min=1e-6)
    return total / len(a)


def _gram(x: torch.Tensor) -> torch.Tensor:
    flat = x.flatten(2)
    return flat @ flat.transpose(1, 2)
