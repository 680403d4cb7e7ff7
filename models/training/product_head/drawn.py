"""Pictures that a catalogue shows where a garment is missing: placeholders, size charts, text, and simple things such as mugs and boxes."""

import cv2
import numpy as np

from garment_parser.scenery import background, random_colour

SIZE_PX = 320
WORDS = (
    "No image", "NO PHOTO", "Coming soon", "Image not available", "Size chart", "Gift card", "SALE", "Sold out", "Kein Bild", "Photo", "404",
    "Preview", "N/A", "Care guide", "SIZE S M L XL", "chest 96 cm", "100% cotton", "Wash at 30", "Free delivery", "-20%", "NEW",
)  # fmt: skip
FONTS = (cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_COMPLEX, cv2.FONT_HERSHEY_TRIPLEX)


def no_garment(rng: np.random.Generator) -> np.ndarray:
    kinds = (placeholder, size_chart, poster, mug, bottle, box, shapes, scene, jewellery)
    return kinds[int(rng.integers(len(kinds)))](rng)


def _paper(rng: np.random.Generator) -> np.ndarray:
    if rng.random() < 0.15:
        return background(SIZE_PX, rng)
    tone = rng.choice((255, 250, 240, 238, 230, 215, rng.integers(20, 255)))
    colour = random_colour(rng) if rng.random() < 0.15 else np.full(3, tone)
    return np.broadcast_to(colour.astype(np.uint8), (SIZE_PX, SIZE_PX, 3)).copy()


def _ink(rng: np.random.Generator) -> tuple[int, int, int]:
    colour = random_colour(rng) if rng.random() < 0.4 else np.full(3, rng.integers(0, 200))
    return tuple(int(value) for value in colour)


def _write(picture: np.ndarray, rng: np.random.Generator, middle: tuple[float, float], scale: float) -> None:
    word, font = str(rng.choice(WORDS)), int(rng.choice(FONTS))
    (width, height), _ = cv2.getTextSize(word, font, scale, 2)
    scale = min(scale, scale * 0.9 * SIZE_PX / max(1, width))
    (width, height), _ = cv2.getTextSize(word, font, scale, 2)
    at = int(middle[0] - width / 2), int(middle[1] + height / 2)
    cv2.putText(picture, word, at, font, scale, _ink(rng), int(rng.integers(1, 4)), cv2.LINE_AA)


