import csv

import cv2
import numpy as np
import pytest

from garment_parser import flat_lays
from garment_parser.cache import read_source
from garment_parser.config import CLASSES, IGNORE


@pytest.fixture
def laid_out():
    """A blue shirt with a white print on wooden boards, and its true mask."""
    rng = np.random.default_rng(3)
    photo = np.full((384, 384, 3), (150, 110, 70), np.uint8)
    photo[:, ::48] = (90, 60, 40)
    mask = np.zeros((384, 384), np.uint8)
    outline = [(120, 80), (264, 80), (340, 150), (300, 190), (270, 160), (270, 320), (114, 320), (114, 160), (84, 190), (44, 150)]
    cv2.fillPoly(mask, [np.array(outline, np.int32)], 1)
    photo[mask > 0] = (40, 60, 150)
    cv2.rectangle(photo, (160, 160), (220, 200), (240, 240, 240), -1)
    noisy = photo.astype(np.int16) + rng.integers(-8, 9, photo.shape)
    return np.clip(noisy, 0, 255).astype(np.uint8), mask > 0


def test_a_garment_on_a_floor_is_cut_out_with_its_print(laid_out):
    photo, truth = laid_out
    mask = flat_lays.cut_out(photo)
    assert mask is not None
    assert mask[180, 190], "the print is cloth"
    assert np.count_nonzero(mask & truth) / np.count_nonzero(mask | truth) > 0.95


def test_a_picture_without_a_garment_is_left_out():
    noise = np.random.default_rng(4).integers(0, 255, (384, 384, 3), np.uint8)
    assert flat_lays.cut_out(noise) is None


def test_the_outline_teaches_nothing(laid_out):
    _, truth = laid_out
    labels = flat_lays.labels_of(truth, CLASSES.index("top"))
    assert set(np.unique(labels)) == {0, CLASSES.index("top"), IGNORE}
    assert labels[200, 114] == IGNORE and labels[240, 190] == CLASSES.index("top") and labels[10, 10] == 0


def test_the_command_writes_photos_by_class_and_holds_some_out(tmp_path, laid_out, monkeypatch):
    photos = tmp_path / "garments-cc0" / "photos"
    photos.mkdir(parents=True)
    with open(tmp_path / "garments-cc0" / "labels.csv", "w", newline="") as table:
        rows = csv.writer(table)
        rows.writerow(["image", "label"])
        for index, tag in enumerate(("Dress", "T-Shirt", "Pants")):
            cv2.imwrite(str(photos / f"{index}.jpg"), laid_out[0][..., ::-1])
            rows.writerow([str(index), tag])
    monkeypatch.setattr("sys.argv", ["flat_lays", "--data", str(tmp_path), "--cache", str(tmp_path / "cache")])
    flat_lays.main()
    train, held_out = (read_source(tmp_path / "cache", name) for name in ("flat-train", "flat-val"))
    assert (train.names, held_out.names) == (["1", "2"], ["0"])
    assert CLASSES[train.labels[1][240, 190]] == "bottom"
