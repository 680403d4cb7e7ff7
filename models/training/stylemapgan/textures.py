"""Albedos for garments that nobody wears: procedural patterns, and cut-outs of garment photos."""

from pathlib import Path

import cv2
import numpy as np

from .crops import read_rgb

FONTS = (cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_TRIPLEX, cv2.FONT_HERSHEY_SCRIPT_COMPLEX)
LETTERS = np.array(list("ABCDEFGHKLMNPRSTUVWXYZ0123456789&+*"))


def random_colour(rng: np.random.Generator) -> np.ndarray:
    """An 8-bit colour as clothes have them: many near-neutral, black and white among them."""
    draw = rng.random()
    if draw < 0.15:
        return rng.uniform(12, 50) + rng.uniform(-6, 6, 3)
    if draw < 0.32:
        return rng.uniform(200, 250) + rng.uniform(-5, 5, 3)
    if draw < 0.5:
        return rng.uniform(50, 210) + rng.uniform(-12, 12, 3)
    return rng.uniform(15, 240, 3)


def plain(rng: np.random.Generator, size_px: int) -> np.ndarray:
    """One colour."""
    return np.broadcast_to(np.clip(random_colour(rng), 0, 255).astype(np.uint8), (size_px, size_px, 3)).copy()


def _rotated_axes(rng: np.random.Generator, size_px: int) -> tuple[np.ndarray, np.ndarray]:
    angle = rng.choice([0, 0.5 * np.pi]) + rng.normal(0, 0.05) if rng.random() < 0.7 else rng.uniform(0, np.pi)
    y, x = np.mgrid[0:size_px, 0:size_px].astype(np.float32)
    return np.cos(angle) * x + np.sin(angle) * y, np.cos(angle) * y - np.sin(angle) * x


def _band(rng: np.random.Generator, position: np.ndarray, period_px: float) -> np.ndarray:
    """Soft-edged periodic bands in [0, 1]."""
    share = rng.uniform(-0.6, 0.6)
    wave = np.cos(2 * np.pi * (position / period_px + rng.random())) - share
    return np.clip(0.5 + wave * period_px / 7, 0, 1)


def _blend(base: np.ndarray, coverage: np.ndarray, colour: np.ndarray) -> np.ndarray:
    return base + coverage[..., None] * (colour - base)


def _period(rng: np.random.Generator, size_px: int) -> float:
    return size_px * float(np.exp(rng.uniform(np.log(0.022), np.log(0.25))))


def stripes(rng: np.random.Generator, size_px: int, base: np.ndarray) -> np.ndarray:
    u, _ = _rotated_axes(rng, size_px)
    return _blend(base, _band(rng, u, _period(rng, size_px)), random_colour(rng))


def checks(rng: np.random.Generator, size_px: int, base: np.ndarray) -> np.ndarray:
    axes, period, result = _rotated_axes(rng, size_px), _period(rng, size_px) * 1.5, base
    for _ in range(rng.integers(1, 3)):
        colour, harmonic = random_colour(rng), rng.integers(1, 4)
        for axis in axes:
            result = _blend(result, rng.uniform(0.3, 0.6) * _band(rng, axis, period / harmonic), colour)
    return result


def dots(rng: np.random.Generator, size_px: int, base: np.ndarray) -> np.ndarray:
    (u, v), period = _rotated_axes(rng, size_px), max(_period(rng, size_px), 6.0)
    cell = np.floor(v / period)
    du = (u / period + 0.5 * (cell % 2)) % 1 - 0.5
    distance = np.hypot(du, v / period - cell - 0.5)
    return _blend(base, np.clip((rng.uniform(0.15, 0.4) - distance) * period + 0.5, 0, 1), random_colour(rng))


