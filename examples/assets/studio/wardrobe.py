"""Clothes on a body, as distance fields in centimetres, each with the way back to its flat pattern."""

from dataclasses import dataclass, field

import numpy as np

from generator.canvas import noise
from generator.solids import Column, beyond, blend, ellipsoid

from . import pattern, relief
from .body import Body



_EDGE_CM = 0.7


def both(a, b):
    """Intersection with a rounded edge: a knife's edge would mesh as saw teeth."""
    return -blend(-a, -b, _EDGE_CM)


@dataclass(frozen=True)
class Neckline:
    """A bowl cut out of the front, open upwards."""

    half_width_cm: float = 9.2
    depth_cm: float = 9.8

    def inside(self, p):
        q = p.copy()
        q[:, 1] = np.minimum(q[:, 1], 146.2)
        return ellipsoid(q, (0, 146.2, 1.5), (self.half_width_cm, self.depth_cm, 17))


@dataclass
class Top:
    """Tees, shirts, jackets, and the upper half of a dress."""

    body: Body
    shape: str
    hem_y: float = 80.0
    ease_cm: float = 1.0
    flare_cm: float = 2.6
    sleeve_cm: float = 0.0
    sleeve_ease_cm: float = 1.7
    folds: float = 1.0
    seed: int = 5
    neckline: Neckline = field(default_factory=Neckline)
    over: object = None
    """The garment below that this one hangs over, if any."""

    def __post_init__(self):
        table = self.body.torso_table[self.body.torso_table[:, 0] < 140].copy()
        rows = np.vstack([table[0], table])
        rows[0, 0] = min(self.hem_y - 2, rows[1, 0] - 1)
        slack = np.interp(rows[:, 0], [self.hem_y, 106, 122, 134], [self.flare_cm, self.flare_cm * 0.9, 1.2, 0.2]) + self.ease_cm
        rows[:, 1] += slack
        rows[:, 2] += slack * 0.75
        self._column = Column(rows, power=2.1)
        self.section = Column(rows, power=2.1)
        self._relief = relief.of_a_top(self.seed, self.hem_y, self.folds)
        limb = self.body.arms[0]
        self.sleeve_length = min(self.sleeve_cm, limb.length - 0.5)

    def shell(self, p):
        """What another garment hangs over: this one as it is."""
        return self.distance(p) + 0.6

    def distance(self, p):
        q = self._trunk(p)
        if self.over:
            q = blend(q, self.over.shell(p) - 1.5, 2.0)
        for index, arm in enumerate(self.body.arms):
            if self.sleeve_length:
                q = blend(q, self._sleeve(p, arm, index), 2.5)
        opening = self.neckline.inside(p)
        rib = 0.25 * np.clip((2.3 - opening) / 0.3, 0, 1)
        # The neckband is sewn flat; folds begin below it.
        loose = np.clip(opening / 7, 0.1, 1)
        q = q - loose * relief.sample(self._relief, p) - rib
        for arm in self.body.arms:
            if self.sleeve_length:
                q = both(q, -self._hollow(p, arm))
            else:
                q = both(q, -arm.distance(p, 2.0))
        wave = 0.5 * np.sin(p[:, 0] * 0.33 + self.seed) + 0.15 * np.sin(p[:, 0] * 0.9)
        return both(both(q, self.hem_y + wave - p[:, 1]), -opening)

    def _trunk(self, p):
        return blend(self.body.trunk(p) - self.ease_cm, self._column(p), 2.5)

    def _ends(self, arm):
        """A point on the arm where the sleeve ends, and the direction of the arm there."""
        left = self.sleeve_length
        for a, b in zip(arm.points[:-1], arm.points[1:]):
            length = float(np.linalg.norm(b - a))
            if left <= length or np.array_equal(b, arm.points[-1]):
                return a + (b - a) * min(left / length, 1), b - a
            left -= length
        raise AssertionError("a limb has points")

    def _grow(self, along):
        wide = self.sleeve_ease_cm
        return wide + np.interp(along, [0, 12, 30, 55], [0.2, 0.0, -0.1, -0.5]).astype(np.float32)

    def _sleeve(self, p, arm, index):
        end, direction = self._ends(arm)
        near = np.flatnonzero(np.abs(p[:, 0]) > 8)
        result = np.full(len(p), 30.0, np.float32)
        if not len(near):
            return result
        r = p[near]
        along, offset = arm.place(r)
        angle = np.arctan2(offset[:, 2], offset[:, 0])
        ripple = relief.of_a_sleeve(along, angle, self.sleeve_length, self.seed + 7 * index, self.folds)
        cloth = arm.distance(r) - self._grow(along) - ripple * np.clip(along / 8, 0, 1)
        result[near] = both(cloth, beyond(r, end, direction))
        return result

    def _hollow(self, p, arm):
        end, direction = self._ends(arm)
        return np.maximum(arm.distance(p, self.sleeve_ease_cm - 1.1), -2.5 - beyond(p, end, direction))

    def flat(self, p):
        return pattern.of_a_top(self, p)


@dataclass
class OpenJacket(Top):
    """A jacket worn open over a top."""

    gap_cm: float = 4.5

    def distance(self, p):
        gap = self.gap_cm * np.clip((150 - p[:, 1]) / 40, 0.35, 1.0)
        front = np.maximum(np.abs(p[:, 0]) - gap, -p[:, 2])
        return both(super().distance(p), -front)


