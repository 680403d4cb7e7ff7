"""Backgrounds to paste a person on, and fabrics to dress them in: all procedural."""

import cv2
import numpy as np


def random_colour(rng: np.random.Generator) -> np.ndarray:
    """Any hue, but greys, whites and blacks as often as clothes and walls have them."""
    value, chroma = rng.uniform(0, 255), rng.beta(1, 2.5)
    return np.clip(value + chroma * rng.uniform(-160, 160, 3), 0, 255)


def smooth_field(size_px: int, cells: int, rng: np.random.Generator) -> np.ndarray:
    """A smooth random map, about -1 to 1."""
    coarse = rng.normal(0, 0.5, (cells, cells)).astype(np.float32)
    return cv2.resize(coarse, (size_px, size_px), interpolation=cv2.INTER_CUBIC)


def background(size_px: int, rng: np.random.Generator) -> np.ndarray:
    first, second = random_colour(rng), random_colour(rng)
    kind = rng.choice(("plain", "gradient", "cloud", "blocks", "planks"), p=(0.3, 0.25, 0.2, 0.15, 0.1))
    if kind == "plain":
        blend = np.zeros((size_px, size_px), np.float32)
    elif kind == "gradient":
        ramp = np.linspace(0, 1, size_px, dtype=np.float32)
        along_x, along_y = rng.uniform(-1, 1, 2)
        blend = along_x * ramp[None, :] + along_y * ramp[:, None]
    elif kind == "cloud":
        blend = 0.5 + smooth_field(size_px, int(rng.integers(3, 24)), rng)
    elif kind == "blocks":
        blend = np.zeros((size_px, size_px), np.float32)
        for _ in range(rng.integers(3, 12)):
            x, y = rng.integers(0, size_px, 2)
            w, h = rng.integers(size_px // 12, size_px // 2, 2)
            blend[y : y + h, x : x + w] = rng.uniform(-0.5, 1.5)
    else:
        blend = stripes(size_px, rng) * rng.uniform(0.1, 0.6)
    picture = first + blend[..., None] * (second - first) * rng.uniform(0.2, 1)
    picture += smooth_field(size_px, 4, rng)[..., None] * 14
    return np.clip(picture, 0, 255).astype(np.uint8)


def stripes(size_px: int, rng: np.random.Generator) -> np.ndarray:
    """0..1, any direction and period from 4 to 60 px."""
    angle, period_px = rng.uniform(0, np.pi), np.exp(rng.uniform(np.log(4), np.log(60)))
    rows, columns = np.mgrid[:size_px, :size_px].astype(np.float32)
    phase = (columns * np.cos(angle) + rows * np.sin(angle)) / period_px
    return (np.sin(2 * np.pi * phase) > rng.uniform(-0.6, 0.6)).astype(np.float32)


def fabric(size_px: int, rng: np.random.Generator) -> np.ndarray:
    first, second = random_colour(rng), random_colour(rng)
    kind = rng.choice(("plain", "stripes", "checks", "print"), p=(0.5, 0.2, 0.15, 0.15))
    if kind == "plain":
        blend = np.zeros((size_px, size_px), np.float32)
    elif kind == "stripes":
        blend = stripes(size_px, rng)
    elif kind == "checks":
        blend = (stripes(size_px, rng) + stripes(size_px, rng)) / 2
    else:
        cells = int(rng.integers(8, 48))
        blend = (smooth_field(size_px, cells, rng) > rng.uniform(-0.3, 0.5)).astype(np.float32)
    return (first + blend[..., None] * (second - first)).astype(np.float32)
