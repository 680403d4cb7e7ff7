"""Loose tops gathered into ribbing: the crew-neck sweater, the hoodie, and what a bomber jacket shares with them."""

import numpy as np

from . import blocks, colour, creases
from .cloth import Layer
from .curves import band, mirrored, path, reflect, spanning, wobble
from .folds import fan, fold_field, rumple, scattered
from .garment import Garment
from .tees import neck
from .trims import button, collar_tag, patch

_LOWER = " L 290 157 C 298 214 300 282 262 352 C 262 450 252 560 262 622 C 268 640 272 660 275 684 C 350 695 420 699 500 699"
_CREW_BODY = path("M 500 212 C 452 210 412 170 399 116" + _LOWER)
_HOOD_BODY = path("M 500 224 C 446 214 400 180 382 124" + _LOWER)
_HEM_BAND = path("M 262 622 C 268 640 272 660 275 684 C 350 695 420 699 500 699 L 500 638 C 420 638 340 634 262 622")
_HEM_RIB = path("M 268 653 C 345 664 420 668 500 668")
_CUFF_RIB = path("M 99 621 C 128 633 158 641 188 643")
_HOOD = mirrored(
    path(
        "M 500 6 C 438 6 396 38 384 88 C 376 116 368 136 366 152 C 396 200 446 228 500 240"
        " L 500 208 C 464 186 434 140 438 92 C 442 54 464 36 500 33"
    )
)
_HOOD_SEAM = path("M 500 14 C 502 60 499 100 500 136")
_HOOD_INSIDE = mirrored(path("M 500 12 C 446 12 404 42 392 92 C 386 130 400 196 500 222"))
_POUCH = path("M 392 470 L 608 470 L 664 580 L 660 634 L 340 634 L 336 580 L 392 470")
_CUT_SEED = 131


def shape(points):
    return wobble(points, _CUT_SEED)


def slouch(canvas, seed, rumple_height=5.0, softness=1.15):
    """The relief of cloth that is held at hem and cuffs and bags above them."""

    def relief():
        folds = creases.body_folds(seed, 640) + creases.long_sleeve_folds(seed + 100, 640)
        folds += scattered((290, 590, 710, 620), 22, 88, 80, 8, 3.4, seed + 50, 10)
        for side in (0, 1):
            bag = fan((266, 622), [-64, -38, -16], [150, 150, 120], 11, 5.0, seed + 60 + side)
            folds += [f.mirrored() for f in bag] if side else bag
        return softness * (fold_field(canvas, folds) + rumple(canvas, seed + 200, 125, rumple_height)) + blocks.round_body(canvas, 30)

    return relief


def ribbed_ends(layer, rib_fabric, period=7.0):
    """Ribbing at the hem and at both cuffs."""
    hem = shape(mirrored(_HEM_BAND))
    layer.panel(hem, rib_fabric).step(hem, -1.6).rib(shape(spanning(_HEM_RIB)), 60, period, 1.0)
    for side in (lambda p: p, lambda p: reflect(p)[::-1]):
        cuff = shape(side(blocks.JACKET.cuff))
        layer.panel(cuff, rib_fabric).step(cuff, -1.4).rib(shape(side(_CUFF_RIB)), 66, period, 1.0)
    return layer


def body(canvas, outline, fabric, sleeve_fabric, seed, relief):
    """The front with its sleeves set in; nothing sewn on yet."""
    front = blocks.JACKET.add_to(Layer(canvas, seed, relief, thickness=4), sleeve_fabric, shape)
    front.panel(shape(mirrored(outline)), fabric)
    return front.seam(shape(blocks.ARMHOLE), 2.6).seam(shape(reflect(blocks.ARMHOLE)), 2.6)


def crew_neck(canvas, fabric, sleeve_fabric, rib_fabric, seed, finish=None):
    """Shape sweater; `finish` gets the front layer before the ribbing is sewn on."""
    front = body(canvas, _CREW_BODY, fabric, sleeve_fabric, seed, slouch(canvas, seed))
    if finish:
        finish(front)
    ribbed_ends(front, rib_fabric)
    inside, ring = neck(canvas, rib_fabric, shape, seed, 30)
    return Garment([inside], [front, ring])