def blobs(rng: np.random.Generator, size_px: int, base: np.ndarray) -> np.ndarray:
    result = base
    for _ in range(rng.integers(1, 4)):
        cells = int(rng.integers(5, 40))
        field = cv2.resize(
            rng.standard_normal((cells, cells)).astype(np.float32), (size_px, size_px), interpolation=cv2.INTER_CUBIC
        )
        result = _blend(result, np.clip((field - rng.uniform(0, 0.9)) * 6, 0, 1), random_colour(rng))
    return result


def glyphs(rng: np.random.Generator, size_px: int, base: np.ndarray) -> np.ndarray:
    """Words and shapes on the chest, the way prints sit."""
    canvas = np.ascontiguousarray(np.clip(base, 0, 255).astype(np.uint8))
    for _ in range(rng.integers(1, 5)):
        colour = tuple(float(c) for c in np.clip(random_colour(rng), 0, 255))
        centre = rng.normal(0.5, 0.12, 2) * size_px
        radius = rng.uniform(0.05, 0.2) * size_px
        if rng.random() < 0.65:
            text = "".join(rng.choice(LETTERS, rng.integers(1, 8)))
            scale = radius / 18
            origin = (int(centre[0] - 9 * scale * len(text)), int(centre[1]))
            cv2.putText(
                canvas,
                text,
                origin,
                FONTS[rng.integers(len(FONTS))],
                scale,
                colour,
                max(1, int(scale * rng.uniform(1, 4))),
                cv2.LINE_AA,
            )
        else:
            corners = rng.integers(3, 9)
            angles = np.sort(rng.uniform(0, 2 * np.pi, corners))
            points = centre + radius * np.stack((np.cos(angles), np.sin(angles)), 1)
            cv2.fillPoly(canvas, [points.astype(np.int32)], colour, cv2.LINE_AA)
    return canvas


def nearly_black(rng: np.random.Generator, size_px: int) -> np.ndarray:
    """Plain black, navy or dark brown, darker than random colours usually are."""
    colour = rng.uniform(6, 42) + rng.uniform(-5, 9, 3)
    return np.broadcast_to(np.clip(colour, 2, 255).astype(np.uint8), (size_px, size_px, 3)).copy()


def panels(rng: np.random.Generator, base: np.ndarray) -> np.ndarray:
    """A garment of two cloths, uint8: yoke, open collar, placket, straps, side panels or a large block."""
    size_px = base.shape[0]
    canvas = np.ascontiguousarray(base)
    cloth = base
    # Two colours that hardly differ teach little.
    while np.abs(cloth.mean((0, 1)) - base.mean((0, 1))).mean() < 40:
        cloth = np.broadcast_to(np.clip(random_colour(rng), 0, 255), base.shape)
    colour = tuple(float(c) for c in cloth[0, 0])
    for polygon in PANEL_SHAPES[rng.integers(len(PANEL_SHAPES))](rng):
        wobble = polygon + rng.normal(0, 0.012, polygon.shape)
        cv2.fillPoly(canvas, [np.rint(wobble * size_px * 16).astype(np.int32)], colour, cv2.LINE_AA, 4)
    return canvas


def _box(left: float, top: float, right: float, bottom: float) -> np.ndarray:
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)])


def _yoke(rng: np.random.Generator) -> list[np.ndarray]:
    edge, dip = rng.uniform(0.15, 0.5), rng.uniform(-0.12, 0.12)
    return [np.array([(-0.1, -0.1), (1.1, -0.1), (1.1, edge), (0.5, edge + dip), (-0.1, edge)])]


def _open_collar(rng: np.random.Generator) -> list[np.ndarray]:
    middle, half, depth = rng.normal(0.5, 0.06), rng.uniform(0.06, 0.22), rng.uniform(0.2, 0.95)
    return [np.array([(middle - half, -0.1), (middle + half, -0.1), (middle, depth)])]


def _placket(rng: np.random.Generator) -> list[np.ndarray]:
    middle, half = rng.normal(0.5, 0.08), rng.uniform(0.01, 0.13)
    return [_box(middle - half, rng.uniform(-0.1, 0.2), middle + half, 1.1)]


