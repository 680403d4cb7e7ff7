"""T-shirts without artwork: plain, knitted and striped ones, and the Breton top."""

from functools import partial

from .. import fabrics, patterns
from ..product import Product
from ..tees import round_neck


def _plain_tee(canvas, cotton_code, thread, seed):
    cotton = fabrics.jersey(fabrics.solid(cotton_code), seed)
    return round_neck(canvas, cotton, cotton, cotton, thread, seed=seed)


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
        "tee-plain-white",
        "Everyday T-shirt",
        "19.00",
        "white",
        "everyday-tee",
        partial(_plain_tee, cotton_code="#f3f2ef", thread="#dad8d2", seed=41),
        studio=True,
    ),
    _tee(
        "tee-plain-black",
        "Everyday T-shirt",
        "19.00",
        "black",
        "everyday-tee",
        partial(_plain_tee, cotton_code="#232326", thread="#313134", seed=43),
    ),
    _tee(
        "tee-plain-sage",
        "Everyday T-shirt",
        "19.00",
        "sage",
        "everyday-tee",
        partial(_plain_tee, cotton_code="#93a58a", thread="#7a8c72", seed=45),
    ),
    _tee(
        "tee-terracotta",
        "Knitted T-shirt",
        "35.00",
        "terracotta",
        "knit-tee",
        partial(_knitted_tee, yarn_code="#c4562f", thread="#9c4020", seed=55),
    ),
    _tee(
        "tee-knit-blue",
        "Knitted T-shirt",
        "35.00",
        "dusk blue",
        "knit-tee",
        partial(_knitted_tee, yarn_code="#5f7f9c", thread="#48657f", seed=57),
    ),
    _tee(
        "tee-stripe-forest",
        "Pier Stripe T-shirt",
        "27.00",
        "cream, forest and mustard",
        "pier-tee",
        partial(_striped_tee, ground="#f0e7d3", stripes=(("#24493b", 8, 52), ("#d79a2b", 60, 70)), thread="#d0c6b0", seed=61),
    ),
    _tee(
        "tee-stripe-berry",
        "Pier Stripe T-shirt",
        "27.00",
        "blush, berry and navy",
        "pier-tee",
        partial(_striped_tee, ground="#eccfc6", stripes=(("#8c2347", 8, 52), ("#1f2a4c", 60, 70)), thread="#cdaea5", seed=63),
    ),
    Product(
        "top-breton",
        "Breton Long-sleeve",
        "top",
        "39.00",
        "ecru and navy",
        "tee-long",
        "breton-top",
        partial(_breton_top, ground="#f3f0e6", stripe="#1c2b4a", seed=33),
    ),
    Product(
        "top-breton-red",
        "Breton Long-sleeve",
        "top",
        "39.00",
        "ecru and red",
        "tee-long",
        "breton-top",
        partial(_breton_top, ground="#f3f0e6", stripe="#b3282d", seed=35),
    ),
]
