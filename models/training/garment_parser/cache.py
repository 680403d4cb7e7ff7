"""Photos and label maps, decoded and resized once, as plain arrays on disk.

Training then reads pages of a memory map and never waits for a JPEG.
"""

import csv
import json
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

from .labels import ccp_is_held_out, ccp_lookup, dress_as_worn, studio_class, studio_held_out
from .studio import covers_trousers, studio_labels

# Width over height of (nearly) every photo of a source.
PEOPLE_ASPECT, STUDIO_ASPECT = 2 / 3, 0.806


@dataclass(frozen=True)
class Pyramid:
    """(photo, labels) at the cached size and, averaged, at half of it."""

    full: tuple[np.ndarray, np.ndarray]
    half: tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Source:
    """names[i] belongs to photos[i] (RGB), labels[i] and, where there are any, joints[i] in fractions of the picture."""

    names: list[str]
    photos: np.ndarray
    labels: np.ndarray
    joints: np.ndarray | None = None
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
    joints = _joints_file(folder, name)
    return Source(names, photos, labels, np.load(joints) if joints.exists() else None)


def write_joints(folder: Path, name: str, joints: np.ndarray) -> None:
    np.save(_joints_file(folder, name), joints)


def _joints_file(folder: Path, name: str) -> Path:
    return folder / f"{name}-joints.npy"


def has_source(folder: Path, name: str) -> bool:
    return (folder / f"{name}-names.json").exists()


def build_cache(data: Path, folder: Path, height_px: int) -> None:
    people, studio = data / "people-ccp", data / "recolour-magento"
    size = (round(height_px * PEOPLE_ASPECT), height_px)
    lookup = np.array(ccp_lookup(json.loads((people / "labels.json").read_text())), np.uint8)
    train, held_out = [], []
    for path in sorted((people / "labels").glob("*.png")):
        photo = read_photo(people / "photos" / f"{path.stem}.jpg", size)
        labels = lookup[cv2.imread(str(path), cv2.IMREAD_UNCHANGED)]
        labels = cv2.resize(labels, size, interpolation=cv2.INTER_NEAREST_EXACT)
        # Held-out photos keep their tags: they are the measure.
        if ccp_is_held_out(int(path.stem)):
            held_out.append((path.stem, photo, labels))
        else:
            train.append((path.stem, photo, dress_as_worn(labels)))
    write_source(folder, "ccp-train", train)
    write_source(folder, "ccp-val", held_out)

    groups = _studio_groups(studio)
    held_out_groups = studio_held_out(sorted({group for group, _ in groups.values()}))
    train, held_out = [], []
    for name, (group, mask_name) in sorted(groups.items()):
        photo, labels = _studio_item(studio, name, group, mask_name, height_px)
        if covers_trousers(labels, studio_class(group)):
            continue
        target = held_out if group in held_out_groups else train
        target.append((name, photo, labels))
    write_source(folder, "studio-train", train)
    write_source(folder, "studio-val", held_out)


def _studio_groups(studio: Path) -> dict[str, tuple[str, str]]:
    """Photo name to its group and its mask's name."""
    groups = {}
    with open(studio / "pairs.csv") as table:
        for row in csv.DictReader(table):
            for key in ("photo_a", "photo_b"):
                groups[row[key]] = (row["group"], row["mask"])
    return groups


def _studio_item(
    studio: Path, name: str, group: str, mask_name: str, height_px: int
) -> tuple[np.ndarray, np.ndarray]:
    size = (round(height_px * STUDIO_ASPECT), height_px)
    photo = read_photo(studio / "photos" / name, size)
    mask = cv2.imread(str(studio / "masks" / mask_name), cv2.IMREAD_GRAYSCALE)
    mask = cv2.resize(mask, size, interpolation=cv2.INTER_AREA) > 127
    return photo, studio_labels(photo, mask, studio_class(group))


def read_photo(path: Path, size: tuple[int, int]) -> np.ndarray:
    photo = cv2.imread(str(path), cv2.IMREAD_COLOR)
    return cv2.cvtColor(cv2.resize(photo, size, interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2RGB)