@dataclass
class Trousers:
    body: Body
    shape: str = "trousers-straight"
    ease_cm: float = 1.6
    wide_cm: float = 0.0
    folds: float = 1.0
    seed: int = 55
    top_y: float = 98.0

    def __post_init__(self):
        self._relief = relief.of_trousers(self.seed, self.folds)
        self._pelvis = Column(self.body.torso_table[:5] + np.float32([0, 1.1, 0.9, 0]), power=2.3)

    def shell(self, p):
        """The trousers without folds and pockets."""
        grow = self.ease_cm + self.wide_cm * np.clip((84 - p[:, 1]) / 60, 0, 1)
        return blend(self.body.legs(p) - grow, self._pelvis(p), 4)

    def distance(self, p):
        q = self.shell(p)
        pocketed = [arm for arm, pose in zip(self.body.arms, self.body.poses) if pose == "pocket"]
        for arm in pocketed:
            q = blend(q, ellipsoid(p, arm.hand, (4.4, 7.4, 4.2)), 3)
        return np.maximum(q - relief.sample(self._relief, p), p[:, 1] - self.top_y)

    def flat(self, p):
        return pattern.of_trousers(self, p)


@dataclass
class Skirt:
    body: Body
    shape: str = "skirt-pleated"
    top_y: float = 104.0
    hem_y: float = 46.0
    flare_cm: float = 12.0
    pleats: int = 17
    pleat_cm: float = 1.1
    seed: int = 61

    def __post_init__(self):
        waist = np.interp(self.top_y, *self.body.torso_table[:, :2].T)
        hip = np.interp(88, *self.body.torso_table[:, :2].T)
        rows = [
            (self.hem_y - 3, hip + 1.4 + self.flare_cm, 11 + self.flare_cm * 0.8, 0),
            ((self.hem_y + 88) / 2, hip + 1.5 + self.flare_cm * 0.55, 12 + self.flare_cm * 0.4, 0),
            (88, hip + 1.8, 12.8, -0.2), (self.top_y - 4, waist + 1.2, 10.6, 0.2), (self.top_y + 2, waist + 0.8, 10.2, 0.3),
        ]  # fmt: skip
        self.section = self._column = Column(rows, power=2.0)

    def shell(self, p):
        """The skirt without pleats."""
        return self._column(p)

    def distance(self, p):
        angle = np.arctan2(p[:, 0], p[:, 2])
        drop = np.clip((self.top_y - 3 - p[:, 1]) / 30, 0, 1)
        uneven = 0.5 * noise(angle * 40 + 200, p[:, 1], self.seed, 24, 90)
        wave = np.sin(angle * self.pleats + uneven * 1.6) * (0.75 + 0.25 * uneven)
        q = 0.85 * (self._column(p) - self.pleat_cm * drop * wave)
        hem = self.hem_y + 0.6 * np.sin(angle * 3 + self.seed)
        return both(both(q, hem - p[:, 1]), p[:, 1] - self.top_y)

    def flat(self, p):
        return pattern.of_a_skirt(self, p)


@dataclass
class Dress:
    """A sleeveless or short-sleeved bodice over a skirt, one cloth."""

    body: Body
    shape: str = "dress-sun"
    hem_y: float = 44.0
    flare_cm: float = 12.0
    sleeve_cm: float = 0.0
    seed: int = 71
    waist_y: float = 106.0

    def __post_init__(self):
        self.top = Top(self.body, "tee-short", self.waist_y - 8, 0.7, 0.2, self.sleeve_cm, 1.4, 0.55, self.seed, Neckline(10.4, 17.0))
        self.skirt = Skirt(self.body, "skirt-a", self.waist_y + 2, self.hem_y, self.flare_cm, 11, 1.5, self.seed)

    def distance(self, p):
        return blend(self.top.distance(p), self.skirt.distance(p), 4.0)

    def flat(self, p):
        return pattern.of_a_dress(self, p)


def hair(style):
    """A bob, long hair in front of the shoulders, or long hair behind them; below the mouth only."""

    def bob(p):
        q = p.copy()
        q[:, 0] = -np.abs(q[:, 0])
        side = blend(ellipsoid(q, (-7.9, 158, -1.5), (3.6, 9.5, 5.6)), ellipsoid(q, (-7.7, 150.2, -1.2), (3.7, 5.2, 4.6)), 3)
        return blend(side, ellipsoid(p, (0, 156, -6.0), (9.8, 10.5, 5.5)), 2)

    def long(p):
        from generator.solids import capsule

        q = p.copy()
        q[:, 0] = -np.abs(q[:, 0])
        fall = blend(capsule(q, (-8.2, 164, -1), (-9.2, 148, 0.5), 4.2, 3.8), capsule(q, (-9.2, 148, 0.5), (-10.4, 126, 8.2), 3.8, 2.0), 3)
        return blend(fall, ellipsoid(p, (0, 154, -7.0), (10.2, 14, 5.5)), 2)

    def behind(p):
        return blend(ellipsoid(p, (0, 152, -8.0), (9.6, 16, 4.5)), ellipsoid(p, (0, 134, -12.0), (9.0, 16, 3.5)), 3)

    field_of = {"bob": bob, "long": long, "behind": behind}[style]

    def locks(p):
        drift = 0.9 * np.sin(p[:, 1] * 0.45 + p[:, 0]) + 0.4 * np.sin(p[:, 1] * 0.9)
        return field_of(p) + 0.13 * np.sin(p[:, 0] * 2.3 + p[:, 2] * 1.9 + drift) + 0.06 * np.sin(p[:, 0] * 5.7 + p[:, 2] * 4.1 + 1.7 * drift)

    return locks
