"""sRGB and linear light. Cloth is shaded in linear light and encoded once, at the end."""

import numpy as np


def decode(srgb):
    srgb = np.asarray(srgb, np.float32)
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4).astype(np.float32)


def encode(linear):
    linear = np.clip(linear, 0, 1)
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055).astype(np.float32)


def from_hex(code):
    """'#c65a34' as linear-light RGB."""
    return decode([int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)])


def mix(a, b, amount):
    """Blend two colours or images by a scalar or a per-pixel amount."""
    amount = np.asarray(amount, np.float32)
    if amount.ndim == 2:
        amount = amount[..., None]
    return a + (b - a) * amount
