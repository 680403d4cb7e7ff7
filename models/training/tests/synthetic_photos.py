"""Tiny drawn data sets in the layouts of the real ones, and random feature weights."""

import json
from pathlib import Path

import cv2
import numpy as np

LABELS = ["null", "skin", "dress"]
FIRES = {2: (96, 16, 64), 3: (128, 16, 64), 4: (128, 32, 128), 5: (256, 32, 128)}


def shaded_person(colour: tuple[int, int, int], seed: int) -> tuple[np.ndarray, np.ndarray]:
    """A photo with a plain, softly shaded garment, and its label map."""
    rng = np.random.default_rng(seed)
    photo = np.full((260, 200, 3), 180, np.uint8)
    labels = np.zeros((260, 200), np.uint8)
    cv2.circle(labels, (100, 40), 24, 1, -1)
    cv2.rectangle(labels, (50, 66), (150, 66 + int(rng.integers(120, 170))), 2, -1)
    light = 0.8 + 0.2 * np.sin(np.linspace(0, 9, 200))[None, :, None]
    photo[labels == 1] = (200, 160, 140)
    garment = np.clip(np.array(colour) * light, 0, 255).astype(np.uint8)
    photo[labels == 2] = np.broadcast_to(garment, photo.shape)[labels == 2]
    return photo, labels


def write_data(root: Path) -> dict[str, Path]:
    """Folders `people`, `pairs` and `garments` as in the real data, photos 8 to 11 and two recolour groups."""
    people, pairs, garments = root / "people", root / "pairs", root / "garments"
    for folder in (people / "photos", people / "labels", pairs / "photos", pairs / "masks", garments / "photos"):
        folder.mkdir(parents=True)
    (people / "labels.json").write_text(json.dumps(LABELS))
    for number in range(8, 12):
        photo, labels = shaded_person((40 + 15 * number, 90, 120), number)
        cv2.imwrite(str(people / "photos" / f"{number:04d}.jpg"), photo)
        cv2.imwrite(str(people / "labels" / f"{number:04d}.png"), labels)
    rows = ["group,photo_a,photo_b,mask"]
    for group in ("g1", "g2"):
        for name, colour in (("red", (40, 40, 200)), ("blue", (200, 60, 40))):
            photo, labels = shaded_person(colour, 5)
            cv2.imwrite(str(pairs / "photos" / f"{group}-{name}.jpg"), photo)
        cv2.imwrite(str(pairs / "masks" / f"{group}.png"), np.where(labels == 2, 255, 0).astype(np.uint8))
        rows.append(f"{group},{group}-red.jpg,{group}-blue.jpg,{group}.png")
    (pairs / "pairs.csv").write_text("\n".join(rows) + "\n")
    for index in range(3):
        noise = np.random.default_rng(index).integers(0, 255, (12, 10, 3), dtype=np.uint8)
        cv2.imwrite(str(garments / "photos" / f"{index}.jpg"), cv2.resize(noise, (100, 120)))
    return {"people": people, "pairs": pairs, "garments": garments}


def write_features(path: Path) -> Path:
    """Random weights under the names of SqueezeNet v1.0."""
    rng = np.random.default_rng(1)
    shapes = {"conv1": (96, 3, 7, 7)}
    for index, (c_in, squeeze, expand) in FIRES.items():
        shapes[f"fire{index}.conv1x1_1"] = (squeeze, c_in, 1, 1)
        shapes[f"fire{index}.conv1x1_2"] = (expand, squeeze, 1, 1)
        shapes[f"fire{index}.conv3x3_2"] = (expand, squeeze, 3, 3)
    arrays = {}
    for name, shape in shapes.items():
        scale = (2 / np.prod(shape[1:])) ** 0.5
        arrays[f"{name}.weight"] = (rng.standard_normal(shape) * scale).astype(np.float32)
        arrays[f"{name}.bias"] = np.zeros(shape[0], np.float32)
    np.savez(path, **arrays)
    return path
