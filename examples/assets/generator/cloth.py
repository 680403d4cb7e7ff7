"""A layer of cloth: panels cut from fabric, a common relief, and the light on it."""

from dataclasses import dataclass

import numpy as np

from . import colour
from .canvas import noise, rotated
from .curves import normals, resample

# The direction towards a large soft box above and to the left of the camera.
_LIGHT = np.array([-0.48, -0.58, 0.658], np.float32)
_AMBIENT = 0.36
_SHEEN = 0.05


@dataclass
class Raster:
    rgb: np.ndarray
    """Linear light, not premultiplied."""
    alpha: np.ndarray


class Layer:
    """Everything that hangs together as one surface: a front with its sleeves, a collar, a pocket."""

    def __init__(self, canvas, seed, relief=None, roll=9.0, tone=1.0, thickness=3.0):
        self.canvas, self.seed = canvas, seed
        self.relief = canvas.zeros() if relief is None else relief.copy()
        self.roll, self.tone, self.thickness = roll, tone, thickness
        self.alpha = canvas.zeros()
        self._panels, self._paint = [], []

    def panel(self, outline, fabric, grain_deg=0.0, origin=(500, 500)):
        mask = self.canvas.fill(outline)
        self._panels.append((mask, fabric, grain_deg, origin))
        self.alpha = np.maximum(self.alpha, mask)
        return self

    def seam(self, line, depth=1.2, width=3.0):
        """A sewn line sinks, and the cloth beside it puckers a little."""
        c = self.canvas
        groove = c.blur(c.stroke(line, width), width * 0.6)
        beside = c.blur(c.stroke(line, width * 6), width * 2.5)
        pucker = noise(c.x, c.y, self.seed + 77, 15) * beside
        self.relief += -depth * groove + 0.45 * pucker
        return self

    def step(self, outline, height=1.4, softness=1.2):
        """Cloth sewn on top: the region inside stands a little higher and throws a line of shade."""
        c = self.canvas
        mask = c.fill(outline)
        self.relief += height * c.blur(mask, softness)
        rim = np.clip(c.blur(c.shifted(mask, 1.0, 2.6), 2.4) - mask, 0, 1)
        self._paint.append((rim * 0.38, np.float32([0.02, 0.02, 0.02])))
        return self

    def stitch(self, line, code, dash=4.2, gap=2.6, width=1.5, opacity=0.9):
        """Dashes of thread, each lying in its own small dent."""
        c = self.canvas
        points = resample(line, 0.7)
        per_dash, period = max(2, round(dash / 0.7)), max(3, round((dash + gap) / 0.7))
        dashes = [points[i : i + per_dash] for i in range(0, len(points) - per_dash, period)]
        thread = c.stroke(dashes, width)
        dent = c.stroke(line, width * 1.8)
        self._paint.append((c.blur(dent, width * 0.8) * 0.28, np.float32([0, 0, 0])))
        self._paint.append((thread * opacity, colour.from_hex(code)))
        self.relief += -0.5 * c.blur(dent, width) + 0.3 * c.blur(thread, 0.5)
        return self

    def hem(self, line, code, inset=16.0, rows=(0.0, 4.0)):
        """A turned edge: rows of stitching and the ridge that the folded cloth makes."""
        for row in rows:
            self.stitch(line + normals(line) * (inset + row), code, dash=3.4, gap=2.0, width=1.1, opacity=0.75)
        return self

    def rib(self, line, width, period=4.6, depth=0.5):
        """Ribbing across a band that follows `line`."""
        c = self.canvas
        points = resample(line, period)
        across = normals(points) * width / 2
        ribs = c.blur(c.stroke([np.array([p - n, p + n]) for p, n in zip(points, across)], period * 0.4), 0.7)
        self.relief += depth * ribs
        self._paint.append(((1 - ribs) * c.fill(np.vstack([points + across, (points - across)[::-1]])) * 0.13, np.float32([0, 0, 0])))
        return self

    def paint(self, mask, rgb):
        self._paint.append((mask, rgb))
        return self

    def render(self):
        c = self.canvas
        depth = c.depth_inside(self.alpha)
        edge = np.clip(1 - depth / self.roll, 0, 1)
        height = c.blur(self.relief, 0.6) - self.thickness * edge * edge
        slope_x, slope_y = c.slope(height)
        slide_x, slide_y = (np.tanh(2 * s) / 2 for s in c.slope(c.blur(self.relief, 5)))
        ridge = height - c.blur(height, 14)

        # A slope foreshortens the cloth: the pattern slides along with it.
        u = c.x + 9 * slide_x + 1.6 * noise(c.x, c.y, self.seed + 11, 190)
        v = c.y + 9 * slide_y + 1.6 * noise(c.x, c.y, self.seed + 12, 190)

        albedo = np.zeros((*c.zeros().shape, 3), np.float32)
        for mask, fabric, grain_deg, origin in self._panels:
            pu, pv = rotated(u, v, grain_deg, origin)
            albedo = colour.mix(albedo, fabric(pu + 500, pv + 500, ridge), mask)
        for mask, rgb in self._paint:
            albedo = colour.mix(albedo, rgb, mask)

        lit = self._light(slope_x, slope_y)
        shade = lit * self._occlusion(height, depth) * self.tone * self._fall_off()
        # Light that has bounced between threads keeps their colour: shaded cloth is more saturated.
        deeper = np.clip(1 - shade, 0, 1)[..., None]
        tinted = albedo * shade[..., None] * (albedo / np.maximum(albedo.max(-1, keepdims=True), 1e-3)) ** (0.35 * deeper)
        # Fibres on a crest catch the light whatever their dye: it is what shows folds in dark cloth.
        sheen = _SHEEN * self.tone * np.clip(lit - 0.93, 0, 0.6) ** 1.2
        return Raster(tinted + sheen[..., None], self.alpha)

    def _fall_off(self):
        """The light hangs above: lower and right-hand parts get a little less of it."""
        return 1.04 - 0.10 * self.canvas.y / 1000 - 0.04 * self.canvas.x / 1000

    def _light(self, slope_x, slope_y):
        length = np.sqrt(slope_x**2 + slope_y**2 + 1)
        facing = (-slope_x * _LIGHT[0] - slope_y * _LIGHT[1] + _LIGHT[2]) / length
        wrapped = np.clip((facing + 0.25) / 1.25, 0, 1.2)
        level = (_LIGHT[2] + 0.25) / 1.25
        return _AMBIENT + (1 - _AMBIENT) * wrapped / level

    def _occlusion(self, height, depth):
        c = self.canvas
        hollow = np.clip(c.blur(height, 7) - height, 0, None) + 0.6 * np.clip(c.blur(height, 22) - height, 0, None)
        rim = 0.16 * np.exp(-depth / 4) + 0.10 * np.exp(-depth / 18)
        return np.exp(-0.13 * hollow) * (1 - rim)


def stack(canvas, layers, contact=0.5, reach=7.0):
    """Lay layers over one another; each darkens what it lies on, next to its edge."""
    below = Raster(np.zeros((*canvas.zeros().shape, 3), np.float32), canvas.zeros())
    for layer in layers:
        above = layer.render()
        shadow = np.clip(canvas.blur(canvas.shifted(above.alpha, reach * 0.35, reach * 0.7), reach), 0, 1)
        rgb = below.rgb * (1 - contact * shadow)[..., None]
        alpha = above.alpha + below.alpha * (1 - above.alpha)
        weight = above.alpha / np.maximum(alpha, 1e-6)
        below = Raster(colour.mix(rgb, above.rgb, weight), alpha)
    return below
