"""Trousers without rivets: chinos on the jeans' block, and wide-leg trousers with pressed creases."""

import numpy as np

from . import trousers
from .cloth import Layer
from .curves import mirrored, offset, path, reflect, wobble
from .folds import Fold, fan, fold_field, rumple, scattered, smooth_rise
from .garment import Garment
from .trims import button, collar_tag, patch, rectangle

_WIDE = path(
    "M 500 96 C 440 96 396 92 358 84 C 346 140 318 215 302 296 C 280 480 254 720 236 952"
    " C 320 964 410 968 488 962 C 492 800 496 560 499 432 L 500 426"
)
_WIDE_BAND = mirrored(path("M 500 146 C 440 146 390 142 349 134 L 358 83 C 396 93 440 97 500 97"))
_WIDE_INSIDE = mirrored(path("M 500 70 C 440 68 394 70 360 80 L 358 88 C 396 98 440 102 500 102"))
_WIDE_CUT_SEED = 171


def chinos(canvas, fabric, inside_fabric, thread, button_code, seed):
    """Shape trousers-straight: slanted pockets, no rows of thread."""
    shape, both = trousers.shape, trousers.both
    relief = lambda: trousers.relief(canvas, seed, 0.75, whiskers=False)
    front = Layer(canvas, seed, relief, thickness=4).panel(shape(mirrored(trousers.STRAIGHT)), fabric)
    for hem in both(path("M 442 940 C 392 946 340 946 292 936")):
        front.stitch(hem, thread, 3.0, 2.4, 1.1, 0.6)
    front.on_front().seam(shape(path("M 500 424 C 499 320 499 220 500 134")), 2.4)
    front.stitch(shape(path("M 540 136 L 540 300 C 538 348 526 376 503 388")), thread, 3.0, 2.2, 1.1, 0.7)
    for pocket in both(path("M 320 258 L 384 136")):
        front.seam(pocket, 3.0, 2.6)
        front.stitch(offset(pocket, 6), thread, 3.0, 2.2, 1.1, 0.7)

    inside, waist = trousers.waist(canvas, fabric, inside_fabric, thread, seed, loops=(384, 616))
    tab = shape(path("M 500 90 L 546 90 C 556 100 556 126 546 136 L 500 138 L 500 90"))
    patch(waist.on_front().panel(tab, fabric, 90), tab, thread, 4, height=1.6)
    button(waist, 530, 114, 8, button_code)
    return Garment([inside], [front, waist])


def _wide_folds(seed):
    rng = np.random.default_rng(seed)
    folds = []
    for side in (0, 1):
        group = fan((494, 432), [196, 170, 128, 108], [110, 120, 190, 260], 9, 4.4, seed + side)
        for x in (300, 344, 436, 466):
            foot = 500 - (500 - x) * 1.16
            start, bend = (x + rng.uniform(-8, 8), rng.uniform(430, 560)), (x - 6 + rng.uniform(-12, 12), 720)
            group.append(Fold(start, bend, (foot + rng.uniform(-10, 10), 1000), 13, rng.uniform(5, 9), rng.uniform(-0.4, 0.4), 0.5))
        folds += [f.mirrored() for f in group] if side else group
    return folds + scattered((310, 560, 690, 900), 5, 88, 220, 14, 3.0, seed + 9)


def wide_trousers(canvas, fabric, inside_fabric, thread, button_code, seed):
    """Shape trousers-wide: high waist, two pleats a side, a crease down each leg."""
    shape = lambda points: wobble(points, _WIDE_CUT_SEED, 2.5)
    both = lambda points: (shape(points), shape(reflect(points)[::-1]))
    creases = both(path("M 392 250 C 384 460 372 720 362 966"))

    def relief():
        legs = [np.clip(1 - ((canvas.x - axis - side * 0.06 * (canvas.y - 400)) / 150) ** 2, 0, 1) for axis, side in ((388, -1), (612, 1))]
        round_legs = 26 * np.sqrt(np.maximum(*legs)) * smooth_rise(canvas.y, 240, 560)
        return fold_field(canvas, _wide_folds(seed)) + rumple(canvas, seed + 20, 120, 3.0, 3.0, 88) + round_legs.astype(np.float32)

    front = Layer(canvas, seed, relief, thickness=5, roll=12).panel(shape(mirrored(_WIDE)), fabric)
    for crease in creases:
        ridge = canvas.blur(canvas.stroke(crease, 2.0), 2.4)
        front.emboss(2.2 * ridge)
    front.on_front().seam(shape(path("M 500 432 C 499 320 499 220 500 140")), 2.4)
    for pleat in both(path("M 394 142 C 394 176 393 210 391 250")) + both(path("M 428 144 C 428 170 427 194 425 222")):
        front.seam(pleat, 3.4, 2.4)
        front.emboss(1.8 * canvas.blur(canvas.stroke(offset(pleat, -5), 6), 4))
    for pocket in both(path("M 320 262 L 360 140")):
        front.seam(pocket, 3.0, 2.6)

    waist = Layer(canvas, seed + 1, lambda: rumple(canvas, seed + 30, 80, 1.2), roll=6, thickness=3)
    band = shape(_WIDE_BAND)
    waist.panel(band, fabric)
    for x in (392, 608):
        loop = shape(rectangle(x - 6, 86, x + 6, 150))
        patch(waist.panel(loop, fabric), loop, thread, 2.5, height=2.0)
    tab = shape(path("M 500 96 L 548 95 C 556 104 556 136 548 145 L 500 146 L 500 96"))
    waist.on_front().panel(tab, fabric).step(tab, 1.6)
    button(waist, 532, 121, 8, button_code)
    inside = Layer(canvas, seed + 2, tone=0.55, roll=4).panel(shape(_WIDE_INSIDE), inside_fabric)
    collar_tag(inside, 477, 73, 46)
    return Garment([inside], [front, waist])
