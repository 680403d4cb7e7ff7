"""A short A-line skirt with a button front, as jeans are made."""

import numpy as np

from .cloth import Layer
from .curves import mirrored, offset, path, reflect, spanning, wobble
from .denim import lapped_seam
from .folds import fan, fold_field, rumple, scattered
from .garment import Garment
from .trims import button, collar_tag, patch, rectangle

_BODY = path("M 500 196 C 410 196 330 190 264 178 C 236 260 206 330 190 420 C 166 560 140 680 118 806 C 240 842 370 854 500 854")
_BAND = mirrored(path("M 500 258 C 410 258 320 252 248 238 L 264 174 C 330 190 410 197 500 197"))
_INSIDE = mirrored(path("M 500 160 C 410 158 330 160 266 172 L 264 184 C 330 198 410 206 500 206"))
_HEM = path("M 120 806 C 240 842 370 854 500 854")
_CUT_SEED = 181


def _shape(points):
    return wobble(points, _CUT_SEED, 3.0)


def _both(points):
    return _shape(points), _shape(reflect(points)[::-1])


def button_skirt(canvas, fabric, inside_fabric, thread, metal, seed):
    """Shape skirt-a."""

    def relief():
        folds = scattered((220, 620, 780, 860), 9, 88, 260, 20, 6.0, seed + 9)
        for side in (0, 1):
            hip = fan((236, 300), [30, 52, 76], [200, 220, 260], 14, 5.4, seed + side)
            hip += fan((150, 806), [-78, -62], [260, 220], 18, 6.0, seed + 4 + side)
            folds += [f.mirrored() for f in hip] if side else hip
        across = np.clip(np.abs(canvas.x - 500) / (250 + 0.2 * (canvas.y - 180)), 0, 1)
        drum = 44 * np.sqrt(np.clip(1 - 0.8 * across**4, 0, 1))
        return (fold_field(canvas, folds) + rumple(canvas, seed + 20, 120, 4.4, 1.8) + drum).astype(np.float32)

    front = Layer(canvas, seed, relief, roll=12, thickness=5).panel(_shape(mirrored(_BODY)), fabric)
    for side in _both(path("M 248 240 C 222 310 204 360 198 420 C 174 560 148 680 126 806")):
        front.seam(side, 1.6, 2.4)
    for row in (26, 36):
        front.stitch(_shape(spanning(_HEM - (0, row))), thread, 6, 3.6, 2.0)
    front.on_front()
    placket = _shape(rectangle(462, 256, 538, 853))
    front.panel(placket, fabric)
    patch(front, placket, thread, 6, height=2.8)
    for panel in _both(path("M 352 262 C 336 420 320 640 308 836")):
        lapped_seam(front, panel, thread, 3.4, 7.0)
    for pocket in _both(path("M 232 352 C 300 350 372 318 392 256")):
        front.seam(pocket, 3.2, 3.0)
        front.stitch(offset(pocket, 7), thread, 6, 3.6, 2.0).stitch(offset(pocket, 15), thread, 6, 3.6, 2.0)
    for y in (330, 436, 542, 648, 754):
        button(front, 500, y, 15, metal, holes=False)

    waist = Layer(canvas, seed + 1, lambda: rumple(canvas, seed + 30, 90, 1.8), roll=8, thickness=4)
    outline = _shape(_BAND)
    patch(waist.panel(outline, fabric, 90), outline, thread, 6, height=0)
    for x in (316, 684):
        loop = _shape(rectangle(x - 12, 180, x + 12, 266))
        patch(waist.panel(loop, fabric), loop, thread, 4.5, height=2.6)
    button(waist.on_front(), 502, 228, 16, metal, holes=False)
    inside = Layer(canvas, seed + 2, tone=0.55, roll=5).panel(_shape(_INSIDE), inside_fabric)
    collar_tag(inside, 470, 163, 62)
    return Garment([inside], [front, waist])
