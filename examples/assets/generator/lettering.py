"""Lettering and raster conversion for prints and labels. The typeface is DejaVu, a free system font."""

from PIL import Image, ImageDraw, ImageFont
import numpy as np

from . import colour

_SUPERSAMPLING = 2


def font(style, size_px):
    """DejaVu in a style as its files name it, such as 'SansCondensed-Bold'."""
    return ImageFont.truetype(f"DejaVu{style}.ttf", size_px)


def sheet(width, height, ground=(255, 255, 255, 0)):
    """A picture to draw on, transparent unless told otherwise, and its pen."""
    image = Image.new("RGBA", (width, height), ground)
    return image, ImageDraw.Draw(image)


def linear(image):
    """Linear RGB (N, M, 3) and coverage (N, M) of an RGBA picture, at half its size against jagged edges."""
    reduced = image.convert("RGBa").resize((image.width // _SUPERSAMPLING, image.height // _SUPERSAMPLING), Image.Resampling.BOX)
    pixels = np.asarray(reduced.convert("RGBA"), np.float32) / 255
    return colour.decode(pixels[..., :3]), np.ascontiguousarray(pixels[..., 3])


def centred(draw, text, y, face, fill, width_px, tracking_px=0):
    """One line about the middle of a sheet `width_px` wide, its baseline at `y`, its letters spaced."""
    widths = [draw.textlength(letter, font=face) for letter in text]
    x = (width_px - sum(widths) - tracking_px * (len(text) - 1)) / 2
    for letter, advance in zip(text, widths):
        draw.text((x, y), letter, font=face, fill=fill, anchor="ls")
        x += advance + tracking_px
