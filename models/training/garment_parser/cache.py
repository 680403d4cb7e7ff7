"""Photos and label maps, decoded and resized once, as plain arrays on disk.

Training then reads pages of a memory map and never waits for a JPEG.
"""

import csv
import json
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

from .config import IGNORE
from .labels import FOREGROUND, ccp_is_held_out, ccp_lookup, studio_class, studio_held_out

# Studio backgrounds are white to a few levels; JPEG rings a little near edges.
STUDIO_BACKGROUND_TOLERANCE = 6


@dataclass(frozen=True)
class Pyramid:
    """(photo, labels) at the cached size and, averaged, at half of it."""

    full: tuple[np.ndarray, np.ndarray]
    half: tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Source:
    """names[i] belongs to photos[i] (RGB) and labels[i]."""

    names: list[str]
    photos: np.ndarray
    labels: np.ndarray
    _pyramids: dict[int, Pyramid] = field(default_factory=dict)

    def pyramid(self, index: int) -> Pyramid:
        if index not in self._pyramids:
            photo, labels = self.photos[index], self.labels[index]
            size = (photo.shape[1] // 2, photo.shape[0] // 2)
            half = cv2.resize(photo, size, interpolation=cv2.INTER_AREA)
            half_labels = np.ascontiguousarray(labels[::2, ::2][: size[1], : size[0]])
            self._pyramids[index] = Pyramid((photo, labels), (half, half_labels))
        return self._pyramids[index]

    def __len__(self) -> int:
        return len(self.names)


def write_source(folder: Path, name: str, items: list[tuple[str, np.ndarray, np.ndarray]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    np.save(folder / f"{name}-photos.npy", np.stack([photo for _, photo, _ in items]))
    np.save(folder / f"{name}-labels.npy", np.stack([labels for _, _, labels in items]))
    (folder / f"{name}-names.json").write_text(json.dumps([key for key, _, _ in items]))


def read_source(folder: Path, name: str) -> Source:
    names = json.loads((folder / f"{name}-names.json").read_text())
    photos = np.load(folder / f"{name}-photos.npy", mmap_mode="r")
    labels = np.load(folder / f"{name}-labels.npy", mmap_mode="r")
    return Source(names, photos, labels)


def has_source(folder: Path, name: str) -> bool:
    return (folder / f"{name}-names.json").exists()


def build_cache(data: Path, folder: Path, height_px: int) -> None:
    people, studio = data / "people-ccp", data / "recolour-magento"
    size = (round(height_px * 2 / 3), height_px)
    lookup = np.array(ccp_lookup(json.loads((people / "labels.json").read_text())), np.uint8)
    train, held_out = [], []
    for path in sorted((people / "labels").glob("*.png")):
        photo = read_photo(people / "photos" / f"{path.stem}.jpg", size)
        labels = lookup[cv2.imread(str(path), cv2.IMREAD_UNCHANGED)]
        labels = cv2.resize(labels, size, interpolation=cv2.INTER_NEAREST_EXACT)
        target = held_out if ccp_is_held_out(int(path.stem)) else train
        target.append((path.stem, photo, labels))
    write_source(folder, "ccp-train", train)
    write_source(folder, "ccp-val", held_out)

    train, held_out = [], []
    for group, name, photo, labels in _studio_items(studio, height_px):
        target = held_out if group in _studio_held_out_groups(studio) else train
        target.append((name, photo, labels))
    write_source(folder, "studio-train", train)
    write_source(folder, "studio-val", held_out)


def _studio_held_out_groups(studio: Path) -> set[str]:
    with open(studio / "pairs.csv") as table:
        return studio_held_out(sorted({row["group"] for row in csv.DictReader(table)}))


def _studio_items(studio: Path, height_px: int):
    photos: dict[str, tuple[str, str]] = {}
    with open(studio / "pairs.csv") as table:
        for row in csv.DictReader(table):
            for key in ("photo_a", "photo_b"):
                photos[row[key]] = (row["group"], row["mask"])
    size = (round(height_px * 0.806), height_px)
    for name, (group, mask_name) in sorted(photos.items()):
        photo = read_photo(studio / "photos" / name, size)
        mask = cv2.imread(str(studio / "masks" / mask_name), cv2.IMREAD_GRAYSCALE)
        mask = cv2.resize(mask, size, interpolation=cv2.INTER_AREA) > 127
        yield group, name, photo, studio_labels(photo, mask, studio_class(group))


def studio_labels(photo: np.ndarray, mask: np.ndarray, garment: int) -> np.ndarray:
    """Background by keying, the recoloured garment by its mask, the rest unknown."""
    background = keyed_background(photo)
    labels = np.full(mask.shape, FOREGROUND, np.uint8)
    labels[background] = 0
    # The key's edge is where shadows and soft hair live: nothing is certain there.
    edge = cv2.morphologyEx(background.astype(np.uint8), cv2.MORPH_GRADIENT, np.ones((5, 5), np.uint8))
    labels[edge > 0] = IGNORE
    # In some groups two garments change colour; only the largest piece is surely this one.
    count, pieces, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8))
    if count > 1:
        largest = 1 + int(np.argmax(stats[1:, cv2.CC_STAT_AREA]))
        labels[pieces == largest] = garment
    return labels


def keyed_background(photo: np.ndarray) -> np.ndarray:
    """Pixels connected to the top border through near-constant colour."""
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


def read_photo(path: Path, size: tuple[int, int]) -> np.ndarray:
    photo = cv2.imread(str(path), cv2.IMREAD_COLOR)
    return cv2.cvtColor(cv2.resize(photo, size, interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2RGB)
