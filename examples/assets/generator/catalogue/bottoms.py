"""Trousers and skirts."""

from functools import partial

from .. import denim, drape, fabrics, patterns, slacks, trousers
from ..product import Product
from ..skirts import button_skirt


def _jeans(canvas, dye, wear, pocketing, thread, seed):
    cloth = fabrics.denim(fabrics.solid(dye), 6, fade=trousers.thigh_fade, wear=wear)
    return trousers.jeans(canvas, cloth, fabrics.poplin(fabrics.solid(pocketing), 2), thread, seed=seed)


def _pleated(canvas, satin, lining, thread, seed):
    satin, lining = (fabrics.poplin(fabrics.solid(code), 2) for code in (satin, lining))
    return drape.pleated_skirt(canvas, satin, lining, thread, seed=seed)


def _chinos(canvas, twill, pocketing, thread, button, seed):
    twill, pocketing = fabrics.twill(fabrics.solid(twill), seed), fabrics.poplin(fabrics.solid(pocketing), 2)
    return slacks.chinos(canvas, twill, pocketing, thread, button, seed=seed)


def _wide(canvas, cloth, lining, thread, button, seed):
    return slacks.wide_trousers(canvas, cloth, fabrics.poplin(fabrics.solid(lining), 2), thread, button, seed=seed)


def _button_skirt(canvas, dye, wear, pocketing, thread, metal, seed):
    cloth = fabrics.denim(fabrics.solid(dye), 6, wear=wear, scale=1.35)
    return button_skirt(canvas, cloth, fabrics.poplin(fabrics.solid(pocketing), 2), thread, metal, seed=seed)


PRODUCTS = [
    Product(
        "jeans-straight",
        "Straight Jeans",
        "bottom",
        "69.00",
        "indigo",
        "trousers-straight",
        "straight-jeans",
        partial(_jeans, dye="#20355c", wear="#b9c8d8", pocketing="#cfc8b8", thread=denim.THREAD, seed=95),
    ),
    Product(
        "jeans-black",
        "Straight Jeans",
        "bottom",
        "69.00",
        "washed black",
        "trousers-straight",
        "straight-jeans",
        partial(_jeans, dye="#1b1b1e", wear="#77797e", pocketing="#8d8b88", thread="#3f3f43", seed=99),
    ),
    Product(
        "skirt-pleated",
        "Pleated Midi Skirt",
        "bottom",
        "55.00",
        "raspberry",
        "skirt-pleated",
        "pleated-skirt",
        partial(_pleated, satin="#b3204a", lining="#7c1733", thread="#8c1939", seed=96),
    ),
    Product(
        "skirt-pleated-emerald",
        "Pleated Midi Skirt",
        "bottom",
        "55.00",
        "emerald",
        "skirt-pleated",
        "pleated-skirt",
        partial(_pleated, satin="#14624c", lining="#0c4031", thread="#0f4e3c", seed=98),
    ),
    Product(
        "chinos-stone",
        "Slim Chinos",
        "bottom",
        "59.00",
        "stone",
        "trousers-straight",
        "slim-chinos",
        partial(_chinos, twill="#c8b493", pocketing="#e8e0d0", thread="#ac9877", button="#7b6544", seed=173),
    ),
    Product(
        "chinos-navy",
        "Slim Chinos",
        "bottom",
        "59.00",
        "navy",
        "trousers-straight",
        "slim-chinos",
        partial(_chinos, twill="#27324d", pocketing="#d9d5cc", thread="#3b4864", button="#2a2725", seed=175),
    ),
    Product(
        "trousers-wide-black",
        "Wide-leg Trousers",
        "bottom",
        "75.00",
        "black",
        "trousers-wide",
        "wide-trousers",
        partial(_wide, cloth=fabrics.twill(fabrics.solid("#242427"), 177), lining="#4a484c", thread="#37373b", button="#1b1a1a", seed=177),
    ),
    Product(
        "trousers-wide-pinstripe",
        "Wide-leg Trousers",
        "bottom",
        "75.00",
        "grey pinstripe",
        "trousers-wide",
        "wide-trousers",
        partial(
            _wide,
            cloth=fabrics.twill(patterns.pinstripe("#6a6d74", "#c9cbd0", 22, 1.8), 179),
            lining="#8d9097",
            thread="#7c7f86",
            button="#3a3b3e",
            seed=179,
        ),
        studio=True,
    ),
    Product(
        "skirt-denim",
        "Button-front Denim Skirt",
        "bottom",
        "49.00",
        "mid blue",
        "skirt-a",
        "denim-skirt",
        partial(_button_skirt, dye="#34507a", wear="#b9c8d8", pocketing="#cfc8b8", thread=denim.THREAD, metal=denim.COPPER, seed=181),
    ),
    Product(
        "skirt-denim-ecru",
        "Button-front Denim Skirt",
        "bottom",
        "49.00",
        "ecru",
        "skirt-a",
        "denim-skirt",
        partial(_button_skirt, dye="#ddd2ba", wear="#f3ecdd", pocketing="#e9e2d2", thread="#b9935c", metal="#8e7b5d", seed=183),
    ),
]
