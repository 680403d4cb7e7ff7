"""Labels the unlabelled street photos with a trained parser, for a second round of training.

    python -m garment_parser.pseudo --model FILE --data ../../../shared/data
"""

import argparse
import json
from pathlib import Path

import cv2
import numpy as np

from .cache import PEOPLE_ASPECT, read_photo, write_source
from .config import IGNORE, Config
from .labels import ccp_is_held_out
from .predict import Predictor, predictor

# Below this the network's first choice is wrong too often to teach it.
MINIMUM_CONFIDENCE = 0.7
# Photos of which hardly anything is sure teach little and cost as much.
MINIMUM_SURE_FRACTION = 0.8


def pseudo_labels(photo: np.ndarray, predict: Predictor) -> np.ndarray:
    mirrored = predict(np.ascontiguousarray(photo[:, ::-1]))[:, ::-1]
    confidences = (predict(photo) + mirrored) / 2
    labels = confidences.argmax(-1).astype(np.uint8)
    labels[confidences.max(-1) < MINIMUM_CONFIDENCE] = IGNORE
    return labels


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../../../shared/data"))
    parser.add_argument("--cache", type=Path, default=Path(".cache/garment-parser/data"))
    parser.add_argument("--model", type=Path, required=True, help="ONNX file or training checkpoint")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    cv2.setNumThreads(args.threads)
    predict = predictor(args.model, args.threads)

    height_px = Config().cached_height_px
    people, items, unsure = args.data / "people-ccp", [], 0
    labelled = {path.stem for path in (people / "labels").glob("*.png")}
    for path in sorted((people / "photos").glob("*.jpg")):
        # Held-out ids stay unseen, labelled or not.
        if path.stem in labelled or ccp_is_held_out(int(path.stem)):
            continue
        photo = read_photo(path, (round(height_px * PEOPLE_ASPECT), height_px))
        labels = pseudo_labels(photo, predict)
        if np.mean(labels != IGNORE) < MINIMUM_SURE_FRACTION:
            unsure += 1
            continue
        items.append((path.stem, photo, labels))
    write_source(args.cache, "ccp-pseudo", items)
    print(json.dumps({"photos": len(items), "tooUnsure": unsure}))


if __name__ == "__main__":
    main()
