"""A square raster addressed in design units, so that one drawing renders at any resolution."""

import cv2
import numpy as np

UNITS = 1000
_SUBPIXEL_BITS = 4
_LOOKUP_ROW = 4096
_NOISE_SIZE_PX = 512
_NOISE_SIGMA_PX = 3.0
# A Gaussian-filtered field repeats its blobs about every 4.4 sigma.
_NOISE_PERIOD_PX = 4.4 * _NOISE_SIGMA_PX


class Canvas:
    def __init__(self, px_per_unit=2.0):
        self.px_per_unit = px_per_unit
        self.size_px = round(UNITS * px_per_unit)
        axis = ((np.arange(self.size_px) + 0.5) / px_per_unit).astype(np.float32)
        self.x, self.y = np.meshgrid(axis, axis)

    def zeros(self):
        return np.zeros((self.size_px, self.size_px), np.float32)

    def fill(self, outline):
        mask = np.zeros((self.size_px, self.size_px), np.uint8)
        cv2.fillPoly(mask, [self._fixed_point(outline)], 255, cv2.LINE_AA, _SUBPIXEL_BITS)
        return mask.astype(np.float32) / 255

    def stroke(self, lines, width):
        """Draw one line or a list of lines, `width` units wide."""
        mask = np.zeros((self.size_px, self.size_px), np.uint8)
        lines = lines if isinstance(lines, list) else [lines]
        width_px = max(1, round(width * self.px_per_unit))
        cv2.polylines(mask, [self._fixed_point(line) for line in lines], False, 255, width_px, cv2.LINE_AA, _SUBPIXEL_BITS)
        return mask.astype(np.float32) / 255

    def blur(self, field, sigma):
        """Gaussian blur; wide ones run on a reduced copy, where nobody can tell."""
        sigma_px = sigma * self.px_per_unit
        shrink = max(1, int(sigma_px // 6))
        if shrink == 1:
            return cv2.GaussianBlur(field, (0, 0), sigma_px)
        small = cv2.resize(field, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA)
        small = cv2.GaussianBlur(small, (0, 0), sigma_px / shrink)
        return cv2.resize(small, (self.size_px, self.size_px), interpolation=cv2.INTER_CUBIC)

    def slope(self, height):
        """d height / d x and d height / d y, per unit."""
        dy, dx = np.gradient(height, 1 / self.px_per_unit)
        return dx, dy

    def depth_inside(self, mask):
        """Distance to the silhouette in units, 0 outside."""
        inside = (mask > 0.5).astype(np.uint8)
        return cv2.distanceTransform(inside, cv2.DIST_L2, 5) / self.px_per_unit

    def shifted(self, field, dx, dy):
        matrix = np.float32([[1, 0, dx * self.px_per_unit], [0, 1, dy * self.px_per_unit]])
        return cv2.warpAffine(field, matrix, (self.size_px, self.size_px))

    def _fixed_point(self, points):
        # OpenCV puts integer coordinates at pixel centres.
        return np.round((points * self.px_per_unit - 0.5) * (1 << _SUBPIXEL_BITS)).astype(np.int32)


def noise(u, v, seed, period_u, period_v=None):
    """Smooth noise of unit deviation at any coordinates; it repeats only after about 39 periods."""
    texture = np.random.default_rng(seed).standard_normal((_NOISE_SIZE_PX, _NOISE_SIZE_PX)).astype(np.float32)
    pad = 16
    texture = cv2.GaussianBlur(np.pad(texture, pad, "wrap"), (0, 0), _NOISE_SIGMA_PX)[pad:-pad, pad:-pad]
    texture /= texture.std()
    return lookup(
        texture, u * (_NOISE_PERIOD_PX / period_u), v * (_NOISE_PERIOD_PX / (period_v or period_u)), cv2.INTER_LINEAR, cv2.BORDER_WRAP
    )


def lookup(field, x, y, interpolation=cv2.INTER_CUBIC, border=cv2.BORDER_REPLICATE):
    """Values of a field at pixel coordinates of any shape (OpenCV itself limits rows and columns to 32766)."""
    x, y = np.broadcast_arrays(x, y)
    rows = -(-x.size // _LOOKUP_ROW)
    flat = np.zeros((2, rows * _LOOKUP_ROW), np.float32)
    flat[0, : x.size], flat[1, : x.size] = x.ravel(), y.ravel()
    maps = flat.reshape(2, rows, _LOOKUP_ROW)
    return cv2.remap(field, maps[0], maps[1], interpolation, borderMode=border).ravel()[: x.size].reshape(x.shape)


def rotated(x, y, degrees, origin=(500, 500)):
    """Coordinates in a frame turned clockwise on screen by `degrees` about `origin`."""
    radians = np.deg2rad(degrees)
    cos, sin = np.float32(np.cos(radians)), np.float32(np.sin(radians))
    dx, dy = x - np.float32(origin[0]), y - np.float32(origin[1])
    return cos * dx + sin * dy, -sin * dx + cos * dy
