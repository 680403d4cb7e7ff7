"""From a point on worn cloth back to the flat product picture: front panels unrolled by arc length, sleeves along the arm.

Everything is in the units of the product drawings (1000 across); `placed` turns them into the product picture's frame.
A result is (x, y, front): front is 1 where the point belongs to what a front view shows, else 0.
"""

from dataclasses import dataclass

import numpy as np

# How far a quarter of an oval is unrolled at an angle; the oval's depth is this fraction of its width.
_OVAL = 0.7
_T = np.linspace(0, np.pi, 721)
_ARC = np.concatenate([[0], np.cumsum(np.sqrt(np.cos(_T[:-1]) ** 2 + _OVAL**2 * np.sin(_T[:-1]) ** 2))])
_ARC = _ARC / np.interp(np.pi / 2, _T, _ARC)


@dataclass(frozen=True)
class TopPattern:
    neck_y: float
    hem_y: float
    half_width: tuple
    """(y, half width of the trunk) from low to high y."""
    sleeve: tuple | None
    """Middle and half width at the armhole, middle and half width at the cuff; left on screen."""


_WIDTH = ((116, 190), (156, 212), (282, 212), (352, 238), (560, 234), (800, 240))
_SHORT, _LONG = ((268, 240), 92, (194, 381), 62), ((266, 252), 92, (143, 701), 41)
PATTERNS = {
    "tee-short": TopPattern(116, 786, _WIDTH, _SHORT),
    "tee-long": TopPattern(116, 786, _WIDTH, _LONG),
    "shirt-short": TopPattern(100, 744, _WIDTH, _SHORT),
    "shirt-long": TopPattern(100, 792, _WIDTH, _LONG),
    "jacket": TopPattern(100, 652, ((100, 150), (152, 212), (282, 212), (352, 238), (650, 216)), ((266, 250), 92, (135, 667), 44)),
}


def _around(section, p):
    """Signed share of the way from the centre of the front (0) to the side seam (+-1), past it on the back."""
    y = np.clip(p[:, 1], section.low, section.high)
    width, depth, centre = (np.interp(y, section._y, row) for row in section._rows)
    angle = np.arctan2(np.abs(p[:, 0]) / width, (p[:, 2] - centre) / depth)
    return np.sign(p[:, 0]) * np.interp(angle, _T, _ARC)


def _folded(share):
    """The back carries the same cloth, mirrored at the seam; it is not what the product picture shows."""
    size = np.abs(share)
    return np.sign(share) * np.where(size > 1, 2 - size, size), (size < 1.0).astype(np.float32)


def of_a_top(garment, p):
    cut = PATTERNS[garment.shape]
    share, front = _folded(_around(garment.section, p))
    y = np.interp(p[:, 1], [garment.hem_y, 145.5], [cut.hem_y, cut.neck_y])
    x = 500 + share * np.interp(y, *np.float32(cut.half_width).T)
    if not garment.sleeve_length:
        return x, y, front
    (start_x, start_y), start_half, (end_x, end_y), end_half = cut.sleeve
    trunk = garment._trunk(p)
    for side, arm in zip((-1, 1), garment.body.arms):
        along, offset = arm.place(p)
        sleeve = arm.distance(p) - garment.sleeve_ease_cm
        mine = (sleeve < trunk) & (along > 3) & (np.sign(p[:, 0]) == side)
        t = np.clip(along / garment.sleeve_length, 0, 1)
        direction = np.float32([end_x - start_x, end_y - start_y])
        direction /= np.linalg.norm(direction)
        outward = np.float32([-abs(direction[1]), abs(direction[0])]) * np.float32([1, -1])
        # Seen from the front, the sleeve's middle faces the camera and its two folds lie at the outline.
        limb = _direction(arm, along)
        across_axis = np.cross(limb, np.float32([0, 0, 1]))
        across_axis /= np.maximum(np.linalg.norm(across_axis, axis=1, keepdims=True), 1e-6)
        outer = (offset * across_axis).sum(1)
        outer = outer * np.sign(across_axis[:, 0] * side + 1e-9)
        angle = np.arctan2(outer, offset[:, 2])
        lap, facing = _folded(angle / (np.pi / 2))
        half = start_half + (end_half - start_half) * t
        sx = start_x + (end_x - start_x) * t + lap * half * outward[0]
        sy = start_y + (end_y - start_y) * t + lap * half * outward[1]
        sx = np.where(side < 0, sx, 1000 - sx)
        x, y, front = np.where(mine, sx, x), np.where(mine, sy, y), np.where(mine, facing, front)
    return x, y, front


