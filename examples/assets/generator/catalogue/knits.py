"""Knitwear: polos, chunky sweaters, sweatshirts and hoodies."""

from functools import partial

from .. import fabrics, prints, sweats
from ..polos import polo
from ..product import Product
from ..screenprint import printed

_COLLEGE = (352, 268, 296, 148)


def _polo(canvas, code, collar, tipping, thread, button, seed):
    pique = fabrics.pique(fabrics.solid(code), seed)
    return polo(canvas, pique, fabrics.jersey(fabrics.solid(collar), seed), tipping, thread, button, seed=seed)


def _cable_sweater(canvas, yarn, seed):
    wool = fabrics.chunky_knit(fabrics.solid(yarn), seed, wale=11, course=9.5)
    return sweats.crew_neck(canvas, wool, wool, wool, seed, finish=sweats.cables)


def _sweatshirt(canvas, cloth, rib, ink, outline, seed):
    front = printed(cloth, *prints.campus(ink, outline), _COLLEGE)
    return sweats.crew_neck(canvas, front, cloth, rib, seed)


def _hoodie(canvas, code, lining, cord, thread, seed):
    cloth, inside = (fabrics.brushed(fabrics.solid(each), seed) for each in (code, lining))
    return sweats.hoodie(canvas, cloth, cloth, inside, cord, thread, seed)


PRODUCTS = [
    Product(
        "polo-court-green",
        "Court Polo Shirt",
        "top",
        "42.00",
        "racing green",
        "polo",
        "court-polo",
        partial(_polo, code="#1f4a38", collar="#1f4a38", tipping="#efe6d0", thread="#31604c", button="#efe6d0", seed=143),
    ),
    Product(
        "polo-court-white",
        "Court Polo Shirt",
        "top",
        "42.00",
        "white and navy",
        "polo",
        "court-polo",
        partial(_polo, code="#f2f1ed", collar="#f2f1ed", tipping="#1f2f55", thread="#d6d5cf", button="#f7f5ef", seed=145),
        studio=True,
    ),
    Product(
        "sweater-cable",
        "Cable Sweater",
        "top",
        "79.00",
        "oat",
        "sweater",
        "cable-sweater",
        partial(_cable_sweater, yarn="#e2d5bc", seed=133),
    ),
    Product(
        "sweater-cable-moss",
        "Cable Sweater",
        "top",
        "79.00",
        "moss",
        "sweater",
        "cable-sweater",
        partial(_cable_sweater, yarn="#6f7548", seed=135),
    ),
    Product(
        "sweatshirt-meridian",
        "Meridian Sweatshirt",
        "top",
        "55.00",
        "grey marl",
        "sweater",
        "meridian-sweatshirt",
        partial(
            _sweatshirt,
            cloth=fabrics.marl("#c3c4c6", "#8d8f94", 137),
            rib=fabrics.marl("#bcbdbf", "#86888d", 138),
            ink="#1f2f55",
            outline="#f3efe4",
            seed=137,
        ),
    ),
    Product(
        "sweatshirt-meridian-red",
        "Meridian Sweatshirt",
        "top",
        "55.00",
        "brick red",
        "sweater",
        "meridian-sweatshirt",
        partial(
            _sweatshirt,
            cloth=fabrics.brushed(fabrics.solid("#9c3529"), 139),
            rib=fabrics.brushed(fabrics.solid("#93301f"), 139),
            ink="#f1e4c8",
            outline="#9c3529",
            seed=139,
        ),
    ),
    Product(
        "hoodie-harbour",
        "Harbour Hoodie",
        "top",
        "65.00",
        "slate blue",
        "hoodie",
        "harbour-hoodie",
        partial(_hoodie, code="#4d6378", lining="#3d5062", cord="#e9e4d8", thread="#63798e", seed=151),
    ),
    Product(
        "hoodie-harbour-sand",
        "Harbour Hoodie",
        "top",
        "65.00",
        "sand",
        "hoodie",
        "harbour-hoodie",
        partial(_hoodie, code="#d3c1a2", lining="#bca888", cord="#f4efe4", thread="#b9a685", seed=153),
        studio=True,
    ),
]
