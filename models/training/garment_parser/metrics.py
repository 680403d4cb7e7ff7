"""Scores of label maps: IoU from one confusion table, boundary F-score from distances."""

import cv2
import numpy as np

from .config import CLASSES, GARMENTS

# The boundary tolerance: 2 px on a picture whose longer side is 512.
BOUNDARY_TOLERANCE = 2 / 512


class Confusion:
    """counts[truth, prediction]; truth outside the classes is not counted."""

    def __init__(self):
        self.counts = np.zeros((len(CLASSES), len(CLASSES)), np.int64)

    def add(self, truth: np.ndarray, prediction: np.ndarray) -> None:
        known = truth < len(CLASSES)
        index = truth[known].astype(np.int64) * len(CLASSES) + prediction[known]
        self.counts += np.bincount(index, minlength=self.counts.size).reshape(self.counts.shape)

    def class_iou(self) -> dict[str, float]:
        return {name: self._iou([index]) for index, name in enumerate(CLASSES)}

    def garment_iou(self) -> float:
        return self._iou([CLASSES.index(name) for name in GARMENTS])

    def pixel_accuracy(self) -> float:
        return float(np.trace(self.counts) / self.counts.sum())

    def _iou(self, members: list[int]) -> float:
        hit = self.counts[np.ix_(members, members)].sum()
        union = self.counts[members].sum() + self.counts[:, members].sum() - hit
        return float(hit / union) if union else float("nan")


def boundary_f_score(truth: np.ndarray, prediction: np.ndarray) -> float:
    """Share of each outline that the other comes near, as a harmonic mean."""
    tolerance_px = BOUNDARY_TOLERANCE * max(truth.shape)
    truth_edge, predicted_edge = _outline(truth), _outline(prediction)
    if not truth_edge.any() or not predicted_edge.any():
        return float(truth_edge.any() == predicted_edge.any())
    precision = (_distance_to(truth_edge)[predicted_edge] <= tolerance_px).mean()
    recall = (_distance_to(predicted_edge)[truth_edge] <= tolerance_px).mean()
    return float(2 * precision * recall / max(precision + recall, 1e-9))


def _outline(mask: np.ndarray) -> np.ndarray:
    return mask & ~cv2.erode(mask.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool)


def _distance_to(edge: np.ndarray) -> np.ndarray:
    return cv2.distanceTransform((~edge).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
