"""What people carry in front of their clothes: straps, bags, phones, hands. Drawn, and labelled accessory or skin."""

import cv2
import numpy as np

from .config import CLASSES
from .landmarks import JOINTS
from .scenery import fabric, random_colour

ACCESSORY, SKIN = CLASSES.index("accessory"), CLASSES.index("skin")
SURE = 0.5
# Finer than a pixel, so that outlines are soft.
SHIFT = 4


def carry(photo: np.ndarray, labels: np.ndarray, joints: np.ndarray, rng: np.random.Generator) -> None:
    """In place: one thing, or two, on the person; joints are in fractions of the picture."""
    trunk = _trunk(labels, joints)
    if trunk is None:
        return
    for _ in range(1 + (rng.random() < 0.3)):
        thing = rng.choice((_strap, _bag, _phone, _hand), p=(0.35, 0.25, 0.25, 0.15))
        thing(photo, labels, trunk, rng)


def _trunk(labels: np.ndarray, joints: np.ndarray) -> np.ndarray | None:
    """[4, 2] px: shoulders and hips, those on the picture's left first; of a headless crop the box about the clothes."""
    corners = joints[[JOINTS.index(name) for name in ("rightShoulder", "leftShoulder", "rightHip", "leftHip")]]
    if corners[:, 2].min() > SURE:
        trunk = corners[:, :2] * labels.shape[0]
        return trunk if trunk[0, 0] < trunk[1, 0] else trunk[[1, 0, 3, 2]]
    rows, columns = np.nonzero((labels >= CLASSES.index("top")) & (labels <= CLASSES.index("dress")))
    if rows.size < 200:
        return None
    x, y = np.percentile(columns, (20, 80)), np.percentile(rows, (5, 60))
    return np.array([[x[0], y[0]], [x[1], y[0]], [x[0], y[1]], [x[1], y[1]]])


def _paint(photo: np.ndarray, labels: np.ndarray, mask: np.ndarray, colour: np.ndarray, label: int) -> None:
    """`mask` 0 to 255, `colour` one colour or a picture."""
    soft = (mask.astype(np.float32) / 255)[..., None]
    photo[:] = (photo + soft * (colour - photo)).astype(np.uint8)
    labels[mask > 127] = label


