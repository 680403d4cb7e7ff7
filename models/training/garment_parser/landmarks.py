"""Sixteen joints: their order, their heat maps, and what a teacher with fewer joints knows of them.

A joint is (x, y, visibility). Visibility is 0 to 1, what the peak of its heat map is taught to be; UNKNOWN teaches nothing.
"""

import numpy as np

# Left and right are the person's own. The order is that of the heat maps, and of the run time's `jointNames`.
JOINTS = (
    "nose", "chin", "neck", "crotch",
    "leftShoulder", "rightShoulder", "leftElbow", "rightElbow", "leftWrist", "rightWrist",
    "leftHip", "rightHip", "leftKnee", "rightKnee", "leftAnkle", "rightAnkle",
)  # fmt: skip
MIRRORED = tuple(
    JOINTS.index(
        name.replace("left", "right") if name.startswith("left") else name.replace("right", "left")
    )
    for name in JOINTS
)
MAP_SIZE = 64
# Pixels of the network's input in a cell.
MAP_STRIDE = 4
SIGMA_CELLS = 2.0
UNKNOWN = -1.0

# Where a teacher without them has neck, crotch and chin: shares of the way from the middle of the hips to that of the
# shoulders, and from the nose to the neck. Measured on the body of the rendered shoppers, whose joints are exact.
NECK_ABOVE_SHOULDERS = 0.105
CROTCH_BELOW_HIPS = 0.15
CHIN_BELOW_NOSE = 0.48
# The teacher sees the photo both ways round, and the mean is taught; where it contradicts itself by more, in trunk
# lengths, nothing is.
DISAGREEMENT_TRUNKS = 0.1


def mirror(joints: np.ndarray, width: float) -> np.ndarray:
    """Of the picture seen in a mirror; `width` is that of the picture in the units of x."""
    result = joints[list(MIRRORED)].copy()
    result[:, 0] = width - result[:, 0]
    return result


def from_teacher(names: list[str], points: list[list[float]]) -> np.ndarray:
    """[16, 3] in fractions of the picture from a teacher's own joints (`left-shoulder`, ...)."""
    by_name = dict(zip(names, np.asarray(points, np.float32)))
    joints = np.full((len(JOINTS), 3), UNKNOWN, np.float32)
    for index, name in enumerate(JOINTS):
        own = name.replace("left", "left-").replace("right", "right-").lower()
        if own in by_name:
            joints[index] = by_name[own]
    return _derived(joints)


def _derived(joints: np.ndarray) -> np.ndarray:
    def put(name: str, point: np.ndarray, *sources: str) -> None:
        visibility = min(joints[JOINTS.index(source), 2] for source in sources)
        joints[JOINTS.index(name)] = (*point, visibility)

    def middle(part: str) -> np.ndarray:
        return (joints[JOINTS.index(f"left{part}"), :2] + joints[JOINTS.index(f"right{part}"), :2]) / 2

    shoulders, hips = middle("Shoulder"), middle("Hip")
    up = shoulders - hips
    put("neck", shoulders + NECK_ABOVE_SHOULDERS * up, "leftShoulder", "rightShoulder")
    put("crotch", hips - CROTCH_BELOW_HIPS * up, "leftHip", "rightHip")
    nose, neck = (joints[JOINTS.index(name), :2] for name in ("nose", "neck"))
    put("chin", nose + CHIN_BELOW_NOSE * (neck - nose), "nose", "neck")
    return joints


def agreed(joints: np.ndarray, again: np.ndarray, aspect: float) -> np.ndarray:
    """The mean of `joints` and of `again`, found in the mirrored picture and turned back, without those that disagree."""
    scale = np.array([aspect, 1.0], np.float32)
    distance = np.linalg.norm((joints[:, :2] - again[:, :2]) * scale, axis=1)
    result = (joints + again) / 2
    result[distance > DISAGREEMENT_TRUNKS * trunk_length(joints * [aspect, 1, 1]), 2] = UNKNOWN
    return result


def trunk_length(joints: np.ndarray) -> float:
    """From the middle of the shoulders to that of the hips, in the units of x and y."""
    ends = [joints[[JOINTS.index(f"left{part}"), JOINTS.index(f"right{part}")], :2].mean(0) for part in ("Shoulder", "Hip")]
    return float(np.linalg.norm(ends[0] - ends[1]))


def heat_maps(joints: np.ndarray, size: int = MAP_SIZE) -> np.ndarray:
    """[16, size, size] of a picture's joints in fractions of it; a joint outside has an empty map."""
    centres = np.arange(size, dtype=np.float32) + 0.5
    along_x = _bell(centres[None] - joints[:, :1] * size)
    along_y = _bell(centres[None] - joints[:, 1:2] * size)
    inside = ((joints[:, :2] >= 0) & (joints[:, :2] < 1)).all(1)
    height = np.where(inside, np.clip(joints[:, 2], 0, 1), 0).astype(np.float32)
    return height[:, None, None] * along_y[:, :, None] * along_x[:, None, :]


def _bell(distance: np.ndarray) -> np.ndarray:
    return np.exp(-(distance**2) / (2 * SIGMA_CELLS**2)).astype(np.float32)
