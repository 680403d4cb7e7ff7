"""The test shopper: a standing figure, hands in pockets, seen from the chin down. Nothing here has a face."""

import numpy as np

from . import folds
from .canvas import Canvas, lookup
from .solids import Column, beyond, blend, capsule, ellipsoid, mirrored, within

HAIR, SKIN, TEE, TROUSERS = 1, 2, 3, 5
"""Part numbers are the class indices of the parser."""

UNITS_PER_CM = 8.0
_MAP_TOP_CM = 158.0
TEE_HEM_Y = 85.5

_TORSO = Column([
    (94, 14.4, 9.2, 0), (99, 14.0, 9.2, 0.3), (104, 13.6, 9, 0.5),
    (112, 14.4, 10, 0.8), (120, 15.8, 11.4, 1.2), (127, 16.4, 11.3, 0.6), (133, 16, 9.6, -0.6), (138, 13, 7.2, -1.6), (142, 8, 5.5, -2),
], power=2.2)  # fmt: skip
_LOOSE = Column([
    (TEE_HEM_Y, 19.8, 13.2, 0), (92, 18.8, 12.6, 0.2), (100, 17.4, 12.0, 0.8), (108, 16.6, 12.0, 1.2),
    (116, 17.0, 12.6, 1.2), (124, 17.8, 12.0, 0.8), (131, 17, 10.0, 0), (136, 13, 7, -1), (140, 6, 4, -1.5),
])  # fmt: skip

_SHOULDER = (-16.6, 134.5, -1.5)
_SLEEVE_END, _SLEEVE_BEYOND = (-23.6, 116.8, -4.0), (-25.6, 111.6, -4.9)


def _arm_spine():
    """Points and radii from the shoulder round the elbow into the pocket."""
    t = np.linspace(0, 1, 7)[:, None]
    curve = lambda a, b, c: (1 - t) ** 2 * np.array(a) + 2 * t * (1 - t) * np.array(b) + t**2 * np.array(c)
    upper = curve(_SHOULDER, (-28.8, 106.5, -7.5), (-24.2, 98.0, -1.5))
    lower = curve((-24.2, 98.0, -1.5), (-22.0, 89.5, 4.5), (-16.2, 77.0, 5.2))
    radii = np.interp(np.arange(13), [0, 3, 4.5, 6, 9, 10, 12], [4.5, 3.7, 3.5, 3.45, 2.45, 2.45, 3.0])
    return np.vstack([upper, lower[1:]]), radii


_SPINE, _SPINE_RADII = _arm_spine()


class Figure:
    def __init__(self, seed=5):
        canvas = Canvas(px_per_unit=1.0)
        self._tee_relief = _tee_relief(canvas, seed)
        self._trouser_relief = _trouser_relief(canvas, seed + 50)

    def parts(self, p, margin_cm=4.0):
        """Distance to every part, as {part number: distances}; beyond the margin only a lower bound."""
        return {
            HAIR: within(p, 142, 170, _hair, margin_cm),
            SKIN: within(p, 74, 175, _skin, margin_cm),
            TEE: within(p, TEE_HEM_Y - 1, 148, self._tee, margin_cm),
            TROUSERS: within(p, 0, 96, self._trousers, margin_cm),
        }

    def distance(self, p, margin_cm=4.0):
        return np.minimum.reduce(list(self.parts(p, margin_cm).values()))

    def _tee(self, p):
        q = mirrored(p)
        past_end = beyond(q, _SLEEVE_END, np.subtract(_SLEEVE_END, _SHOULDER))
        sleeve = np.maximum(capsule(q, _SHOULDER, _SLEEVE_BEYOND, 6.0, 7.0), past_end)
        cloth = blend(blend(_trunk(p, q) - 1.0, _LOOSE(p), 2.5), sleeve, 2.5)
        opening = neck_opening(p)
        rib = 0.25 * np.clip((2.3 - opening) / 0.3, 0, 1)
        # The neckband is sewn flat; folds begin below it.
        loose = np.clip(opening / 7, 0.1, 1)
        cloth = cloth - loose * self._sample(self._tee_relief, p) - rib
        hollow = np.maximum(capsule(q, _SHOULDER, _SLEEVE_BEYOND, 4.7, 5.3), -2.5 - past_end)
        cloth = np.maximum(cloth, -hollow)
        return np.maximum(np.maximum(cloth, -hem_height(p)), -opening)

    def _trousers(self, p):
        left, right = (_leg(p, side) for side in (-1, 1))
        hand = ellipsoid(mirrored(p), (-15.8, 78.6, 6.6), (3.9, 6.8, 3.7))
        legs = blend(blend(left, right, 2.0), ellipsoid(p, (0, 85, -1), (19.2, 15.5, 11.6)), 5)
        return np.maximum(blend(legs, hand, 3.0) - self._sample(self._trouser_relief, p), p[:, 1] - 96)

    @staticmethod
    def _sample(field, p):
        """Look up a relief drawn in front view."""
        return lookup(field, 500 + p[:, 0] * UNITS_PER_CM - 0.5, (_MAP_TOP_CM - p[:, 1]) * UNITS_PER_CM - 0.5)


def neck_opening(p):
    """Distance to the hole for the neck: a bowl in front, open upwards."""
    q = p.copy()
    q[:, 1] = np.minimum(q[:, 1], 146.2)
    return ellipsoid(q, (0, 146.2, 1.5), (9.0, 8.0, 10.5))


def hem_height(p):
    """How far above the waving lower edge of the tee a point lies."""
    return p[:, 1] - TEE_HEM_Y - 0.5 * np.sin(p[:, 0] * 0.33 + 1) - 0.15 * np.sin(p[:, 0] * 0.9)


