"""Shirts: checked with long sleeves, flowered with an open collar."""

from functools import partial

from .. import fabrics, patterns
from ..botanical import garden
from ..product import Product
from ..shirts import camp_collar_shirt, long_shirt


def _flannel(canvas, codes, thread, button, seed):
    return long_shirt(canvas, fabrics.flannel(patterns.flannel_check(*codes), 9), thread, button, seed=seed)


def _gingham(canvas, dye, thread, seed):
    cloth = fabrics.poplin(patterns.gingham("#f6f5f1", dye), 11)
    return long_shirt(canvas, cloth, thread, "#efece4", seed=seed, rumple_height=4.2)


def _garden(canvas, print_of, thread, button, seed):
    return camp_collar_shirt(canvas, fabrics.poplin(patterns.tiled(print_of(), 250), 4), thread, button, seed=seed)


PRODUCTS = [
    Product(
        "shirt-flannel",
        "Forest Flannel Shirt",
        "top",
        "59.00",
        "green and black check",
        "shirt-long",
        "flannel-shirt",
        partial(_flannel, codes=("#33604a", "#151b18", "#cfc6a2"), thread="#1d3a2c", button="#4a443a", seed=71),
    ),
    Product(
        "shirt-flannel-rust",
        "Forest Flannel Shirt",
        "top",
        "59.00",
        "rust and ink check",
        "shirt-long",
        "flannel-shirt",
        partial(_flannel, codes=("#a8452c", "#1d2030", "#e3c48a"), thread="#6b2a1a", button="#3d3530", seed=73),
    ),
    Product(
        "shirt-gingham",
        "Gingham Shirt",
        "top",
        "49.00",
        "sky blue check",
        "shirt-long",
        "gingham-shirt",
        partial(_gingham, dye="#3f74b5", thread="#c3d0e0", seed=75),
        studio=True,
    ),
    Product(
        "shirt-gingham-green",
        "Gingham Shirt",
        "top",
        "49.00",
        "leaf green check",
        "shirt-long",
        "gingham-shirt",
        partial(_gingham, dye="#3d7a52", thread="#c2d6c6", seed=77),
    ),
    Product(
        "shirt-garden",
        "Garden Camp-collar Shirt",
        "top",
        "49.00",
        "cream floral",
        "shirt-short",
        "garden-shirt",
        partial(_garden, print_of=garden, thread="#cfc4ac", button="#efe6d2", seed=81),
    ),
    Product(
        "shirt-garden-night",
        "Garden Camp-collar Shirt",
        "top",
        "49.00",
        "midnight floral",
        "shirt-short",
        "garden-shirt",
        partial(_garden, print_of=partial(garden, "#1b2238", night=True), thread="#3a4360", button="#2b2f3d", seed=83),
    ),
]
