"""The artwork on our own tops, and the label in every collar."""

import numpy as np
from PIL import ImageDraw

from .lettering import centred, font, linear, sheet


def sunset(ink="#1d2a3f"):
    """A striped sun over contour-line hills, the brand beneath. 1.0 wide by 1.18 high."""
    width, height = 1200, 1416
    image, draw = sheet(width, height)
    coral, amber, teal = "#e4572e", "#f3a712", "#2a7f83"

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

    centred(draw, "STYLEMAP", 1165, font("Sans-Bold", 182), ink, width, 6)
    draw.line([(110, 1222), (1090, 1222)], fill=coral, width=12)
    centred(draw, "WEAR THE MAP · EST. 2026", 1330, font("SansCondensed-Bold", 68), ink, width, 6)
    draw.line([(110, 1382), (1090, 1382)], fill=amber, width=12)
    return linear(image)


def sunday(ink, accent):
    """Nothing but words, set loud and slow. 1.0 wide by 1.1 high."""
    width, height = 1200, 1320
    image, draw = sheet(width, height)
    centred(draw, "SLOW", 300, font("SansCondensed-Bold", 400), ink, width, 8)
    centred(draw, "sunday", 566, font("Serif-BoldItalic", 286), accent, width - 40, -4)
    centred(draw, "CLUB", 990, font("SansCondensed-Bold", 400), ink, width, 22)
    draw.line([(90, 1062), (1110, 1062)], fill=ink, width=14)
    centred(draw, "NOWHERE TO BE", 1162, font("SansCondensed-Bold", 84), ink, width, 14)
    centred(draw, "ALL DAY TO GET THERE", 1268, font("SansCondensed-Bold", 84), ink, width, 4)
    return linear(image)


def tide(ink, foam, sun):
    """Overlapping waves in a round window under a low sun, lettered like a surf shop. 1.0 wide by 1.2 high."""
    width, height = 1200, 1440
    image, draw = sheet(width, height)
    centre, radius = (600, 500), 460
    disc = lambda x, y, r, fill: draw.ellipse([x - r, y - r, x + r, y + r], fill=fill)
    disc(*centre, radius, foam)
    disc(600, 360, 200, sun)
    step, scale = 153, 170
    for row in range(9):
        y = 470 + row * 76
        for column in range(-5, 6):
            x = 600 + (column + 0.5 * (row % 2)) * 2 * step
            for ring, share in enumerate((1.0, 0.80, 0.60, 0.40, 0.20)):
                disc(x, y + 30, scale * share, ink if ring % 2 == 0 else foam)
    # Everything outside the window is wiped away again.
    window, pen = sheet(width, height)
    pen.ellipse([centre[0] - radius, centre[1] - radius, centre[0] + radius, centre[1] + radius], fill="#000000")
    clear, _ = sheet(width, height)
    clear.paste(image, mask=window.getchannel("A"))
    image = clear
    draw = ImageDraw.Draw(image)
    draw.ellipse([centre[0] - 490, centre[1] - 490, centre[0] + 490, centre[1] + 490], outline=ink, width=16)
    centred(draw, "TIDE TABLE", 1200, font("SansCondensed-Bold", 190), ink, width, 10)
    centred(draw, "HIGH 06:14  ·  LOW 12:32", 1340, font("Sans-Bold", 76), sun, width, 6)
    return linear(image)


def chest_mark(ink):
    """A map pin that is also a coat hanger's hook, and the name. 1.0 wide by 0.3 high."""
    width, height = 1200, 360
    image, draw = sheet(width, height)
    draw.ellipse([60, 40, 240, 220], outline=ink, width=40)
    draw.polygon([(72, 176), (228, 176), (150, 330)], fill=ink)
    draw.ellipse([112, 92, 188, 168], fill=(255, 255, 255, 0))
    draw.text((300, 236), "stylemap", font=font("Sans-Bold", 176), fill=ink, anchor="ls")
    return linear(image)


def campus(ink, outline):
    """College lettering on an arch, for a sweatshirt. 1.0 wide by 0.5 high."""
    width, height = 1600, 800
    image, draw = sheet(width, height)
    face = font("Serif-Bold", 250)
    letters = "MERIDIAN"
    widths = [draw.textlength(letter, font=face) + 16 for letter in letters]
    radius, x = 2300, -sum(widths) / 2
    for letter, advance in zip(letters, widths):
        turn = (x + advance / 2) / radius
        stamp, pen = sheet(420, 420)
        pen.text((210, 300), letter, font=face, fill=ink, anchor="ms", stroke_width=12, stroke_fill=outline)
        stamp = stamp.rotate(-np.degrees(turn), resample=3, center=(210, 300))
        at = 800 + radius * np.sin(turn) - 210, 370 + radius * (1 - np.cos(turn)) - 300
        image.alpha_composite(stamp, (round(at[0]), max(0, round(at[1]))))
        x += advance
    centred(draw, "FACULTY OF GOOD CLOTHES", 610, font("SansCondensed-Bold", 92), ink, width, 12)
    centred(draw, "0° LONGITUDE", 730, font("SansCondensed-Bold", 92), ink, width, 14)
    return linear(image)


def collar_label():
    """The woven label inside a collar, 2.2 wide by 1 high."""
    image, draw = sheet(440, 200, "#20242c")
    draw.rectangle([10, 10, 429, 189], outline="#8d8776", width=4)
    centred(draw, "stylemap", 124, font("Serif-Bold", 72), "#efe8d8", 440, 2)
    return linear(image)
