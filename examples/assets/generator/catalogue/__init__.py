"""The demo shop's range, in the order of the shop window."""

from . import bottoms, dresses, knits, outerwear, shirts, tees

PRODUCTS = [*tees.PRODUCTS, *shirts.PRODUCTS, *knits.PRODUCTS, *outerwear.PRODUCTS, *bottoms.PRODUCTS, *dresses.PRODUCTS]
