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


def cross_stripes(ground, *stripes, period):
    """Stripes across the body on `ground`: each is (hex code, from, to) in units within a period."""
    ground = colour.from_hex(ground)
    stripes = [(colour.from_hex(code), start, end) for code, start, end in stripes]

    def pattern(u, v):
        rgb = np.broadcast_to(ground, (*u.shape, 3))
        for code, start, end in stripes:
            rgb = colour.mix(rgb, code, _band(v, period, start, end))
        return rgb

    return pattern


def pinstripe(ground, stripe, period=24, width=2.2, soft=1.2):
    """Fine lines along the grain."""
    ground, stripe = colour.from_hex(ground), colour.from_hex(stripe)
    return lambda u, v: colour.mix(ground, stripe, 0.9 * _band(u, period, period / 2, period / 2 + width, soft))


def gingham(ground, dye, period=22):
    """Dyed and undyed bars of equal width: three depths of one colour."""
    ground, dye = colour.from_hex(ground), colour.from_hex(dye)

    def pattern(u, v):
        bars = _band(u, period, period / 4, 3 * period / 4) + _band(v, period, period / 4, 3 * period / 4)
        return colour.mix(ground, dye, 0.5 * bars)

    return pattern


def windowpane(ground, line, period=84, width=3.0):
    """A wide grid of single lines."""
    ground, line = colour.from_hex(ground), colour.from_hex(line)

    def pattern(u, v):
        weave = 0.5 + 0.5 * np.clip(4 * np.sin((u + v) * np.float32(2 * np.pi / 3.4)), -1, 1)
        crossing = _band(u, period, 20, 20 + width) * weave + _band(v, period, 20, 20 + width) * (1 - weave)
        return colour.mix(ground, line, np.clip(1.2 * crossing, 0, 1) * 0.85)

    return pattern
