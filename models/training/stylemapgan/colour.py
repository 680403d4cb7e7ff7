"""sRGB transfer function on 8-bit images, by table: exact decoding, encoding to within one code."""

import numpy as np

LUMINANCE_WEIGHTS = np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)


def _decode(encoded: np.ndarray) -> np.ndarray:
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def _encode(linear: np.ndarray) -> np.ndarray:
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * np.maximum(linear, 1e-9) ** (1 / 2.4) - 0.055)


_DECODE_TABLE = _decode(np.arange(256) / 255).astype(np.float32)
# Indexed by the square root, which spends the entries where the curve is steep.
_ENCODE_STEPS = 4095
_ENCODE_TABLE = np.rint(255 * _encode((np.arange(_ENCODE_STEPS + 1) / _ENCODE_STEPS) ** 2)).astype(np.uint8)


def to_linear(rgb: np.ndarray) -> np.ndarray:
    """uint8 sRGB to float32 linear light."""
    return np.take(_DECODE_TABLE, rgb)


def to_srgb(linear: np.ndarray) -> np.ndarray:
    """Linear light, clipped to [0, 1], to uint8 sRGB."""
    index = np.sqrt(np.clip(linear, 0, 1)) * _ENCODE_STEPS + 0.5
    return np.take(_ENCODE_TABLE, index.astype(np.uint16))


def luminance(linear: np.ndarray) -> np.ndarray:
    """Relative luminance of linear RGB, channels last."""
    return linear @ LUMINANCE_WEIGHTS
