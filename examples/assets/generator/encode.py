"""From linear-light rasters to the files a shop would serve."""

import cv2
import numpy as np
from PIL import Image

from . import colour

_FILL_FRACTION = 0.92


def reduced(raster, size_px):
    """Centre the garment, let it fill the square, and resample with area averaging in premultiplied linear light."""
    rows, cols = np.flatnonzero(raster.alpha.any(1)), np.flatnonzero(raster.alpha.any(0))
    side = max(rows[-1] - rows[0], cols[-1] - cols[0]) / _FILL_FRACTION
    left, top = (cols[0] + cols[-1] + 1 - side) / 2, (rows[0] + rows[-1] + 1 - side) / 2
    layers = np.dstack([raster.rgb * raster.alpha[..., None], raster.alpha])
    pad = int(side)
    layers = np.pad(layers, ((pad, pad), (pad, pad), (0, 0)))
    y, x, edge = round(top + pad), round(left + pad), round(side)
    layers = cv2.resize(layers[y : y + edge, x : x + edge], (size_px, size_px), interpolation=cv2.INTER_AREA)
    alpha = np.clip(layers[..., 3], 0, 1)
    return layers[..., :3] / np.maximum(alpha, 1e-4)[..., None], alpha


def product_image(raster, size_px=1000):
    rgb, alpha = reduced(raster, size_px)
    rgb = _bled(colour.encode(rgb), alpha)
    return Image.fromarray(np.round(np.dstack([rgb, alpha]) * 255).astype(np.uint8), "RGBA")


def _bled(rgb, alpha):
    """Carry edge colours outwards, so that lossy coding and scaling make no dark halo."""
    solid = (alpha > 0.5).astype(np.float32)
    blurred = cv2.GaussianBlur(rgb * solid[..., None], (0, 0), 6)
    weight = cv2.GaussianBlur(solid, (0, 0), 6)[..., None]
    outside = np.where(weight > 1e-3, blurred / np.maximum(weight, 1e-3), 0.8)
    return np.where(alpha[..., None] > 0.5, rgb, outside)


def save_webp(image, file, limit_bytes):
    """The best quality that fits the byte limit."""
    for quality in range(90, 49, -4):
        image.save(file, "WEBP", quality=quality, method=6, alpha_quality=90)
        if file.stat().st_size <= limit_bytes:
            return quality
    raise ValueError(f"{file.name} does not fit into {limit_bytes} bytes")
