"""Deterministic training batches: batch i of a seed is the same on every machine and resume."""

from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch

from .appearance import draw, occlude, recapture, refabric, relight, replace_background
from .cache import Source, has_source, read_source
from .carried import carry
from .config import Config
from .geometry import warp
from .landmarks import MAP_STRIDE, UNKNOWN, heat_maps

cv2.setNumThreads(1)


@dataclass(frozen=True)
class Batch:
    images: torch.Tensor
    labels: torch.Tensor
    # [B, 16, 64, 64] and, 0 or 1, of which of them anything is known, [B, 16].
    joint_maps: torch.Tensor
    joints_known: torch.Tensor


@dataclass(frozen=True)
class Sources:
    """Where examples come from: labelled street photos, and whatever else there is."""

    labelled: Source
    # Recoloured studio photos on white.
    studio: Source | None = None
    # Street photos labelled by an earlier parser.
    pseudo: Source | None = None
    # Garments nobody wears, on floors and hangers.
    flat: Source | None = None
    # Shoppers of the renderer, of which everything is known.
    rendered: Source | None = None


class TrainingData:
    def __init__(self, sources: Sources, config: Config):
        self.sources = sources
        self.config = config

    @classmethod
    def from_cache(cls, folder: Path, config: Config) -> "TrainingData":
        def optional(name: str) -> Source | None:
            return read_source(folder, name) if has_source(folder, name) else None

        labelled = read_source(folder, "ccp-train")
        others = (optional(name) for name in ("studio-train", "ccp-pseudo", "flat-train", "rendered"))
        return cls(Sources(labelled, *others), config)

    def batch(self, iteration: int, size_px: int) -> Batch:
        rng = np.random.default_rng((self.config.seed, iteration))
        examples = [self._example(rng, size_px) for _ in range(self.config.batch_size)]
        images, labels, joints = (np.stack(part) for part in zip(*examples))
        pixels = torch.from_numpy(images).permute(0, 3, 1, 2).float().div_(255)
        return Batch(
            pixels.contiguous(memory_format=torch.channels_last),
            torch.from_numpy(labels.astype(np.int64)),
            torch.from_numpy(np.stack([heat_maps(one, size_px // MAP_STRIDE) for one in joints])),
            torch.from_numpy((joints[..., 2] != UNKNOWN).astype(np.float32)),
        )

    def _example(self, rng: np.random.Generator, size_px: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        source = self._source(rng.random())
        index = int(rng.integers(len(source)))
        joints = None if source.joints is None else source.joints[index]
        photo, labels, joints = warp(source.pyramid(index), joints, size_px, rng)
        drawn = source is self.sources.labelled and rng.random() < self.config.drawn_fraction
        if drawn:
            draw(photo, labels, rng)
        else:
            # Studio photos are all on white, so most of them move somewhere else. The
            # white they leave behind under the unsure edge would give them away.
            cut_out = source is self.sources.studio or source is self.sources.flat
            if rng.random() < self._replaced_share(source):
                replace_background(photo, labels, 2 if cut_out else 0, rng)
            if rng.random() < 0.3:
                refabric(photo, labels, rng)
        if source is not self.sources.flat and rng.random() < self.config.held_fraction:
            carry(photo, labels, joints, rng)
        if rng.random() < 0.06:
            occlude(photo, labels, rng)
        return recapture(relight(photo, rng), rng), labels, joints

    def _replaced_share(self, source: Source) -> float:
        if source is self.sources.studio:
            return 0.75
        return 0.4 if source is self.sources.flat else 0.22

    def _source(self, chance: float) -> Source:
        config, sources = self.config, self.sources
        shares = (
            (sources.studio, config.studio_fraction),
            (sources.pseudo, config.pseudo_label_fraction),
            (sources.flat, config.flat_fraction),
            (sources.rendered, config.rendered_fraction),
        )
        for source, share in shares:
            if source is not None and 0 <= chance < share:
                return source
            chance -= share
        return sources.labelled
