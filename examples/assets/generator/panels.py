"""What a layer is made of: panels cut from fabric, and paint on top of them."""

from dataclasses import dataclass

import numpy as np

from .canvas import rotated


@dataclass
class Panel:
    mask: np.ndarray
    fabric: object
    grain_deg: float
    origin: tuple
    front_only: bool


@dataclass
class Paint:
    window: tuple
    mask: np.ndarray
    rgb: np.ndarray
    front_only: bool


def cut(panel, u, v, ridge, window=(slice(None), slice(None)), whole=True):
    """The panel's fabric in a window of the canvas, in the direction of its grain; prints only with `whole`."""
    fabric = panel.fabric if whole else getattr(panel.fabric, "unprinted", panel.fabric)
    pu, pv = rotated(u[window], v[window], panel.grain_deg, panel.origin)
    return fabric(pu + 500, pv + 500, ridge[window])


def window_of(mask):
    """The rows and columns that a mask reaches."""
    rows, cols = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    if not len(rows):
        return slice(0, 0), slice(0, 0)
    return slice(rows[0], rows[-1] + 1), slice(cols[0], cols[-1] + 1)
