"""Tailored and sporty outerwear: the bomber, cut like a sweatshirt and zipped, and the blazer."""

from . import blocks, colour, creases, sweats
from .cloth import Layer
from .curves import band, mirrored, path, reflect, spanning, wobble
from .folds import fan, fold_field, rumple, scattered
from .garment import Garment
from .shirts import leaves
from .trims import button, collar_tag, patch, rectangle

_BOMBER = path(
    "M 500 178 C 460 172 424 146 404 110 L 290 157 C 298 214 300 282 262 352 C 262 450 252 560 262 622"
    " C 268 640 272 660 275 684 C 350 695 420 699 500 699"
)
_BOMBER_COLLAR = path("M 413 103 C 426 138 460 164 500 170")
_BOMBER_INSIDE = mirrored(path("M 500 112 C 470 112 446 108 426 99 L 408 116 C 424 150 460 178 500 182"))
_BOMBER_BACK_BAND = path("M 420 110 C 438 120 468 126 500 126")

_BLAZER = path(
    "M 500 432 L 418 108 L 398 104 L 290 156 C 298 214 300 282 264 352 C 274 430 276 480 266 580"
    " C 260 640 256 690 254 726 C 330 738 400 742 452 738 C 484 732 496 700 500 650 L 500 432"
)
_BLAZER_LAPEL = path("M 446 170 L 402 196 L 362 214 C 384 276 436 366 500 438 C 484 350 464 250 446 170")
_BLAZER_COLLAR = path("M 428 82 C 410 90 396 104 388 120 C 383 142 380 162 378 184 L 402 196 L 447 171 C 440 140 434 112 428 82")
_BLAZER_INSIDE = mirrored(path("M 500 92 C 470 92 446 88 426 82 C 440 180 470 330 500 466"))
_BLAZER_VENT = mirrored(path("M 500 620 L 430 620 L 430 735 C 460 739 480 740 500 740"))
_BLAZER_SLEEVE = blocks.Sleeve(
    path(
        "M 312 146 C 286 152 246 172 224 214 C 198 284 168 372 150 446 C 134 516 120 600 110 676"
        " C 136 686 164 692 190 692 C 206 620 240 490 264 400 L 266 350 C 320 300 322 200 312 146"
    ),
    path("M 110 676 C 136 686 164 692 190 692"),
    None,
    15.0,
)
_BLAZER_CUT_SEED = 161


def both_of(shape, points):
    """A line and its mirror image, each with the same side of the cloth to its right."""
    return shape(points), shape(reflect(points)[::-1])


def bomber(canvas, fabric, rib_fabric, lining, thread, seed):
    """Shape bomber: ribbed collar, cuffs and hem, a zip, two slanted welt pockets."""
    shape = sweats.shape
    front = sweats.body(canvas, _BOMBER, fabric, fabric, seed, sweats.slouch(canvas, seed, 6.0, 1.2))
    sweats.ribbed_ends(front, rib_fabric, 6.0).on_front()
    for welt in both_of(shape, path("M 338 500 L 356 488 L 402 580 L 384 590 L 338 500")):
        front.panel(welt, fabric, 30)
        patch(front, welt, thread, 3.5, height=2.4)
    for side in both_of(shape, path("M 486 176 L 486 698")):
        front.seam(side, 1.6)
    for side in both_of(shape, path("M 480 176 L 480 698")):
        front.stitch(side, thread)
    zip_line = shape(path("M 500 168 L 500 698"))
    front.paint(canvas.stroke(zip_line, 9), colour.from_hex("#17181a"))
    front.stitch(zip_line, "#b9bbbe", 2.2, 1.4, 6.0)
    pull = shape(rectangle(496, 190, 504, 224))
    front.paint(canvas.fill(pull), colour.from_hex("#c8cacc")).step(pull, 2.0)

    inside = Layer(canvas, seed + 2, lambda: rumple(canvas, seed + 40, 60, 3.0), tone=0.7, roll=4).panel(shape(_BOMBER_INSIDE), lining)
    back_band = shape(spanning(_BOMBER_BACK_BAND))
    inside.panel(band(back_band, 32), rib_fabric).step(band(back_band, 32)).rib(back_band, 32, 5.5, 0.9)
    collar_tag(inside, 479, 125, 42)
    collar = Layer(canvas, seed + 1, roll=7, thickness=2.4).on_front()
    for half in (_BOMBER_COLLAR, reflect(_BOMBER_COLLAR)[::-1]):
        line = shape(half)
        collar.panel(band(line, 36), rib_fabric).rib(line, 36, 5.5, 0.9)
    return Garment([inside], [front, collar])


def blazer(canvas, fabric, lining, thread, button_code, seed):
    """Shape blazer: notched lapels, one button, flap pockets, a breast pocket."""
    shape = lambda points: wobble(points, _BLAZER_CUT_SEED, 1.6)
    both = lambda points: both_of(shape, points)

    def relief():
        folds = creases.long_sleeve_folds(seed, 680) + scattered((300, 480, 700, 690), 4, 86, 170, 13, 2.4, seed + 1)
        for side in (0, 1):
            group = fan((278, 352), [30, 62, 84], [120, 130, 200], 10, 3.4, seed + 2 + side)
            group += fan((480, 446), [170, 196, 150], [130, 120, 110], 10, 3.2, seed + 8 + side)
            folds += [f.mirrored() for f in group] if side else group
        return fold_field(canvas, folds) * 0.9 + rumple(canvas, seed + 20, 140, 3.2) + blocks.round_body(canvas, 30)

    front = _BLAZER_SLEEVE.add_to(Layer(canvas, seed, relief, thickness=5, roll=11), fabric, shape)
    front.panel(shape(mirrored(_BLAZER)), fabric)
    for armhole in both(blocks.ARMHOLE):
        front.seam(armhole, 3.0, 3.4)
    front.on_front()
    # The wearer's left front lies over the right one and curves away below the button.
    front.step(shape(path("M 590 60 L 990 60 L 990 990 L 548 990 C 548 742 540 735 524 712 C 512 690 506 600 506 440 L 590 60")), 2.4)
    for dart in both(path("M 392 420 C 396 470 392 520 386 566")):
        front.seam(dart, 1.2, 1.8)
    for flap in both(path("M 318 560 L 430 568 L 428 606 L 316 598 L 318 560")):
        front.panel(flap, fabric, 3)
        patch(front, flap, thread, 3, height=3.0)
    welt = shape(path("M 574 306 L 652 296 L 655 318 L 577 329 L 574 306"))
    front.panel(welt, fabric, -8)
    patch(front, welt, thread, 3, height=2.2)
    button(front, 508, 462, 10.5, button_code)
    for x, y in ((186, 664), (190, 640), (195, 616)):
        button(front, x - 8, y, 6.0, button_code)
        button(front, 1008 - x, y, 6.0, button_code)

    inside = Layer(canvas, seed + 2, lambda: rumple(canvas, seed + 40, 80, 2.6), tone=0.72, roll=4).panel(shape(_BLAZER_INSIDE), lining)
    inside.panel(shape(_BLAZER_VENT), lining)
    collar_tag(inside, 472, 126, 56)
    lapels = leaves(canvas, _BLAZER_LAPEL, fabric, thread, seed, shape, -16.0, False)
    return Garment([inside], [front, *lapels, *leaves(canvas, _BLAZER_COLLAR, fabric, thread, seed, shape, 34.0, False)])
