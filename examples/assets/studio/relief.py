"""Folds on clothes, in centimetres, drawn in front view and looked up by x and y."""

import numpy as np

from generator import folds
from generator.canvas import Canvas, lookup, noise

_UNITS_PER_CM = 8.0
_MAP_TOP_CM = 158.0


def at(x_cm, y_cm):
    return 500 + x_cm * _UNITS_PER_CM, (_MAP_TOP_CM - y_cm) * _UNITS_PER_CM


def sample(field, p):
    return lookup(field, 500 + p[:, 0] * _UNITS_PER_CM - 0.5, np.clip((_MAP_TOP_CM - p[:, 1]) * _UNITS_PER_CM - 0.5, 0, 998))


def _both(group):
    return group + [fold.mirrored() for fold in group]


def of_a_top(seed, hem_y, amount=1.0):
    """Pulled from the armpits and the bust, slack above the hem."""
    lines = []
    for group_seed, flip in ((seed, False), (seed + 3, True)):
        group = folds.fan(at(-14.5, 123), [10, 30, 48, 64, 80], [110, 150, 190, 220, 230], 7.5, 0.72, group_seed, 40)
        group += folds.fan(at(-9.5, 118), [82, 97, 112], [170, 200, 150], 9, 0.75, group_seed + 4, 40)
        group += folds.fan(at(-18, 101), [-30, 24, 44], [120, 150, 130], 9.5, 0.62, group_seed + 8, 70)
        group += folds.fan(at(-14, hem_y + 1.5), [-62, -84, -40], [140, 170, 130], 8, 0.8, group_seed + 12, 40)
        group += folds.fan(at(-15, 139), [118, 100], [130, 120], 9, 0.45, group_seed + 20, 30)
        lines += [fold.mirrored() for fold in group] if flip else group
    (left, top), (right, bottom) = at(-12, 112), at(12, hem_y + 2)
    lines += folds.scattered((left, top, right, bottom), 9, 84, 190, 11, 0.85, seed + 30, 14)
    lines += folds.scattered((left, bottom - 120, right, bottom - 40), 4, 8, 120, 8, 0.5, seed + 31, 12)
    return _standing_off(lines, seed, amount)


def of_trousers(seed, amount=1.0):
    group = folds.fan(at(-1.0, 75), [196, 176, 156, 138, 215], [110, 120, 110, 120, 90], 7, 0.55, seed)
    group += folds.fan(at(-17, 50), [-12, 8, 26], [90, 100, 90], 8, 0.5, seed + 4)
    group += folds.fan(at(-4, 47), [170, 190], [80, 70], 8, 0.45, seed + 8)
    group += folds.fan(at(-17, 73), [40, 62, 84], [90, 120, 150], 8, 0.45, seed + 12)
    return _standing_off(_both(group), seed, 1.7 * amount)


def _standing_off(lines, seed, amount):
    canvas = Canvas(px_per_unit=1.0)
    relief = amount * (folds.fold_field(canvas, lines) + folds.rumple(canvas, seed + 40, 90, 0.5)) + 0.3
    # Cloth may stand off the body as far as it likes, but not sink into it.
    return np.where(relief < 0, 0.6 * np.tanh(relief / 0.6), relief).astype(np.float32)


def of_a_sleeve(along_cm, angle, length_cm, seed, amount=1.0):
    """Rings that run slantwise round the elbow, and slack above the cuff."""
    elbow = np.exp(-(((along_cm - 29) / 8) ** 2))
    cuff = np.exp(-(((along_cm - length_cm + 4) / 6) ** 2))
    sway = noise(along_cm * 0.6, angle * 6, seed, 9.0)
    ring = np.sin(along_cm * 0.95 + 1.6 * np.sin(angle + seed) + 1.1 * sway)
    return amount * (0.42 * elbow * ring + 0.10 * cuff * np.sin(along_cm * 1.3 + 1.2 * sway) + 0.14 * sway)
