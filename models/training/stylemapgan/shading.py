"""Splitting a worn garment into shading and albedo, and continuing a garment beyond its silhouette."""

from dataclasses import dataclass

import cv2
import numpy as np

from .colour import luminance, to_linear, to_srgb, unlit
from .crops import CANONICAL_SIZE_PX, RawCrop

LOW_PASS_SIGMA_PX = 8.0
"""At the canonical size; it scales with the crop."""
PLAIN_TEXTURE_BELOW = 0.2
PLAIN_CHROMA_BELOW = 0.15
LUMINANCE_FLOOR = 0.02
"""Keeps the noise of black cloth from counting as pattern."""
DARK_BELOW = 0.06
DARK_TEXTURE_BELOW = 0.36
"""Leather, satin and black wool have highlights that would be a pattern on lighter cloth."""
SHADING_FLOOR = 0.005
LOG_SHADING_LIMIT = 1.9
CONTRAST_LIMIT = 2.0
EDGE_PX = 3
"""Labels are that wrong at their edges (canonical size), so a garment is judged without them."""


@dataclass
class Garment:
    """A crop with what the sample synthesis needs. Pictures are uint8 sRGB, log-shading is centred on the median."""

    rgb: np.ndarray
    mask: np.ndarray
    person: np.ndarray
    log_shading: np.ndarray
    plain: bool
    worn_fill: np.ndarray
    albedo_fill: np.ndarray
    photo: str
    group: str


def masked_low_pass(values: np.ndarray, mask: np.ndarray, sigma_px: float) -> np.ndarray:
    """Gaussian low-pass that ignores what lies outside the mask."""
    weight = cv2.GaussianBlur(mask, (0, 0), sigma_px)
    return cv2.GaussianBlur(values * mask, (0, 0), sigma_px) / np.maximum(weight, 1e-3)


def fill_outside(rgb: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Continues a float picture where `known` is low: averages over ever larger cells (pull), then back (push)."""
    size = rgb.shape[0]
    pyramid = [(rgb * known[..., None], known)]
    while size > 1:
        size //= 2
        colour, weight = (cv2.resize(a, (size, size), interpolation=cv2.INTER_AREA) for a in pyramid[-1])
        pyramid.append((colour.reshape(size, size, 3), weight.reshape(size, size)))
    colour, weight = pyramid[-1]
    filled = colour / np.maximum(weight[..., None], 1e-6)
    for colour, weight in reversed(pyramid[:-1]):
        size = colour.shape[0]
        coarse = cv2.resize(filled, (size, size), interpolation=cv2.INTER_LINEAR)
        trust = np.minimum(weight, 1)[..., None]
        filled = colour / np.maximum(weight[..., None], 1e-6) * trust + coarse * (1 - trust)
    return filled


def judge(
    linear: np.ndarray, lum: np.ndarray, mask: np.ndarray, dark_is_plain: bool = False
) -> tuple[bool, np.ndarray]:
    """Whether a garment is plain (one hue, and all fine luminance is folds), and its low-passed luminance.

    `dark_is_plain` lets dark cloth have stronger highlights.
    """
    scale = mask.shape[0] / CANONICAL_SIZE_PX
    reach = 2 * max(1, round(EDGE_PX * scale)) + 1
    core = cv2.erode(mask, np.ones((reach, reach), np.uint8))
    low = masked_low_pass(lum, mask, LOW_PASS_SIGMA_PX * scale)
    inside = core > 0.5
    if not inside.any():
        return False, low
    inner_low = masked_low_pass(lum, core, LOW_PASS_SIGMA_PX * scale)
    texture = np.abs(lum - inner_low)[inside].mean() / (lum[inside].mean() + LUMINANCE_FLOOR)
    hue = (linear[..., ::2] - lum[..., None])[inside] / (lum[inside] + LUMINANCE_FLOOR)[:, None]
    chroma = np.abs(hue - np.median(hue, axis=0)).mean()
    dark = dark_is_plain and np.median(lum[inside]) < DARK_BELOW
    return bool(texture < (DARK_TEXTURE_BELOW if dark else PLAIN_TEXTURE_BELOW) and chroma < PLAIN_CHROMA_BELOW), low


def relative_contrast(from_luminance: float, to_luminance: float, exponent: float) -> float:
    """Factor on log-shading when cloth of one luminance is dyed to another: dark cloth has the deeper folds."""
    ratio = max(to_luminance, LUMINANCE_FLOOR) / max(from_luminance, LUMINANCE_FLOOR)
    return float(np.clip(ratio**exponent, 1 / CONTRAST_LIMIT, CONTRAST_LIMIT))


def decompose(crop: RawCrop, size_px: int, dark_is_plain: bool = False) -> Garment | None:
    """Shading, albedo and continuations of a crop at a working size; None if hardly any garment is left."""
    rgb, mask8, person = crop.rgb, crop.mask, crop.person
    if size_px != CANONICAL_SIZE_PX:
        rgb, mask8, person = (
            cv2.resize(a, (size_px, size_px), interpolation=cv2.INTER_AREA) for a in (rgb, mask8, person)
        )
    mask = mask8.astype(np.float32) / 255
    inside = mask > 0.5
    if inside.mean() < 0.03:
        return None
    linear = to_linear(rgb)
    lum = luminance(linear)
    plain, low = judge(linear, lum, mask, dark_is_plain)
    shading = ((lum if plain else low) + SHADING_FLOOR) / (float(np.median(lum[inside])) + SHADING_FLOOR)
    log_shading = np.clip(np.log(shading), -LOG_SHADING_LIMIT, LOG_SHADING_LIMIT)
    core = np.clip(cv2.erode(mask, np.ones((3, 3), np.uint8)) * 2 - 1, 0, 1)
    return Garment(
        rgb,
        mask8,
        person,
        log_shading.astype(np.float16),
        plain,
        to_srgb(fill_outside(linear, core)),
        to_srgb(fill_outside(unlit(linear, log_shading), core)),
        crop.photo,
        crop.group,
    )
