"""sRGB transfer function on 8-bit images, by table: exact decoding, encoding to within one code."""

import numpy as np

LUMINANCE_WEIGHTS = np.array([0.2126, 0.7152, 0.0722], dtype=np.float32)
CHROMA_EXPONENT = 0.35
"""How fast the chromaticity of cloth goes with its log-gain. Light that reaches a shadow has met the same cloth before, and
cameras bend their tone curves channel by channel; measured on plain garments, see `python -m stylemapgan.chroma_law`."""
HUE_OFFSET = 0.02
"""Keeps the chromaticity of black finite; of linear light."""
UNLIGHTING_ROUNDS = 6


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


def relit(albedo_linear: np.ndarray, log_gain: np.ndarray, exponent: float = CHROMA_EXPONENT) -> np.ndarray:
    """Cloth under more or less light: its luminance times `exp(log_gain)`, its log-chromaticity times about
    `1 - exponent * log_gain`. Linear light, channels last, not clipped."""
    light = luminance(albedo_linear)
    tinted = albedo_linear * np.exp(-exponent * log_gain[..., None] * _hue(albedo_linear, light))
    return tinted * (np.exp(log_gain) * light / np.maximum(luminance(tinted), 1e-6))[..., None]


def unlit(worn_linear: np.ndarray, log_gain: np.ndarray) -> np.ndarray:
    """The cloth of which `relit` makes `worn_linear`, by iteration."""
    albedo = worn_linear * np.exp(-log_gain)[..., None]
    light = luminance(albedo)
    for _ in range(UNLIGHTING_ROUNDS):
        tinted = worn_linear * np.exp(CHROMA_EXPONENT * log_gain[..., None] * _hue(albedo, light))
        albedo = tinted * (light / np.maximum(luminance(tinted), 1e-6))[..., None]
    return albedo


def _hue(linear: np.ndarray, light: np.ndarray) -> np.ndarray:
    return np.log((linear + HUE_OFFSET) / (light + HUE_OFFSET)[..., None])