def _straps(rng: np.random.Generator) -> list[np.ndarray]:
    half, slant = rng.uniform(0.008, 0.05), rng.uniform(-0.25, 0.25)
    starts = [rng.uniform(0.15, 0.85)] if rng.random() < 0.5 else [0.5 - (gap := rng.uniform(0.1, 0.3)), 0.5 + gap]
    bottom = rng.uniform(0.4, 1.1)
    return [np.array([(x - half, -0.1), (x + half, -0.1), (x + slant + half, bottom), (x + slant - half, bottom)]) for x in starts]  # fmt: skip


def _sides(rng: np.random.Generator) -> list[np.ndarray]:
    width = rng.uniform(0.12, 0.36)
    return [_box(-0.1, -0.1, width, 1.1), _box(1 - width, -0.1, 1.1, 1.1)][: rng.integers(1, 3)]


def _block(rng: np.random.Generator) -> list[np.ndarray]:
    top, left = rng.uniform(-0.1, 0.7, 2)
    return [_box(left, top, left + rng.uniform(0.2, 1.0), top + rng.uniform(0.08, 0.5))]


PANEL_SHAPES = (_yoke, _open_collar, _placket, _straps, _sides, _block)

PATTERNS = (stripes, checks, dots, blobs, glyphs)
PATTERN_SHARES = (0.26, 0.22, 0.14, 0.16, 0.22)


def procedural(rng: np.random.Generator, size_px: int) -> np.ndarray:
    """A random pattern, uint8 sRGB."""
    base = plain(rng, size_px).astype(np.float32)
    pattern = PATTERNS[rng.choice(len(PATTERNS), p=PATTERN_SHARES)]
    return np.clip(pattern(rng, size_px, base), 0, 255).astype(np.uint8)


def photo_textures(folder: Path, count: int, size_px: int, rng: np.random.Generator) -> list[np.ndarray]:
    """Central squares of garment photos: cloth, prints and seams as cameras see them."""
    paths = sorted((folder / "photos").iterdir())
    textures = []
    for index in rng.permutation(len(paths))[:count]:
        rgb = read_rgb(paths[index])
        height, width = rgb.shape[:2]
        side = int(min(height, width) * rng.uniform(0.4, 0.6))
        top, left = (height - side) // 2, (width - side) // 2
        square = rgb[top : top + side, left : left + side]
        textures.append(cv2.resize(square, (size_px, size_px), interpolation=cv2.INTER_LINEAR))
    return textures


def vary(rng: np.random.Generator, texture: np.ndarray) -> np.ndarray:
    """The same texture turned, scaled, shifted and in other colours."""
    size_px = texture.shape[0]
    matrix = cv2.getRotationMatrix2D((size_px / 2, size_px / 2), rng.uniform(-20, 20), rng.uniform(0.75, 1.5))
    matrix[:, 2] += rng.uniform(-0.12, 0.12, 2) * size_px
    turned = cv2.warpAffine(texture, matrix, (size_px, size_px), borderMode=cv2.BORDER_REFLECT_101)
    return recolour(rng, turned)


def recolour(rng: np.random.Generator, rgb: np.ndarray) -> np.ndarray:
    """Random channel permutation and an affine map per channel, one time in two."""
    if rng.random() < 0.5:
        return rgb
    gains, ramp = rng.uniform(0.55, 1.15, 3), np.arange(256)
    offsets = rng.uniform(-0.08, 0.2) * 255 + rng.uniform(-12, 12, 3)
    if rng.random() < 0.25:
        gains, offsets = -gains, offsets + 220
    tables = np.clip(gains[None] * ramp[:, None] + offsets[None], 4, 251).astype(np.uint8)
    return cv2.LUT(np.ascontiguousarray(rgb[..., rng.permutation(3)]), tables.reshape(256, 1, 3))
