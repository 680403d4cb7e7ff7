"""Button-through shirts: a long-sleeved one with a stand collar, and an open-collared short-sleeved one."""

from . import blocks, creases
from .cloth import Layer
from .curves import mirrored, path, reflect, spanning, wobble
from .folds import fold_field, rumple
from .garment import Garment
from .trims import button, collar_tag, patch, rectangle

_TAIL_BODY = path(
    "M 500 152 C 470 146 440 124 420 100 L 398 108 L 288 155 C 298 214 300 282 262 352"
    " C 268 460 264 580 260 694 C 274 736 312 772 372 788 C 420 798 460 800 500 800"
)
_TAIL_HEM = path("M 260 694 C 274 736 312 772 372 788 C 420 798 460 800 500 800")
_LEAF = path("M 424 84 C 444 114 470 138 497 150 L 452 218 C 424 196 400 164 390 124 C 398 104 410 92 424 84")
_STAND_INSIDE = mirrored(path("M 500 90 C 470 90 446 86 424 84 C 436 116 464 148 500 158"))

_BOX_BODY = path(
    "M 500 272 L 470 200 L 418 100 L 398 108 L 288 155 C 298 214 300 282 262 352 C 264 460 262 560 256 734 C 340 746 420 750 500 750"
)
_BOX_HEM = path("M 256 734 C 340 746 420 750 500 750")
_OPEN_LEAF = path("M 426 86 C 440 116 456 146 474 176 L 396 206 C 386 176 384 140 390 118 C 400 102 412 92 426 86")
_LAPEL = path("M 474 174 L 420 198 C 424 216 430 232 436 244 L 498 286 C 490 250 482 210 474 174")
_OPEN_INSIDE = mirrored(path("M 500 94 C 470 94 446 90 424 86 C 440 160 470 230 500 290"))
_CUT_SEED = 71


def _shape(points):
    return wobble(points, _CUT_SEED)


def _front(canvas, fabric, body, sleeve, folds, seed, rumple_height):
    relief = lambda: fold_field(canvas, folds) + rumple(canvas, seed + 200, 95, rumple_height) + blocks.round_body(canvas)
    layer = sleeve.add_to(Layer(canvas, seed, relief), fabric, _shape)
    layer.panel(_shape(mirrored(body)), fabric)
    for side in (blocks.ARMHOLE, reflect(blocks.ARMHOLE)):
        layer.seam(_shape(side), 2.4)
    return layer


def leaves(canvas, leaf, fabric, thread, seed, shape, grain=24.0, stitched=True):
    """Both halves of a collar or a lapel, as layers of their own."""
    layers = []
    for turn, half in ((grain, leaf), (-grain, reflect(leaf)[::-1])):
        outline = shape(half)
        relief = lambda: rumple(canvas, seed + 300, 70, 1.4)
        layers.append(Layer(canvas, seed + 3, relief, roll=6, thickness=2.2).on_front().panel(outline, fabric, turn))
        if stitched:
            patch(layers[-1], outline, thread, 6, height=0)
    return layers


def long_shirt(canvas, fabric, thread, button_code, seed, rumple_height=5.0, pocket=True):
    """Shape shirt-long: stand collar, cuffs, tail hem."""
    folds = creases.body_folds(seed, 790) + creases.long_sleeve_folds(seed + 100)
    front = _front(canvas, fabric, _TAIL_BODY, blocks.LONG, folds, seed, rumple_height)
    front.hem(_shape(spanning(_TAIL_HEM))[::-1], thread, 7)
    for side in (lambda p: p, lambda p: reflect(p)[::-1]):
        patch(front, _shape(side(blocks.LONG.cuff)), thread, 5, height=2.0)

    front.on_front()
    placket = _shape(rectangle(481, 148, 519, 801))
    front.panel(placket, fabric, 0, (486, 540))
    patch(front, placket, thread, 5, height=2.0)
    if pocket:
        outline = _shape(rectangle(566, 300, 664, 398, 16))
        front.panel(outline, fabric, 0, (514, 470))
        patch(front, outline, thread, 4, height=1.8)
    for y in (178, 262, 346, 430, 514, 598, 682):
        button(front, 500 + (y % 3 - 1) * 0.6, y, 7.0, button_code)
    button(front, 826, 684, 6.5, button_code)

    inside = Layer(canvas, seed + 2, tone=0.6, roll=4).panel(_shape(_STAND_INSIDE), fabric)
    collar_tag(inside, 476, 106, 48)
    return Garment([inside], [front, *leaves(canvas, _LEAF, fabric, thread, seed, _shape)])


def camp_collar_shirt(canvas, fabric, thread, button_code, seed):
    """Shape shirt-short: open collar, straight hem."""
    folds = creases.body_folds(seed, 740) + creases.short_sleeve_folds(seed + 100)
    front = _front(canvas, fabric, _BOX_BODY, blocks.SHORT, folds, seed, 5.4)
    front.hem(_shape(spanning(_BOX_HEM))[::-1], thread, 14)
    for hem in blocks.SHORT.hems(_shape):
        front.hem(hem, thread, 15)
    front.on_front()
    # The wearer's left front lies over the right one: one edge is enough to see it.
    front.step(_shape(path("M 486 276 L 990 276 L 990 990 L 486 990 L 486 276")), 1.6)
    front.stitch(_shape(path("M 514 296 L 514 748")), thread, 3.8, 2.2, 1.1, 0.6)
    for y in (304, 394, 484, 574, 664):
        button(front, 499, y, 7.0, button_code)

    inside = Layer(canvas, seed + 2, tone=0.6, roll=4).panel(_shape(_OPEN_INSIDE), fabric)
    collar_tag(inside, 474, 112, 52)
    lapels = leaves(canvas, _LAPEL, fabric, thread, seed, _shape, -30.0)
    return Garment([inside], [front, *lapels, *leaves(canvas, _OPEN_LEAF, fabric, thread, seed, _shape, 35.0)])
