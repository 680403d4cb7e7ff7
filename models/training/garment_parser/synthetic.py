"""Drawn stick-and-box people: enough to exercise the pipeline without any photo."""

import cv2
import numpy as np

from .cache import Source
from .config import Config
from .data import Sources, TrainingData
from .labels import FOREGROUND


def synthetic_source(count: int, unknown_legs: bool) -> Source:
    photos = np.full((count, 320, 216, 3), 235, np.uint8)
    labels = np.zeros((count, 320, 216), np.uint8)
    for index in range(count):
        rng = np.random.default_rng(index)
        parts = (
            (1, (80, 20), (136, 60)),
            (2, (92, 40), (124, 90)),
            (3 + index % 2, (64, 90), (152, 180)),
            (FOREGROUND if unknown_legs else 5, (72, 180), (144, 290)),
            (7, (68, 290), (148, 306)),
        )
        for label, first, last in parts:
            colour = tuple(int(value) for value in rng.integers(20, 230, 3))
            cv2.rectangle(photos[index], first, last, colour, -1)
            cv2.rectangle(labels[index], first, last, label, -1)
    return Source([f"drawn-{index}" for index in range(count)], photos, labels)


def synthetic_data(config: Config) -> TrainingData:
    return TrainingData(Sources(synthetic_source(6, False), synthetic_source(4, True)), config)
