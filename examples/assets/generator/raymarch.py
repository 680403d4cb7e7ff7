"""Sphere tracing of a figure in front of a wall: hits, normals, soft shadows, ambient occlusion."""

from dataclasses import dataclass

import numpy as np

# Folds bend the field, so a full step could cross a thin crest.
_STEP_FRACTION = 0.8
_HIT_CM = 0.015
_BOX_LOW, _BOX_HIGH = np.float32([-36, 0, -17]), np.float32([36, 175, 17])
_CHUNK = 200_000
# Shade asks how far things are, not only whether they are near: lower bounds must not cut in early.
_SHADE_MARGIN_CM = 16.0


@dataclass(frozen=True)
class Camera:
    eye: tuple
    centre_y: float
    height_cm: float
    """How much of the plane z = 0 the picture shows from top to bottom."""

    def rays(self, width_px, height_px):
        scale = self.height_cm / height_px
        x, y = np.meshgrid(
            (np.arange(width_px) + 0.5 - width_px / 2) * scale, (height_px / 2 - np.arange(height_px) - 0.5) * scale + self.centre_y
        )
        target = np.stack([x.ravel(), y.ravel(), np.zeros(x.size)], 1)
        direction = target - np.float32(self.eye)
        return (direction / np.linalg.norm(direction, axis=1, keepdims=True)).astype(np.float32)


def _box_span(origin, direction):
    with np.errstate(divide="ignore", invalid="ignore"):
        low, high = (_BOX_LOW - origin) / direction, (_BOX_HIGH - origin) / direction
    return np.minimum(low, high).max(1), np.maximum(low, high).min(1)


def trace(figure, origin, direction, steps=110):
    """Distance along each ray to the figure; infinity where it is missed."""
    near, far = _box_span(origin, direction)
    travelled = np.maximum(near, 0)
    found = np.full(len(direction), np.inf, np.float32)
    active = np.flatnonzero(near < far)
    for _ in range(steps):
        if not len(active):
            break
        gap = _in_chunks(figure.distance, origin + direction[active] * travelled[active, None])
        hit = gap < _HIT_CM
        found[active[hit]] = travelled[active[hit]]
        travelled[active] += np.maximum(gap, 0.01) * _STEP_FRACTION
        active = active[~hit & (travelled[active] < far[active])]
    return found


def normals(figure, p, reach_cm=0.12):
    """Gradient by four taps at the corners of a tetrahedron."""
    total = np.zeros_like(p)
    for corner in np.float32([[1, -1, -1], [-1, -1, 1], [-1, 1, -1], [1, 1, 1]]):
        total += corner * _in_chunks(figure.distance, p + corner * reach_cm)[:, None]
    return total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-9)


def openness(figure, p, normal, reaches=(0.6, 1.6, 3.5, 7.0, 13.0)):
    """1 in the open, towards 0 in a crevice: how far the field falls behind free space along the normal."""
    closed = np.zeros(len(p), np.float32)
    for index, reach in enumerate(reaches):
        gap = _in_chunks(figure.distance, p + normal * reach, _SHADE_MARGIN_CM)
        closed += np.clip(reach - gap, 0, None) / reach * 0.62**index
    return np.clip(1 - 0.55 * closed, 0.04, 1)


def shadow(figure, p, light, softness=7.0, steps=40, reach_cm=90.0):
    """Visibility of a large light: the narrowest cone that the ray squeezes through."""
    light = np.float32(light) / np.linalg.norm(light)
    visible = np.ones(len(p), np.float32)
    travelled = np.full(len(p), 0.5, np.float32)
    active = np.arange(len(p))
    for _ in range(steps):
        gap = _in_chunks(figure.distance, p[active] + light * travelled[active, None], _SHADE_MARGIN_CM)
        visible[active] = np.minimum(visible[active], 0.5 + 0.5 * softness * gap / travelled[active])
        travelled[active] += np.clip(gap, 0.4, 6)
        active = active[(visible[active] > 0) & (travelled[active] < reach_cm)]
        if not len(active):
            break
    visible = np.clip(visible, 0, 1)
    return visible * visible * (3 - 2 * visible)


def _in_chunks(distance, p, *options):
    """Bound the memory of one evaluation."""
    p = p.astype(np.float32)
    return np.concatenate([distance(p[i : i + _CHUNK], *options) for i in range(0, len(p), _CHUNK)]).astype(np.float32)
