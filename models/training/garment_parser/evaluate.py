"""Scores the parser on held-out photos (one pass, no refinement) and writes JSON.

    python -m garment_parser.evaluate --model ../weights/garment-parser.onnx --json report.json
"""

import argparse
import json
from pathlib import Path

import cv2
import numpy as np

from .cache import Source, build_cache, has_source, read_source
from .config import CLASSES, GARMENTS, Config
from .metrics import Confusion, boundary_f_score
from .predict import Predictor, predictor

GARMENT_INDICES = [CLASSES.index(name) for name in GARMENTS]
WORST_LISTED = 8


def evaluate_people(source: Source, predict: Predictor) -> dict:
    """Every class, on photos whose every pixel is labelled."""
    total, photos, boundary = Confusion(), {}, []
    for name, photo, truth in zip(source.names, source.photos, source.labels):
        prediction = predict(photo).argmax(-1)
        total.add(truth, prediction)
        single = Confusion()
        single.add(truth, prediction)
        photos[name] = single.garment_iou()
        masks = [np.isin(labels, GARMENT_INDICES) for labels in (truth, prediction)]
        boundary.append(boundary_f_score(*masks))
    return {
        "photos": len(source),
        "garmentIou": total.garment_iou(),
        "classIou": total.class_iou(),
        "pixelAccuracy": total.pixel_accuracy(),
        "garmentBoundaryF": float(np.mean(boundary)),
        "worstGarmentIou": dict(sorted(photos.items(), key=lambda item: item[1])[:WORST_LISTED]),
        "confusion": total.counts.tolist(),
    }


def evaluate_studio(source: Source, predict: Predictor) -> dict:
    """The recoloured garment alone: elsewhere on the person nothing is known."""
    photos, boundary = {}, []
    for name, photo, labels in zip(source.names, source.photos, source.labels):
        target = next(index for index in GARMENT_INDICES if np.any(labels == index))
        truth = labels == target
        prediction = predict(photo).argmax(-1) == target
        known = labels < len(CLASSES)
        hit = np.count_nonzero(truth & prediction & known)
        photos[name] = hit / np.count_nonzero((truth | prediction) & known)
        # A garment that touches an unknown neighbour has no outline to compare there.
        near_known = cv2.erode(known.astype(np.uint8), np.ones((5, 5), np.uint8)).astype(bool)
        boundary.append(boundary_f_score(truth & near_known, prediction & near_known))
    return {
        "photos": len(source),
        "garmentIou": float(np.mean(list(photos.values()))),
        "garmentBoundaryF": float(np.mean(boundary)),
        "worstGarmentIou": dict(sorted(photos.items(), key=lambda item: item[1])[:WORST_LISTED]),
    }


def evaluate_flat(source: Source, predict: Predictor) -> dict:
    """Garments nobody wears, against the cut-outs of flat_lays.py: where the garment is, and which one."""
    ious, named = {}, []
    for name, photo, labels in zip(source.names, source.photos, source.labels):
        confidences = predict(photo)[..., GARMENT_INDICES]
        truth, known = np.isin(labels, GARMENT_INDICES), labels < len(CLASSES)
        prediction = confidences.sum(-1) > 0.5
        ious[name] = np.count_nonzero(truth & prediction) / np.count_nonzero((truth | prediction) & known)
        named.append(GARMENT_INDICES[int(confidences.sum((0, 1)).argmax())] == labels[truth][0])
    worst = dict(sorted(ious.items(), key=lambda item: item[1])[:WORST_LISTED])
    scores = list(ious.values())
    return {
        "photos": len(source),
        "garmentIou": float(np.mean(scores)),
        "garmentIouMedian": float(np.median(scores)),
        "namedRight": float(np.mean(named)),
        "worstGarmentIou": worst,
    }


def evaluate(cache: Path, predict: Predictor) -> dict:
    report = {
        "people": evaluate_people(read_source(cache, "ccp-val"), predict),
        "studio": evaluate_studio(read_source(cache, "studio-val"), predict),
    }
    if has_source(cache, "flat-val"):
        report["flat"] = evaluate_flat(read_source(cache, "flat-val"), predict)
    return report


def table(report: dict) -> str:
    people, studio = report["people"], report["studio"]
    rows = [("garment against rest", people["garmentIou"])]
    rows += list(people["classIou"].items())
    rows += [("garment boundary F", people["garmentBoundaryF"])]
    rows += [("studio garment", studio["garmentIou"]), ("studio boundary F", studio["garmentBoundaryF"])]
    if flat := report.get("flat"):
        rows += [("flat lay, mean", flat["garmentIou"]), ("flat lay, median", flat["garmentIouMedian"])]
        rows += [("flat lay, named right", flat["namedRight"])]
    return "\n".join(f"{name:22s} {value:.3f}" for name, value in rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../../../shared/data"))
    parser.add_argument("--cache", type=Path, default=Path(".cache/garment-parser/data"))
    parser.add_argument("--model", type=Path, required=True, help="ONNX file or training checkpoint")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    if not has_source(args.cache, "ccp-val"):
        build_cache(args.data, args.cache, Config().cached_height_px)
    report = evaluate(args.cache, predictor(args.model, args.threads))
    if args.json:
        args.json.write_text(json.dumps(report, indent=1) + "\n")
    print(table(report))


if __name__ == "__main__":
    main()
