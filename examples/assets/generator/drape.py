"""Cloth that hangs from the waist: a pleated skirt and a sleeveless dress."""

import numpy as np

from . import blocks
from .canvas import noise
from .cloth import Layer
from .curves import mirrored, path, reflect, spanning, wobble
from .folds import fan, fold_field, rumple, scattered
from .garment import Garment
from .trims import collar_tag, patch

_WAIST_Y, _HEM_Y = 128, 884
_SKIRT_CUT_SEED, _DRESS_CUT_SEED = 96, 97


class Flare:
    """A trapezium of hanging cloth and the coordinate that follows its flutes from waist to hem."""

    def __init__(self, canvas, waist_y, hem_y, waist_half, hem_half):
        self.drop = np.clip((canvas.y - waist_y) / (hem_y - waist_y), 0, 1.06)
        half = waist_half + (hem_half - waist_half) * self.drop**0.85
        self.across = (canvas.x - 500) / half
        self.waist_y, self.hem_y, self.waist_half, self.hem_half = waist_y, hem_y, waist_half, hem_half

    def flutes(self, seed, count, height):
        """Cones that open towards the hem, no two alike."""
        sway = 0.35 * noise(self.across * 100, self.drop * 60, seed, 60, 90)
        phase = self.across * count * np.pi + sway + 0.9 * np.sin(self.across * 4.1 + seed)
        strength = 0.55 + 0.45 * np.sin(self.across * 7.3 + seed * 1.7)
        return (height * strength * self.drop**0.8 * np.sin(phase)).astype(np.float32)

    def outline(self, seed, count, sag=30.0, ripple=9.0):
        """The skirt's edge; the hem dips where a flute comes forward."""
        t = np.linspace(0, 1, 60)
        half = self.waist_half + (self.hem_half - self.waist_half) * t**0.85
        side = np.column_stack([500 - half, self.waist_y + (self.hem_y - self.waist_y) * t])
        hem = self.hem_line(seed, count, sag, ripple)
        top = np.column_stack([np.linspace(500 + self.waist_half, 500 - self.waist_half, 20), np.full(20, float(self.waist_y))])
        top[:, 1] += 10 * (1 - ((top[:, 0] - 500) / self.waist_half) ** 2)
        return np.vstack([side, hem, reflect(side)[::-1], top])

    def hem_line(self, seed, count, sag=30.0, ripple=9.0):
        across = np.linspace(-1, 1, 160)
        phase = across * count * np.pi + 0.9 * np.sin(across * 4.1 + seed)
        y = self.hem_y + sag * (1 - across**2) + ripple * np.sin(phase) * (1 - across**4)
        return np.column_stack([500 + across * self.hem_half, y])


def pleated_skirt(canvas, make_fabric, lining, thread, seed, pleats=22):
    """Shape skirt-pleated: knife pleats, pressed in at the waist and opening as they fall."""
    shape = lambda points: wobble(points, _SKIRT_CUT_SEED, 2)
    flare = Flare(canvas, _WAIST_Y, _HEM_Y, 150, 318)
    turn = flare.across + 0.018 * flare.drop * noise(flare.across * 100, flare.drop * 100, seed, 70, 160)
    position = (turn + 1) / 2 * pleats
    within = position - np.floor(position)

    def relief():
        # A pleat climbs gently, then drops back under its neighbour.
        saw = np.where(within < 0.86, within / 0.86, (1 - within) / 0.14)
        opening = 0.45 + 0.55 * np.clip(flare.drop, 0, 1)
        pressed = (9.0 * opening * saw**0.9).astype(np.float32)
        height = 26 * np.sqrt(np.clip(1 - 0.8 * flare.across**2, 0, 1))
        flutes = flare.flutes(_SKIRT_CUT_SEED, 3, 7.0)
        return (canvas.blur(pressed, 1.4) + flutes + rumple(canvas, seed + 5, 130, 2.0, 3.5, 88) + height).astype(np.float32)

    edge = flare.outline(_SKIRT_CUT_SEED, pleats / 2, 26, 3.2)
    front = Layer(canvas, seed, relief, roll=7).panel(shape(edge), make_fabric)
    hollow = np.clip((within - 0.84) / 0.06, 0, 1) * np.clip((1 - within) / 0.05, 0, 1) + 0.45 * np.exp(-within / 0.10)
    front.paint((0.42 * np.clip(hollow, 0, 1)).astype(np.float32), np.float32([0.02, 0.0, 0.005]))
    front.hem(shape(flare.hem_line(_SKIRT_CUT_SEED, pleats / 2, 26, 3.2))[::-1], thread, 9, (0.0,))

    waistband = shape(mirrored(path("M 500 96 C 440 96 390 92 350 84 L 346 132 C 390 142 440 146 500 146")))
    waist = Layer(canvas, seed + 1, lambda: rumple(canvas, seed + 30, 70, 1.2), roll=7, thickness=3).panel(waistband, make_fabric)
    patch(waist, waistband, thread, 4, height=0)
    inside = Layer(canvas, seed + 2, tone=0.5, roll=4)
    inside.panel(shape(mirrored(path("M 500 74 C 440 72 390 74 350 82 L 350 90 C 390 98 440 102 500 102"))), lining)
    collar_tag(inside, 478, 77, 44)
    return Garment([inside], [front, waist])


