"""Labels for studio photos of which only the recoloured garment's mask is given."""

import cv2
import numpy as np

from .config import CLASSES, IGNORE
from .labels import FOREGROUND

# Studio backgrounds are white to a few levels; JPEG rings a little near edges.
STUDIO_BACKGROUND_TOLERANCE = 6
NEAR_WHITE, PURE_WHITE = 236, 252
# Smaller white areas are highlights and logos.
ENCLOSED_AREA_FRACTION = 0.001
UPPER_GARMENTS = (CLASSES.index("top"), CLASSES.index("outerwear"))
LOWEST_ROWS, HEM_MARGIN_ROWS = 12, 4
# A recoloured waistband is no reason to call the shorts under it shoes.
FEET_FROM_FRACTION = 0.88


def studio_labels(photo: np.ndarray, mask: np.ndarray, garment: int) -> np.ndarray:
    """Background by keying, the recoloured garment by its mask, skin by colour, the rest unknown."""
    background = keyed_background(photo) | _enclosed_white(photo)
    labels = np.full(mask.shape, FOREGROUND, np.uint8)
    labels[_skin_coloured(photo)] = CLASSES.index("skin")
    # White that the key did not reach: a gap between limbs, or a white shoe.
    labels[photo.min(-1) >= NEAR_WHITE] = IGNORE
    labels[background] = 0
    # The key's edge is where shadows and soft hair live: nothing is certain there.
    edge = cv2.morphologyEx(background.astype(np.uint8), cv2.MORPH_GRADIENT, np.ones((5, 5), np.uint8))
    labels[edge > 0] = IGNORE
    # In some groups two garments change colour; only the largest piece is surely this one.
    count, pieces, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8))
    if count > 1:
        largest = 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
        labels[(mask != 0) & (pieces != largest)] = FOREGROUND
        labels[pieces == largest] = garment
        _label_below(labels, pieces == largest, garment)
    return labels


def covers_trousers(labels: np.ndarray, garment: int) -> bool:
    """A top's mask that runs out of the picture includes trousers that changed colour with it."""
    return garment in UPPER_GARMENTS and bool(np.mean(labels[-LOWEST_ROWS:] == garment) > 0.1)


def _label_below(labels: np.ndarray, garment_mask: np.ndarray, garment: int) -> None:
    """In place: under a top's hem come trousers or a skirt, under those, at the very bottom, shoes."""
    rows = np.sort(np.nonzero(garment_mask)[0])
    hem = int(rows[int(0.995 * (len(rows) - 1))])
    if garment in UPPER_GARMENTS:
        below, first_row = CLASSES.index("bottom"), hem + HEM_MARGIN_ROWS
    else:
        person_rows = np.flatnonzero((labels != 0).any(1))
        feet = round(person_rows[0] + FEET_FROM_FRACTION * (person_rows[-1] - person_rows[0]))
        below, first_row = CLASSES.index("footwear"), max(hem, feet)
    part = labels[first_row:]
    part[part == FOREGROUND] = below


def _enclosed_white(photo: np.ndarray) -> np.ndarray:
    """Large, purely white areas: the studio wall seen between arms and legs."""
    white = (photo.min(-1) >= PURE_WHITE).astype(np.uint8)
    _, pieces, stats, _ = cv2.connectedComponentsWithStats(white, connectivity=4)
    large = stats[:, cv2.CC_STAT_AREA] >= ENCLOSED_AREA_FRACTION * white.size
    large[0] = False
    return large[pieces]


def _skin_coloured(photo: np.ndarray) -> np.ndarray:
    """The models' skin under studio light; their hair is darker, their clothes are redder or greyer."""
    luma, red, blue = cv2.split(cv2.cvtColor(photo, cv2.COLOR_RGB2YCrCb))
    skin = (luma > 75) & (red > 141) & (red < 170) & (blue > 90) & (blue < 122)
    return cv2.morphologyEx(skin.astype(np.uint8), cv2.MORPH_OPEN, np.ones((5, 5), np.uint8)) > 0


def keyed_background(photo: np.ndarray) -> np.ndarray:
    """Pixels joined to the top or a side by near-constant white; people leave by the bottom."""
    height, width = photo.shape[:2]
    filled = np.zeros((height + 2, width + 2), np.uint8)
    tolerance = (STUDIO_BACKGROUND_TOLERANCE,) * 3
    flags = 4 | cv2.FLOODFILL_MASK_ONLY | cv2.FLOODFILL_FIXED_RANGE | (1 << 8)
    work = np.ascontiguousarray(photo)
    seeds = [(x, 0) for x in range(0, width, 16)]
    seeds += [(x, y) for y in range(0, height, 16) for x in (0, width - 1)]
    for x, y in seeds:
        near_white = work[y, x].min() >= 255 - 2 * STUDIO_BACKGROUND_TOLERANCE
        if near_white and not filled[y + 1, x + 1]:
            cv2.floodFill(work, filled, (x, y), 0, tolerance, tolerance, flags)
    return filled[1:-1, 1:-1].astype(bool)
