"""Fabrics: a pattern plus the grain of yarn.

A fabric maps cloth coordinates, and how far the cloth stands out as a ridge, to linear RGB.
"""

import numpy as np

from . import colour
from .canvas import noise


def solid(code):
    rgb = colour.from_hex(code)
    return lambda u, v: np.broadcast_to(rgb, (*u.shape, 3))


def jersey(pattern, seed, grain=1.0):
    """Fine T-shirt knit: wales too small to see one by one, slubs that catch the eye a little."""

    def fabric(u, v, _ridge):
        slub = noise(u, v, seed, 26, 3.2) * 0.012 + noise(u, v, seed + 1, 2.6, 6.5) * 0.020
        wales = np.sin(u * np.float32(2 * np.pi / 3.4)) * 0.012
        mottle = noise(u, v, seed + 2, 120) * 0.012
        return pattern(u, v) * (1 + grain * (slub + wales + mottle))[..., None]

    return fabric


def marl(base, fleck, seed):
    """Jersey spun from fibres of two colours: grey melange, heather."""
    base, fleck = colour.from_hex(base), colour.from_hex(fleck)

    def pattern(u, v):
        fibres = noise(u, v, seed + 5, 11, 2.6) * 0.20 + noise(u, v, seed + 6, 3.0, 2.4) * 0.14
        return colour.mix(base, fleck, np.clip(0.3 + fibres, 0, 1))

    return jersey(pattern, seed, 0.6)


def chunky_knit(pattern, seed, wale=7.2, course=6.0):
    """Stocking stitch that can be seen: columns of V-shaped loops."""

    def fabric(u, v, _ridge):
        u = u + 0.5 * noise(u, v, seed, 60)
        v = v + 0.7 * noise(u, v, seed + 1, 45)
        column = u / wale
        side = np.abs(column - np.floor(column) - 0.5) * 2
        lean = (v + side * course * 0.75) / course
        loop = lean - np.floor(lean)
        yarn = np.sqrt(np.clip(1 - (2 * loop - 1) ** 2, 0, 1)) * (0.55 + 0.45 * np.sqrt(np.clip(1 - (2 * side - 1) ** 2, 0, 1)))
        fuzz = noise(u, v, seed + 2, 2.4) * 0.035 + noise(u, v, seed + 3, 90) * 0.02
        return pattern(u, v) * (0.70 + 0.42 * yarn + fuzz)[..., None]

    return fabric


def flannel(pattern, seed):
    """Brushed twill: colours blend into one another under a soft nap."""

    def fabric(u, v, _ridge):
        fray_u = u + 0.45 * noise(u, v, seed, 5, 14)
        fray_v = v + 0.45 * noise(u, v, seed + 1, 14, 5)
        twill = np.sin((u + v) * np.float32(2 * np.pi / 3.8)) * 0.045
        nap = noise(u, v, seed + 2, 3.2) * 0.045 + noise(u, v, seed + 3, 9) * 0.02
        return pattern(fray_u, fray_v) * (1 + twill + nap)[..., None]

    return fabric


def poplin(pattern, seed):
    """Light woven cotton or viscose: nearly smooth."""

    def fabric(u, v, _ridge):
        weave = noise(u, v, seed, 2.6, 9) * 0.014 + noise(u, v, seed + 1, 9, 2.6) * 0.014
        return pattern(u, v) * (1 + weave + 0.010 * noise(u, v, seed + 2, 70))[..., None]

    return fabric


def denim(pattern, seed, fade=None, wear="#b9c8d8", scale=1.0):
    """Indigo twill: white weft shows in the diagonal and wherever a ridge has been rubbed."""
    worn = colour.from_hex(wear)

    def fabric(u, v, ridge):
        faded = fade(u, v) if fade else 0
        u, v = u / np.float32(scale), v / np.float32(scale)
        twill = np.sin((u * 0.9 - v * 0.45) * np.float32(2 * np.pi / 3.3))
        slub = noise(u, v, seed, 2.4, 34) * 0.55 + noise(u, v, seed + 1, 1.9, 5) * 0.6
        grain = 0.075 + 0.055 * twill + 0.07 * slub
        rubbed = np.clip(0.03 * ridge, -0.03, 0.11)
        cloud = 0.014 * noise(u, v, seed + 2, 60)
        amount = grain + rubbed + cloud + faded
        return colour.mix(pattern(u, v), worn, np.clip(amount, 0, 0.85))

    return fabric


def twill(pattern, seed):
    """Chino or suiting: a fine diagonal, hardly seen."""

    def fabric(u, v, _ridge):
        line = np.sin((u * 0.9 + v * 0.6) * np.float32(2 * np.pi / 3.2)) * 0.022
        yarn = noise(u, v, seed, 2.4, 16) * 0.016 + noise(u, v, seed + 1, 100) * 0.012
        return pattern(u, v) * (1 + line + yarn)[..., None]

    return fabric


def pique(pattern, seed):
    """Polo knit: a fine honeycomb."""

    def fabric(u, v, _ridge):
        cells = np.sin(u * np.float32(2 * np.pi / 4.2)) * np.sin(v * np.float32(2 * np.pi / 4.6))
        mottle = noise(u, v, seed, 90) * 0.012 + noise(u, v, seed + 1, 3.0) * 0.016
        return pattern(u, v) * (1 + 0.05 * cells + mottle)[..., None]

    return fabric


def brushed(pattern, seed):
    """Sweatshirt loopback: matt and a little fuzzy."""

    def fabric(u, v, _ridge):
        fuzz = noise(u, v, seed, 2.8) * 0.022 + noise(u, v, seed + 1, 7) * 0.012 + noise(u, v, seed + 2, 140) * 0.012
        return pattern(u, v) * (1 + fuzz)[..., None]

    return fabric


def satin(pattern, seed):
    """Smooth and long-floated: it brightens on every ridge."""

    def fabric(u, v, ridge):
        gleam = np.clip(0.035 * ridge, -0.08, 0.3)
        return pattern(u, v) * (1 + gleam + 0.008 * noise(u, v, seed, 2.6, 40))[..., None]

    return fabric
