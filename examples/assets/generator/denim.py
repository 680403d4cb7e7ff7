"""Denim: a trucker jacket and straight jeans, with the topstitching that makes them what they are."""

import numpy as np

from . import blocks
from .cloth import Layer, stack
from .curves import mirrored, offset, path, reflect, wobble
from .folds import Fold, fan, fold_field, rumple, scattered
from .trims import button, collar_tag, patch, rectangle

THREAD = "#d0893c"
_COPPER = "#b0764a"

_JACKET = path(
    "M 500 150 C 470 144 440 124 420 100 L 398 108 L 288 152 C 298 214 300 282 262 352"
    " C 268 470 276 620 286 770 C 350 780 420 784 500 784"
)
_LEAF = path("M 422 84 C 440 118 464 142 490 154 L 446 236 C 408 212 386 172 378 128 C 388 104 404 90 422 84")
_INSIDE = mirrored(path("M 500 92 C 470 92 446 88 422 84 C 436 116 464 148 500 160"))
_WAISTBAND = mirrored(path("M 500 728 C 420 728 350 724 282 714 L 287 771 C 350 781 420 785 500 785"))
_CUFF = path("M 136 668 C 158 678 186 684 210 684 L 196 757 C 172 757 148 753 123 743 L 136 668")

_JEANS = path(
    "M 500 92 C 440 92 390 88 352 80 C 340 140 318 220 306 310 C 296 480 300 700 306 952"
    " C 350 962 400 962 446 956 C 456 760 474 560 496 424 L 500 418"
)
_JEANS_INSIDE = mirrored(path("M 500 66 C 440 64 390 64 354 76 L 352 84 C 390 94 440 98 500 98"))
_JEANS_BAND = mirrored(path("M 500 134 C 440 134 384 130 343 122 L 352 79 C 390 89 440 93 500 93"))


def _double(layer, line, inset=2.6, gap=5.4):
    """The lapped seam of workwear: a groove and two rows beside it."""
    layer.seam(line, 1.6, 2.2)
    for row in (inset, inset + gap):
        layer.stitch(offset(line, row), THREAD, width=1.2)


def trucker_jacket(canvas, fabric, seed):
    shape = lambda points: wobble(points, seed, 2.0)
    both = lambda points: (shape(points), shape(reflect(points)[::-1]))

    folds = blocks.long_sleeve_folds(seed) + scattered((310, 520, 690, 700), 5, 84, 180, 11, 3.0, seed + 1)
    for side in (0, 1):
        group = fan((280, 352), [25, 55, 80], [110, 130, 170], 9, 4.0, seed + 2 + side)
        folds += [f.mirrored() for f in group] if side else group
    relief = fold_field(canvas, folds) + rumple(canvas, seed + 20, 60, 3.4, 1.6) + blocks.round_body(canvas)

    front = Layer(canvas, seed, relief, thickness=4)
    front.panel(shape(blocks.LONG_SLEEVE), fabric, 15, (291, 154)).panel(shape(reflect(blocks.LONG_SLEEVE)), fabric, -15, (709, 154))
    front.panel(shape(mirrored(_JACKET)), fabric)
    for armhole in (shape(blocks.ARMHOLE[::-1]), shape(reflect(blocks.ARMHOLE))):
        _double(front, armhole, -7.6)

    for yoke in both(path("M 297 268 C 360 276 430 278 484 278")):
        _double(front, yoke)
    for seam in both(path("M 352 318 L 408 716")) + both(path("M 452 318 L 440 722")):
        _double(front, seam)
    for elbow in both(path("M 232 232 C 206 330 178 470 164 670")):
        _double(front, elbow)
    for flap in both(path("M 346 280 L 458 282 L 458 306 L 402 326 L 346 304")):
        front.panel(flap, fabric)
        patch(front, flap, THREAD, 4, rows=2, height=2.6)
    for cuff in both(_CUFF):
        patch(front, cuff, THREAD, 4, height=2.4)
    placket = shape(rectangle(480, 150, 520, 730))
    front.panel(placket, fabric, 0, (503, 470))
    patch(front, placket, THREAD, 4, height=2.2)
    band = shape(_WAISTBAND)
    front.panel(band, fabric, 90)
    patch(front, band, THREAD, 4, height=2.6)

    for y in (182, 298, 402, 506, 610, 700, 756):
        button(front, 500, y, 8.5, _COPPER, holes=False)
    for x in (402, 598):
        button(front, x, 312, 7.5, _COPPER, holes=False)
    for x in (166, 834):
        button(front, x, 722, 7.5, _COPPER, holes=False)

    inside = Layer(canvas, seed + 2, tone=0.5, roll=4).panel(shape(_INSIDE), fabric)
    collar_tag(inside, 474, 106, 52)
    leaves = []
    for leaf, turn in zip(both(_LEAF), (24, -24)):
        leaves.append(Layer(canvas, seed + 3, rumple(canvas, seed + 30, 60, 1.6), roll=6, thickness=3).panel(leaf, fabric, turn))
        patch(leaves[-1], leaf, THREAD, 6, height=0)
    return stack(canvas, [inside, front, *leaves])


