"""Jackets."""

from functools import partial

from .. import denim, fabrics, patterns
from ..jackets import blazer, bomber
from ..product import Product


def _trucker(canvas, dye, wear, thread, metal, seed):
    return denim.trucker_jacket(canvas, fabrics.denim(fabrics.solid(dye), 3, wear=wear), thread, metal, seed=seed)


def _bomber(canvas, shell, rib, lining, thread, seed):
    shell, lining = fabrics.satin(fabrics.solid(shell), seed), fabrics.satin(fabrics.solid(lining), seed)
    return bomber(canvas, shell, fabrics.jersey(fabrics.solid(rib), seed), lining, thread, seed=seed)


def _blazer(canvas, wool, lining, thread, button, seed):
    return blazer(canvas, fabrics.flannel(wool, seed), fabrics.satin(fabrics.solid(lining), seed), thread, button, seed=seed)


PRODUCTS = [
    Product(
        "jacket-trucker",
        "Denim Trucker Jacket",
        "outerwear",
        "89.00",
        "mid blue",
        "jacket",
        "trucker-jacket",
        partial(_trucker, dye="#34507a", wear="#b9c8d8", thread=denim.THREAD, metal=denim.COPPER, seed=91),
    ),
    Product(
        "jacket-trucker-black",
        "Denim Trucker Jacket",
        "outerwear",
        "89.00",
        "washed black",
        "jacket",
        "trucker-jacket",
        partial(_trucker, dye="#26272b", wear="#6f7277", thread="#4b4c50", metal="#77797d", seed=93),
    ),
    Product(
        "jacket-bomber",
        "Layover Bomber",
        "outerwear",
        "99.00",
        "olive",
        "bomber",
        "layover-bomber",
        partial(_bomber, shell="#565a38", rib="#45492c", lining="#c9622a", thread="#6a6e4a", seed=155),
    ),
    Product(
        "jacket-bomber-black",
        "Layover Bomber",
        "outerwear",
        "99.00",
        "black",
        "bomber",
        "layover-bomber",
        partial(_bomber, shell="#26272b", rib="#1f2023", lining="#6e1f2d", thread="#3c3d42", seed=157),
    ),
    Product(
        "blazer-camel",
        "Soft Blazer",
        "outerwear",
        "129.00",
        "camel",
        "blazer",
        "soft-blazer",
        partial(_blazer, wool=fabrics.solid("#b98b58"), lining="#7c5a3a", thread="#a07747", button="#5a3d26", seed=161),
    ),
    Product(
        "blazer-navy",
        "Soft Blazer",
        "outerwear",
        "129.00",
        "navy windowpane",
        "blazer",
        "soft-blazer",
        partial(
            _blazer, wool=patterns.windowpane("#232f4b", "#7f8eae", 78, 2.4), lining="#4a2430", thread="#31405f", button="#2a2522", seed=163
        ),
        studio=True,
    ),
]
