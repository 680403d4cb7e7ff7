"""Deterministic training batches: batch i of a seed is the same on every machine and resume."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch

from .appearance import draw, occlude, recapture, refabric, relight, replace_background
from .cache import Source, has_source, read_source
from .config import Config
from .geometry import warp

cv2.setNumThreads(1)


@dataclass(frozen=True)
class Batch:
    images: torch.Tensor
    labels: torch.Tensor


class TrainingData:
    def __init__(self, labelled: Source, studio: Source | None, pseudo: Source | None, config: Config):
        self.labelled = labelled
        self.studio = studio
        self.pseudo = pseudo
        self.config = config

    @classmethod
    def from_cache(cls, folder: Path, config: Config) -> "TrainingData":
        pseudo = read_source(folder, "ccp-pseudo") if has_source(folder, "ccp-pseudo") else None
        return cls(read_source(folder, "ccp-train"), read_source(folder, "studio-train"), pseudo, config)

    def batch(self, iteration: int, size_px: int) -> Batch:
        rng = np.random.default_rng((self.config.seed, iteration))
        pairs = [self._example(rng, size_px) for _ in range(self.config.batch_size)]
        images = np.stack([photo for photo, _ in pairs])
        labels = np.stack([labels for _, labels in pairs])
        pixels = torch.from_numpy(images).permute(0, 3, 1, 2).float().div_(255)
        return Batch(
            pixels.contiguous(memory_format=torch.channels_last),
            torch.from_numpy(labels.astype(np.int64)),
        )

    def _example(self, rng: np.random.Generator, size_px: int) -> tuple[np.ndarray, np.ndarray]:
        source = self._source(rng.random())
        index = int(rng.integers(len(source)))
        photo, labels = warp(source.pyramid(index), size_px, rng)
        drawn = source is self.labelled and rng.random() < self.config.drawn_fraction
        if drawn:
            draw(photo, labels, rng)
        else:
            # Studio photos are all on white, so most of them move somewhere else. The
            # white they leave behind under the unsure edge would give them away.
            studio = source is self.studio
            if rng.random() < (0.75 if studio else 0.22):
                replace_background(photo, labels, 2 if studio else 0, rng)
            if rng.random() < 0.3:
                refabric(photo, labels, rng)
        if rng.random() < 0.12:
            occlude(photo, labels, rng)
        return recapture(relight(photo, rng), rng), labels

    def _source(self, chance: float) -> Source:
        if self.studio is not None and chance < self.config.studio_fraction:
            return self.studio
        rest = chance - self.config.studio_fraction
        if self.pseudo is not None and 0 <= rest < self.config.pseudo_label_fraction:
            return self.pseudo
        return self.labelled
