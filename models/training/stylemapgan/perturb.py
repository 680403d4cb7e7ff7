"""Where the reference lies and what of it is visible: geometric perturbation, relighting and validity masks."""

import cv2
import numpy as np

ROTATION_DEG = 10.0
LOG_SCALE = 0.10
SHIFT_FRACTION = 0.04
BEND_SIGMA_FRACTION = 0.025
BEND_NODES = 5


def identity_map(size_px: int) -> np.ndarray:
    """Pixel coordinates (x, y) of a square grid, channels last."""
    y, x = np.mgrid[0:size_px, 0:size_px].astype(np.float32)
    return np.stack((x, y), axis=-1)


def smooth_field(rng: np.random.Generator, size_px: int, nodes: int, channels: int) -> np.ndarray:
    """Bicubic interpolation of normal noise on a coarse grid."""
    noise = rng.standard_normal((nodes, nodes, channels)).astype(np.float32)
    return cv2.resize(noise, (size_px, size_px), interpolation=cv2.INTER_CUBIC).reshape(size_px, size_px, channels)


def perturbing_map(rng: np.random.Generator, size_px: int, strength: float) -> np.ndarray:
    """A sampling map (pixels) that turns, scales, shifts and bends the reference."""
    angle = np.deg2rad(rng.uniform(-ROTATION_DEG, ROTATION_DEG)) * strength
    scale = np.exp(rng.uniform(-LOG_SCALE, LOG_SCALE, 2) * strength)
    rotation = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    shift = rng.uniform(-SHIFT_FRACTION, SHIFT_FRACTION, 2) * size_px * strength
    centre = (size_px - 1) / 2
    grid = (identity_map(size_px) - centre) @ (rotation * scale).T.astype(np.float32) + centre + shift
    bend = smooth_field(rng, size_px, BEND_NODES, 2) * (BEND_SIGMA_FRACTION * size_px * strength)
    return (grid + bend).astype(np.float32)


def sample(image: np.ndarray, grid_px: np.ndarray, border: int = cv2.BORDER_REFLECT_101) -> np.ndarray:
    """Bilinear sampling at pixel coordinates."""
    return cv2.remap(image, grid_px[..., 0], grid_px[..., 1], cv2.INTER_LINEAR, borderMode=border)


def small_turn(rng: np.random.Generator, size_px: int) -> np.ndarray:
    """A 2x3 matrix that turns, scales and shifts a crop by little: another framing of the same photo."""
    centre = (size_px - 1) / 2
    matrix = cv2.getRotationMatrix2D((centre, centre), rng.uniform(-6, 6), float(np.exp(rng.uniform(-0.1, 0.1))))
    matrix[:, 2] += rng.uniform(-0.03, 0.03, 2) * size_px
    return matrix


def turned(image: np.ndarray, matrix: np.ndarray) -> np.ndarray:
    """The image under a 2x3 matrix, continued at its borders."""
    size = image.shape[1::-1]
    return cv2.warpAffine(np.ascontiguousarray(image), matrix, size, borderMode=cv2.BORDER_REPLICATE)


def fold_displacement(rng: np.random.Generator, log_shading: np.ndarray) -> np.ndarray:
    """A few pixels along the gradient of the low-passed shading: cloth moves where it folds."""
    size_px = log_shading.shape[0]
    low = cv2.GaussianBlur(log_shading, (0, 0), size_px * 0.025)
    gradient = np.stack((cv2.Sobel(low, cv2.CV_32F, 1, 0), cv2.Sobel(low, cv2.CV_32F, 0, 1)), axis=-1)
    largest_px = rng.uniform(0.002, 0.01) * size_px
    return gradient * (largest_px / max(float(np.abs(gradient).max()), 1e-6))


def drifted_grain(rng: np.random.Generator, rgb: np.ndarray) -> np.ndarray:
    """Camera noise of a random strength, one time in three."""
    if rng.random() > 0.33:
        return rgb
    noise = rng.normal(0, rng.uniform(1, 5), rgb.shape[:2]).astype(np.float32)
    return np.clip(rgb + noise[..., None], 0, 255).astype(np.uint8)


def recompressed(rng: np.random.Generator, rgb: np.ndarray) -> np.ndarray:
    """JPEG artefacts, one time in seven."""
    if rng.random() > 0.14:
        return rgb
    _, encoded = cv2.imencode(".jpg", rgb, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(40, 92))])
    return cv2.imdecode(encoded, cv2.IMREAD_COLOR)


def validity(rng: np.random.Generator, mask: np.ndarray, other_silhouette: np.ndarray | None) -> np.ndarray:
    """Which part of the reference exists, float in [0, 1]: mostly all of it, as after a good alignment."""
    size_px = mask.shape[0]
    draw = rng.random()
    if other_silhouette is not None:
        valid = other_silhouette.copy()
    elif draw < 0.6:
        valid = np.ones_like(mask)
    elif draw < 0.85:
        reach = 2 * int(rng.integers(1, max(2, size_px // 42))) + 1
        valid = cv2.dilate(mask, np.ones((reach, reach), np.uint8))
    else:
        valid = _half_plane(rng, size_px)
    if rng.random() < 0.25:
        for _ in range(rng.integers(1, 4)):
            _erase_blob(rng, valid)
    return cv2.GaussianBlur(valid, (0, 0), 0.004 * size_px)


def _half_plane(rng: np.random.Generator, size_px: int) -> np.ndarray:
    """A reference that ends too early on one side: a short sleeve or hem."""
    grid = (identity_map(size_px) / size_px) - 0.5
    angle = rng.uniform(0, 2 * np.pi)
    distance = grid[..., 0] * np.cos(angle) + grid[..., 1] * np.sin(angle)
    return (distance < rng.uniform(0.12, 0.38)).astype(np.float32)


def _erase_blob(rng: np.random.Generator, valid: np.ndarray) -> None:
    size_px = valid.shape[0]
    centre = tuple(int(v) for v in rng.uniform(0.15, 0.85, 2) * size_px)
    axes = tuple(int(v) for v in rng.uniform(0.03, 0.14, 2) * size_px)
    cv2.ellipse(valid, centre, axes, rng.uniform(0, 180), 0, 360, 0.0, -1)
