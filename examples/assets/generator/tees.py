"""Jersey tops on an invisible mannequin: round neck, short or long sleeves."""

from . import blocks
from .cloth import Layer, stack
from .curves import band, mirrored, offset, path, reflect, spanning, wobble
from .folds import fold_field, rumple
from .trims import collar_tag

_BODY = path(
    "M 500 212 C 452 210 412 170 399 116 L 288 156 C 298 214 300 282 262 352" " C 268 470 266 640 258 884 C 340 896 420 900 500 900"
)
_HEM = path("M 258 884 C 340 896 420 900 500 900")
_NECK_SEAM = path("M 399 116 C 412 170 452 210 500 212")
_NECK_BAND = path("M 409 111 C 421 160 456 198 500 200")
_INSIDE_BACK = mirrored(path("M 500 129 C 470 129 438 124 413 111 L 404 122 C 412 180 450 215 500 214"))
_BACK_BAND = path("M 412 118 C 440 134 470 140 500 140")


def round_neck(canvas, body_fabric, sleeve_fabric, rib_fabric, thread, seed, long_sleeves=False, softness=1.0):
    shape = lambda points: wobble(points, seed)
    sleeve, sleeve_hem, grain = (
        (blocks.LONG_SLEEVE, blocks.CUFF_LINE, 15.0) if long_sleeves else (blocks.SHORT_SLEEVE, blocks.SHORT_HEM, 38.0)
    )
    sleeve_folds = blocks.long_sleeve_folds if long_sleeves else blocks.short_sleeve_folds
    folds = fold_field(canvas, blocks.body_folds(seed) + sleeve_folds(seed + 100))
    relief = softness * (folds + rumple(canvas, seed + 200, 120, 4.2)) + blocks.round_body(canvas)

    front = Layer(canvas, seed, relief)
    front.panel(shape(sleeve), sleeve_fabric, grain, (291, 154))
    front.panel(shape(reflect(sleeve)), sleeve_fabric, -grain, (709, 154))
    front.panel(shape(mirrored(_BODY)), body_fabric)
    front.seam(shape(blocks.ARMHOLE), 2.2).seam(shape(reflect(blocks.ARMHOLE)), 2.2)
    front.hem(shape(spanning(_HEM))[::-1], thread)
    front.hem(shape(sleeve_hem)[::-1], thread, 14).hem(shape(reflect(sleeve_hem)), thread, 14)
    front.stitch(offset(shape(spanning(_NECK_SEAM)), 4), thread, 3.4, 2.0, 1.1, 0.6)

    back = Layer(canvas, seed + 2, tone=0.62, roll=4).panel(shape(_INSIDE_BACK), rib_fabric)
    back_band = shape(spanning(_BACK_BAND))
    back.step(band(back_band, 22), 1.0).rib(back_band, 22)
    collar_tag(back, 478, 156, 44)

    ring = Layer(canvas, seed + 1, roll=5, thickness=1.6)
    ring_line = shape(spanning(_NECK_BAND))
    ring.panel(band(ring_line, 24), rib_fabric).rib(ring_line, 24)
    return stack(canvas, [back, front, ring])