def _direction(arm, along):
    lengths = np.linalg.norm(np.diff(arm.points, axis=0), axis=1)
    index = np.clip(np.searchsorted(np.cumsum(lengths), along), 0, len(lengths) - 1)
    steps = np.diff(arm.points, axis=0) / lengths[:, None]
    return steps[index].astype(np.float32)


# Left leg on screen: middle and half width at the crotch and at the hem.
_LEG = ((394, 360), 96, (392, 965), 66)
_WAIST_Y, _CROTCH_Y, _HIP_HALF, _WAIST_HALF = 70, 350, 205, 168


def of_trousers(garment, p):
    side = np.where(p[:, 0] < 0, -1.0, 1.0)
    y = np.interp(p[:, 1], [8, 76, garment.top_y], [_LEG[2][1], _CROTCH_Y, _WAIST_Y])
    width = np.interp(p[:, 1], *garment.body.torso_table[:5, :2].T) + 1.5
    angle = np.arctan2(np.abs(p[:, 0]) / width, p[:, 2] / 11.0)
    trunk, trunk_front = _folded(np.interp(angle, _T, _ARC))
    x_trunk = 500 + side * trunk * np.interp(y, [_WAIST_Y, 260], [_WAIST_HALF, _HIP_HALF])
    t = np.clip((y - _LEG[0][1]) / (_LEG[2][1] - _LEG[0][1]), 0, 1)
    forward = np.where(side < 0, garment.body.stride, -garment.body.stride) * np.clip((80 - p[:, 1]) / 70, 0, 1)
    middle_x = side * np.interp(p[:, 1], [9, 47, 82], [9.8, 9.6, 8.6])
    lap, leg_front = _folded(np.arctan2((p[:, 0] - middle_x) * side, p[:, 2] - forward + 0.5) / (np.pi / 2))
    half = _LEG[1] + (_LEG[3] - _LEG[1]) * t
    middle = 500 - _LEG[0][0] + (_LEG[0][0] - _LEG[2][0]) * t
    x_leg = 500 + side * (middle + lap * half)
    low = np.clip((80 - p[:, 1]) / 8, 0, 1)
    return x_trunk + (x_leg - x_trunk) * low, y, np.where(low < 0.5, trunk_front, leg_front)


def of_a_skirt(garment, p, top=(84, 152), hem=(908, 316)):
    share, front = _folded(_around(garment.section, p))
    y = np.interp(p[:, 1], [garment.hem_y, garment.top_y], [hem[0], top[0]])
    half = np.interp(y, [top[0], hem[0]], [top[1], hem[1]])
    return 500 + share * half, y, front


_DRESS_WAIST_Y, _DRESS_WAIST_HALF = 434, 138


def of_a_dress(garment, p):
    upper = p[:, 1] >= garment.waist_y
    hem_y, hem_half = 955, 305
    skirt_share, front = _folded(_around(garment.skirt.section, p))
    y = np.interp(p[:, 1], [garment.hem_y, garment.waist_y], [hem_y, _DRESS_WAIST_Y])
    x = 500 + skirt_share * np.interp(y, [_DRESS_WAIST_Y, hem_y], [_DRESS_WAIST_HALF, hem_half])
    share, bodice_front = _folded(_around(garment.top.section, p))
    by = np.interp(p[:, 1], [garment.waist_y, 145.5], [_DRESS_WAIST_Y, 66])
    half = np.interp(by, [66, 140, 254, 420], [134, 130, 172, 138])
    return np.where(upper, 500 + share * half, x), np.where(upper, by, y), np.where(upper, bodice_front, front)
