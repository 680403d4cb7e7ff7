"""From linear light to the photo file, and from the exact passes to the truth files."""

import cv2
import numpy as np
from PIL import Image

from generator import colour

_PALETTE = [0, 0, 0, 120, 70, 30, 240, 190, 150, 70, 140, 220, 40, 80, 140, 60, 160, 90, 200, 80, 160, 150, 150, 150, 230, 210, 60]
_GARMENTS = (3, 4, 5, 6)
FLOW_STRIDE = 4
FLOW_STEPS = 4096


_EXPOSURE = {"window": 1.0, "studio": 0.95, "street": 0.68, "garden": 0.72}


def photo(linear, light):
    """A gentle film curve, a trace of lens glow and grain; noise of the renderer is smoothed within even areas only."""
    small = _denoised(linear.astype(np.float32))
    small = 0.95 * small + 0.05 * cv2.GaussianBlur(small, (0, 0), 14)
    height, width = small.shape[:2]
    x, y = np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))
    small *= (1 - 0.08 * (x**2 + y**2) ** 1.2)[..., None].astype(np.float32)
    middle = np.percentile(small.mean(-1), 88)
    exposed = _EXPOSURE[light] * small * (0.62 / middle)
    filmed = exposed * (1 + exposed / 1.6) / (1 + exposed * 1.05)
    srgb = colour.encode(np.clip(filmed, 0, 1))
    grain = np.random.default_rng(99).standard_normal((height, width, 1)).astype(np.float32)
    srgb = srgb + 0.006 * cv2.GaussianBlur(grain, (0, 0), 0.7)[..., None]
    return Image.fromarray(np.round(np.clip(srgb, 0, 1) * 255).astype(np.uint8), "RGB")


def _denoised(linear):
    """Non-local means on a compressed scale: the renderer's noise goes, weave and print stay."""
    scale = 255 / np.log1p(4 * 1.6)
    compressed = np.clip(np.log1p(4 * np.maximum(linear, 0)) * scale, 0, 255)
    smooth = cv2.fastNlMeansDenoisingColored(np.round(compressed).astype(np.uint8), None, 3.2, 6, 5, 13)
    return np.expm1(smooth.astype(np.float32) / scale) / 4


def labels(truth):
    image = Image.fromarray(np.round(truth[..., 3]).astype(np.uint8), "P")
    image.putpalette(_PALETTE)
    return image


def flow(truth):
    """Worn to flat at the centre of every block, u and v in 1/4096 of the product picture's side in 12 bits each; zero: none."""
    at = truth[FLOW_STRIDE // 2 :: FLOW_STRIDE, FLOW_STRIDE // 2 :: FLOW_STRIDE]
    known = np.isin(np.round(at[..., 3]), _GARMENTS) & (at[..., 2] > 0.99) & (at[..., :2] > 0).all(-1) & (at[..., :2] < 1).all(-1)
    u, v = (np.clip(np.round(at[..., i] * FLOW_STEPS), 1, FLOW_STEPS - 1).astype(int) * known for i in (0, 1))
    return Image.fromarray(np.dstack([u >> 4, ((u & 15) << 4) | (v >> 8), v & 255]).astype(np.uint8), "RGB")


def shading(light, truth):
    """Light on the garments at half size, 128 their mean."""
    grey = _denoised(light.astype(np.float32)).mean(-1)
    worn = np.isin(np.round(truth[..., 3]), _GARMENTS)
    relative = np.where(worn, grey / max(grey[worn].mean(), 1e-6) * 128, 128)
    return Image.fromarray(np.clip(np.round(cv2.resize(relative, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)), 0, 255).astype(np.uint8), "L")
