"""The studio's light on a relief of cloth."""

import numpy as np

# The direction towards a large soft box above and to the left of the camera.
_DIRECTION = np.array([-0.48, -0.58, 0.658], np.float32)
_AMBIENT = 0.36
_SHEEN = 0.07


def shaded(canvas, albedo, height, depth, tone):
    """Linear RGB of cloth with a height field, at `depth` units inside its silhouette; `tone` scales the light."""
    lit = _soft_box(*canvas.slope(height))
    shade = lit * _occlusion(canvas, height, depth) * tone * _fall_off(canvas)
    # Light that has bounced between threads keeps their colour: shaded cloth is more saturated.
    deeper = np.clip(1 - shade, 0, 1)[..., None]
    tinted = albedo * shade[..., None] * (albedo / np.maximum(albedo.max(-1, keepdims=True), 1e-3)) ** (0.35 * deeper)
    # Fibres on a crest catch the light whatever their dye: it is what shows folds in dark cloth.
    sheen = _SHEEN * tone * np.clip(lit - 0.93, 0, 0.6) ** 1.2
    return tinted + sheen[..., None]


def _fall_off(canvas):
    """The light hangs above: lower and right-hand parts get a little less of it."""
    return 1.04 - 0.10 * canvas.y / 1000 - 0.04 * canvas.x / 1000


def _soft_box(slope_x, slope_y):
    length = np.sqrt(slope_x**2 + slope_y**2 + 1)
    facing = (-slope_x * _DIRECTION[0] - slope_y * _DIRECTION[1] + _DIRECTION[2]) / length
    wrapped = np.clip((facing + 0.25) / 1.25, 0, 1.2)
    level = (_DIRECTION[2] + 0.25) / 1.25
    return _AMBIENT + (1 - _AMBIENT) * wrapped / level


def _occlusion(canvas, height, depth):
    hollow = np.clip(canvas.blur(height, 7) - height, 0, None) + 0.6 * np.clip(canvas.blur(height, 22) - height, 0, None)
    rim = 0.16 * np.exp(-depth / 4) + 0.10 * np.exp(-depth / 18)
    return np.exp(-0.13 * hollow) * (1 - rim)
