"""The polo shirt: piqué, a knitted collar with tipping, a short placket."""

from . import blocks, colour, creases
from .cloth import Layer
from .curves import mirrored, offset, path, reflect, spanning, wobble
from .folds import fold_field, rumple
from .garment import Garment
from .trims import button, collar_tag, patch, rectangle

_BODY = path(
    "M 500 156 C 470 150 440 128 418 102 L 398 110 L 288 156 C 298 214 300 282 262 352 C 268 440 266 560 260 752 C 340 765 420 770 500 770"
)
_HEM = path("M 260 752 C 340 765 420 770 500 770")
_LEAF = path("M 424 86 C 440 114 466 140 496 154 C 482 180 470 200 458 222 C 424 200 396 166 386 128 C 396 106 410 94 424 86")
_TIPPING = path("M 493 156 C 480 180 468 202 456 219 C 424 198 398 164 388 128")
_INSIDE = mirrored(path("M 500 92 C 470 92 446 88 424 86 C 436 118 464 150 500 164"))
_CUT_SEED = 141


def _shape(points):
    return wobble(points, _CUT_SEED)


def polo(canvas, fabric, collar_fabric, tipping, thread, button_code, seed):
    """Shape polo."""

    def relief():
        folds = fold_field(canvas, creases.body_folds(seed, 760) + creases.short_sleeve_folds(seed + 100))
        return folds + rumple(canvas, seed + 200, 115, 4.4) + blocks.round_body(canvas)

    front = blocks.SHORT.add_to(Layer(canvas, seed, relief), fabric, _shape)
    for hem in blocks.SHORT.hems(_shape):
        front.rib(offset(hem, 12), 25, 4.6, 0.6)
        front.seam(offset(hem, 25), 1.6)
        front.paint(canvas.stroke(offset(hem, 9), 4.5), colour.from_hex(tipping))
    front.panel(_shape(mirrored(_BODY)), fabric)
    front.seam(_shape(blocks.ARMHOLE), 2.2).seam(_shape(reflect(blocks.ARMHOLE)), 2.2)
    front.hem(_shape(spanning(_HEM))[::-1], thread)
    front.on_front()
    placket = _shape(rectangle(480, 150, 518, 322))
    front.panel(placket, fabric, 0, (490, 500))
    patch(front, placket, thread, 4.5, height=1.8)
    for y in (188, 240, 292):
        button(front, 499, y, 6.6, button_code)

    inside = Layer(canvas, seed + 2, tone=0.6, roll=4).panel(_shape(_INSIDE), collar_fabric)
    collar_tag(inside, 477, 104, 46)
    leaves = []
    for turn, side in ((24, lambda p: p), (-24, lambda p: reflect(p)[::-1])):
        outline = _shape(side(_LEAF))
        leaf = Layer(canvas, seed + 3, lambda: rumple(canvas, seed + 300, 80, 1.3), roll=6, thickness=2.4).on_front()
        leaf.panel(outline, collar_fabric, turn)
        edge = _shape(side(_TIPPING))
        leaf.paint(canvas.stroke(offset(edge, 7), 4.5), colour.from_hex(tipping))
        leaves.append(leaf)
    return Garment([inside], [front, *leaves])
