"""Outlines and lines as point lists, in design units (the drawing square is 1000 x 1000, y down)."""

import math
import re

import numpy as np

CENTRE_X = 500.0
_STEPS_PER_SEGMENT = 24


def path(text):
    """Flatten an absolute SVG path of M, L, Q and C commands into an (N, 2) array."""
    points = []
    for command, body in re.findall(r"([MLQC])([^MLQC]*)", text):
        numbers = np.array([float(n) for n in body.replace(",", " ").split()]).reshape(-1, 2)
        arity = {"M": 1, "L": 1, "Q": 2, "C": 3}[command]
        for group in numbers.reshape(-1, arity, 2):
            if arity == 1:
                points.append(group[0])
            else:
                points.extend(_bezier(np.vstack([points[-1], group])))
    return np.array(points)


def _bezier(control):
    degree = len(control) - 1
    t = np.linspace(0, 1, _STEPS_PER_SEGMENT + 1)[1:, None]
    weights = [math.comb(degree, i) * (1 - t) ** (degree - i) * t**i for i in range(degree + 1)]
    return sum(w * p for w, p in zip(weights, control))


def reflect(points):
    """Mirror left and right about the garment's centre line."""
    return np.column_stack([2 * CENTRE_X - points[:, 0], points[:, 1]])


def mirrored(half):
    """Close a left half that runs from the centre line to the centre line."""
    return np.vstack([half, reflect(half)[::-1]])


def spanning(half):
    """Extend a left half line that ends on the centre line over to the right side."""
    return np.vstack([half, reflect(half)[::-1][1:]])


def resample(points, step):
    """Points at equal arc length, so that stitches and ribs are evenly spaced."""
    lengths = np.hypot(*np.diff(points, axis=0).T)
    travelled = np.concatenate([[0], np.cumsum(lengths)])
    at = np.arange(0, travelled[-1], step)
    return np.column_stack([np.interp(at, travelled, points[:, axis]) for axis in (0, 1)])


def normals(points):
    """Unit normals, to the right of the direction of travel on screen."""
    tangent = np.gradient(points, axis=0)
    tangent /= np.maximum(np.hypot(*tangent.T)[:, None], 1e-9)
    return np.column_stack([-tangent[:, 1], tangent[:, 0]])


def offset(points, distance):
    """A parallel line; a positive distance goes to the right of the direction of travel."""
    return points + distance * normals(points)


def band(points, width):
    """The closed outline of a strip of cloth centred on a line."""
    return np.vstack([offset(points, -width / 2), offset(points, width / 2)[::-1]])


def wobble(points, seed, amplitude=2.5):
    """Break the perfect symmetry that betrays a drawing: a smooth shift that depends on place only.

    Neighbouring panels wobbled with one seed therefore keep their common edges.
    """
    rng = np.random.default_rng(seed)
    moved = points.copy()
    for axis in (0, 1):
        for _ in range(4):
            frequency = rng.uniform(0.004, 0.016, 2) * rng.choice([-1, 1], 2)
            phase = rng.uniform(0, 2 * math.pi)
            moved[:, axis] += amplitude / 2 * np.sin(points @ frequency + phase)
    return moved
