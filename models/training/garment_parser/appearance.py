"""Changes of look that leave the labels alone: light, camera, fabric, drawing."""

import cv2
import numpy as np

from .config import IGNORE
from .labels import FOREGROUND
from .scenery import background, fabric, random_colour, smooth_field

GARMENT_INDICES = (3, 4, 5, 6)
LUMINANCE = np.array([0.299, 0.587, 0.114], np.float32)


def replace_background(
    photo: np.ndarray, labels: np.ndarray, halo_px: int, rng: np.random.Generator
) -> None:
    """In place. halo_px is how far the old background reaches beyond its label."""
    behind = background(labels.shape[0], rng)
    known = (labels == 0).astype(np.uint8) * 255
    if halo_px:
        known = cv2.dilate(known, np.ones((2 * halo_px + 1,) * 2, np.uint8))
    soft = cv2.GaussianBlur(known, (0, 0), rng.uniform(0.5, 1.0))
    soft = cv2.merge((soft,) * 3).astype(np.float32) * np.float32(1 / 255)
    photo[:] = (photo + soft * (behind.astype(np.float32) - photo)).astype(np.uint8)


def refabric(photo: np.ndarray, labels: np.ndarray, rng: np.random.Generator) -> None:
    """In place: one garment gets another fabric and keeps its folds."""
    present = [c for c in GARMENT_INDICES if np.count_nonzero(labels == c) > 200]
    if not present:
        return
    inside = labels == rng.choice(present)
    luminance = photo.astype(np.float32) @ LUMINANCE
    shading = luminance / max(float(np.median(luminance[inside])), 12.0)
    shading = np.clip(shading, 0.2, 2.0) ** rng.uniform(0.4, 1.0)
    cloth = np.clip(fabric(labels.shape[0], rng) * shading[..., None], 0, 255)
    soft = cv2.GaussianBlur(inside.astype(np.float32), (0, 0), 0.7)[..., None]
    photo[:] = (soft * cloth + (1 - soft) * photo).astype(np.uint8)


def draw(photo: np.ndarray, labels: np.ndarray, rng: np.random.Generator) -> None:
    """In place: the photo as an illustration, every class a smoothly shaded surface."""
    size_px = labels.shape[0]
    smooth = cv2.medianBlur(photo, int(rng.choice((5, 9, 13)))).astype(np.float32)
    drawing = background(size_px, rng).astype(np.float32)
    for index in np.unique(labels):
        if index in (0, IGNORE):
            continue
        inside = labels == index
        if index == FOREGROUND:
            drawing[inside] = smooth[inside]
            continue
        mean = smooth[inside].mean(0)
        colour = mean if index in (1, 2) or rng.random() < 0.4 else random_colour(rng)
        relief = cv2.GaussianBlur(smooth @ LUMINANCE, (0, 0), rng.uniform(1.5, 5))
        shading = 1 + (relief[inside] / max(float(relief[inside].mean()), 8.0) - 1) * rng.uniform(0, 0.8)
        drawing[inside] = np.clip(colour * shading[:, None], 0, 255)
    unsure = labels == IGNORE
    drawing[unsure] = smooth[unsure]
    photo[:] = cv2.GaussianBlur(np.clip(drawing, 0, 255), (0, 0), 0.6).astype(np.uint8)


def occlude(photo: np.ndarray, labels: np.ndarray, rng: np.random.Generator) -> None:
    """In place: a hand-rail, a post, a frame. What covers the person and is not carried is background."""
    start = int(rng.integers(0, labels.shape[0]))
    width = int(labels.shape[0] * rng.uniform(0.03, 0.12))
    bar = (slice(None), slice(start, start + width))
    if rng.random() < 0.5:
        bar = bar[::-1]
    photo[bar] = random_colour(rng)
    labels[bar] = 0


def relight(photo: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Exposure, gamma, white balance, saturation, a shadow across the picture."""
    levels = np.linspace(0, 1, 256, dtype=np.float32)
    dark = rng.random() < 0.15
    gamma = np.exp(rng.normal(0.6, 0.25)) if dark else np.exp(rng.normal(0, 0.22))
    photo = cv2.LUT(photo, (levels**gamma * 255).astype(np.uint8))
    gains = np.exp(rng.normal(0, 0.12)) * np.exp(rng.normal(0, 0.07, 3))
    saturation = rng.choice((0.0, rng.uniform(0.4, 1.5)), p=(0.04, 0.96))
    mix = saturation * np.eye(3) + (1 - saturation) * LUMINANCE
    photo = cv2.transform(photo, gains[:, None] * mix)
    shadow, noise = rng.random() < 0.3, dark or rng.random() < 0.2
    if not (shadow or noise):
        return photo
    picture = photo.astype(np.float32)
    if shadow:
        picture *= np.exp(0.35 * smooth_field(photo.shape[0], 3, rng))[..., None]
    if noise:
        picture += rng.standard_normal(photo.shape, np.float32) * np.float32(rng.uniform(1, 12))
    return np.clip(picture, 0, 255).astype(np.uint8)


def recapture(photo: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """What cheap optics and messengers do: blur, loss of resolution, JPEG."""
    if rng.random() < 0.25:
        photo = cv2.GaussianBlur(photo, (0, 0), rng.uniform(0.4, 1.6))
    if rng.random() < 0.3:
        quality = int(rng.integers(25, 90))
        _, encoded = cv2.imencode(".jpg", photo, [cv2.IMWRITE_JPEG_QUALITY, quality])
        photo = cv2.imdecode(encoded, cv2.IMREAD_COLOR)
    return photo
