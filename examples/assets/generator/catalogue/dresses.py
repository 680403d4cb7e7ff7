"""Dresses."""

from functools import partial

from .. import drape, fabrics, patterns
from ..botanical import daisies
from ..dresses import shirt_dress, slip_dress
from ..product import Product


def _daisy(canvas, ground, leaf, dot, lining, thread, seed):
    cotton = fabrics.poplin(patterns.tiled(daisies(ground, leaf, dot), 200), 4)
    return drape.sun_dress(canvas, cotton, fabrics.poplin(fabrics.solid(lining), 3), thread, seed=seed)


def _slip(canvas, dye, lining, thread, seed):
    return slip_dress(canvas, fabrics.satin(fabrics.solid(dye), seed), fabrics.satin(fabrics.solid(lining), seed), thread, seed=seed)


def _shirt_dress(canvas, cloth, thread, button, seed):
    return shirt_dress(canvas, fabrics.poplin(cloth, seed), thread, button, seed=seed)


PRODUCTS = [
    Product(
        "dress-daisy",
        "Daisy Sun Dress",
        "dress",
        "65.00",
        "ink blue floral",
        "dress-sun",
        "daisy-dress",
        partial(_daisy, ground="#20345c", leaf="#6f9bb0", dot="#e58a6f", lining="#22345a", thread="#182848", seed=97),
    ),
    Product(
        "dress-daisy-sage",
        "Daisy Sun Dress",
        "dress",
        "65.00",
        "sage floral",
        "dress-sun",
        "daisy-dress",
        partial(_daisy, ground="#8aa383", leaf="#4e6b50", dot="#e9c46a", lining="#7f9878", thread="#6d8567", seed=101),
    ),
    Product(
        "dress-slip",
        "Bias Slip Dress",
        "dress",
        "85.00",
        "champagne",
        "dress-slip",
        "slip-dress",
        partial(_slip, dye="#d9bd98", lining="#c5a67e", thread="#b89a72", seed=191),
    ),
    Product(
        "dress-slip-bottle",
        "Bias Slip Dress",
        "dress",
        "85.00",
        "bottle green",
        "dress-slip",
        "slip-dress",
        partial(_slip, dye="#1d4a3d", lining="#17392f", thread="#143329", seed=193),
    ),
    Product(
        "dress-shirt-stripe",
        "Belted Shirt Dress",
        "dress",
        "79.00",
        "blue stripe",
        "dress-shirt",
        "shirt-dress",
        partial(_shirt_dress, cloth=patterns.pinstripe("#f4f3ef", "#4a76b0", 13, 5.2, 0.9), thread="#b9c8dc", button="#f2efe6", seed=201),
        studio=True,
    ),
    Product(
        "dress-shirt-clay",
        "Belted Shirt Dress",
        "dress",
        "79.00",
        "clay",
        "dress-shirt",
        "shirt-dress",
        partial(_shirt_dress, cloth=fabrics.solid("#b5654a"), thread="#9a5038", button="#6b3a2a", seed=203),
    ),
]
