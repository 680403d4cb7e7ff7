"""Canonical crops of the training photos: cut once, kept as 8-bit arrays in a cache file.

Photos are split, never crops: identifiers divisible by ten are held out of the street photos, every tenth group of the
recolour pairs.
"""

import csv
import json
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

CANONICAL_SIZE_PX = 256
CROP_MARGIN = 1.15
MIN_GARMENT_SIDE_PX = 80
MIN_GARMENT_FILL = 0.25
"""Smallest share of its bounding box that a garment covers; less is a fragment behind a coat or a bag."""
HOLD_OUT_EVERY = 10
WHITE_BACKGROUND = 243

GARMENT_LABELS = frozenset(
    "blazer blouse bodysuit cape cardigan coat dress hoodie jacket jeans jumper leggings pants romper shirt shorts "
    "skirt suit sweater sweatshirt t-shirt top vest".split()
)


@dataclass
class RawCrop:
    """One garment in its canonical frame, uint8: picture, soft garment mask, soft person mask."""

    rgb: np.ndarray
    mask: np.ndarray
    person: np.ndarray
    photo: str
    group: str


def canonical_box(mask: np.ndarray) -> tuple[int, int, int] | None:
    """Left, top and side in pixels of the square around the mask; None where the garment is too small."""
    ys, xs = np.nonzero(mask > 127)
    if len(xs) == 0:
        return None
    left, right, top, bottom = xs.min(), xs.max() + 1, ys.min(), ys.max() + 1
    longest = max(right - left, bottom - top)
    if longest < MIN_GARMENT_SIDE_PX or len(xs) < MIN_GARMENT_FILL * (right - left) * (bottom - top):
        return None
    side = round(CROP_MARGIN * longest)
    return round((left + right - side) / 2), round((top + bottom - side) / 2), side


def cut(image: np.ndarray, box: tuple[int, int, int], border: int) -> np.ndarray:
    """The box of an image, resampled to the canonical size; `border` is a cv2 border mode."""
    left, top, side = box
    height, width = image.shape[:2]
    x0, y0, x1, y1 = max(left, 0), max(top, 0), min(left + side, width), min(top + side, height)
    part = image[y0:y1, x0:x1]
    padded = cv2.copyMakeBorder(part, y0 - top, top + side - y1, x0 - left, left + side - x1, border, value=0)
    method = cv2.INTER_AREA if side > CANONICAL_SIZE_PX else cv2.INTER_LINEAR
    return cv2.resize(padded, (CANONICAL_SIZE_PX, CANONICAL_SIZE_PX), interpolation=method)


def _crop(rgb: np.ndarray, mask: np.ndarray, person: np.ndarray, photo: str, group: str) -> RawCrop | None:
    box = canonical_box(mask)
    if box is None:
        return None
    # Hand-drawn labels end in steps a few pixels long.
    soft = cv2.GaussianBlur(mask, (0, 0), 1.0)
    return RawCrop(
        cut(rgb, box, cv2.BORDER_REPLICATE),
        cut(soft, box, cv2.BORDER_CONSTANT),
        cut(person, box, cv2.BORDER_CONSTANT),
        photo,
        group,
    )


def read_rgb(path: Path) -> np.ndarray:
    return cv2.cvtColor(cv2.imread(str(path), cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)


def street_crops(folder: Path, held_out: bool) -> list[RawCrop]:
    """One crop per labelled garment of the street photos."""
    names = json.loads((folder / "labels.json").read_text())
    crops = []
    for label_path in sorted((folder / "labels").glob("*.png")):
        if (int(label_path.stem) % HOLD_OUT_EVERY == 0) != held_out:
            continue
        labels = cv2.imread(str(label_path), cv2.IMREAD_GRAYSCALE)
        rgb = read_rgb(folder / "photos" / f"{label_path.stem}.jpg")
        person = np.where(labels > 0, 255, 0).astype(np.uint8)
        for value in np.unique(labels):
            if names[value] not in GARMENT_LABELS:
                continue
            mask = np.where(labels == value, 255, 0).astype(np.uint8)
            crop = _crop(rgb, mask, person, label_path.stem, names[value])
            if crop:
                crops.append(crop)
    return crops


def recolour_crops(folder: Path, held_out: bool) -> list[RawCrop]:
    """One crop per photo of the recolour pairs; crops of one group are pixel-aligned."""
    with (folder / "pairs.csv").open() as file:
        rows = list(csv.DictReader(file))
    masks = {row["group"]: row["mask"] for row in rows}
    photos = {g: sorted({r[k] for r in rows if r["group"] == g for k in ("photo_a", "photo_b")}) for g in masks}
    crops = []
    for position, group in enumerate(sorted(masks)):
        if (position % HOLD_OUT_EVERY == 0) != held_out:
            continue
        mask = cv2.imread(str(folder / "masks" / masks[group]), cv2.IMREAD_GRAYSCALE)
        for photo in photos[group]:
            rgb = read_rgb(folder / "photos" / photo)
            person = np.where((rgb.min(axis=2) < WHITE_BACKGROUND) | (mask > 127), 255, 0).astype(np.uint8)
            crop = _crop(rgb, mask, person, photo, group)
            if crop:
                crops.append(crop)
    return crops


def load_crops(people: Path | None, pairs: Path | None, held_out: bool, cache: Path | None) -> dict[str, list[RawCrop]]:
    """Crops of both sources, from the cache file if it exists."""
    if cache and cache.exists():
        return _read_cache(cache)
    crops = {
        "street": street_crops(people, held_out) if people else [],
        "recolour": recolour_crops(pairs, held_out) if pairs else [],
    }
    if cache:
        _write_cache(cache, crops)
    return crops


def _write_cache(path: Path, crops: dict[str, list[RawCrop]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    arrays = {}
    for source, items in crops.items():
        for field in ("rgb", "mask", "person"):
            arrays[f"{source}.{field}"] = np.stack([getattr(item, field) for item in items]) if items else np.zeros(0)
        arrays[f"{source}.photo"] = np.array([item.photo for item in items], dtype=np.str_)
        arrays[f"{source}.group"] = np.array([item.group for item in items], dtype=np.str_)
    np.savez(path, **arrays)


def _read_cache(path: Path) -> dict[str, list[RawCrop]]:
    fields = ("rgb", "mask", "person", "photo", "group")
    with np.load(path) as stored:
        columns = {name: stored[name] for name in stored.files}
    return {
        source: [
            RawCrop(*row[:3], str(row[3]), str(row[4])) for row in zip(*(columns[f"{source}.{f}"] for f in fields))
        ]
        for source in ("street", "recolour")
    }
