"""Artwork on cloth: where it sits, and how the ink takes to the yarn."""

import cv2
import numpy as np

from . import colour
from .canvas import noise

_PX_PER_UNIT = 2.0


def printed(fabric, image, alpha, box, seed=901):
    """A screen print on cloth: `image` in the given box (left, top, width, height), ink slightly broken by the yarn.

    The cloth without it stays at hand as `unprinted`, for the back.
    """
    left, top, width, height = box
    # No sharper than any canvas can show, or fine lines turn to moire.
    size = (round(width * _PX_PER_UNIT), round(height * _PX_PER_UNIT))
    premultiplied = cv2.resize(image * alpha[..., None], size, interpolation=cv2.INTER_AREA)
    alpha = cv2.resize(alpha, size, interpolation=cv2.INTER_AREA)
    image = premultiplied / np.maximum(alpha, 1e-3)[..., None]

    def with_print(u, v, ridge):
        map_x = (u - left) * np.float32(image.shape[1] / width) - 0.5
        map_y = (v - top) * np.float32(image.shape[0] / height) - 0.5
        ink = cv2.remap(image, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        cover = cv2.remap(alpha, map_x, map_y, cv2.INTER_LINEAR)
        yarn = noise(u, v, seed, 2.6, 5)
        return colour.mix(fabric(u, v, ridge), ink * (1 + 0.03 * yarn)[..., None], cover * (0.95 - 0.04 * np.clip(yarn, 0, 2)))

    with_print.unprinted = fabric
    return with_print
