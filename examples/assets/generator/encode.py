"""From linear-light rasters to the files a shop would serve."""

import cv2
import numpy as np
from PIL import Image

from . import colour

_STUDIO_WHITE = 0.955


def framed(raster, canvas, shape, size_px):
    """Cut the shape's frame out and resample it with area averaging in premultiplied linear light.

    Returns linear RGB, not premultiplied, and alpha. Raises ValueError where the garment leaves the frame.
    """
    layers = np.dstack([raster.rgb * raster.alpha[..., None], raster.alpha])
    pad = round(0.15 * canvas.size_px)
    layers = np.pad(layers, ((pad, pad), (pad, pad), (0, 0)))
    x, y = (round((middle - shape.side / 2) * canvas.px_per_unit) + pad for middle in shape.centre)
    edge = round(shape.side * canvas.px_per_unit)
    inside = layers[y : y + edge, x : x + edge]
    if inside[..., 3].sum() < 0.999 * raster.alpha.sum():
        raise ValueError("the garment does not fit into its shape's frame")
    layers = cv2.resize(inside, (size_px, size_px), interpolation=cv2.INTER_AREA)
    alpha = np.clip(layers[..., 3], 0, 1)
    return layers[..., :3] / np.maximum(alpha, 1e-4)[..., None], alpha


def cut_out(rgb, alpha):
    """A picture with a transparent background."""
    rgb = _bled(colour.encode(rgb), alpha)
    return Image.fromarray(np.round(np.dstack([rgb, alpha]) * 255).astype(np.uint8), "RGBA")


def on_studio_white(rgb, alpha):
    """The garment laid on a white table: a tight dark line of contact and a wide soft shadow, down to the right."""
    size_px = len(alpha)
    height, width = np.mgrid[0:size_px, 0:size_px].astype(np.float32) / size_px
    table = _STUDIO_WHITE * (1 - 0.05 * ((width - 0.42) ** 2 + (height - 0.40) ** 2))
    shadow = 0.0
    for reach, strength in ((0.004, 0.30), (0.014, 0.22), (0.045, 0.16)):
        moved = cv2.warpAffine(alpha, np.float32([[1, 0, 0.4 * reach * size_px], [0, 1, 0.8 * reach * size_px]]), (size_px, size_px))
        shadow = shadow + strength * cv2.GaussianBlur(moved, (0, 0), reach * size_px)
    ground = (table * (1 - 0.62 * np.clip(shadow, 0, 1)))[..., None] * np.float32([1.0, 0.997, 0.992])
    picture = colour.encode(colour.mix(ground, rgb, alpha))
    return Image.fromarray(np.round(picture * 255).astype(np.uint8), "RGB")


def _bled(rgb, alpha):
    """Carry edge colours outwards, so that lossy coding and scaling make no dark halo."""
    solid = (alpha > 0.5).astype(np.float32)
    blurred = cv2.GaussianBlur(rgb * solid[..., None], (0, 0), 6)
    weight = cv2.GaussianBlur(solid, (0, 0), 6)[..., None]
    outside = np.where(weight > 1e-3, blurred / np.maximum(weight, 1e-3), 0.8)
    return np.where(alpha[..., None] > 0.5, rgb, outside)


def save_webp(image, file, limit_bytes):
    """The best quality that fits the byte limit."""
    for quality in range(90, 41, -4):
        image.save(file, "WEBP", quality=quality, method=6, alpha_quality=90)
        if file.stat().st_size <= limit_bytes:
            return quality
    raise ValueError(f"{file.name} does not fit into {limit_bytes} bytes")
