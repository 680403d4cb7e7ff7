"""A body below the mouth, as distance fields in centimetres; y is up, z comes towards the camera. Arms take one of a few poses."""

from dataclasses import dataclass

import numpy as np

from generator.solids import Column, blend, capsule, ellipsoid, mirrored

NECK_TOP_Y = 146.0
SHOULDER = np.float32([-16.6, 134.5, -1.5])

_TORSO = np.float32([
    (78, 16.6, 11.0, -1), (86, 17.0, 11.4, -1), (94, 15.4, 10.2, -0.4), (99, 14.2, 9.2, 0.3), (104, 13.6, 9, 0.5), (112, 14.4, 10, 0.8),
    (120, 15.8, 11.4, 1.2), (127, 16.4, 11.3, 0.6), (133, 16, 9.6, -0.6), (138, 13, 7.2, -1.6), (142, 8, 5.5, -2),
])  # fmt: skip

# Elbow, wrist and the middle of the hand of a left arm, seen from the front on the left.
_ARMS = {
    "down": ((-23.0, 107.0, -3.5), (-24.0, 83.0, 1.5), (-24.0, 75.5, 3.0)),
    "hip": ((-36.0, 109.5, -7.5), (-20.5, 96.0, 3.0), (-16.0, 91.0, 7.5)),
    "behind": ((-24.5, 107.5, -10.0), (-12.0, 91.0, -15.0), (-7.0, 88.0, -15.5)),
    "pocket": ((-27.0, 105.0, -6.0), (-21.0, 86.0, 4.5), (-16.5, 78.0, 5.5)),
    "forward": ((-22.5, 107.5, -9.0), (-24.5, 86.0, 6.0), (-24.3, 79.0, 9.0)),
}


@dataclass(frozen=True)
class Build:
    """Factors on an average body's measures."""

    shoulders: float = 1.0
    chest: float = 1.0
    waist: float = 1.0
    hips: float = 1.0
    limbs: float = 1.0
    bust_cm: float = 0.0


@dataclass(frozen=True)
class Limb:
    """A chain of capsules: points (n, 3), radii (n), and the middle of the hand at its end."""

    points: np.ndarray
    radii: np.ndarray
    hand: np.ndarray

    def distance(self, p, grow=0.0, until=None):
        pairs = range((until or len(self.points)) - 1)
        result = None
        for i in pairs:
            part = capsule(p, self.points[i], self.points[i + 1], self.radii[i] + grow, self.radii[i + 1] + grow)
            result = part if result is None else blend(result, part, 1.5)
        return result

    def place(self, p):
        """Nearest point of the chain: (length along it in cm, offset from it)."""
        best = np.full(len(p), np.inf, np.float32)
        along, offset = np.zeros(len(p), np.float32), np.zeros_like(p)
        start = 0.0
        for a, b in zip(self.points[:-1], self.points[1:]):
            axis = b - a
            length = float(np.linalg.norm(axis))
            t = np.clip((p - a) @ axis / length**2, 0, 1)
            away = p - a - t[:, None] * axis
            distance = np.linalg.norm(away, axis=1)
            nearer = distance < best
            best[nearer], along[nearer], offset[nearer] = distance[nearer], (start + t * length)[nearer], away[nearer]
            start += length
        return along, offset

    @property
    def length(self):
        return float(np.linalg.norm(np.diff(self.points, axis=0), axis=1).sum())


