"""Adds joints to the cached photos, from landmark files of the layout of people-ccp/landmarks.json.

    python -m garment_parser.joints --data ../../../shared/data [--mirrored FILE] [--studio FILE]

`--mirrored` holds what the same teacher finds in the mirrored street photos, `--studio` what it finds in the studio photos.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from .cache import Source, has_source, read_source, write_joints
from .landmarks import JOINTS, UNKNOWN, agreed, from_teacher, mirror

STREET_SOURCES = ("ccp-train", "ccp-val", "ccp-pseudo")
STUDIO_SOURCES = ("studio-train", "studio-val")
# Garments that nobody wears have no joints, which is worth knowing too.
EMPTY_SOURCES = ("flat-train", "flat-val")


def read_landmarks(path: Path) -> dict[str, np.ndarray]:
    file = json.loads(path.read_text())
    return {name: from_teacher(file["joints"], points) for name, points in file["photos"].items()}


def joints_of(source: Source, found: dict[str, np.ndarray], again: dict[str, np.ndarray]) -> np.ndarray:
    """[photos, 16, 3] in fractions of each picture; of photos in which the teacher found nobody nothing is known."""
    aspect = source.photos.shape[2] / source.photos.shape[1]
    unknown = np.full((len(JOINTS), 3), UNKNOWN, np.float32)
    result = []
    for name in source.names:
        joints = found.get(Path(name).stem, unknown)
        if name in again and name in found:
            joints = agreed(joints, mirror(again[name], 1.0), aspect)
        result.append(joints)
    return np.stack(result).astype(np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../../../shared/data"))
    parser.add_argument("--cache", type=Path, default=Path(".cache/garment-parser/data"))
    parser.add_argument("--mirrored", type=Path)
    parser.add_argument("--studio", type=Path)
    args = parser.parse_args()
    street = read_landmarks(args.data / "people-ccp" / "landmarks.json")
    mirrored = read_landmarks(args.mirrored) if args.mirrored else {}
    studio = read_landmarks(args.studio) if args.studio else {}
    for names, found, again in ((STREET_SOURCES, street, mirrored), (STUDIO_SOURCES, studio, {})):
        for name in names:
            if has_source(args.cache, name):
                write_joints(args.cache, name, joints_of(read_source(args.cache, name), found, again))
    for name in EMPTY_SOURCES:
        if has_source(args.cache, name):
            count = len(read_source(args.cache, name))
            write_joints(args.cache, name, np.zeros((count, len(JOINTS), 3), np.float32))


if __name__ == "__main__":
    main()
