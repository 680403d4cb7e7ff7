"""A denim trucker jacket, with the topstitching that makes it what it is."""

from . import blocks, creases
from .cloth import Layer
from .curves import mirrored, offset, path, reflect, wobble
from .folds import fan, fold_field, rumple, scattered
from .garment import Garment
from .trims import button, collar_tag, patch, rectangle

THREAD = "#d0893c"
COPPER = "#b0764a"

_JACKET = path(
    "M 500 150 C 470 144 440 124 420 100 L 398 108 L 290 157 C 298 214 300 282 262 352 C 268 440 274 550 283 664 C 350 674 420 678 500 678"
)
_LEAF = path("M 422 84 C 440 118 464 142 490 154 L 446 236 C 408 212 386 172 378 128 C 388 104 404 90 422 84")
_INSIDE = mirrored(path("M 500 92 C 470 92 446 88 422 84 C 436 116 464 148 500 160"))
_WAISTBAND = mirrored(path("M 500 622 C 420 622 350 618 279 608 L 284 665 C 350 675 420 679 500 679"))
_CUT_SEED = 91


def lapped_seam(layer, line, thread, inset=2.6, gap=5.4):
    """The lapped seam of workwear: a groove and two rows beside it."""
    layer.seam(line, 1.6, 2.2)
    for row in (inset, inset + gap):
        layer.stitch(offset(line, row), thread, width=1.2)


def _shape(points):
    return wobble(points, _CUT_SEED, 2.0)


def _both(points):
    return _shape(points), _shape(reflect(points)[::-1])


def trucker_jacket(canvas, fabric, thread, metal, seed):
    """Shape jacket."""

    def relief():
        folds = creases.long_sleeve_folds(seed, 678) + scattered((310, 420, 690, 580), 5, 84, 160, 11, 3.0, seed + 1)
        for side in (0, 1):
            group = fan((280, 352), [25, 55, 80], [110, 130, 170], 9, 4.0, seed + 2 + side)
            folds += [f.mirrored() for f in group] if side else group
        return fold_field(canvas, folds) + rumple(canvas, seed + 20, 95, 3.6, 1.8) + blocks.round_body(canvas)

    front = blocks.JACKET.add_to(Layer(canvas, seed, relief, thickness=4), fabric, _shape)
    front.panel(_shape(mirrored(_JACKET)), fabric)
    for armhole in (_shape(blocks.ARMHOLE[::-1]), _shape(reflect(blocks.ARMHOLE))):
        lapped_seam(front, armhole, thread, -7.6)
    for elbow in _both(path("M 236 226 C 206 320 168 450 132 594")):
        lapped_seam(front, elbow, thread)
    for cuff in _both(blocks.JACKET.cuff):
        patch(front, cuff, thread, 4, height=2.4)
    band = _shape(_WAISTBAND)
    front.panel(band, fabric, 90)
    patch(front, band, thread, 4, height=2.6)
    _front_details(front.on_front(), fabric, thread, metal)

    inside = Layer(canvas, seed + 2, tone=0.5, roll=4).panel(_shape(_INSIDE), fabric)
    collar_tag(inside, 474, 106, 52)
    leaves = []
    for leaf, turn in zip(_both(_LEAF), (24, -24)):
        crumple = lambda: rumple(canvas, seed + 30, 60, 1.6)
        leaves.append(Layer(canvas, seed + 3, crumple, roll=6, thickness=3).on_front().panel(leaf, fabric, turn))
        patch(leaves[-1], leaf, thread, 6, height=0)
    return Garment([inside], [front, *leaves])


def _front_details(front, fabric, thread, metal):
    for yoke in _both(path("M 297 268 C 360 276 430 278 484 278")):
        lapped_seam(front, yoke, thread)
    for seam in _both(path("M 352 318 L 408 612")) + _both(path("M 452 318 L 440 618")):
        lapped_seam(front, seam, thread)
    for flap in _both(path("M 346 280 L 458 282 L 458 306 L 402 326 L 346 304")):
        front.panel(flap, fabric)
        patch(front, flap, thread, 4, rows=2, height=2.6)
    placket = _shape(rectangle(480, 150, 520, 624))
    front.panel(placket, fabric, 0, (503, 470))
    patch(front, placket, thread, 4, height=2.2)
    for y in (180, 278, 370, 462, 554, 650):
        button(front, 500, y, 8.5, metal, holes=False)
    for x in (402, 598):
        button(front, x, 312, 7.5, metal, holes=False)
    for x in (136, 864):
        button(front, x, 644, 7.5, metal, holes=False)
