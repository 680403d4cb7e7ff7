"""Draw the demo shop's images: python examples/assets/make_assets.py [--cloth FOLDER] [name ...]

Without names it draws everything. The result depends on nothing but this code, the library
versions and the DejaVu fonts.
"""

import argparse
import json
from pathlib import Path

from generator.canvas import Canvas
from generator.catalogue import PRODUCTS
from generator.encode import cut_out, framed, on_studio_white, save_webp
from generator.shopper import shopper_test
from generator.sizes import SHAPES

FOLDER = Path(__file__).parent
SHOPPER = "shopper-test"
_PICTURE_PX, _CLOTH_PX = 800, 1024
_PRODUCT_LIMIT_BYTES = 60_000
_SHOPPER_LIMIT_BYTES = 150_000


def draw_product(product, canvas):
    """The picture for the shop."""
    file = FOLDER / product.file
    rgb, alpha = framed(product.draw(canvas).lit(), canvas, SHAPES[product.shape], _PICTURE_PX)
    picture = on_studio_white(rgb, alpha) if product.studio else cut_out(rgb, alpha)
    quality = save_webp(picture, file, _PRODUCT_LIMIT_BYTES)
    print(f"{file.name}: {file.stat().st_size} bytes at quality {quality}", flush=True)


def draw_cloth(product, canvas, folder):
    """The unlit front and back in the picture's frame, for a renderer that folds and lights them itself."""
    garment = product.draw(canvas)
    for name, raster in (("cloth", garment.cloth()), ("back", garment.back())):
        file = folder / f"{product.id}-{name}.png"
        cut_out(*framed(raster, canvas, SHAPES[product.shape], _CLOTH_PX)).save(file)
        print(file, flush=True)


def draw_shopper():
    picture, labels = shopper_test()
    file = FOLDER / f"{SHOPPER}.webp"
    quality = save_webp(picture, file, _SHOPPER_LIMIT_BYTES)
    labels.save(FOLDER / f"{SHOPPER}-labels.png", optimize=True)
    print(f"{file.name}: {file.stat().st_size} bytes at quality {quality}")


def write_catalogue():
    fields = ("id", "name", "file", "type", "price", "colour", "shape", "colourway")
    entries = [{field: getattr(product, field) for field in fields} for product in PRODUCTS]
    (FOLDER / "products.json").write_text(json.dumps(entries, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description="Draw the demo shop's images.")
    parser.add_argument("--cloth", metavar="FOLDER", type=Path, help="draw the products' unlit cloth into FOLDER instead")
    parser.add_argument("names", nargs="*", choices=[[], SHOPPER, *(p.id for p in PRODUCTS)], metavar="name")
    options = parser.parse_args()
    wanted = [product for product in PRODUCTS if not options.names or product.id in options.names]
    if options.cloth:
        options.cloth.mkdir(parents=True, exist_ok=True)
        canvas = Canvas(px_per_unit=1.6)
        for product in wanted:
            draw_cloth(product, canvas, options.cloth)
        return
    canvas = Canvas(px_per_unit=2.0)
    for product in wanted:
        draw_product(product, canvas)
    if not options.names or SHOPPER in options.names:
        draw_shopper()
    write_catalogue()


if __name__ == "__main__":
    main()
