"""Woven and knitted patterns as functions of cloth coordinates, in linear light."""

import cv2
import numpy as np

from . import colour


def _band(coordinate, period, start, end, soft=0.9):
    """1 where start < coordinate mod period < end, with edges `soft` units wide."""
    phase = np.mod(coordinate, period)
    rise = np.clip((phase - start) / soft + 0.5, 0, 1)
    fall = np.clip((end - phase) / soft + 0.5, 0, 1)
    return rise * fall


def breton(ground, stripe, period=44, width=19, from_v=0.0, to_v=1e9):
    """Even cross stripes; the yoke above `from_v` and the cloth below `to_v` stay plain."""
    ground, stripe = colour.from_hex(ground), colour.from_hex(stripe)

    def pattern(_u, v):
        striped = _band(v, period, 6, 6 + width) * np.clip(v - from_v, 0, 1) * np.clip(to_v - v, 0, 1)
        return colour.mix(ground, stripe, striped)

    return pattern


def flannel_check(base, dark, line, period=92):
    """Broad dark bars crossing in twill, with a fine contrast line between them."""
    base, dark, line = (colour.from_hex(code) for code in (base, dark, line))

    def pattern(u, v):
        bar_u, bar_v = _band(u, period, 20, 66, 2), _band(v, period, 20, 66, 2)
        weave = 0.5 + 0.5 * np.clip(4 * np.sin((u + v) * np.float32(2 * np.pi / 3.8)), -1, 1)
        rgb = colour.mix(base, dark, 0.90 * (bar_u * weave + bar_v * (1 - weave)))
        thin_u, thin_v = _band(u, period, 3, 6.5), _band(v, period, 3, 6.5)
        return colour.mix(rgb, line, 0.75 * np.clip(thin_u * weave + thin_v * (1 - weave), 0, 1))

    return pattern


def tiled(image, tile_units):
    """Repeat a seamless linear-light tile."""

    def pattern(u, v):
        scale = np.float32(image.shape[0] / tile_units)
        return cv2.remap(image, u * scale - 0.5, v * scale - 0.5, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)

    return pattern
