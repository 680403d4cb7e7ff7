"""Dresses with a long line: a bias-cut slip and a belted shirt dress. (The sun dress is in drape.py.)"""

import numpy as np

from . import blocks
from .cloth import Layer
from .curves import band, mirrored, path, reflect, spanning, wobble
from .folds import Fold, fan, fold_field, rumple, scattered, smooth_rise
from .garment import Garment
from .shirts import leaves
from .trims import button, collar_tag, patch, rectangle

_SLIP = path(
    "M 500 222 C 468 214 426 176 400 142 C 394 172 366 218 346 238 C 352 300 366 350 364 404"
    " C 352 462 330 500 322 560 C 310 680 296 800 284 918 C 350 944 430 952 500 952"
)
_SLIP_TOP = path("M 346 238 C 366 218 394 172 400 142 C 426 176 468 214 500 222")
_SLIP_HEM = path("M 284 918 C 350 944 430 952 500 952")
_STRAP = path("M 401 146 C 404 110 412 76 428 46")
_SLIP_BACK = mirrored(path("M 500 262 C 440 258 390 250 350 234 C 366 218 394 172 400 150 C 426 176 468 214 500 224"))
_SLIP_BACK_STRAP = path("M 428 46 C 430 110 420 190 410 250")
_SLIP_CUT_SEED = 191

_SHIRT = path(
    "M 500 122 C 476 116 452 98 436 80 L 418 86 L 330 122 C 340 170 342 226 312 276 C 322 340 344 380 346 424"
    " C 330 520 300 720 274 912 C 340 938 420 948 500 948"
)
_SHIRT_HEM = path("M 274 912 C 340 938 420 948 500 948")
_SHIRT_ARMHOLE = path("M 330 122 C 340 170 342 226 312 276")
_SHIRT_SLEEVE = blocks.Sleeve(
    path(
        "M 350 112 C 330 118 298 140 278 168 C 252 204 226 244 206 280 C 230 310 258 332 288 342"
        " C 296 318 304 296 312 276 C 360 236 362 156 350 112"
    ),
    path("M 206 280 C 230 310 258 332 288 342"),
    None,
    38.0,
)
_SHIRT_LEAF = path("M 438 66 C 454 92 474 112 497 122 L 462 178 C 438 160 420 136 412 102 C 418 86 428 74 438 66")
_SHIRT_INSIDE = mirrored(path("M 500 72 C 476 72 456 70 438 66 C 448 94 472 120 500 130"))
_BELT = mirrored(path("M 500 428 C 440 428 390 424 344 414 L 344 452 C 390 462 440 466 500 466"))
_SHIRT_CUT_SEED = 201


def slip_dress(canvas, fabric, lining, thread, seed):
    """Shape dress-slip: cowl neck, thin straps, satin that falls straight."""
    shape = lambda points: wobble(points, _SLIP_CUT_SEED, 2)
    both = lambda points: (shape(points), shape(reflect(points)[::-1]))

    def relief():
        rng = np.random.default_rng(seed)
        folds = []
        for i in range(4):
            left, right = (408 + 9 * i, 176 + 20 * i), (592 - 9 * i, 172 + 20 * i)
            folds.append(Fold(left, (500, 236 + 34 * i), right, 8 + i, 10.0 - 1.5 * i, 0.25, 0.5))
        for x in (352, 410, 464, 530, 592, 650):
            foot = 500 + (x - 500) * 1.25
            start = (500 + (x - 500) * 0.8 + rng.uniform(-12, 12), rng.uniform(440, 600))
            folds.append(Fold(start, (x + rng.uniform(-14, 14), 760), (foot, 1060), 17, rng.uniform(7, 13), rng.uniform(-0.4, 0.4), 0.6))
        for side in (0, 1):
            group = fan((368, 404), [-40, -14, 24, 52], [110, 120, 140, 170], 10, 4.6, seed + side)
            folds += [f.mirrored() for f in group] if side else group
        bust = sum(13 * np.exp(-(((canvas.x - x) / 58) ** 2 + ((canvas.y - 276) / 60) ** 2)) for x in (436, 564))
        column = blocks.round_body(canvas, 34, 215)
        return fold_field(canvas, folds) + rumple(canvas, seed + 20, 150, 1.8, 4.0, 88) + column + bust.astype(np.float32)

    front = Layer(canvas, seed, relief, roll=10, thickness=4)
    for strap in both(_STRAP):
        front.panel(band(strap, 7), fabric)
    front.panel(shape(mirrored(_SLIP)), fabric)
    front.hem(shape(spanning(_SLIP_HEM))[::-1], thread, 8, (0.0,))
    front.on_front().seam(shape(spanning(_SLIP_TOP)) + (0, 5), 1.0, 2.0)

    inside = Layer(canvas, seed + 2, tone=0.6, roll=4).panel(shape(_SLIP_BACK), lining)
    for strap in both(_SLIP_BACK_STRAP):
        inside.panel(band(strap, 7), lining)
    collar_tag(inside, 480, 236, 40)
    return Garment([inside], [front])


