"""Signed distances to simple solids, in centimetres; y is up and z comes towards the camera."""

import numpy as np


def capsule(p, start, end, start_radius, end_radius):
    """A limb: a rod whose radius changes evenly along it."""
    a, b = np.float32(start), np.float32(end)
    axis = b - a
    along = np.clip((p - a) @ axis / (axis @ axis), 0, 1)
    radius = start_radius + (end_radius - start_radius) * along
    return np.linalg.norm(p - a - along[:, None] * axis, axis=1) - radius


def ellipsoid(p, centre, radii):
    radii = np.float32(radii)
    q = (p - np.float32(centre)) / radii
    length = np.linalg.norm(q, axis=1)
    gradient = np.linalg.norm(q / radii, axis=1)
    return length * (length - 1) / np.maximum(gradient, 1e-6)


class Column:
    """A body of varying oval section. Rows of the table: y, half width, half depth, centre z; from low to high."""

    def __init__(self, table, power=2.4, smoothing_cm=2.5):
        table = np.float32(table)
        self.power, self.low, self.high = np.float32(power), table[0, 0], table[-1, 0]
        self._y = np.arange(self.low - 20, self.high + 20, 0.25, np.float32)
        kernel = np.exp(-0.5 * (np.arange(-40, 41) * 0.25 / smoothing_cm) ** 2)
        kernel /= kernel.sum()
        # Straight pieces between rows would show as creases in the light.
        self._rows = [
            np.convolve(np.pad(np.interp(self._y, table[:, 0], c), 40, "edge"), kernel, "valid").astype(np.float32) for c in table.T[1:]
        ]

    def __call__(self, p):
        w, d, z = (np.interp(p[:, 1], self._y, row).astype(np.float32) for row in self._rows)
        ratio = (np.abs(p[:, 0] / w) ** self.power + np.abs((p[:, 2] - z) / d) ** self.power) ** (1 / self.power)
        side = (ratio - 1) * np.minimum(w, d)
        return np.maximum(side, np.maximum(p[:, 1] - self.high, self.low - p[:, 1]))


def beyond(p, point, direction):
    """Signed distance past a plane; positive on the side `direction` points to."""
    direction = np.float32(direction) / np.linalg.norm(direction)
    return (p - np.float32(point)) @ direction.astype(np.float32)


def blend(a, b, radius):
    """Union with a fillet."""
    h = np.clip(0.5 + 0.5 * (b - a) / radius, 0, 1)
    return b + (a - b) * h - radius * h * (1 - h)


def mirrored(p):
    """Fold the right half onto the left, for solids that come in pairs."""
    q = p.copy()
    q[:, 0] = -np.abs(q[:, 0])
    return q


def within(p, low_y, high_y, solid, margin_cm):
    """Evaluate a solid only near the heights it occupies; elsewhere the gap in height is a safe bound."""
    bound = np.maximum(low_y - p[:, 1], p[:, 1] - high_y)
    near = np.flatnonzero(bound < margin_cm)
    if len(near):
        bound[near] = solid(p[near])
    return bound
