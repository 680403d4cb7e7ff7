"""How long sleeves, legs and skirts of people are, from where their joints are and where the cloth ends."""

import numpy as np

from garment_parser.config import CLASSES

# Order of `people-ccp/landmarks.json`.
SHOULDERS, ELBOWS, WRISTS, HIPS, KNEES, ANKLES = (slice(i, i + 2) for i in range(1, 13, 2))
VISIBLE = 0.6
# Ends of the classes, as shares of the way from shoulder to wrist and from hip to ankle; between two of them nothing is taught.
SLEEVE_ENDS = {"none": (0, 0.1), "short": (0.17, 0.47), "three-quarter": (0.58, 0.8), "long": (0.88, 1.01)}
LENGTH_ENDS = {"short": (0, 0.36), "knee": (0.42, 0.58), "long": (0.68, 1.5)}
SKIN = CLASSES.index("skin")


def attributes_of_worn(kind: str, labels: np.ndarray, joints: np.ndarray) -> dict:
    """`joints` [13, 3] in fractions of the picture with their visibility, `labels` of classes."""
    garment = CLASSES.index(kind)
    found: dict = {}
    if kind != "bottom":
        found["sleeve"] = _sleeve(garment, labels, joints)
    if kind in ("bottom", "dress"):
        found["length"] = _length(garment, labels, joints)
    return found


def _class_of(ends: dict[str, tuple[float, float]], share: float) -> str | None:
    return next((name for name, (low, high) in ends.items() if low <= share <= high), None)


def _sleeve(garment: int, labels: np.ndarray, joints: np.ndarray) -> str | None:
    """Cloth all along an arm until skin; both arms have to agree, where both are seen."""
    seen = set()
    for shoulder, elbow, wrist in zip(joints[SHOULDERS], joints[ELBOWS], joints[WRISTS]):
        if min(shoulder[2], elbow[2], wrist[2]) < VISIBLE:
            continue
        way = np.concatenate([_between(shoulder, elbow, 20), _between(elbow, wrist, 20)])
        classes = _classes_along(labels, way)
        cloth, skin = classes == garment, classes == SKIN
        if not (cloth | skin).mean() > 0.8:
            continue
        # Where skin begins and goes on; the first samples may lie on the collar.
        bare = np.convolve(skin, np.ones(3), "same") >= 3
        end = int(np.argmax(bare)) if bare.any() else len(way)
        is_sleeve = end <= 3 or cloth[:end].mean() > 0.8
        seen.add(_class_of(SLEEVE_ENDS, end / len(way)) if is_sleeve else None)
    return seen.pop() if len(seen) == 1 else None


def _length(garment: int, labels: np.ndarray, joints: np.ndarray) -> str | None:
    if min(joints[HIPS][:, 2].min(), joints[ANKLES][:, 2].min()) < VISIBLE:
        return None
    rows = np.nonzero(labels == garment)[0]
    hip, ankle = joints[HIPS][:, 1].mean() * len(labels), joints[ANKLES][:, 1].mean() * len(labels)
    return _class_of(LENGTH_ENDS, (np.percentile(rows, 98) - hip) / max(1.0, ankle - hip))


def _between(start: np.ndarray, end: np.ndarray, steps: int) -> np.ndarray:
    t = ((np.arange(steps) + 0.5) / steps)[:, None]
    return start[:2] + t * (end[:2] - start[:2])


def _classes_along(labels: np.ndarray, way: np.ndarray) -> np.ndarray:
    height, width = labels.shape
    x = np.clip((way[:, 0] * width).astype(int), 0, width - 1)
    y = np.clip((way[:, 1] * height).astype(int), 0, height - 1)
    return labels[y, x]
