"""One picture as a shop could have taken it: ground, frame, turn, light; 256 x 256 as the parser sees it."""

import cv2
import numpy as np

from garment_parser.appearance import recapture, relight
from garment_parser.config import INPUT_SIZE_PX
from garment_parser.scenery import background

# Width over height of shops' pictures.
ASPECTS = (1.0, 1.0, 0.8, 0.75, 0.667, 1.25)
PAPERS = (255, 255, 250, 245, 240, 235, 235, 225, 205)


def as_product(picture: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """`picture` is RGB, of which the frame may vary a little, or RGBA, whose ground may be anything."""
    framed = _on_ground(picture, rng) if picture.shape[2] == 4 else _recropped(picture, rng)
    framed = cv2.resize(framed, (INPUT_SIZE_PX, INPUT_SIZE_PX), interpolation=cv2.INTER_AREA)
    if rng.random() < 0.5:
        framed = framed[:, ::-1].copy()
    return recapture(relight(framed, rng), rng) if rng.random() < 0.6 else framed


def as_given(picture: np.ndarray) -> np.ndarray:
    """Without any variation; a cut-out on a photographer's paper."""
    if picture.shape[2] == 4:
        alpha = picture[..., 3:].astype(np.float32) / 255
        picture = (picture[..., :3] * alpha + PAPERS[5] * (1 - alpha)).astype(np.uint8)
    return cv2.resize(picture, (INPUT_SIZE_PX, INPUT_SIZE_PX), interpolation=cv2.INTER_AREA)


def _ground(height: int, width: int, rng: np.random.Generator) -> np.ndarray:
    kind = rng.random()
    if kind < 0.55:
        return np.full((height, width, 3), int(rng.choice(PAPERS)), np.uint8)
    if kind < 0.7:
        # A vignette.
        y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
        tone = rng.uniform(170, 255) - rng.uniform(0, 60) * (x * x + y * y) / 2 + rng.uniform(-10, 10, 3)[:, None, None]
        return np.clip(tone, 0, 255).astype(np.uint8).transpose(1, 2, 0).copy()
    return cv2.resize(background(256, rng), (width, height), interpolation=cv2.INTER_LINEAR)


def _on_ground(cut: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    rows, columns = np.nonzero(cut[..., 3].any(1))[0], np.nonzero(cut[..., 3].any(0))[0]
    if not len(rows):
        return _ground(INPUT_SIZE_PX, INPUT_SIZE_PX, rng)
    cut = cut[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    height = 384
    width = round(height * float(rng.choice(ASPECTS)))
    share = rng.uniform(0.55, 0.98) if rng.random() < 0.75 else rng.uniform(0.3, 0.6)
    scale = share * min(height / cut.shape[0], width / cut.shape[1])
    angle = rng.normal(0, 5) if rng.random() < 0.6 else 0.0
    turn = cv2.getRotationMatrix2D((cut.shape[1] / 2, cut.shape[0] / 2), angle, scale)
    room_x, room_y = width - scale * cut.shape[1], height - scale * cut.shape[0]
    spread = rng.normal(0, 0.12, 2).clip(-0.45, 0.45)
    turn[:, 2] += np.array([width, height]) / 2 - np.array([cut.shape[1], cut.shape[0]]) / 2 + spread * [room_x, room_y]
    # Colours without their alpha bleed black into the edge.
    alpha = cut[..., 3:].astype(np.float32) / 255
    flat = np.dstack([cut[..., :3] * alpha, alpha * 255]).astype(np.float32)
    moved = cv2.warpAffine(flat, turn, (width, height), flags=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    ground = _ground(height, width, rng).astype(np.float32)
    cover = moved[..., 3:] / 255
    if rng.random() < 0.3:
        shift = rng.normal(0, 5, 2)
        shade = cv2.GaussianBlur(moved[..., 3], (0, 0), rng.uniform(2, 10)) / 255
        shade = cv2.warpAffine(shade, np.float32([[1, 0, shift[0]], [0, 1, abs(shift[1])]]), (width, height))
        ground *= 1 - rng.uniform(0.1, 0.45) * shade[..., None]
    return np.clip(moved[..., :3] + (1 - cover) * ground, 0, 255).astype(np.uint8)


def _recropped(photo: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    height, width = photo.shape[:2]
    low, high = -0.1 * rng.random(2), 0.1 * rng.random(2)
    if rng.random() < 0.5:
        low, high = np.zeros(2), np.zeros(2)
    # A negative margin shows more than the photo has: its rim goes on.
    pads = [round(float(value) * size) for value, size in zip((low[0], high[0], low[1], high[1]), (height, height, width, width))]
    turned = photo
    if rng.random() < 0.4:
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), rng.normal(0, 6), 1.0)
        turned = cv2.warpAffine(photo, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)
    cut = turned[max(0, -pads[0]) : height - max(0, pads[1]) // 2, max(0, -pads[2]) : width - max(0, pads[3]) // 2]
    if rng.random() < 0.2:
        border = rng.integers(4, 60, 4)
        cut = cv2.copyMakeBorder(cut, *(int(value) for value in border), cv2.BORDER_CONSTANT, value=(int(rng.choice(PAPERS)),) * 3)
    return cut
