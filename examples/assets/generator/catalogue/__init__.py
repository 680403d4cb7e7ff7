"""The demo shop's range, in the order of the shop window."""

from . import bottoms, dresses, jerseys, knits, outerwear, printed_tees, shirts

_DEPARTMENTS = (printed_tees, jerseys, shirts, knits, outerwear, bottoms, dresses)
PRODUCTS = [product for department in _DEPARTMENTS for product in department.PRODUCTS]
