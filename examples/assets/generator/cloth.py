"""A layer of cloth: panels cut from fabric, a common relief, and what is sewn or printed on it."""

from dataclasses import dataclass

import numpy as np

from . import colour, light
from .canvas import noise
from .curves import normals, resample
from .panels import Paint, Panel, cut, window_of


@dataclass
class Raster:
    rgb: np.ndarray
    """Linear light, not premultiplied."""
    alpha: np.ndarray


class Layer:
    """Everything that hangs together as one surface: a front with its sleeves, a collar, a pocket.

    `relief`, a function without arguments, gives the folds as a height field in design units; it is called
    only when the layer is lit.
    """

    def __init__(self, canvas, seed, relief=None, roll=9.0, tone=1.0, thickness=3.0):
        self.canvas, self.seed = canvas, seed
        self.roll, self.tone, self.thickness = roll, tone, thickness
        self.alpha = canvas.zeros()
        self.detail = canvas.zeros()
        self.panels = []
        self._relief, self._paint, self._front_only = relief, [], False

    def on_front(self):
        """From here on, whatever is added is missing on the back of the garment."""
        self._front_only = True
        return self

    def panel(self, outline, fabric, grain_deg=0.0, origin=(500, 500)):
        mask = self.canvas.fill(outline)
        self.panels.append(Panel(mask, fabric, grain_deg, origin, self._front_only))
        self.alpha = np.maximum(self.alpha, mask)
        return self

    def seam(self, line, depth=1.2, width=3.0):
        """A sewn line sinks, and the cloth beside it puckers a little."""
        c = self.canvas
        groove = c.blur(c.stroke(line, width), width * 0.6)
        beside = c.blur(c.stroke(line, width * 6), width * 2.5)
        self.detail += -depth * groove + 0.45 * noise(c.x, c.y, self.seed + 77, 15) * beside
        return self.paint(0.16 * c.blur(c.stroke(line, 1.0), 0.5), np.float32([0.02, 0.02, 0.02]))

    def step(self, outline, height=1.4, softness=1.2):
        """Cloth sewn on top: the region inside stands a little higher and throws a line of shade."""
        c = self.canvas
        mask = c.fill(outline)
        self.detail += height * c.blur(mask, softness)
        rim = np.clip(c.blur(c.shifted(mask, 1.0, 2.6), 2.4) - mask, 0, 1)
        return self.paint(rim * 0.38, np.float32([0.02, 0.02, 0.02]))

    def stitch(self, line, code, dash=4.2, gap=2.6, width=1.5, opacity=0.9):
        """Dashes of thread, each lying in its own small dent."""
        c = self.canvas
        points = resample(line, 0.7)
        per_dash, period = max(2, round(dash / 0.7)), max(3, round((dash + gap) / 0.7))
        dashes = [points[i : i + per_dash] for i in range(0, len(points) - per_dash, period)]
        thread = c.stroke(dashes, width)
        dent = c.stroke(line, width * 1.8)
        self.paint(c.blur(dent, width * 0.8) * 0.28, np.float32([0, 0, 0]))
        self.paint(thread * opacity, colour.from_hex(code))
        self.detail += -0.5 * c.blur(dent, width) + 0.3 * c.blur(thread, 0.5)
        return self

    def hem(self, line, code, inset=16.0, rows=(0.0, 4.0)):
        """A turned edge: rows of stitching, `inset` units to the right of the line's direction of travel."""
        for row in rows:
            self.stitch(line + normals(line) * (inset + row), code, dash=3.4, gap=2.0, width=1.1, opacity=0.75)
        return self

    def rib(self, line, width, period=4.6, depth=0.5):
        """Ribbing across a band that follows `line`."""
        c = self.canvas
        points = resample(line, period)
        across = normals(points) * width / 2
        ribs = c.blur(c.stroke([np.array([p - n, p + n]) for p, n in zip(points, across)], period * 0.4), 0.7)
        self.detail += depth * ribs
        between = (1 - ribs) * c.fill(np.vstack([points + across, (points - across)[::-1]]))
        return self.paint(between * 0.13, np.float32([0, 0, 0]))

    def emboss(self, height):
        """Raise the cloth itself by a height field in units: a cable, a pressed crease."""
        self.detail += height
        return self

    def paint(self, mask, rgb):
        """Cover with a linear-light colour, or an image of the canvas's size, by `mask` 0..1."""
        window = window_of(mask)
        rgb = rgb[window] if np.ndim(rgb) == 3 else rgb
        self._paint.append(Paint(window, mask[window].copy(), rgb, self._front_only))
        return self

    def flat(self):
        """The dyed cloth as it would lie on a scanner: no folds, no light."""
        c = self.canvas
        return Raster(self.albedo(c.x, c.y), self.alpha)

    def lit(self):
        c = self.canvas
        folds = c.zeros() if self._relief is None else self._relief()
        relief = folds + self.detail
        depth = c.depth_inside(self.alpha)
        edge = np.clip(1 - depth / self.roll, 0, 1)
        height = c.blur(relief, 0.6) - self.thickness * edge * edge
        slide_x, slide_y = (np.tanh(2 * s) / 2 for s in c.slope(c.blur(relief, 5)))
        # A slope foreshortens the cloth: the pattern slides along with it.
        u = c.x + 9 * slide_x + 1.6 * noise(c.x, c.y, self.seed + 11, 190)
        v = c.y + 9 * slide_y + 1.6 * noise(c.x, c.y, self.seed + 12, 190)
        albedo = self.albedo(u, v, height - c.blur(height, 14))
        return Raster(light.shaded(c, albedo, height, depth, self.tone), self.alpha)

    def albedo(self, u, v, ridge=None, whole=True):
        """Linear RGB at cloth coordinates u, v; with `whole` false only what the back has too."""
        ridge = self.canvas.zeros() if ridge is None else ridge
        rgb = np.zeros((*u.shape, 3), np.float32)
        cover = self.canvas.zeros()
        for panel in self.panels:
            if whole or not panel.front_only:
                window = window_of(panel.mask)
                mask = panel.mask[window]
                rgb[window] = colour.mix(rgb[window], cut(panel, u, v, ridge, window, whole), mask)
                cover[window] += (1 - cover[window]) * mask
        rgb /= np.maximum(cover, 1e-3)[..., None]
        for paint in self._paint:
            if whole or not paint.front_only:
                rgb[paint.window] = colour.mix(rgb[paint.window], paint.rgb, paint.mask)
        return rgb
