"""Jersey tops on an invisible mannequin: round neck, short or long sleeves."""

from . import blocks, creases
from .cloth import Layer
from .curves import band, mirrored, offset, path, reflect, spanning, wobble
from .folds import fold_field, rumple
from .garment import Garment
from .trims import collar_tag

_BODY = path("M 500 212 C 452 210 412 170 399 116 L 288 156 C 298 214 300 282 262 352 C 268 440 266 560 260 772 C 340 785 420 790 500 790")
_HEM = path("M 260 772 C 340 785 420 790 500 790")
_NECK_SEAM = path("M 399 116 C 412 170 452 210 500 212")
_NECK_BAND = path("M 409 111 C 421 160 456 198 500 200")
_INSIDE_BACK = mirrored(path("M 500 129 C 470 129 438 124 413 111 L 404 122 C 412 180 450 215 500 214"))
_BACK_BAND = path("M 412 118 C 440 134 470 140 500 140")
_CUT_SEED = 10


def _shape(points):
    return wobble(points, _CUT_SEED)


def round_neck(canvas, body_fabric, sleeve_fabric, rib_fabric, thread, seed, long_sleeves=False, softness=1.0):
    """Shapes tee-short and tee-long."""
    sleeve = blocks.LONG if long_sleeves else blocks.SHORT
    sleeve_folds = creases.long_sleeve_folds if long_sleeves else creases.short_sleeve_folds

    def relief():
        folds = fold_field(canvas, creases.body_folds(seed) + sleeve_folds(seed + 100))
        return softness * (folds + rumple(canvas, seed + 200, 120, 4.2)) + blocks.round_body(canvas)

    front = sleeve.add_to(Layer(canvas, seed, relief), sleeve_fabric, _shape)
    front.panel(_shape(mirrored(_BODY)), body_fabric)
    front.seam(_shape(blocks.ARMHOLE), 2.2).seam(_shape(reflect(blocks.ARMHOLE)), 2.2)
    front.hem(_shape(spanning(_HEM))[::-1], thread)
    for hem in sleeve.hems(_shape):
        front.hem(hem, thread, 14)
    front.on_front().stitch(offset(_shape(spanning(_NECK_SEAM)), 4), thread, 3.4, 2.0, 1.1, 0.6)
    inside, ring = neck(canvas, rib_fabric, _shape, seed)
    return Garment([inside], [front, ring])


def neck(canvas, rib_fabric, shape, seed, width=24):
    """The ribbed ring of a round neck, and the inside of the back that it frames."""
    inside = Layer(canvas, seed + 2, tone=0.62, roll=4).panel(shape(_INSIDE_BACK), rib_fabric)
    back_band = shape(spanning(_BACK_BAND))
    inside.step(band(back_band, width - 2), 1.0).rib(back_band, width - 2)
    collar_tag(inside, 478, 156, 44)

    ring = Layer(canvas, seed + 1, roll=5, thickness=1.6).on_front()
    ring_line = shape(spanning(_NECK_BAND))
    ring.panel(band(ring_line, width), rib_fabric).rib(ring_line, width)
    return inside, ring
