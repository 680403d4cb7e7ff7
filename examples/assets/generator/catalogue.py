"""The demo shop's range: one entry per product, in the order of the shop window."""

from dataclasses import dataclass
from typing import Callable

from . import denim, drape, fabrics, patterns, shirts, tees, trousers
from .botanical import daisies, garden
from .prints import sunset_print


@dataclass(frozen=True)
class Product:
    id: str
    name: str
    type: str
    price: str
    colour: str
    shape: str
    colourway: str
    draw: Callable
    studio: bool = False
    """Photographed on a white table rather than cut out."""

    @property
    def file(self):
        return f"{self.id}.webp"


def _sunset_tee(canvas):
    cotton = fabrics.jersey(fabrics.solid("#f1f0ec"), 1)
    ink, cover = sunset_print()
    front = fabrics.printed(cotton, ink, cover, (340, 284, 320, 378))
    return tees.round_neck(canvas, front, cotton, cotton, "#d9d7d0", seed=10)


def _breton_top(canvas):
    ecru, navy = "#f3f0e6", "#1c2b4a"
    body = fabrics.jersey(patterns.breton(ecru, navy, from_v=230, to_v=745), 5)
    sleeve = fabrics.jersey(patterns.breton(ecru, navy, from_v=560, to_v=1020), 5)
    rib = fabrics.jersey(fabrics.solid(ecru), 5)
    return tees.round_neck(canvas, body, sleeve, rib, "#d9d7d0", seed=33, long_sleeves=True)


def _terracotta_tee(canvas):
    knit = fabrics.chunky_knit(fabrics.solid("#c4562f"), 5)
    return tees.round_neck(canvas, knit, knit, knit, "#9c4020", seed=55, softness=1.15)


def _flannel_shirt(canvas):
    cloth = fabrics.flannel(patterns.flannel_check("#33604a", "#151b18", "#cfc6a2"), 9)
    return shirts.long_shirt(canvas, cloth, "#1d3a2c", "#4a443a", seed=71)


def _garden_shirt(canvas):
    viscose = fabrics.poplin(patterns.tiled(garden(), 250), 4)
    return shirts.camp_collar_shirt(canvas, viscose, "#cfc4ac", "#efe6d2", seed=81)


def _trucker_jacket(canvas):
    return denim.trucker_jacket(canvas, fabrics.denim(fabrics.solid("#34507a"), 3), denim.THREAD, denim.COPPER, seed=91)


def _straight_jeans(canvas):
    indigo = fabrics.denim(fabrics.solid("#20355c"), 6, fade=trousers.thigh_fade)
    return trousers.jeans(canvas, indigo, fabrics.poplin(fabrics.solid("#cfc8b8"), 2), denim.THREAD, seed=95)


def _pleated_skirt(canvas):
    satin, lining = (fabrics.poplin(fabrics.solid(code), 2) for code in ("#b3204a", "#7c1733"))
    return drape.pleated_skirt(canvas, satin, lining, "#8c1939", seed=96)


def _daisy_dress(canvas):
    cotton = fabrics.poplin(patterns.tiled(daisies(), 200), 4)
    return drape.sun_dress(canvas, cotton, fabrics.poplin(fabrics.solid("#22345a"), 3), "#182848", seed=97)


PRODUCTS = [
    Product("tee-sunset", "Sunset Map T-shirt", "top", "29.00", "white", "tee-short", "sunset-tee", _sunset_tee),
    Product("top-breton", "Breton Long-sleeve", "top", "39.00", "ecru and navy", "tee-long", "breton-top", _breton_top),
    Product("tee-terracotta", "Knitted T-shirt", "top", "35.00", "terracotta", "tee-short", "knit-tee", _terracotta_tee),
    Product("shirt-flannel", "Forest Flannel Shirt", "top", "59.00", "green and black check", "shirt-long", "flannel-shirt", _flannel_shirt),
    Product("shirt-garden", "Garden Camp-collar Shirt", "top", "49.00", "cream floral", "shirt-short", "garden-shirt", _garden_shirt),
    Product("jacket-trucker", "Denim Trucker Jacket", "outerwear", "89.00", "mid blue", "jacket", "trucker-jacket", _trucker_jacket),
    Product("jeans-straight", "Straight Jeans", "bottom", "69.00", "indigo", "trousers-straight", "straight-jeans", _straight_jeans),
    Product("skirt-pleated", "Pleated Midi Skirt", "bottom", "55.00", "raspberry", "skirt-pleated", "pleated-skirt", _pleated_skirt),
    Product("dress-daisy", "Daisy Sun Dress", "dress", "65.00", "ink blue floral", "dress-sun", "daisy-dress", _daisy_dress),
]
