"""Jeans: a waistband, a fly, scooped pockets, and two legs that crease at crotch, knee and hem."""

import numpy as np

from .cloth import Layer
from .curves import mirrored, offset, path, reflect, wobble
from .denim import COPPER, lapped_seam
from .folds import Fold, fan, fold_field, rumple, scattered, smooth_rise
from .garment import Garment
from .trims import button, collar_tag, patch, rectangle

STRAIGHT = path(
    "M 500 92 C 440 92 392 88 352 80 C 342 140 318 215 303 305 C 288 440 286 700 292 962"
    " C 340 972 392 972 442 966 C 452 770 476 560 497 424 L 500 418"
)
_INSIDE = mirrored(path("M 500 66 C 440 64 390 64 354 76 L 352 84 C 390 94 440 98 500 98"))
_BAND = mirrored(path("M 500 134 C 440 134 384 130 343 122 L 352 79 C 390 89 440 93 500 93"))
_CUT_SEED = 95


def shape(points):
    return wobble(points, _CUT_SEED, 2.5)


def both(points):
    return shape(points), shape(reflect(points)[::-1])


def thigh_fade(u, v):
    """Where indigo wears off: down the front of each thigh, around the knee most of all."""
    axis = np.where(u < 500, 380, 620)
    across = np.exp(-(((u - axis) / 48) ** 2))
    along = np.exp(-(((v - 480) / 220) ** 2))
    return (0.34 * across * along).astype(np.float32)


def _folds(seed, whiskers):
    """Whiskers from the crotch, rings behind the knee, and the stack above the hem; no leg like the other."""
    rng = np.random.default_rng(seed)
    folds = []
    for side in (0, 1):
        group = fan((492, 424), [188, 172, 204, 156], [120, 150, 100, 120], 8, 4.6, seed + side)
        for knee_y, length in ((600, 118), (632, 128), (664, 108), (905, 120), (930, 124)):
            y = knee_y + rng.uniform(-12, 12)
            start, bend = (462 - (y - 600) * 0.04, y), (400, y + rng.uniform(8, 28))
            group.append(Fold(start, bend, (462 - length, y - rng.uniform(-6, 16)), 9, rng.uniform(3.5, 6), 0.3, 0.3))
            bend, end = (370, y + rng.uniform(20, 40)), (290 + length * 0.7, y + 20)
            group.append(Fold((290, y + 14), bend, end, 8, rng.uniform(2.5, 4.5), -0.3, 0.2))
        if whiskers:
            group += [Fold((320 + i * 4, 240 + i * 24), (385, 262 + i * 26), (450, 300 + i * 26), 6, 2.6, 0.2, 0.3) for i in range(4)]
        folds += [f.mirrored() for f in group] if side else group
    return folds + scattered((310, 480, 690, 900), 8, 88, 200, 12, 3.2, seed + 9)


def relief(canvas, seed, softness=1.0, whiskers=True):
    """The folds of a pair of straight legs, and their roundness."""
    legs = [np.clip(1 - ((canvas.x - axis) / 108) ** 2, 0, 1) for axis in (384, 616)]
    round_legs = 24 * np.sqrt(np.maximum(*legs)) * smooth_rise(canvas.y, 230, 520)
    folds = softness * (fold_field(canvas, _folds(seed, whiskers)) + rumple(canvas, seed + 20, 80, 3.4))
    return canvas.blur((folds + round_legs).astype(np.float32), 1.5)


def jeans(canvas, fabric, inside_fabric, thread, seed):
    """Shape trousers-straight."""
    front = Layer(canvas, seed, lambda: relief(canvas, seed), thickness=4).panel(shape(mirrored(STRAIGHT)), fabric)
    for side_seam in both(path("M 338 134 C 326 210 308 260 305 310 C 294 480 293 700 298 962")):
        front.seam(side_seam, 1.4, 2.0)
    for hem in both(path("M 442 948 C 392 954 340 954 292 944")):
        front.seam(offset(hem, 2), 1.4, 2).stitch(hem, thread)
    front.on_front()
    lapped_seam(front, shape(path("M 500 418 C 499 320 499 220 500 134")), thread, 2)
    for pocket in both(path("M 336 210 C 382 206 420 184 428 134")):
        front.seam(pocket, 2.6, 2.4)
        front.stitch(offset(pocket, 5), thread).stitch(offset(pocket, 9.6), thread)
    front.stitch(shape(path("M 534 136 L 534 300 C 532 346 520 372 502 384")), thread)
    front.stitch(shape(path("M 539 136 L 539 302 C 537 350 524 378 502 391")), thread)
    front.stitch(shape(path("M 594 152 L 650 158 L 652 192 C 630 200 610 192 597 172")), thread)

    inside, band = waist(canvas, fabric, inside_fabric, thread, seed)
    button(band.on_front(), 504, 114, 11, COPPER, holes=False)
    return Garment([inside], [front, band])


def waist(canvas, fabric, inside_fabric, thread, seed, loops=(384, 616, 446, 554)):
    """The inside of the back, and the waistband with its belt loops."""
    band = Layer(canvas, seed + 1, lambda: rumple(canvas, seed + 30, 70, 1.4), roll=6, thickness=3)
    outline = shape(_BAND)
    patch(band.panel(outline, fabric, 90), outline, thread, 4, height=0)
    for x in loops:
        loop = shape(rectangle(x - 8, 82 + (abs(x - 500) < 80) * 5, x + 8, 142))
        patch(band.panel(loop, fabric), loop, thread, 3, height=2.4)

    inside = Layer(canvas, seed + 2, tone=0.55, roll=4).panel(shape(_INSIDE), inside_fabric)
    collar_tag(inside, 476, 70, 48)
    return inside, band
