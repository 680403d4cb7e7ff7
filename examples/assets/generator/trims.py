"""Buttons, labels and pockets: the small hard or sewn-on parts."""

import cv2
import numpy as np

from . import colour
from .curves import offset, path
from .prints import collar_label


def _disc(layer, x, y, radius):
    distance = np.hypot(layer.canvas.x - x, layer.canvas.y - y)
    return np.clip((radius - distance) * layer.canvas.px_per_unit + 0.5, 0, 1).astype(np.float32), distance


def button(layer, x, y, radius, code, holes=True, hole_code="#3a352f"):
    """A turned button with a rim; without holes it is a pressed metal one."""
    c = layer.canvas
    disc, distance = _disc(layer, x, y, radius)
    shadow = np.clip(c.blur(c.shifted(disc, 0.9, 2.2), 1.6), 0, 1)
    layer.paint(0.55 * shadow, np.float32([0.01, 0.01, 0.01]))
    light = 1 + 0.30 * ((x - c.x) * 0.5 + (y - c.y) * 0.8) / radius
    rim = 0.22 * np.exp(-(((distance - 0.82 * radius) / (0.13 * radius)) ** 2))
    shine = 0.5 * np.exp(-(((c.x - x + 0.4 * radius) ** 2 + (c.y - y + 0.5 * radius) ** 2) / (0.25 * radius) ** 2))
    face = colour.from_hex(code) * (light - 0.6 * rim + shine)[..., None]
    layer.paint(disc, face)
    if holes:
        for dx, dy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
            hole, _ = _disc(layer, x + dx * 0.27 * radius, y + dy * 0.27 * radius, 0.15 * radius)
            layer.paint(hole * 0.85, colour.from_hex(hole_code))
    else:
        dimple, _ = _disc(layer, x, y, 0.45 * radius)
        layer.paint(dimple * 0.22, np.float32([0, 0, 0]))
    # Cloth is pulled in under a button.
    layer.detail -= 1.6 * np.exp(-((distance / (1.9 * radius)) ** 2))
    return layer


def collar_tag(layer, left, top, width):
    """Our woven label, `width` units wide."""
    image, cover = collar_label()
    c = layer.canvas
    height = width * image.shape[0] / image.shape[1]
    size = (round(width * c.px_per_unit), round(height * c.px_per_unit))
    x, y = round(left * c.px_per_unit), round(top * c.px_per_unit)
    art, spot = np.zeros((*c.zeros().shape, 3), np.float32), c.zeros()
    art[y : y + size[1], x : x + size[0]] = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
    spot[y : y + size[1], x : x + size[0]] = cv2.resize(cover, size, interpolation=cv2.INTER_AREA)
    return layer.paint(spot, art)


def patch(layer, outline, thread, inset=4.0, rows=1, height=1.6):
    """A sewn-on piece (pocket, flap, placket) with stitching just inside its edge."""
    layer.step(outline, height)
    closed = np.vstack([outline, outline[:1]])
    for row in range(rows):
        layer.stitch(offset(closed, inset + row * 4.8), thread, 3.8, 2.2, 1.2)
    return layer


def rectangle(left, top, right, bottom, point=0.0):
    """Clockwise on screen; a positive `point` draws the bottom edge down in the middle."""
    middle = (left + right) / 2
    return path(f"M {left} {top} L {right} {top} L {right} {bottom} L {middle} {bottom + point} L {left} {bottom}")