class Body:
    def __init__(self, build, arms=("down", "down"), stride_cm=0.0):
        self.build, self.stride = build, stride_cm
        table = _TORSO.copy()
        y = table[:, 0]
        width = np.interp(y, [88, 104, 122, 134], [build.hips, build.waist, build.chest, build.shoulders])
        table[:, 1] *= width
        table[:, 2] *= np.sqrt(width)
        bust = build.bust_cm * np.exp(-(((y - 121) / 6) ** 2))
        table[:, 2] += bust / 2
        table[:, 3] += bust / 2
        self.torso_table = table
        self._torso = Column(table, power=2.2)
        self.shoulder = SHOULDER * np.float32([build.shoulders, 1, 1])
        self.poses = arms
        self.arms = [self._arm(pose, side) for pose, side in zip(arms, (-1, 1))]

    def _arm(self, pose, side):
        elbow, wrist, hand = (np.float32(point) for point in _ARMS[pose])
        shift = self.shoulder - SHOULDER
        points = np.stack([self.shoulder, (self.shoulder + elbow + shift) / 2, elbow + shift, (elbow + wrist) / 2 + shift * 0.8, wrist + shift * 0.7])
        points[1, 0] -= 0.4
        flip = np.float32([-side, 1, 1])
        radii = np.float32([4.7, 4.1, 3.6, 3.5, 2.55]) * self.build.limbs
        return Limb(points * flip, radii, (hand + shift * 0.6) * flip)

    def trunk(self, p):
        """Torso, shoulders and neck: what clothes hang from."""
        q = mirrored(p)
        s = self.build.shoulders
        trapezius = capsule(q, (-2.5, 144.4, -3.5), (-15.5 * s, 136.8, -2.4), 3.2, 4.2)
        deltoid = ellipsoid(q, (-16.2 * s, 134.2, -1.8), (5.0, 5.6, 5.0))
        thick = 0.45 + 0.55 * self.build.limbs
        neck = capsule(p, (0, 136, -2.5), (0, 156, 0.5), 5.8 * thick, 5.4 * thick)
        return blend(blend(blend(self._torso(p), trapezius, 5), deltoid, 5), neck, 3.5)

    def legs(self, p, grow=0.0):
        n = self.build.limbs * 0.5 + self.build.hips * 0.5
        result = None
        for side, forward in ((-1, self.stride), (1, -self.stride)):
            hip, knee = (side * 8.6 * self.build.hips, 82, -1), (side * 9.6, 47, 1.5 + forward * 0.6)
            ankle = (side * 9.8, 9, -2 + forward)
            thigh = capsule(p, hip, knee, 9.3 * n + grow, 5.9 * n + grow)
            shin = capsule(p, knee, ankle, 5.5 * n + grow, 3.6 * n + grow)
            calf = ellipsoid(p, (side * 9.9, 35, -1.8 + forward * 0.7), (5.4 * n + grow, 13, 6.0 * n + grow))
            leg = blend(blend(thigh, shin, 3), calf, 3)
            result = leg if result is None else np.minimum(result, leg)
        return result

    def skin(self, p):
        q = mirrored(p)
        tendon = capsule(q, (-1.2, 140.4, 5.2), (-5.4, 152.5, 0.2), 1.0, 1.3)
        collarbone = capsule(q, (-2.2, 139.8, 5.3), (-14.0, 140.0, 0.4), 0.9, 0.9)
        trunk = blend(blend(self.trunk(p), tendon, 1.8), collarbone, 1.6)
        jaw = blend(ellipsoid(p, (0, 161.5, 1.5), (7.0, 10.2, 8.2)), ellipsoid(p, (0, 153.6, 6.2), (3.2, 2.7, 3.0)), 3.2)
        result = blend(trunk, jaw, 2.2)
        for arm, pose in zip(self.arms, self.poses):
            result = blend(result, arm.distance(p), 1.2)
            hidden = pose == "pocket"
            hand = capsule(p, arm.points[-1], arm.hand, 2.5, 2.4) if hidden else _hand(p, arm.points[-1], arm.hand, self.build.limbs)
            result = blend(result, hand, 1.0)
        return blend(result, self.legs(p), 3.0)


def _hand(p, wrist, centre, limbs):
    """A relaxed hand: a palm, four fingers that curl a little, a thumb towards the front."""
    k = 0.5 + 0.5 * limbs
    along = centre - wrist
    along = along / np.linalg.norm(along)
    front = np.float32([0, 0, 1]) - along * along[2]
    front /= np.linalg.norm(front)
    inward = np.cross(along, front)
    inward *= -np.sign(inward[0] * wrist[0] + 1e-6)
    palm = capsule(p, wrist, centre, 2.5 * k, 2.3 * k)
    result = palm
    for i, reach in enumerate((6.0, 6.8, 6.4, 5.2)):
        root = centre + front * (1.9 - 1.3 * i) * k
        middle = root + along * reach * 0.55 * k + inward * 0.6
        tip = root + along * reach * k + inward * 2.0
        result = blend(result, np.minimum(capsule(p, root, middle, 0.95 * k, 0.85 * k), capsule(p, middle, tip, 0.85 * k, 0.7 * k)), 0.5)
    thumb_root = wrist + along * 2.0 + front * 1.8
    thumb = capsule(p, thumb_root, thumb_root + along * 4.6 * k + front * 1.6 + inward * 0.8, 1.15 * k, 0.85 * k)
    return blend(result, thumb, 0.8)
