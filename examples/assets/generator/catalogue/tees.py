"""T-shirts: printed, plain, knitted and striped."""

from functools import partial

from .. import fabrics, patterns, prints
from ..product import Product
from ..tees import round_neck

_CENTRE_PRINT = (340, 284, 320, 378)
_WIDE_PRINT = (358, 276, 284, 312)
_EMBLEM = (352, 262, 296, 355)
_CHEST = (560, 272, 104, 31)


def _printed_tee(canvas, cotton_code, thread, art, box, seed):
    cotton = fabrics.jersey(fabrics.solid(cotton_code), seed)
    return round_neck(canvas, fabrics.printed(cotton, *art(), box), cotton, cotton, thread, seed=seed)


def _plain_tee(canvas, cotton_code, thread, seed):
    cotton = fabrics.jersey(fabrics.solid(cotton_code), seed)
    return round_neck(canvas, cotton, cotton, cotton, thread, seed=seed)


def _logo_tee(canvas, cotton, thread, ink, seed):
    front = fabrics.printed(cotton, *prints.chest_mark(ink), _CHEST)
    return round_neck(canvas, front, cotton, cotton, thread, seed=seed)


def _knitted_tee(canvas, yarn_code, thread, seed):
    knit = fabrics.chunky_knit(fabrics.solid(yarn_code), 5)
    return round_neck(canvas, knit, knit, knit, thread, seed=seed, softness=1.15)


def _striped_tee(canvas, ground, stripes, thread, seed):
    body = fabrics.jersey(patterns.cross_stripes(ground, *stripes, period=118), seed)
    rib = fabrics.jersey(fabrics.solid(stripes[0][0]), seed)
    return round_neck(canvas, body, body, rib, thread, seed=seed)


def _breton_top(canvas, ground, stripe, seed):
    body = fabrics.jersey(patterns.breton(ground, stripe, from_v=230, to_v=745), 5)
    sleeve = fabrics.jersey(patterns.breton(ground, stripe, from_v=560, to_v=1020), 5)
    rib = fabrics.jersey(fabrics.solid(ground), 5)
    return round_neck(canvas, body, sleeve, rib, "#d9d7d0", seed=seed, long_sleeves=True)


def _tee(id, name, price, colour, colourway, draw, studio=False):
    return Product(id, name, "top", price, colour, "tee-short", colourway, draw, studio)


PRODUCTS = [
    _tee(
        "tee-sunset", "Sunset Map T-shirt", "29.00", "white", "sunset-tee",
        partial(_printed_tee, cotton_code="#f1f0ec", thread="#d9d7d0", art=prints.sunset, box=_CENTRE_PRINT, seed=10),
    ),
    _tee(
        "tee-sunset-ink", "Sunset Map T-shirt", "29.00", "ink blue", "sunset-tee",
        partial(
            _printed_tee, cotton_code="#22304a", thread="#3a4a66", art=partial(prints.sunset, "#efe9dc"), box=_CENTRE_PRINT, seed=17
        ),
    ),
    _tee(
        "tee-sunday", "Slow Sunday T-shirt", "29.00", "black", "sunday-tee",
        partial(_printed_tee, cotton_code="#242326", thread="#343336", art=partial(prints.sunday, "#efe6d3", "#e2a33b"), box=_WIDE_PRINT, seed=21),
    ),
    _tee(
        "tee-sunday-butter", "Slow Sunday T-shirt", "29.00", "butter yellow", "sunday-tee",
        partial(_printed_tee, cotton_code="#ecd79a", thread="#d2bb7c", art=partial(prints.sunday, "#274036", "#c8502f"), box=_WIDE_PRINT, seed=23),
        studio=True,
    ),
    _tee(
        "tee-tide", "Tide Table T-shirt", "32.00", "oatmeal", "tide-tee",
        partial(_printed_tee, cotton_code="#e4d9c4", thread="#c9bda5", art=partial(prints.tide, "#1f4260", "#f2ead8", "#d9603b"), box=_EMBLEM, seed=27),
    ),
    _tee(
        "tee-tide-teal", "Tide Table T-shirt", "32.00", "deep teal", "tide-tee",
        partial(_printed_tee, cotton_code="#1d5258", thread="#2f6a70", art=partial(prints.tide, "#f1e7d2", "#2b6d72", "#f0a33f"), box=_EMBLEM, seed=29),
    ),
    _tee(
        "tee-plain-white", "Everyday T-shirt", "19.00", "white", "everyday-tee",
        partial(_plain_tee, cotton_code="#f3f2ef", thread="#dad8d2", seed=41), studio=True,
    ),
    _tee(
        "tee-plain-black", "Everyday T-shirt", "19.00", "black", "everyday-tee",
        partial(_plain_tee, cotton_code="#232326", thread="#313134", seed=43),
    ),
    _tee(
        "tee-plain-sage", "Everyday T-shirt", "19.00", "sage", "everyday-tee",
        partial(_plain_tee, cotton_code="#93a58a", thread="#7a8c72", seed=45),
    ),
    _tee(
        "tee-logo-grey", "Chest Mark T-shirt", "24.00", "grey marl", "logo-tee",
        partial(_logo_tee, cotton=fabrics.marl("#b9babd", "#85878c", 47), thread="#8d8f94", ink="#1c2b4a", seed=47),
    ),
    _tee(
        "tee-logo-burgundy", "Chest Mark T-shirt", "24.00", "burgundy", "logo-tee",
        partial(
            _logo_tee, cotton=fabrics.jersey(fabrics.solid("#6a1f2e"), 49), thread="#84323f", ink="#f0e4d0", seed=49
        ),
    ),
    _tee(
        "tee-terracotta", "Knitted T-shirt", "35.00", "terracotta", "knit-tee",
        partial(_knitted_tee, yarn_code="#c4562f", thread="#9c4020", seed=55),
    ),
    _tee(
        "tee-knit-blue", "Knitted T-shirt", "35.00", "dusk blue", "knit-tee",
        partial(_knitted_tee, yarn_code="#5f7f9c", thread="#48657f", seed=57),
    ),
    _tee(
        "tee-stripe-forest", "Pier Stripe T-shirt", "27.00", "cream, forest and mustard", "pier-tee",
        partial(_striped_tee, ground="#f0e7d3", stripes=(("#24493b", 8, 52), ("#d79a2b", 60, 70)), thread="#d0c6b0", seed=61),
    ),
    _tee(
        "tee-stripe-berry", "Pier Stripe T-shirt", "27.00", "blush, berry and navy", "pier-tee",
        partial(_striped_tee, ground="#eccfc6", stripes=(("#8c2347", 8, 52), ("#1f2a4c", 60, 70)), thread="#cdaea5", seed=63),
    ),
    Product(
        "top-breton", "Breton Long-sleeve", "top", "39.00", "ecru and navy", "tee-long", "breton-top",
        partial(_breton_top, ground="#f3f0e6", stripe="#1c2b4a", seed=33),
    ),
    Product(
        "top-breton-red", "Breton Long-sleeve", "top", "39.00", "ecru and red", "tee-long", "breton-top",
        partial(_breton_top, ground="#f3f0e6", stripe="#b3282d", seed=35),
    ),
]