def shirt_dress(canvas, fabric, thread, button_code, seed):
    """Shape dress-shirt: short sleeves, collar, buttons to the hem, a tied-in waist."""
    shape = lambda points: wobble(points, _SHIRT_CUT_SEED, 2)

    def relief():
        rng = np.random.default_rng(seed)
        folds = scattered((365, 380, 635, 425), 16, 90, 70, 6, 3.4, seed + 6, 9)
        folds += scattered((355, 466, 645, 500), 24, 90, 100, 6, 4.0, seed + 7, 9)
        for x in (318, 356, 400, 446, 552, 598, 640, 682):
            start = (500 + (x - 500) * 0.74, rng.uniform(462, 500))
            bend = (x + rng.uniform(-10, 10), 700)
            folds.append(Fold(start, bend, (500 + (x - 500) * 1.22, 1010), 13, rng.uniform(6, 11), rng.uniform(-0.4, 0.4), 0.35))
        for side in (0, 1):
            group = fan((318, 276), [20, 44, 66], [140, 160, 170], 9, 4.6, seed + side)
            group += fan((308, 274), [205, 232, 250], [80, 90, 100], 8, 4.2, seed + 3 + side)
            group += fan((346, 424), [-60, -36, -14], [110, 120, 110], 9, 4.2, seed + 5 + side)
            folds += [f.mirrored() for f in group] if side else group
        drum = blocks.round_body(canvas, 28, 190) + 12 * smooth_rise(np.abs(canvas.y - 440), 20, 160)
        return fold_field(canvas, folds) + rumple(canvas, seed + 20, 95, 4.0, 2.6, 86) + drum.astype(np.float32)

    front = _SHIRT_SLEEVE.add_to(Layer(canvas, seed, relief), fabric, shape)
    front.panel(shape(mirrored(_SHIRT)), fabric)
    for armhole in (shape(_SHIRT_ARMHOLE), shape(reflect(_SHIRT_ARMHOLE))):
        front.seam(armhole, 2.2)
    for hem in _SHIRT_SLEEVE.hems(shape):
        front.hem(hem, thread, 13)
    front.hem(shape(spanning(_SHIRT_HEM))[::-1], thread, 12)
    front.on_front()
    placket = shape(rectangle(484, 120, 516, 948))
    front.panel(placket, fabric, 0, (489, 540))
    patch(front, placket, thread, 4, height=1.8)
    for y in (150, 212, 274, 336, 398, 520, 590, 660, 730, 800):
        button(front, 500, y, 6.2, button_code)
    for left in (388, 548):
        flap = shape(path("M 0 0 L 64 0 L 64 18 L 32 30 L 0 18 L 0 0") + (left, 232))
        patch(front.panel(flap, fabric), flap, thread, 3, height=2.0)

    belt = Layer(canvas, seed + 1, lambda: rumple(canvas, seed + 30, 60, 2.0), roll=7, thickness=3)
    patch(belt.panel(shape(_BELT), fabric, 90), shape(_BELT), thread, 4, height=0)
    inside = Layer(canvas, seed + 2, tone=0.6, roll=4).panel(shape(_SHIRT_INSIDE), fabric)
    collar_tag(inside, 480, 82, 40)
    collar = leaves(canvas, _SHIRT_LEAF, fabric, thread, seed, shape)
    return Garment([inside], [front, belt, *_bow(canvas, fabric, shape, seed), *collar])


def _bow(canvas, fabric, shape, seed):
    """The belt's knot and its two loose ends."""
    tails = Layer(canvas, seed + 4, lambda: rumple(canvas, seed + 33, 40, 3.0), roll=7, thickness=3).on_front()
    tails.panel(shape(path("M 458 448 C 450 500 446 540 436 592 L 458 598 C 470 548 476 504 480 456 L 458 448")), fabric, 8)
    tails.panel(shape(path("M 470 450 C 478 510 478 560 486 628 L 508 624 C 502 560 498 504 492 450 L 470 450")), fabric, -6)
    knot = Layer(canvas, seed + 5, lambda: rumple(canvas, seed + 34, 30, 3.0), roll=9, thickness=5).on_front()
    knot.panel(
        shape(path("M 456 420 C 470 414 486 416 494 424 C 498 438 496 456 490 466 C 476 472 462 470 454 462 C 450 446 450 432 456 420")),
        fabric,
        70,
    )
    return tails, knot
