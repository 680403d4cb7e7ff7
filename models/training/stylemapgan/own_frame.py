"""Random alignments: a garment's own frame, and the way from it into the canonical crop and back.

Coordinates are those of `grid_sample`: (x, y) in [-1, 1] over the picture, pixel centres inside.
"""

import math
from dataclasses import dataclass

import torch
from torch.nn import functional as F

ROTATION_DEG = 15.0
LOG_SCALE = 0.15
SHIFT = 0.12
"""Of half the crop: six percent of it."""
BEND = 0.05
BEND_NODES = 5
INVERSION_STEPS = 6
MEASURING_SEED = 6
"""Of the maps of a network in eval mode, so that its figures can be repeated."""


@dataclass(frozen=True)
class OwnFrame:
    """A map T per sample from the crop into the garment's own frame: `T(x) = A x + shift + bend(x)`."""

    matrix: torch.Tensor
    shift: torch.Tensor
    bend: torch.Tensor

    @classmethod
    def drawn(cls, count: int, random: bool, device: torch.device) -> "OwnFrame":
        """Maps at random, or always the same ones."""
        generator = None if random else torch.Generator().manual_seed(MEASURING_SEED)
        uniform = torch.rand(count, 5, generator=generator) * 2 - 1
        angle = uniform[:, 0] * math.radians(ROTATION_DEG)
        scale = torch.exp(uniform[:, 1:3] * LOG_SCALE)
        cos, sin = torch.cos(angle), torch.sin(angle)
        matrix = torch.stack((torch.stack((cos, -sin), -1), torch.stack((sin, cos), -1)), 1) * scale[:, None]
        bend = torch.randn(count, 2, BEND_NODES, BEND_NODES, generator=generator) * BEND
        return cls(matrix.to(device), (uniform[:, 3:] * SHIFT).to(device), bend.to(device))

    def to_own(self, size: int) -> torch.Tensor:
        """T at the pixels of a crop: where in the own frame each comes from, (N, size, size, 2)."""
        return self._apply(self._pixels(size))

    def to_crop(self, size: int) -> torch.Tensor:
        """The inverse of T at the pixels of the own frame, by fixed-point iteration."""
        wanted = self._pixels(size)
        inverse = torch.linalg.inv(self.matrix)
        x = wanted
        for _ in range(INVERSION_STEPS):
            x = x + torch.einsum("nij,nhwj->nhwi", inverse, wanted - self._apply(x))
        return x

    def _pixels(self, size: int) -> torch.Tensor:
        axis = (torch.arange(size, device=self.matrix.device, dtype=torch.float32) + 0.5) * (2 / size) - 1
        identity = torch.stack(torch.broadcast_tensors(axis.view(1, -1), axis.view(-1, 1)), dim=-1)
        return identity.expand(self.matrix.shape[0], size, size, 2)

    def _apply(self, x: torch.Tensor) -> torch.Tensor:
        bend = F.grid_sample(self.bend, x, mode="bicubic", padding_mode="border", align_corners=False)
        return torch.einsum("nij,nhwj->nhwi", self.matrix, x) + self.shift[:, None, None] + bend.permute(0, 2, 3, 1)


def sampled(values: torch.Tensor, grid: torch.Tensor, padding: str) -> torch.Tensor:
    """Bilinear samples of NCHW values at a grid of coordinates; float32 whatever the values are."""
    return F.grid_sample(values.float(), grid, mode="bilinear", padding_mode=padding, align_corners=False)
