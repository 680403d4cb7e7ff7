"""Button-through shirts: a long-sleeved flannel with a stand collar, and an open-collared short-sleeved one."""

from . import blocks
from .cloth import Layer, stack
from .curves import mirrored, path, reflect, spanning, wobble
from .folds import fold_field, rumple
from .trims import button, collar_tag, patch, rectangle

_TAIL_BODY = path(
    "M 500 152 C 470 146 440 124 420 100 L 398 108 L 288 152 C 298 214 300 282 262 352"
    " C 268 500 264 640 258 800 C 272 846 312 882 372 898 C 420 908 460 910 500 910"
)
_TAIL_HEM = path("M 258 800 C 272 846 312 882 372 898 C 420 908 460 910 500 910")
_LEAF = path("M 424 84 C 444 114 470 138 497 150 L 452 218 C 424 196 400 164 390 124 C 398 104 410 92 424 84")
_STAND_INSIDE = mirrored(path("M 500 90 C 470 90 446 86 424 84 C 436 116 464 148 500 158"))

_BOX_BODY = path(
    "M 500 272 L 470 200 L 418 100 L 398 108 L 288 152 C 298 214 300 282 262 352" " C 264 500 260 640 254 846 C 340 858 420 862 500 862"
)
_BOX_HEM = path("M 254 846 C 340 858 420 862 500 862")
_OPEN_LEAF = path("M 426 86 C 440 116 456 146 474 176 L 396 206 C 386 176 384 140 390 118 C 400 102 412 92 426 86")
_LAPEL = path("M 474 174 L 420 198 C 424 216 430 232 436 244 L 498 286 C 490 250 482 210 474 174")
_OPEN_INSIDE = mirrored(path("M 500 94 C 470 94 446 90 424 86 C 440 160 470 230 500 290"))


def _front(canvas, fabric, body, sleeve, grain, folds, seed, rumple_height):
    relief = fold_field(canvas, folds) + rumple(canvas, seed + 200, 95, rumple_height) + blocks.round_body(canvas)
    layer = Layer(canvas, seed, relief)
    layer.panel(wobble(sleeve, seed), fabric, grain, (291, 154))
    layer.panel(wobble(reflect(sleeve), seed), fabric, -grain, (709, 154))
    layer.panel(wobble(mirrored(body), seed), fabric)
    for side in (blocks.ARMHOLE, reflect(blocks.ARMHOLE)):
        layer.seam(wobble(side, seed), 2.4)
    return layer


def _leaves(canvas, leaf, fabric, thread, seed, grain=24.0):
    layers = []
    for turn, shape in ((grain, leaf), (-grain, reflect(leaf)[::-1])):
        outline = wobble(shape, seed)
        relief = rumple(canvas, seed + 300, 70, 1.4)
        layers.append(Layer(canvas, seed + 3, relief, roll=6, thickness=2.2).panel(outline, fabric, turn))
        patch(layers[-1], outline, thread, 6, height=0)
    return layers


def flannel_shirt(canvas, fabric, thread, button_code, seed):
    folds = blocks.body_folds(seed) + blocks.long_sleeve_folds(seed + 100)
    front = _front(canvas, fabric, _TAIL_BODY, blocks.LONG_SLEEVE, 15.0, folds, seed, 5.0)
    front.hem(wobble(spanning(_TAIL_HEM), seed)[::-1], thread, 7)
    for side in (lambda p: p, lambda p: reflect(p)[::-1]):
        cuff = wobble(side(path("M 132 686 C 154 696 182 702 206 702 L 196 757 C 172 757 148 753 123 743 L 132 686")), seed)
        patch(front, cuff, thread, 5, height=2.0)

    placket = wobble(rectangle(481, 148, 519, 911), seed)
    front.panel(placket, fabric, 0, (486, 540))
    patch(front, placket, thread, 5, height=2.0)
    pocket = wobble(rectangle(566, 300, 664, 398, 16), seed)
    front.panel(pocket, fabric, 0, (514, 470))
    patch(front, pocket, thread, 4, height=1.8)
    for y in (178, 268, 358, 448, 538, 628, 718, 808):
        button(front, 500 + (y % 3 - 1) * 0.6, y, 7.5, button_code)
    button(front, 842, 724, 6.5, button_code)

    inside = Layer(canvas, seed + 2, tone=0.6, roll=4).panel(wobble(_STAND_INSIDE, seed), fabric)
    collar_tag(inside, 476, 106, 48)
    return stack(canvas, [inside, front, *_leaves(canvas, _LEAF, fabric, thread, seed)])


def camp_collar_shirt(canvas, fabric, thread, button_code, seed):
    folds = blocks.body_folds(seed) + blocks.short_sleeve_folds(seed + 100)
    front = _front(canvas, fabric, _BOX_BODY, blocks.SHORT_SLEEVE, 38.0, folds, seed, 5.4)
    front.hem(wobble(spanning(_BOX_HEM), seed)[::-1], thread, 14)
    for side in (blocks.SHORT_HEM[::-1], reflect(blocks.SHORT_HEM)):
        front.hem(wobble(side, seed), thread, 15)
    # The wearer's left front lies over the right one: one edge is enough to see it.
    front.step(wobble(path("M 486 276 L 990 276 L 990 990 L 486 990 L 486 276"), seed), 1.6)
    front.stitch(wobble(path("M 514 296 L 514 860"), seed), thread, 3.8, 2.2, 1.1, 0.6)
    for y in (304, 404, 504, 604, 704, 804):
        button(front, 499, y, 7.0, button_code)

    inside = Layer(canvas, seed + 2, tone=0.6, roll=4).panel(wobble(_OPEN_INSIDE, seed), fabric)
    collar_tag(inside, 474, 112, 52)
    lapels = _leaves(canvas, _LAPEL, fabric, thread, seed, -30.0)
    return stack(canvas, [inside, front, *lapels, *_leaves(canvas, _OPEN_LEAF, fabric, thread, seed, 35.0)])
