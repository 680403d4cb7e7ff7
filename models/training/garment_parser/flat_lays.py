"""Labels for photos of garments on floors, beds and hangers, which come with a class but without a mask.

    python -m garment_parser.flat_lays --data ../../../shared/data

The middle of such a photo is cloth and its rim is not; GrabCut (Rother et al. 2004) settles what lies between. It is run
from two different guesses, and a photo is kept only where both end up with nearly the same garment.
"""

import argparse
import csv
import json
from pathlib import Path

import cv2
import numpy as np

from .cache import read_photo, write_source
from .config import CLASSES, IGNORE
from .labels import HELD_OUT_EVERY

GARMENT_TAGS = {
    "T-Shirt": "top", "Longsleeve": "top", "Shirt": "top", "Polo": "top", "Hoodie": "top", "Top": "top", "Blouse": "top",
    "Outwear": "outerwear", "Blazer": "outerwear",
    "Pants": "bottom", "Shorts": "bottom", "Skirt": "bottom",
    "Dress": "dress",
}  # fmt: skip
SIZE_PX = 384
CUT_SIZE_PX = 192
RIM_FRACTION = 0.04
# Half axes of the ellipse that starts as cloth, in half picture widths: a careful and a bold guess.
MIDDLES = (0.4, 0.7)
ROUNDS = 4
MINIMUM_AGREEMENT_IOU = 0.92
AREA_FRACTIONS = (0.1, 0.8)
MAXIMUM_RIM_SHARE = 0.12
UNSURE_PX = 5


def cut_out(photo: np.ndarray) -> np.ndarray | None:
    """The garment's mask at the photo's size, or None where it is in doubt."""
    small = cv2.resize(photo, (CUT_SIZE_PX, CUT_SIZE_PX), interpolation=cv2.INTER_AREA)
    masks = [_grab(small, middle) for middle in MIDDLES]
    if any(mask is None for mask in masks):
        return None
    union = np.count_nonzero(masks[0] | masks[1])
    if np.count_nonzero(masks[0] & masks[1]) < MINIMUM_AGREEMENT_IOU * union:
        return None
    mask = cv2.resize(masks[0].astype(np.float32), photo.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    return mask > 0.5


def _grab(photo: np.ndarray, middle: float) -> np.ndarray | None:
    size = photo.shape[0]
    rim = round(RIM_FRACTION * size)
    axis = (np.arange(size) + 0.5) / size * 2 - 1
    guess = np.full((size, size), cv2.GC_PR_BGD, np.uint8)
    guess[np.hypot(axis[None, :], axis[:, None]) < middle] = cv2.GC_PR_FGD
    guess[:rim], guess[-rim:], guess[:, :rim], guess[:, -rim:] = (cv2.GC_BGD,) * 4
    models = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.setRNGSeed(1)
    cv2.grabCut(photo, guess, None, *models, ROUNDS, cv2.GC_INIT_WITH_MASK)
    found = np.isin(guess, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    found = cv2.morphologyEx(found, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    count, pieces, stats, _ = cv2.connectedComponentsWithStats(found)
    if count < 2:
        return None
    mask = _without_holes(pieces == 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA])))
    inner = mask[rim : size - rim, rim : size - rim]
    edge = np.concatenate([inner[0], inner[-1], inner[:, 0], inner[:, -1]])
    in_range = AREA_FRACTIONS[0] < mask.mean() < AREA_FRACTIONS[1]
    return mask if in_range and edge.mean() < MAXIMUM_RIM_SHARE else None


def _without_holes(mask: np.ndarray) -> np.ndarray:
    """Prints and plackets are cloth; only what is joined to the rim is background."""
    _, pieces, _, _ = cv2.connectedComponentsWithStats((~mask).astype(np.uint8), connectivity=4)
    rim = np.unique(np.concatenate([pieces[0], pieces[-1], pieces[:, 0], pieces[:, -1]]))
    return ~np.isin(pieces, rim[rim > 0])


def labels_of(mask: np.ndarray, garment: int) -> np.ndarray:
    """Class per pixel; the outline itself, which GrabCut rounds off, teaches nothing."""
    labels = np.where(mask, np.uint8(garment), np.uint8(0))
    kernel = np.ones((UNSURE_PX, UNSURE_PX), np.uint8)
    edge = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_GRADIENT, kernel)
    labels[edge > 0] = IGNORE
    return labels


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../../../shared/data"))
    parser.add_argument("--cache", type=Path, default=Path(".cache/garment-parser/data"))
    parser.add_argument("--limit", type=int, help="photos to try")
    args = parser.parse_args()
    cv2.setNumThreads(1)

    garments = args.data / "garments-cc0"
    with open(garments / "labels.csv") as table:
        rows = sorted((row["image"], row["label"]) for row in csv.DictReader(table))
    sources: dict[str, list] = {"flat-train": [], "flat-val": []}
    for index, (name, tag) in enumerate(rows[: args.limit]):
        photo = read_photo(garments / "photos" / f"{name}.jpg", (SIZE_PX, SIZE_PX))
        mask = cut_out(photo)
        if mask is None:
            continue
        target = "flat-val" if index % HELD_OUT_EVERY == 0 else "flat-train"
        sources[target].append((name, photo, labels_of(mask, CLASSES.index(GARMENT_TAGS[tag]))))
    for source, items in sources.items():
        write_source(args.cache, source, items)
    print(json.dumps({source: len(items) for source, items in sources.items()}))


if __name__ == "__main__":
    main()
