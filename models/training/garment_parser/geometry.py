"""Which part of a photo the network sees, and the warp that brings it to a square."""

import cv2
import numpy as np

from .cache import Pyramid
from .config import IGNORE
from .landmarks import JOINTS, MIRRORED, UNKNOWN

# Chance of each framing. "person" is the run time's first pass, "garment" its second; "headless" begins below the nose and ends
# anywhere from the waist down, "one arm" cuts an arm off.
FRAMINGS = ("whole", "person", "upper", "lower", "garment", "headless", "one arm")
FRAMING_CHANCES = (0.33, 0.12, 0.16, 0.06, 0.16, 0.12, 0.05)
SURE = 0.5


def person_box(labels: np.ndarray) -> tuple[int, int, int, int]:
    """x0, y0, x1, y1 of everything that is surely not background."""
    known = (labels != 0) & (labels != IGNORE)
    return _box(known) or (0, 0, labels.shape[1], labels.shape[0])


def choose_frame(
    labels: np.ndarray, joints: np.ndarray, rng: np.random.Generator
) -> tuple[float, float, float, float]:
    """Centre x, centre y, width and height of a crop, in pixels of the cached photo, in which the joints are given too."""
    height, width = labels.shape
    framing = rng.choice(FRAMINGS, p=FRAMING_CHANCES)
    if framing == "whole":
        grow = np.exp(rng.normal(0, 0.08, 2))
        shift = rng.normal(0, 0.04, 2)
        return (
            width * (0.5 + shift[0]),
            height * (0.5 + shift[1]),
            width * grow[0],
            height * grow[1],
        )
    x0, y0, x1, y1 = person_box(labels)
    if framing == "upper":
        y1 = y0 + (y1 - y0) * rng.uniform(0.28, 0.65)
    elif framing == "lower":
        y0 = y0 + (y1 - y0) * rng.uniform(0.3, 0.6)
    elif framing == "headless":
        y0, y1 = _below_the_nose(joints, (y0, y1), rng)
    elif framing == "one arm":
        x0, x1 = _without_an_arm(joints, (x0, x1), rng)
        y1 = y0 + (y1 - y0) * rng.uniform(0.4, 1)
    elif framing == "garment":
        present = [c for c in (3, 4, 5, 6) if np.count_nonzero(labels[::4, ::4] == c) > 50]
        if present:
            x0, y0, x1, y1 = _box(labels == rng.choice(present))
    box_width, box_height = x1 - x0, y1 - y0
    centre_x = (x0 + x1) / 2 + rng.normal(0, 0.08) * box_width
    centre_y = (y0 + y1) / 2 + rng.normal(0, 0.05) * box_height
    if framing == "garment":
        # As at run time: a square, 1.15 times the garment's longer side, give or take.
        side = max(box_width, box_height) * 1.15 * np.exp(rng.normal(0, 0.15))
        return centre_x, centre_y, side, side * np.exp(rng.normal(0, 0.08))
    if framing == "headless":
        # The upper edge stays where it was put.
        centre_y = (y0 + y1) / 2
        return centre_x, centre_y, box_width * rng.uniform(0.8, 1.8), box_height
    if framing == "one arm":
        return (x0 + x1) / 2, centre_y, box_width, box_height * rng.uniform(0.9, 1.2)
    crop_height = box_height * rng.uniform(0.95, 1.4)
    # Portrait, square or landscape photo: any shape is stretched to the same square.
    aspect = np.exp(rng.uniform(np.log(0.5), np.log(1.35)))
    return centre_x, centre_y, max(crop_height * aspect, box_width * 0.8), crop_height


def _below_the_nose(joints: np.ndarray, rows: tuple[int, int], rng: np.random.Generator) -> tuple[float, float]:
    nose, neck = (joints[JOINTS.index(name)] for name in ("nose", "neck"))
    hips, knees = (joints[[JOINTS.index(f"left{part}"), JOINTS.index(f"right{part}")]] for part in ("Hip", "Knee"))
    if min(nose[2], neck[2], hips[:, 2].min()) < SURE:
        return rows
    waist = neck[1] + 0.7 * (hips[:, 1].mean() - neck[1])
    ends = [waist, hips[:, 1].max() + 0.3 * (hips[:, 1].mean() - neck[1]), rows[1]]
    if knees[:, 2].min() > SURE:
        ends.append(knees[:, 1].mean())
    return nose[1] + rng.uniform(0.15, 0.95) * (neck[1] - nose[1]), float(rng.choice(ends))


def _without_an_arm(joints: np.ndarray, columns: tuple[int, int], rng: np.random.Generator) -> tuple[float, float]:
    shoulders = joints[[JOINTS.index("leftShoulder"), JOINTS.index("rightShoulder")]]
    if shoulders[:, 2].min() < SURE:
        return columns
    left, right = sorted(shoulders[:, 0])
    cut = rng.uniform(-0.15, 0.3) * (right - left)
    return (left + cut, columns[1]) if rng.random() < 0.5 else (columns[0], right - cut)


def warp(
    pyramid: Pyramid, joints: np.ndarray | None, size_px: int, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Photo, labels and joints of a crop; joints go from fractions of the photo to fractions of the crop."""
    photo, labels = pyramid.full
    joints = _in_pixels(joints, labels.shape)
    centre_x, centre_y, width, height = choose_frame(labels, joints, rng)
    flip = rng.random() < 0.5
    angle = np.deg2rad(rng.normal(0, 6))
    scale_x, scale_y = width / size_px, height / size_px
    if min(scale_x, scale_y) > 1.5:
        # Bilinear warps skip pixels beyond a factor of two: start from the half size.
        photo, labels = pyramid.half
        centre_x, centre_y, scale_x, scale_y = (v / 2 for v in (centre_x, centre_y, scale_x, scale_y))
        joints[:, :2] /= 2
    cos, sin = np.cos(angle), np.sin(angle)
    linear = np.array([[cos * scale_x, -sin * scale_y], [sin * scale_x, cos * scale_y]])
    if flip:
        linear[:, 0] *= -1
    offset = np.array([centre_x, centre_y]) - linear @ np.full(2, (size_px - 1) / 2)
    matrix = np.column_stack([linear, offset])
    size = (size_px, size_px)
    inverse = cv2.WARP_INVERSE_MAP
    photo = cv2.warpAffine(
        photo, matrix, size, flags=inverse | cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    labels = cv2.warpAffine(
        labels, matrix, size, flags=inverse | cv2.INTER_NEAREST,
        borderMode=cv2.BORDER_CONSTANT, borderValue=IGNORE,
    )  # fmt: skip
    # Pixel i of a picture has its middle at i + 0.5 of the joints' units.
    joints[:, :2] = (joints[:, :2] - 0.5 - offset) @ np.linalg.inv(linear).T + 0.5
    if flip:
        joints = joints[list(MIRRORED)]
    joints[:, :2] /= size_px
    return photo, labels, joints


def _in_pixels(joints: np.ndarray | None, shape: tuple[int, int]) -> np.ndarray:
    if joints is None:
        return np.full((len(JOINTS), 3), UNKNOWN)
    return joints.astype(np.float64) * [shape[1], shape[0], 1]


def _box(mask: np.ndarray) -> tuple[int, int, int, int] | None:
    columns, rows = np.flatnonzero(mask.any(0)), np.flatnonzero(mask.any(1))
    if columns.size == 0:
        return None
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1
