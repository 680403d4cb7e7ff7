"""Draw the demo shop's images: python examples/assets/make_assets.py [name ...]

Without names it draws everything. The result depends on nothing but this code, the library
versions and the DejaVu fonts.
"""

import json
import sys
from pathlib import Path

from generator.canvas import Canvas
from generator.catalogue import PRODUCTS
from generator.encode import product_image, save_webp
from generator.shopper import shopper_test

FOLDER = Path(__file__).parent
SHOPPER = "shopper-test"
_PRODUCT_LIMIT_BYTES = 120_000
_SHOPPER_LIMIT_BYTES = 150_000


def draw_products(wanted):
    canvas = Canvas(px_per_unit=2.0)
    for product in PRODUCTS:
        if not wanted or product.id in wanted:
            file = FOLDER / product.file
            quality = save_webp(product_image(product.draw(canvas)), file, _PRODUCT_LIMIT_BYTES)
            print(f"{file.name}: {file.stat().st_size} bytes at quality {quality}")


def draw_shopper():
    picture, labels = shopper_test()
    file = FOLDER / f"{SHOPPER}.webp"
    quality = save_webp(picture, file, _SHOPPER_LIMIT_BYTES)
    labels.save(FOLDER / f"{SHOPPER}-labels.png", optimize=True)
    print(f"{file.name}: {file.stat().st_size} bytes at quality {quality}")


def write_catalogue():
    fields = ("id", "name", "file", "type", "price", "colour")
    entries = [{field: getattr(product, field) for field in fields} for product in PRODUCTS]
    (FOLDER / "products.json").write_text(json.dumps(entries, indent=2) + "\n", encoding="utf-8")


def main(wanted):
    draw_products(wanted)
    if not wanted or SHOPPER in wanted:
        draw_shopper()
    write_catalogue()


if __name__ == "__main__":
    main(set(sys.argv[1:]))