def cables(front, centres=(352, 426, 500, 574, 648), spread=12.0, turn=66.0):
    """Twisted cables between columns of purl, in relief and in shade."""
    c = front.canvas
    height, zone = c.zeros(), c.zeros()
    for centre in centres:
        phase = c.y * np.float32(2 * np.pi / turn)
        for strand in (0, np.pi):
            across = (c.x - centre - spread * np.sin(phase + strand)) / 10.5
            over = 0.72 + 0.28 * np.cos(phase + strand)
            height = np.maximum(height, over * np.sqrt(np.clip(1 - across**2, 0, 1)))
        zone = np.maximum(zone, np.clip((28 - np.abs(c.x - centre)) / 3, 0, 1))
    within = np.clip(front.panels[-1].mask - c.fill(shape(mirrored(_HEM_BAND))), 0, 1)
    front.emboss((4.5 * c.blur(height, 0.8) - 1.5 * zone) * within)
    return front.paint(0.22 * zone * (1 - c.blur(height, 0.8)) * within, np.float32([0.015, 0.012, 0.01]))


def hoodie(canvas, fabric, rib_fabric, lining, cord_code, thread, seed):
    """Shape hoodie: hood, drawstrings, kangaroo pocket."""
    front = ribbed_ends(body(canvas, _HOOD_BODY, fabric, fabric, seed, slouch(canvas, seed)), rib_fabric)
    front.on_front()
    pouch = shape(_POUCH)
    front.panel(pouch, fabric)
    patch(front, pouch, thread, 5, height=3.0)
    for mouth in (path("M 392 470 L 336 580"), path("M 608 470 L 664 580")):
        front.stitch(shape(mouth) + (9 if mouth[0, 0] < 500 else -9, 4), thread, width=1.1)

    inside = Layer(canvas, seed + 2, lambda: rumple(canvas, seed + 40, 90, 4.0), tone=0.5, roll=4).panel(shape(_HOOD_INSIDE), lining)
    inside.seam(shape(_HOOD_SEAM), 3.0, 3.0)
    collar_tag(inside, 478, 138, 44)

    def hood_relief():
        folds = []
        for side in (0, 1):
            group = fan((374, 160), [-70, -40, 20, 40], [120, 100, 120, 90], 9, 5.0, seed + 70 + side)
            folds += [f.mirrored() for f in group] if side else group
        return fold_field(canvas, folds) + rumple(canvas, seed + 41, 70, 3.6)

    hood = Layer(canvas, seed + 1, hood_relief, roll=10, thickness=6).panel(shape(_HOOD), fabric, 30).on_front()
    # One side of the opening crosses over the other.
    hood.step(shape(path("M 500 204 C 520 196 540 182 552 160 L 640 150 L 560 236 L 484 240 L 484 226 L 500 204")), 2.6)
    hood.stitch(shape(_hood_hem()), thread, width=1.1)
    for x, end in ((468, 352), (533, 336)):
        _drawstring(hood, shape(path(f"M {x} 206 C {x - 6} 250 {x + 8} 300 {x - 2} {end}")), cord_code)
        button(hood, x, 206, 6.0, "#9a9ca0", holes=False)
    return Garment([inside], [front, hood])


def _hood_hem():
    left = path("M 500 222 C 446 204 414 140 421 90 C 427 48 462 24 500 22")
    return np.vstack([left, reflect(left)[::-1]])


def _drawstring(layer, line, code, width=6.5):
    outline = band(line, width)
    fabric = lambda u, v, _ridge: colour.from_hex(code) * (1 + 0.16 * np.sin((u + v) * 1.9) * np.sign(np.sin((u - v) * 0.5)))[..., None]
    layer.panel(outline, fabric).step(outline, 2.2)
    tip = band(line[-3:], width + 1.5)
    layer.paint(layer.canvas.fill(tip), colour.from_hex("#8c8e92"))