def placeholder(rng: np.random.Generator) -> np.ndarray:
    picture, ink = _paper(rng), _ink(rng)
    half = SIZE_PX / 2
    width, height = rng.uniform(0.08, 0.36, 2) * SIZE_PX
    middle_y = half - rng.uniform(-0.05, 0.2) * SIZE_PX
    line = int(rng.integers(2, 12)) if rng.random() < 0.7 else -1
    corners = (int(half - width), int(middle_y - height)), (int(half + width), int(middle_y + height))
    kind = rng.integers(4)
    if kind < 2:
        cv2.rectangle(picture, *corners, ink, line, cv2.LINE_AA)
    elif kind == 2:
        cv2.ellipse(picture, (int(half), int(middle_y)), (int(width), int(height)), 0, 0, 360, ink, line, cv2.LINE_AA)
    if kind == 1:
        # The usual mountains and sun.
        (x0, y0), (x1, y1) = corners
        peaks = [(x0, y1), (x0 + (x1 - x0) // 3, y0 + (y1 - y0) // 3), ((x0 + x1) // 2, y1 - (y1 - y0) // 4), (x0 + 2 * (x1 - x0) // 3, (y0 + y1) // 2), (x1, y1)]  # fmt: skip
        cv2.fillPoly(picture, [np.array(peaks, np.int32)], _ink(rng), cv2.LINE_AA)
        cv2.circle(picture, (x1 - (x1 - x0) // 4, y0 + (y1 - y0) // 4), max(2, (y1 - y0) // 10), _ink(rng), -1, cv2.LINE_AA)
    elif kind == 0 and rng.random() < 0.5:
        cv2.line(picture, *corners, ink, 3, cv2.LINE_AA)
    if rng.random() < 0.85:
        _write(picture, rng, (half, min(0.93 * SIZE_PX, middle_y + height + rng.uniform(0.08, 0.15) * SIZE_PX)), rng.uniform(0.6, 1.5))
    return picture


def size_chart(rng: np.random.Generator) -> np.ndarray:
    picture, ink = _paper(rng), _ink(rng)
    rows, columns = int(rng.integers(3, 12)), int(rng.integers(2, 7))
    left, top = rng.integers(6, 50, 2)
    width, height = (SIZE_PX - 2 * left) // columns, (SIZE_PX - 2 * top) // rows
    for row in range(rows):
        if rng.random() < 0.3:
            cv2.rectangle(picture, (left, top + row * height), (left + columns * width, top + (row + 1) * height), _ink(rng), -1)
        for column in range(columns):
            x, y = left + column * width, top + row * height
            cv2.rectangle(picture, (x, y), (x + width, y + height), ink, 1)
            text = str(rng.choice(("S", "M", "L", "XL", str(rng.integers(30, 130)))))
            cv2.putText(picture, text, (x + 4, y + height - 4), FONTS[0], min(0.5, height / 40), ink, 1, cv2.LINE_AA)
    return picture


def poster(rng: np.random.Generator) -> np.ndarray:
    picture = _paper(rng)
    for _ in range(rng.integers(1, 9)):
        _write(picture, rng, tuple(rng.uniform(0.2, 0.8, 2) * SIZE_PX), rng.uniform(0.4, 2.5))
    return picture


def _shaded(picture: np.ndarray, part: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The part gets a colour that is lit from a side, as a solid has."""
    colour = random_colour(rng)
    ramp = np.linspace(-1, 1, SIZE_PX, dtype=np.float32) * rng.uniform(-0.35, 0.35)
    ramp = ramp - rng.uniform(0, 0.4) * np.linspace(-1, 1, SIZE_PX, dtype=np.float32) ** 2
    if rng.random() < 0.3:
        ramp = np.zeros_like(ramp)
    lit = np.clip(colour * (1 + ramp)[None, :, None], 0, 255)
    weight = part[..., None].astype(np.float32) / 255
    return (picture * (1 - weight) + lit * weight).astype(np.uint8)


def _layer() -> np.ndarray:
    return np.zeros((SIZE_PX, SIZE_PX), np.uint8)


def mug(rng: np.random.Generator) -> np.ndarray:
    body = _layer()
    width, height = rng.uniform(0.15, 0.3) * SIZE_PX, rng.uniform(0.18, 0.36) * SIZE_PX
    x, y = 0.42 * SIZE_PX, 0.5 * SIZE_PX
    flare = rng.uniform(-0.2, 0.05)
    corners = [(x - width, y - height), (x + width, y - height), (x + width * (1 + flare), y + height), (x - width * (1 + flare), y + height)]  # fmt: skip
    handle = (int(x + width), int(y)), (int(rng.uniform(0.3, 0.7) * width + 8), int(rng.uniform(0.4, 0.75) * height))
    cv2.ellipse(body, *handle, 0, 0, 360, 255, int(rng.integers(5, 22)), cv2.LINE_AA)
    cv2.fillPoly(body, [np.array(corners, np.int32)], 255, cv2.LINE_AA)
    cv2.ellipse(body, (int(x), int(y + height)), (int(width * (1 + flare)), int(rng.uniform(0, 0.2) * width)), 0, 0, 360, 255, -1, cv2.LINE_AA)
    picture = _shaded(_paper(rng), body, rng)
    if rng.random() < 0.5:
        cv2.ellipse(picture, (int(x), int(y - height)), (int(width), int(rng.uniform(0.05, 0.25) * width)), 0, 0, 360, _ink(rng), -1, cv2.LINE_AA)
    if rng.random() < 0.4:
        _write(picture, rng, (x, y), 0.6)
    return picture if rng.random() < 0.5 else picture[:, ::-1].copy()


def bottle(rng: np.random.Generator) -> np.ndarray:
    body = _layer()
    wide, tall = rng.uniform(0.08, 0.22) * SIZE_PX, rng.uniform(0.2, 0.34) * SIZE_PX
    neck, half = rng.uniform(0.25, 0.7) * wide, SIZE_PX / 2
    left, right, neck_left, neck_right = (int(half + value) for value in (-wide, wide, -neck, neck))
    cv2.rectangle(body, (left, int(half - 0.3 * tall)), (right, int(half + tall)), 255, -1)
    cv2.ellipse(body, (int(half), int(half - 0.3 * tall)), (int(wide), int(0.4 * tall)), 0, 0, 360, 255, -1, cv2.LINE_AA)
    cv2.rectangle(body, (neck_left, int(half - tall)), (neck_right, int(half)), 255, -1)
    picture = _shaded(_paper(rng), body, rng)
    if rng.random() < 0.6:
        cv2.rectangle(picture, (left, int(half)), (right, int(half + 0.6 * tall)), _ink(rng), -1)
        _write(picture, rng, (half, half + 0.3 * tall), 0.5)
    return picture


def box(rng: np.random.Generator) -> np.ndarray:
    picture = _paper(rng)
    x, y, width, height = rng.uniform(0.12, 0.25), rng.uniform(0.25, 0.4), rng.uniform(0.3, 0.6), rng.uniform(0.25, 0.5)
    depth = rng.uniform(0.03, 0.15)
    front = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    lid = [(x, y), (x + depth, y - depth), (x + width + depth, y - depth), (x + width, y)]
    side = [(x + width, y), (x + width + depth, y - depth), (x + width + depth, y + height - depth), (x + width, y + height)]
    colour = random_colour(rng)
    for face, light in ((front, 1.0), (lid, 1.15), (side, 0.75)):
        points = (np.array(face) * SIZE_PX).astype(np.int32)
        cv2.fillPoly(picture, [points], tuple(int(value) for value in np.clip(colour * light, 0, 255)), cv2.LINE_AA)
    if rng.random() < 0.5:
        _write(picture, rng, ((x + width / 2) * SIZE_PX, (y + height / 2) * SIZE_PX), 0.7)
    return picture


def shapes(rng: np.random.Generator) -> np.ndarray:
    picture = _paper(rng)
    for _ in range(rng.integers(1, 5)):
        corners = rng.integers(3, 9)
        angles = np.sort(rng.uniform(0, 2 * np.pi, corners))
        radius = rng.uniform(0.08, 0.4, corners if rng.random() < 0.6 else 1) * SIZE_PX
        middle = rng.uniform(0.35, 0.65, 2) * SIZE_PX
        points = np.stack([middle[0] + radius * np.cos(angles), middle[1] + radius * np.sin(angles)], 1)
        if rng.random() < 0.3:
            cv2.circle(picture, tuple(int(value) for value in middle), int(radius.mean()), _ink(rng), int(rng.choice((-1, 3, 9))), cv2.LINE_AA)
        else:
            cv2.fillPoly(picture, [points.astype(np.int32)], _ink(rng), cv2.LINE_AA)
    return picture


def jewellery(rng: np.random.Generator) -> np.ndarray:
    picture, ink = _paper(rng), _ink(rng)
    middle = tuple(int(value) for value in rng.uniform(0.4, 0.6, 2) * SIZE_PX)
    axes = tuple(int(value) for value in rng.uniform(0.1, 0.4, 2) * SIZE_PX)
    cv2.ellipse(picture, middle, axes, int(rng.integers(180)), 0, 360, ink, int(rng.integers(2, 16)), cv2.LINE_AA)
    if rng.random() < 0.6:
        cv2.circle(picture, (middle[0], middle[1] + axes[1]), int(rng.integers(6, 40)), _ink(rng), -1, cv2.LINE_AA)
    return picture


def scene(rng: np.random.Generator) -> np.ndarray:
    return background(SIZE_PX, rng)
