"""Seamless all-over prints, drawn as vector motifs on a torus."""

import cv2
import numpy as np

from . import colour

_TILE_PX = 1024
_SUBPIXEL_BITS = 4


class _Tile:
    def __init__(self, ground, seed):
        self.image = np.empty((_TILE_PX, _TILE_PX, 3), np.uint8)
        self.image[:] = _rgb(ground)
        self.rng = np.random.default_rng(seed)

    def polygon(self, points, code):
        """Filled at all nine wrapped places, so that motifs cross the tile's edges."""
        for dx in (-_TILE_PX, 0, _TILE_PX):
            for dy in (-_TILE_PX, 0, _TILE_PX):
                moved = points + (dx, dy)
                if (moved.max(0) < 0).any() or (moved.min(0) > _TILE_PX).any():
                    continue
                fixed = np.round(moved * (1 << _SUBPIXEL_BITS)).astype(np.int32)
                cv2.fillPoly(self.image, [fixed], _rgb(code), cv2.LINE_AA, _SUBPIXEL_BITS)

    def places(self, count, apart_px):
        """Dart throwing with wrapped distance."""
        found = []
        for _ in range(count * 60):
            spot = self.rng.uniform(0, _TILE_PX, 2)
            gaps = [np.abs(spot - other) for other in found]
            if all(np.hypot(*np.minimum(gap, _TILE_PX - gap)) > apart_px for gap in gaps):
                found.append(spot)
                if len(found) == count:
                    break
        return found

    def linear(self):
        return colour.decode(self.image.astype(np.float32) / 255)


def _rgb(code):
    return tuple(int(code[i : i + 2], 16) for i in (1, 3, 5))


def _turned(points, angle, centre):
    cos, sin = np.cos(angle), np.sin(angle)
    return points @ np.array([[cos, sin], [-sin, cos]]) + centre


def _leaf(length, width):
    t = np.linspace(0, 1, 16)
    half = width / 2 * np.sin(np.pi * t**0.8)
    return np.vstack([np.column_stack([t * length, half]), np.column_stack([t * length, -half])[::-1]])


def _taper(start, end, bend, thickness):
    t = np.linspace(0, 1, 20)[:, None]
    line = start + (end - start) * t
    across = np.array([-(end - start)[1], (end - start)[0]])
    line = line + across * bend * 4 * t * (1 - t)
    direction = np.gradient(line, axis=0)
    side = np.column_stack([-direction[:, 1], direction[:, 0]]) / np.hypot(*direction.T)[:, None]
    half = thickness / 2 * (1 - 0.6 * t)
    return line, np.vstack([line + side * half, (line - side * half)[::-1]])


def _sprig(tile, centre, angle, length, leaf_code, vein_code):
    rng = tile.rng
    start = _turned(np.array([[-length / 2, 0]]), angle, centre)[0]
    end = _turned(np.array([[length / 2, 0]]), angle, centre)[0]
    line, stem = _taper(start, end, rng.uniform(-0.14, 0.14), 7)
    tile.polygon(stem, leaf_code)
    for index in range(2, 20, 3):
        heading = np.arctan2(*(line[min(index + 1, 19)] - line[index - 1])[::-1])
        size = length * (0.36 - 0.009 * index)
        for side in (-1, 1):
            turn = heading + side * rng.uniform(0.6, 0.85)
            tile.polygon(_turned(_leaf(size, size * 0.42), turn, line[index]), leaf_code)
            tile.polygon(_turned(_leaf(size * 0.8, 3.2), turn, line[index]), vein_code)
    heading = np.arctan2(*(line[19] - line[17])[::-1])
    tile.polygon(_turned(_leaf(length * 0.24, length * 0.1), heading, line[19]), leaf_code)


def _flower(tile, centre, radius, petal_code, shade_code, heart_code, petals=5):
    rng = tile.rng
    first = rng.uniform(0, 6.28)
    t = np.linspace(0, 2 * np.pi, 26)
    for petal in range(petals):
        angle = first + petal * 2 * np.pi / petals
        breadth = 2.1 / petals
        blade = np.column_stack([radius * (0.55 + 0.48 * np.cos(t)), radius * breadth * np.sin(t) * (1 + 0.25 * np.cos(t))])
        tile.polygon(_turned(blade, angle, centre), petal_code)
        for ray in (-0.22, 0, 0.22):
            tile.polygon(_turned(_leaf(radius * 0.62, radius * 0.05), angle + ray, centre), shade_code)
    disc = np.column_stack([np.cos(t), np.sin(t)])
    tile.polygon(disc * radius * 0.24 + centre, heart_code)
    for dot in range(7):
        spot = centre + radius * 0.33 * np.array([np.cos(dot * 0.9), np.sin(dot * 0.9)])
        tile.polygon(disc * radius * 0.045 + spot, heart_code)


_DAY_LEAVES = [("#2f5d4a", "#4d7d66"), ("#7d9a6a", "#a3b88c"), ("#1f4a45", "#3f6f66")]
_NIGHT_LEAVES = [("#3f7a66", "#6aa590"), ("#7fa58a", "#b3cdb6"), ("#2f5f74", "#5b8ca0")]


def garden(ground="#f5ecdc", night=False):
    """Blush flowers and leafy sprigs on cream or on a dark ground, for the open-collared shirt."""
    tile = _Tile(ground, 12)
    leaves = _NIGHT_LEAVES if night else _DAY_LEAVES
    for spot in tile.places(22, 165):
        leaf, vein = leaves[tile.rng.integers(3)]
        _sprig(tile, spot, tile.rng.uniform(0, 6.28), tile.rng.uniform(220, 290), leaf, vein)
    for spot in tile.places(15, 200):
        petal, shade = [("#e2725b", "#c4523f"), ("#f0a58f", "#db7f6a"), ("#d99a2b", "#b97a18")][tile.rng.integers(3)]
        _flower(tile, spot, tile.rng.uniform(62, 92), petal, shade, "#6b2b2b")
    for spot in tile.places(34, 110):
        t = np.linspace(0, 6.28, 20)
        tile.polygon(np.column_stack([np.cos(t), np.sin(t)]) * tile.rng.uniform(7, 11) + spot, "#c4523f")
    return tile.linear()


def daisies(ground, leaf, dot):
    """Small cream daisies scattered on one colour, for the dress."""
    tile = _Tile(ground, 7)
    for spot in tile.places(17, 200):
        _flower(tile, spot, tile.rng.uniform(64, 80), "#f6efe0", "#d9cfb8", "#e0a526", petals=8)
    for spot in tile.places(26, 150):
        angle = tile.rng.uniform(0, 6.28)
        tile.polygon(_turned(_leaf(64, 24), angle, spot), leaf)
        tile.polygon(_turned(_leaf(56, 22), angle + 0.9, spot), leaf)
    for spot in tile.places(40, 100):
        t = np.linspace(0, 6.28, 16)
        tile.polygon(np.column_stack([np.cos(t), np.sin(t)]) * 7 + spot, dot)
    return tile.linear()
