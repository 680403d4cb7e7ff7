"""T-shirts with artwork on them."""

from functools import partial

from .. import fabrics, prints
from ..product import Product
from ..screenprint import printed
from ..tees import round_neck

_CENTRE_PRINT = (340, 284, 320, 378)
_WIDE_PRINT = (358, 276, 284, 312)
_EMBLEM = (352, 262, 296, 355)
_CHEST = (560, 272, 104, 31)


def _printed_tee(canvas, cotton_code, thread, art, box, seed):
    cotton = fabrics.jersey(fabrics.solid(cotton_code), seed)
    return round_neck(canvas, printed(cotton, *art(), box), cotton, cotton, thread, seed=seed)


def _logo_tee(canvas, cotton, thread, ink, seed):
    front = printed(cotton, *prints.chest_mark(ink), _CHEST)
    return round_neck(canvas, front, cotton, cotton, thread, seed=seed)


def _tee(id, name, price, colour, colourway, draw, studio=False):
    return Product(id, name, "top", price, colour, "tee-short", colourway, draw, studio)


PRODUCTS = [
    _tee(
        "tee-sunset",
        "Sunset Map T-shirt",
        "29.00",
        "white",
        "sunset-tee",
        partial(_printed_tee, cotton_code="#f1f0ec", thread="#d9d7d0", art=prints.sunset, box=_CENTRE_PRINT, seed=10),
    ),
    _tee(
        "tee-sunset-ink",
        "Sunset Map T-shirt",
        "29.00",
        "ink blue",
        "sunset-tee",
        partial(_printed_tee, cotton_code="#22304a", thread="#3a4a66", art=partial(prints.sunset, "#efe9dc"), box=_CENTRE_PRINT, seed=17),
    ),
    _tee(
        "tee-sunday",
        "Slow Sunday T-shirt",
        "29.00",
        "black",
        "sunday-tee",
        partial(
            _printed_tee,
            cotton_code="#242326",
            thread="#343336",
            art=partial(prints.sunday, "#efe6d3", "#e2a33b"),
            box=_WIDE_PRINT,
            seed=21,
        ),
    ),
    _tee(
        "tee-sunday-butter",
        "Slow Sunday T-shirt",
        "29.00",
        "butter yellow",
        "sunday-tee",
        partial(
            _printed_tee,
            cotton_code="#ecd79a",
            thread="#d2bb7c",
            art=partial(prints.sunday, "#274036", "#c8502f"),
            box=_WIDE_PRINT,
            seed=23,
        ),
        studio=True,
    ),
    _tee(
        "tee-tide",
        "Tide Table T-shirt",
        "32.00",
        "oatmeal",
        "tide-tee",
        partial(
            _printed_tee,
            cotton_code="#e4d9c4",
            thread="#c9bda5",
            art=partial(prints.tide, "#1f4260", "#f2ead8", "#d9603b"),
            box=_EMBLEM,
            seed=27,
        ),
    ),
    _tee(
        "tee-tide-teal",
        "Tide Table T-shirt",
        "32.00",
        "deep teal",
        "tide-tee",
        partial(
            _printed_tee,
            cotton_code="#1d5258",
            thread="#2f6a70",
            art=partial(prints.tide, "#f1e7d2", "#2b6d72", "#f0a33f"),
            box=_EMBLEM,
            seed=29,
        ),
    ),
    _tee(
        "tee-logo-grey",
        "Chest Mark T-shirt",
        "24.00",
        "grey marl",
        "logo-tee",
        partial(_logo_tee, cotton=fabrics.marl("#b9babd", "#85878c", 47), thread="#8d8f94", ink="#1c2b4a", seed=47),
    ),
    _tee(
        "tee-logo-burgundy",
        "Chest Mark T-shirt",
        "24.00",
        "burgundy",
        "logo-tee",
        partial(_logo_tee, cotton=fabrics.jersey(fabrics.solid("#6a1f2e"), 49), thread="#84323f", ink="#f0e4d0", seed=49),
    ),
]