def sleeve_end_height(p):
    """How far above the end of its sleeve a point lies."""
    return -beyond(mirrored(p), _SLEEVE_END, np.subtract(_SLEEVE_END, _SHOULDER))


def _trunk(p, q):
    """Torso, shoulders and neck: what the tee hangs from. `q` is `p` folded onto the left half."""
    trapezius = capsule(q, (-2.5, 144.4, -3.5), (-15.5, 136.8, -2.4), 3.2, 4.2)
    deltoid = ellipsoid(q, (-16.2, 134.2, -1.8), (5.0, 5.6, 5.0))
    neck = capsule(p, (0, 136, -2.5), (0, 156, 0.5), 5.7, 5.3)
    return blend(blend(blend(_TORSO(p), trapezius, 5), deltoid, 5), neck, 3.5)


def _skin(p):
    q = mirrored(p)
    tendon = capsule(q, (-1.2, 140.4, 5.2), (-5.4, 152.5, 0.2), 1.0, 1.3)
    collarbone = capsule(q, (-2.2, 139.8, 5.5), (-14.0, 140.2, 0.4), 0.9, 0.9)
    trunk = blend(blend(_trunk(p, q), tendon, 1.8), collarbone, 1.6)
    jaw = blend(ellipsoid(p, (0, 161.5, 1.5), (7.0, 10.2, 8.2)), ellipsoid(p, (0, 153.6, 6.2), (3.2, 2.7, 3.0)), 3.2)
    arm = np.minimum.reduce([capsule(q, *_SPINE[i : i + 2], *_SPINE_RADII[i : i + 2]) for i in range(2, len(_SPINE) - 1)])
    return np.minimum(blend(trunk, jaw, 2.2), arm)


def _hair(p):
    """A bob: swept back over the ears, turned in towards the neck."""
    q = mirrored(p)
    side = blend(ellipsoid(q, (-7.9, 158, -1.5), (3.6, 9.5, 5.6)), ellipsoid(q, (-7.7, 150.2, -1.2), (3.7, 5.2, 4.6)), 3)
    back = ellipsoid(p, (0, 156, -6.0), (9.8, 10.5, 5.5))
    drift = 0.9 * np.sin(p[:, 1] * 0.45 + p[:, 0]) + 0.4 * np.sin(p[:, 1] * 0.9)
    locks = 0.12 * np.sin(p[:, 0] * 2.3 + p[:, 2] * 1.9 + drift) + 0.05 * np.sin(p[:, 0] * 5.7 + p[:, 2] * 4.1 + 1.7 * drift)
    return blend(side, back, 2) + locks


def _leg(p, side):
    knee = (side * 10.4, 47, 1.5 if side < 0 else 3.5)
    thigh = capsule(p, (side * 9.0, 78, -1), knee, 10.0, 7.9)
    shin = capsule(p, knee, (side * 11.2, 10, -2), 7.9, 7.0)
    return blend(thigh, shin, 3)


def _at(x_cm, y_cm):
    return 500 + x_cm * UNITS_PER_CM, (_MAP_TOP_CM - y_cm) * UNITS_PER_CM


def _tee_relief(canvas, seed):
    """Folds in centimetres: pulled from the armpits and the bust, slack above the hem, creased at the sleeves."""
    lines = []
    for side in (0, 1):
        group = folds.fan(_at(-14.5, 123), [10, 30, 48, 64, 80], [110, 150, 190, 220, 230], 7.5, 0.72, seed + side, 40)
        group += folds.fan(_at(-9.5, 118), [82, 97, 112], [170, 200, 150], 9, 0.75, seed + 4 + side, 40)
        group += folds.fan(_at(-18, 101), [-30, 24, 44], [120, 150, 130], 9.5, 0.62, seed + 8 + side, 70)
        group += folds.fan(_at(-14, 87), [-62, -84, -40], [140, 170, 130], 8, 0.8, seed + 12 + side, 40)
        group += folds.fan(_at(-17.5, 127), [140, 118, 162], [90, 100, 60], 6, 0.55, seed + 16 + side, 30)
        group += folds.fan(_at(-15, 139), [118, 100], [130, 120], 9, 0.45, seed + 20 + side, 30)
        lines += [fold.mirrored() for fold in group] if side else group
    left, top = _at(-12, 112)
    right, bottom = _at(12, 88)
    lines += folds.scattered((left, top, right, bottom), 9, 84, 190, 11, 0.85, seed + 30, 14)
    lines += folds.scattered((left, bottom - 120, right, bottom - 40), 4, 8, 120, 8, 0.5, seed + 31, 12)
    relief = folds.fold_field(canvas, lines) + folds.rumple(canvas, seed + 40, 90, 0.5) + 0.3
    # Cloth may stand off the body as far as it likes, but not sink into it.
    return np.where(relief < 0, 0.6 * np.tanh(relief / 0.6), relief).astype(np.float32)


def _trouser_relief(canvas, seed):
    lines = []
    for side in (0, 1):
        group = folds.fan(_at(-1.0, 75), [196, 176, 156, 138, 215], [110, 120, 110, 120, 90], 7, 0.55, seed + side)
        group += folds.fan(_at(-17, 50), [-12, 8, 26], [90, 100, 90], 8, 0.5, seed + 4 + side)
        group += folds.fan(_at(-4, 47), [170, 190], [80, 70], 8, 0.45, seed + 8 + side)
        group += folds.fan(_at(-17, 73), [40, 62, 84], [90, 120, 150], 8, 0.45, seed + 12 + side)
        lines += [fold.mirrored() for fold in group] if side else group
    return 2.0 * folds.fold_field(canvas, lines) + folds.rumple(canvas, seed + 40, 90, 0.4)