def thigh_fade(u, v):
    """Where indigo wears off: down the front of each thigh, around the knee most of all."""
    axis = np.where(u < 500, 388, 612)
    across = np.exp(-(((u - axis) / 44) ** 2))
    along = np.exp(-(((v - 480) / 220) ** 2))
    return (0.34 * across * along).astype(np.float32)


def _jeans_folds(seed):
    """Whiskers from the crotch, rings behind the knee, and the stack above the hem; no leg like the other."""
    rng = np.random.default_rng(seed)
    folds = []
    for side in (0, 1):
        group = fan((492, 424), [188, 172, 204, 156], [120, 150, 100, 120], 8, 4.6, seed + side)
        for knee_y, length in ((600, 118), (632, 128), (664, 108), (905, 120), (930, 124)):
            y = knee_y + rng.uniform(-12, 12)
            group.append(
                Fold(
                    (462 - (y - 600) * 0.04, y),
                    (400, y + rng.uniform(8, 28)),
                    (462 - length, y - rng.uniform(-6, 16)),
                    9,
                    rng.uniform(3.5, 6),
                    0.3,
                    0.3,
                )
            )
            group.append(
                Fold((310, y + 14), (370, y + rng.uniform(20, 40)), (310 + length * 0.7, y + 20), 8, rng.uniform(2.5, 4.5), -0.3, 0.2)
            )
        group += [Fold((330 + i * 4, 240 + i * 24), (390, 262 + i * 26), (450, 300 + i * 26), 6, 2.6, 0.2, 0.3) for i in range(4)]
        folds += [f.mirrored() for f in group] if side else group
    return folds + scattered((320, 480, 680, 900), 8, 88, 200, 12, 3.2, seed + 9)


def straight_jeans(canvas, fabric, inside_fabric, seed):
    shape = lambda points: wobble(points, seed, 2.5)
    both = lambda points: (shape(points), shape(reflect(points)[::-1]))

    legs = [np.clip(1 - ((canvas.x - axis) / 100) ** 2, 0, 1) for axis in (394, 606)]
    relief = (
        fold_field(canvas, _jeans_folds(seed))
        + rumple(canvas, seed + 20, 80, 3.4)
        + 24 * np.sqrt(np.maximum(*legs)) * np.clip((canvas.y - 250) / 250, 0, 1)
    )
    front = Layer(canvas, seed, canvas.blur(relief.astype(np.float32), 1.5), thickness=4)
    front.panel(shape(mirrored(_JEANS)), fabric)

    for side_seam in both(path("M 336 134 C 322 210 312 260 310 310 C 302 480 306 700 312 952")):
        front.seam(side_seam, 1.4, 2.0)
    _double(front, shape(path("M 500 418 C 499 320 499 220 500 134")), 2)
    for pocket in both(path("M 344 206 C 386 204 420 184 428 134")):
        front.seam(pocket, 2.6, 2.4)
        front.stitch(offset(pocket, 5), THREAD).stitch(offset(pocket, 9.6), THREAD)
    front.stitch(shape(path("M 534 136 L 534 300 C 532 346 520 372 502 384")), THREAD)
    front.stitch(shape(path("M 539 136 L 539 302 C 537 350 524 378 502 391")), THREAD)
    coin = shape(path("M 594 152 L 650 158 L 652 192 C 630 200 610 192 597 172"))
    front.stitch(coin, THREAD)
    for hem in both(path("M 446 938 C 400 944 350 944 306 934")):
        front.seam(offset(hem, 2), 1.4, 2).stitch(hem, THREAD)

    waist = Layer(canvas, seed + 1, rumple(canvas, seed + 30, 70, 1.4), roll=6, thickness=3)
    waistband = shape(_JEANS_BAND)
    waist.panel(waistband, fabric, 90)
    patch(waist, waistband, THREAD, 4, height=0)
    for x in (384, 616, 446, 554):
        loop = shape(rectangle(x - 8, 82 + (abs(x - 500) < 80) * 5, x + 8, 142))
        waist.panel(loop, fabric)
        patch(waist, loop, THREAD, 3, height=2.4)
    button(waist, 504, 114, 11, _COPPER, holes=False)

    inside = Layer(canvas, seed + 2, tone=0.55, roll=4).panel(shape(_JEANS_INSIDE), inside_fabric)
    collar_tag(inside, 476, 70, 48)
    return stack(canvas, [inside, front, waist])
