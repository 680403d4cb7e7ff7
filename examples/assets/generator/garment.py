"""A garment as layers of cloth, and the three ways to draw it."""

from dataclasses import dataclass

import numpy as np

from . import colour
from .cloth import Layer, Raster
from .panels import cut


@dataclass
class Garment:
    inside: list[Layer]
    """What the openings show: the inside of the back, farthest first."""
    front: list[Layer]
    """What the wearer shows to the camera, lowest first."""

    def lit(self):
        """As a shop photographs it."""
        return _stack([layer.lit() for layer in self.inside + self.front], self._canvas)

    def cloth(self):
        """The front's own colours, unlit, with its openings transparent; a trace of shade tells a collar from what it lies on."""
        return _stack([layer.flat() for layer in self.front], self._canvas, contact=0.22, reach=3.5)

    def back(self):
        """The back, unlit: the whole silhouette, neck filled, in the fabric without prints and front details."""
        c, flat = self._canvas, self._canvas.zeros()
        panels = [panel for layer in self.front for panel in layer.panels]
        ground = max(panels, key=lambda panel: panel.mask.sum())
        rgb = cut(ground, c.x, c.y, flat, whole=False)
        for layer in self.front:
            shared = [panel.mask for panel in layer.panels if not panel.front_only]
            if shared:
                rgb = colour.mix(rgb, layer.albedo(c.x, c.y, whole=False), np.maximum.reduce(shared))
        return Raster(rgb, np.maximum.reduce([layer.alpha for layer in self.inside + self.front]))

    @property
    def _canvas(self):
        return self.front[0].canvas


def _stack(rasters, canvas, contact=0.5, reach=7.0):
    """Lay rasters over one another; each darkens what it lies on, next to its edge."""
    below = Raster(np.zeros((*canvas.zeros().shape, 3), np.float32), canvas.zeros())
    for above in rasters:
        shadow = np.clip(canvas.blur(canvas.shifted(above.alpha, reach * 0.35, reach * 0.7), reach), 0, 1)
        rgb = below.rgb * (1 - contact * shadow)[..., None]
        alpha = above.alpha + below.alpha * (1 - above.alpha)
        weight = above.alpha / np.maximum(alpha, 1e-6)
        below = Raster(colour.mix(rgb, above.rgb, weight), alpha)
    return below