def _shaded(mask: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Brightness of a rounded thing: darker towards its edges on one side."""
    depth = cv2.GaussianBlur(mask, (0, 0), max(2.0, 0.03 * mask.shape[0])).astype(np.float32) / 255
    slope = cv2.Sobel(depth, cv2.CV_32F, *((1, 0) if rng.random() < 0.7 else (0, 1)), ksize=3)
    return np.clip(1 + rng.uniform(-2, 2) * slope + rng.uniform(0, 0.25) * (depth - 0.7), 0.4, 1.5)[..., None]


def _material(mask: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    size_px = mask.shape[0]
    plain = np.broadcast_to(random_colour(rng).astype(np.float32), (size_px, size_px, 3))
    return np.clip((plain if rng.random() < 0.7 else fabric(size_px, rng)) * _shaded(mask, rng), 0, 255)


def _line(mask: np.ndarray, points: np.ndarray, width_px: float) -> None:
    scaled = np.round(points * 2**SHIFT).astype(np.int32)
    cv2.polylines(mask, [scaled], False, 255, max(1, round(width_px)), cv2.LINE_AA, SHIFT)


def _polygon(mask: np.ndarray, points: np.ndarray) -> None:
    cv2.fillPoly(mask, [np.round(points * 2**SHIFT).astype(np.int32)], 255, cv2.LINE_AA, SHIFT)


def _bow(start: np.ndarray, end: np.ndarray, sag: float) -> np.ndarray:
    """A curve from start to end that leaves the straight line by `sag` of its length."""
    t = np.linspace(0, 1, 24)[:, None]
    across = np.array([end[1] - start[1], start[0] - end[0]])
    return start + t * (end - start) + 4 * sag * t * (1 - t) * across


def _strap(photo: np.ndarray, labels: np.ndarray, trunk: np.ndarray, rng: np.random.Generator) -> None:
    """Across the chest, or two of a backpack."""
    width = np.linalg.norm(trunk[1] - trunk[0])
    mask = np.zeros(labels.shape, np.uint8)
    thickness = width * rng.uniform(0.03, 0.16)
    left, right, hip_left, hip_right = trunk
    inwards = rng.uniform(0.1, 0.45)
    if rng.random() < 0.6:
        start, end = left + inwards * (right - left), hip_right + rng.normal(0, 0.15, 2) * width
        if rng.random() < 0.5:
            start, end = right + inwards * (left - right), hip_left + rng.normal(0, 0.15, 2) * width
        _line(mask, _bow(start - [0, 0.15 * width], end, rng.normal(0, 0.06)), thickness)
    else:
        for shoulder, hip, other in ((left, hip_left, right), (right, hip_right, left)):
            top = shoulder + 0.25 * (other - shoulder) - [0, 0.12 * width]
            _line(mask, _bow(top, shoulder + rng.uniform(0.4, 0.8) * (hip - shoulder), 0.1 * np.sign(other[0] - shoulder[0])), thickness)
    _paint(photo, labels, mask, _material(mask, rng), ACCESSORY)


def _bag(photo: np.ndarray, labels: np.ndarray, trunk: np.ndarray, rng: np.random.Generator) -> None:
    """A tote or a handbag before the body, with its handles."""
    width = np.linalg.norm(trunk[1] - trunk[0])
    mask = np.zeros(labels.shape, np.uint8)
    across, down = rng.uniform(-0.3, 1.3), rng.uniform(0.5, 1.3)
    top = trunk[0] + across * (trunk[1] - trunk[0]) + down * (trunk[2] - trunk[0])
    half, height, flare = width * rng.uniform(0.25, 0.65), width * rng.uniform(0.4, 1.2), rng.uniform(0.8, 1.2)
    turn = rng.normal(0, 0.12)
    corners = np.array([[-half, 0], [half, 0], [half * flare, height], [-half * flare, height]])
    rotation = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    _polygon(mask, top + corners @ rotation.T)
    rise = width * rng.uniform(0.2, 1.4)
    handle = top + (np.array([[-0.6 * half, 0], [-0.2 * half, -rise], [0.2 * half, -rise], [0.6 * half, 0]])) @ rotation.T
    _line(mask, handle, max(1.5, width * rng.uniform(0.02, 0.07)))
    _paint(photo, labels, mask, _material(mask, rng), ACCESSORY)


def _phone(photo: np.ndarray, labels: np.ndarray, trunk: np.ndarray, rng: np.random.Generator) -> None:
    """A mirror selfie: the phone anywhere from the face to the waist, fingers about it."""
    width = np.linalg.norm(trunk[1] - trunk[0])
    centre = trunk[0] + rng.uniform(0, 1) * (trunk[1] - trunk[0]) + rng.uniform(-0.4, 0.7) * (trunk[2] - trunk[0])
    half = np.array([0.5, 1.0]) * width * rng.uniform(0.16, 0.3)
    if rng.random() < 0.2:
        half = half[::-1]
    mask = np.zeros(labels.shape, np.uint8)
    turn = rng.normal(0, 0.2)
    rotation = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    body = centre + (np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half) @ rotation.T
    side = rng.choice((-1, 1))
    palm = centre + rotation @ np.array([side * half[0] * 1.1, half[1] * 0.3])
    elbow = palm + np.array([side * rng.uniform(0.1, 0.9), rng.uniform(0.5, 1.0)]) * width
    colour = _skin_colour(photo, labels, rng)
    arm = np.zeros(labels.shape, np.uint8)
    _line(arm, np.stack([palm, elbow]), width * 0.2)
    _line(arm, np.stack([palm, palm + rotation @ [0, -0.4 * half[1]]]), width * 0.26)
    if rng.random() < 0.7:
        _paint(photo, labels, arm, np.clip(colour * _shaded(arm, rng), 0, 255), SKIN)
    _polygon(mask, body)
    dark = rng.uniform(5, 60, 3) if rng.random() < 0.6 else random_colour(rng)
    _paint(photo, labels, mask, np.clip(dark * _shaded(mask, rng), 0, 255), ACCESSORY)
    fingers = np.zeros(labels.shape, np.uint8)
    for step in np.linspace(-0.5, 0.6, 4):
        root = centre + rotation @ np.array([side * half[0] * 1.15, step * half[1]])
        tip = centre + rotation @ np.array([side * half[0] * rng.uniform(0.1, 0.6), (step - 0.1) * half[1]])
        _line(fingers, np.stack([root, tip]), width * 0.06)
    _paint(photo, labels, fingers, np.clip(colour * _shaded(fingers, rng), 0, 255), SKIN)


def _hand(photo: np.ndarray, labels: np.ndarray, trunk: np.ndarray, rng: np.random.Generator) -> None:
    """A forearm and a hand across the trunk: crossed arms, a hand on the chest, somebody's arm about the waist."""
    width = np.linalg.norm(trunk[1] - trunk[0])
    palm = trunk[0] + rng.uniform(0.1, 0.9) * (trunk[1] - trunk[0]) + rng.uniform(0.1, 1.0) * (trunk[2] - trunk[0])
    side = rng.choice((-1, 1))
    elbow = palm + np.array([side * rng.uniform(0.5, 1.0), rng.uniform(-0.3, 0.6)]) * width
    along = (palm - elbow) / np.linalg.norm(palm - elbow)
    across = np.array([-along[1], along[0]])
    colour = _skin_colour(photo, labels, rng)
    mask = np.zeros(labels.shape, np.uint8)
    _line(mask, np.stack([elbow, palm]), width * rng.uniform(0.17, 0.24))
    _line(mask, np.stack([palm, palm + along * 0.15 * width]), width * 0.22)
    for spread in (-0.075, -0.025, 0.025, 0.075):
        start = palm + (0.15 * along + spread * across) * width
        _line(mask, np.stack([start, start + along * width * rng.uniform(0.2, 0.28)]), width * 0.055)
    _paint(photo, labels, mask, np.clip(colour * _shaded(mask, rng), 0, 255), SKIN)


def _skin_colour(photo: np.ndarray, labels: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The person's own where some is seen."""
    seen = labels == SKIN
    if np.count_nonzero(seen) > 40:
        return np.median(photo[seen], axis=0) * rng.uniform(0.85, 1.15)
    tone = rng.uniform(0, 1)
    return np.array([60, 38, 28]) + tone * np.array([176, 152, 135]) + rng.normal(0, 6, 3)
