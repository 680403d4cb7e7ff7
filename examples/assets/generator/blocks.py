"""The upper-body blocks that several garments share: outlines, armholes, sleeves and how they crease."""

import numpy as np

from .curves import path
from .folds import Fold, fan, scattered

ARMHOLE = path("M 288 156 C 298 214 300 282 262 352")
SHORT_SLEEVE = path(
    "M 312 148 C 288 154 248 178 222 216 C 190 262 152 316 124 362 C 160 394 200 420 238 434"
    " C 246 404 256 376 262 352 C 320 300 322 200 312 148"
)
SHORT_HEM = path("M 124 362 C 160 394 200 420 238 434")

LONG_SLEEVE = path(
    "M 312 148 C 288 154 246 178 228 222 C 206 300 172 440 150 560 C 140 622 130 690 124 742"
    " C 148 752 172 756 196 756 C 212 680 240 520 262 400 L 264 350 C 320 300 322 200 312 148"
)
CUFF_LINE = path("M 124 742 C 148 752 172 756 196 756")


def body_folds(seed):
    """Tension from the armpits towards the chest, and the slack that gathers above the hem."""
    folds = []
    for side in (0, 1):
        armpit = fan((278, 348), [28, 52, 74, 90], [190, 240, 300, 250], 10, 6.0, seed + side)
        shoulder = fan((330, 168), [74, 96], [150, 190], 13, 3.4, seed + 10 + side)
        waist = fan((262, 640), [-32, -10, 14], [170, 150, 160], 11, 4.6, seed + 20 + side)
        hem = fan((290, 880), [-70, -48], [220, 190], 13, 4.2, seed + 30 + side)
        group = armpit + shoulder + waist + hem
        folds += [f.mirrored() for f in group] if side else group
    folds += scattered((360, 560, 640, 860), 7, 82, 230, 13, 3.8, seed + 40)
    return folds


def short_sleeve_folds(seed):
    folds = []
    for side in (0, 1):
        group = fan((262, 340), [205, 232, 250], [110, 150, 150], 9, 5.0, seed + side)
        group += fan((268, 176), [112, 128], [150, 170], 11, 3.2, seed + 5 + side)
        folds += [f.mirrored() for f in group] if side else group
    return folds


def long_sleeve_folds(seed):
    folds = []
    for side in (0, 1):
        group = fan((262, 345), [120, 150, 178, 200], [150, 140, 90, 80], 9, 5.0, seed + side)
        group += fan((268, 180), [104, 114], [190, 220], 11, 3.2, seed + 5 + side)
        for y in (455, 482, 520, 562, 640, 668, 700):
            x = 236 - (y - 455) * 0.22
            group.append(Fold((x + 18, y), (x - 20, y + 16), (x - 74, y + 6 + (y % 7) * 4), 7, 5.0, 0.3, 0.25))
        folds += [f.mirrored() for f in group] if side else group
    return folds


def round_body(canvas, height=26.0, half_width=262):
    """The chest is a barrel: it turns away from the camera at both sides."""
    across = np.clip(np.abs(canvas.x - 500) / half_width, 0, 1)
    return (height * np.sqrt(np.clip(1 - 0.75 * across**4, 0, 1))).astype(np.float32)
