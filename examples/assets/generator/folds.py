"""Folds as a height field: every fold is a curve with an uneven ridge along it."""

from dataclasses import dataclass

import cv2
import numpy as np

from .canvas import noise
from .curves import CENTRE_X

_COARSE_PX_PER_UNIT = 0.5


@dataclass(frozen=True)
class Fold:
    start: tuple
    bend: tuple
    end: tuple
    width: float
    height: float
    skew: float = 0.3
    """-1..1: how much steeper the left of the ridge is than the right, seen along the travel."""
    fade_in: float = 0.15
    """Fraction of the length over which the ridge rises; it dies away over all the rest."""

    def mirrored(self):
        flip = lambda p: (2 * CENTRE_X - p[0], p[1])
        return Fold(flip(self.start), flip(self.bend), flip(self.end), self.width, self.height, -self.skew, self.fade_in)


def smooth_rise(values, start, end):
    """0 up to `start`, 1 from `end` on, without a kink between."""
    t = np.clip((values - start) / (end - start), 0, 1)
    return t * t * (3 - 2 * t)


def fold_field(canvas, folds):
    """Sum of all ridges, evaluated coarsely: no fold is narrower than a few coarse pixels."""
    size_px = round(canvas.size_px / canvas.px_per_unit * _COARSE_PX_PER_UNIT)
    field = np.zeros((size_px, size_px), np.float32)
    for fold in folds:
        _add_ridge(field, fold)
    return cv2.resize(field, (canvas.size_px, canvas.size_px), interpolation=cv2.INTER_CUBIC)


def _add_ridge(field, fold):
    t = np.linspace(0, 1, 28)[:, None]
    a, b, c = (np.array(p, float) for p in (fold.start, fold.bend, fold.end))
    line = (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t**2 * c
    tangent = 2 * (1 - t) * (b - a) + 2 * t * (c - b)
    tangent /= np.maximum(np.hypot(*tangent.T)[:, None], 1e-6)

    reach = 3.5 * fold.width
    low = np.maximum(((line.min(0) - reach) * _COARSE_PX_PER_UNIT).astype(int), 0)
    high = np.minimum(((line.max(0) + reach) * _COARSE_PX_PER_UNIT).astype(int), len(field))
    if (high <= low).any():
        return
    x, y = np.meshgrid(*((np.arange(low[i], high[i]) + 0.5) / _COARSE_PX_PER_UNIT for i in (0, 1)))

    dx, dy = x[..., None] - line[:, 0], y[..., None] - line[:, 1]
    nearest = (dx**2 + dy**2).argmin(-1)
    pick = lambda values: np.take_along_axis(values, nearest[..., None], -1)[..., 0]
    px, py = pick(dx), pick(dy)
    tx, ty = tangent[nearest, 0], tangent[nearest, 1]
    across = px * -ty + py * tx
    along = px * tx + py * ty
    position = np.clip(t[nearest, 0] + along / max(np.hypot(*(c - a)), 1), -0.5, 1.5)

    # A fold opens as it runs: widest where it dies.
    width = fold.width * (0.75 + 0.5 * np.clip(position, 0, 1)) * (1 + fold.skew * np.sign(across))
    rise = np.clip(position / max(fold.fade_in, 1e-3), 0, 1)
    fall = np.clip((1 - position) / (1 - fold.fade_in), 0, 1)
    envelope = rise * rise * (3 - 2 * rise) * fall * fall * (3 - 2 * fall)
    ridge = fold.height * envelope * np.exp(-0.5 * (across / width) ** 2)
    field[low[1] : high[1], low[0] : high[0]] += ridge.astype(np.float32)


def fan(origin, headings_deg, lengths, width, height, seed, spread=14):
    """Folds that radiate from a point of tension such as an armpit; 0 degrees is right, 90 is down."""
    rng = np.random.default_rng(seed)
    folds = []
    for heading, length in zip(headings_deg, lengths):
        heading = np.deg2rad(heading + rng.normal(0, 3))
        direction = np.array([np.cos(heading), np.sin(heading)])
        sideways = np.array([-direction[1], direction[0]])
        start = np.array(origin) + rng.uniform(-spread, spread, 2) * 0.5 + direction * rng.uniform(0, spread)
        end = start + direction * length * rng.uniform(0.85, 1.15)
        bend = (start + end) / 2 + sideways * rng.normal(0, 0.10) * length
        folds.append(
            Fold(
                tuple(start),
                tuple(bend),
                tuple(end),
                width * rng.uniform(0.75, 1.3),
                height * rng.uniform(0.7, 1.2),
                rng.uniform(-0.55, 0.55),
                0.22,
            )
        )
    return folds


def scattered(box, count, heading_deg, length, width, height, seed, heading_spread=12):
    """Loose folds strewn over a box, all running roughly one way."""
    rng = np.random.default_rng(seed)
    left, top, right, bottom = box
    folds = []
    for _ in range(count):
        middle = np.array([rng.uniform(left, right), rng.uniform(top, bottom)])
        heading = np.deg2rad(heading_deg + rng.normal(0, heading_spread))
        direction = np.array([np.cos(heading), np.sin(heading)]) * length * rng.uniform(0.6, 1.3) / 2
        bend = middle + rng.normal(0, 0.08, 2) * length
        sign = rng.choice([1, 1, -0.8])
        folds.append(
            Fold(
                tuple(middle - direction),
                tuple(bend),
                tuple(middle + direction),
                width * rng.uniform(0.7, 1.5),
                sign * height * rng.uniform(0.5, 1.2),
                rng.uniform(-0.5, 0.5),
                0.4,
            )
        )
    return folds


def rumple(canvas, seed, period, height, stretch=2.2, heading_deg=80):
    """The restless residue of cloth that has been worn: creased noise, drawn out along one direction."""
    radians = np.deg2rad(heading_deg)
    cos, sin = np.float32(np.cos(radians)), np.float32(np.sin(radians))
    warp_x = noise(canvas.x, canvas.y, seed + 1, period * 2.5) * np.float32(period * 0.35)
    warp_y = noise(canvas.x, canvas.y, seed + 2, period * 2.5) * np.float32(period * 0.35)
    x, y = canvas.x + warp_x, canvas.y + warp_y
    along, across = cos * x + sin * y, -sin * x + cos * y
    broad = noise(along, across, seed + 3, period * stretch, period)
    creased = -np.sqrt(noise(along, across, seed + 4, period * stretch, period) ** 2 + 0.12)
    fine = noise(along, across, seed + 5, period * stretch * 0.45, period * 0.4)
    return height * (0.75 * broad + 0.3 * creased + 0.12 * fine)
