"""The artwork on our own T-shirt and the label in every collar. Lettering: DejaVu, a free system font."""

from PIL import Image, ImageDraw, ImageFont
import numpy as np

from . import colour

_BOLD = "DejaVuSans-Bold.ttf"
_CONDENSED = "DejaVuSansCondensed-Bold.ttf"
_SERIF = "DejaVuSerif-Bold.ttf"


def _linear(image):
    pixels = np.asarray(image, np.float32) / 255
    return colour.decode(pixels[..., :3]), np.ascontiguousarray(pixels[..., 3])


def _centred(draw, text, y, font, fill, width_px, tracking_px=0):
    widths = [draw.textlength(letter, font=font) for letter in text]
    x = (width_px - sum(widths) - tracking_px * (len(text) - 1)) / 2
    for letter, advance in zip(text, widths):
        draw.text((x, y), letter, font=font, fill=fill, anchor="ls")
        x += advance + tracking_px


def sunset_print():
    """A striped sun over contour-line hills, the brand beneath. 1.0 wide by 1.18 high."""
    width, height = 1200, 1416
    image = Image.new("RGBA", (width, height), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    ink, coral, amber, teal = "#1d2a3f", "#e4572e", "#f3a712", "#2a7f83"

    centre, radius = (600, 470), 440
    for row in range(centre[1] - radius, centre[1] + radius):
        half = (radius**2 - (row - centre[1]) ** 2) ** 0.5
        share = (row - centre[1] + radius) / (2 * radius)
        # Gaps grow towards the horizon, the way a low sun breaks up.
        if share > 0.42 and ((share - 0.42) * 13) % 1 < 0.14 + 0.55 * (share - 0.42):
            continue
        from_rgb, to_rgb = np.array([0xF3, 0xA7, 0x12]), np.array([0xE4, 0x57, 0x2E])
        rgb = tuple(int(c) for c in from_rgb + (to_rgb - from_rgb) * share)
        draw.line([(centre[0] - half, row), (centre[0] + half, row)], fill=rgb, width=1)

    for layer, (base, swing, tint) in enumerate([(610, 92, teal), (740, 70, ink)]):
        x = np.arange(-20, width + 21, 8)
        ridge = base - swing * np.sin(x / (150 + 40 * layer) + 1.1 + 2.2 * layer) - 0.35 * swing * np.sin(x / 61 + layer)
        for line in range(0, 26):
            y = ridge + line * (17 - 3 * layer) + line**1.5 * 0.5
            inside = (x - centre[0]) ** 2 + (y - centre[1]) ** 2 < radius**2
            for run in np.split(np.flatnonzero(inside), np.flatnonzero(np.diff(np.flatnonzero(inside)) > 1) + 1):
                if len(run) > 1:
                    draw.line([(int(x[i]), float(y[i])) for i in run], fill=tint, width=9, joint="curve")

    _centred(draw, "STYLEMAP", 1165, ImageFont.truetype(_BOLD, 182), ink, width, 6)
    draw.line([(110, 1222), (1090, 1222)], fill=coral, width=12)
    _centred(draw, "WEAR THE MAP · EST. 2026", 1330, ImageFont.truetype(_CONDENSED, 68), ink, width, 6)
    draw.line([(110, 1382), (1090, 1382)], fill=amber, width=12)
    return _linear(image)


def collar_label():
    """The woven label inside a collar, 2.2 wide by 1 high."""
    image = Image.new("RGBA", (440, 200), "#20242c")
    draw = ImageDraw.Draw(image)
    draw.rectangle([10, 10, 429, 189], outline="#8d8776", width=4)
    _centred(draw, "stylemap", 124, ImageFont.truetype(_SERIF, 72), "#efe8d8", 440, 2)
    return _linear(image)