_BODICE = path("M 500 218 C 460 214 430 160 418 66 L 366 80 C 380 140 372 200 328 254 C 344 310 356 360 362 420 C 410 430 450 434 500 434")
_BODICE_NECK = path("M 418 66 C 430 160 460 214 500 218")
_BODICE_ARM = path("M 366 80 C 380 140 372 200 328 254")
_BODICE_WAIST = path("M 362 420 C 410 430 450 434 500 434")
_BODICE_BACK = mirrored(path("M 500 118 C 460 116 432 96 419 64 L 408 70 C 430 170 460 220 500 222"))


def sun_dress(canvas, fabric, lining, thread, seed):
    """Shape dress-sun: fitted bodice with darts, gathered skirt."""
    shape = lambda points: wobble(points, _DRESS_CUT_SEED, 2)
    flare = Flare(canvas, 408, 930, 140, 306)

    def skirt_relief():
        gathers = scattered((365, 424, 635, 450), 34, 90, 90, 5, 4.2, seed + 6, 9)
        relief = flare.flutes(_DRESS_CUT_SEED, 7, 13.0) + rumple(canvas, seed + 5, 90, 3.0, 4.0, 88) + fold_field(canvas, gathers)
        return relief + (34 * np.sqrt(np.clip(1 - 0.85 * flare.across**2, 0, 1))).astype(np.float32)

    skirt = Layer(canvas, seed, skirt_relief, roll=8).panel(shape(flare.outline(_DRESS_CUT_SEED, 7, 24, 10)), fabric)
    skirt.hem(shape(flare.hem_line(_DRESS_CUT_SEED, 7, 24, 10))[::-1], thread, 12, (0.0,))

    def bodice_relief():
        folds = []
        for side in (0, 1):
            group = fan((334, 262), [12, 34, 60], [110, 120, 140], 9, 4.4, seed + 10 + side)
            group += fan((366, 418), [-62, -30, -8], [90, 100, 90], 8, 3.6, seed + 12 + side)
            folds += [f.mirrored() for f in group] if side else group
        bust = sum(15 * np.exp(-(((canvas.x - x) / 62) ** 2 + ((canvas.y - 268) / 70) ** 2)) for x in (432, 568))
        return fold_field(canvas, folds) + rumple(canvas, seed + 25, 80, 2.4) + blocks.round_body(canvas, 30, 190) + bust.astype(np.float32)

    bodice = Layer(canvas, seed + 1, bodice_relief, roll=7).panel(shape(mirrored(_BODICE)), fabric)
    for arm in (_BODICE_ARM[::-1], reflect(_BODICE_ARM)):
        bodice.hem(shape(arm), thread, 6, (0.0,))
    bodice.seam(shape(spanning(_BODICE_WAIST)), 2.5, 3).on_front()
    for dart in (path("M 418 428 L 430 300"), path("M 342 310 L 410 286")):
        bodice.seam(shape(dart), 1.8, 1.6).seam(shape(reflect(dart)), 1.8, 1.6)
    bodice.hem(shape(spanning(_BODICE_NECK)), thread, 6, (0.0,))

    inside = Layer(canvas, seed + 2, tone=0.55, roll=4).panel(shape(_BODICE_BACK), lining)
    collar_tag(inside, 478, 130, 44)
    return Garment([inside], [skirt, bodice])
