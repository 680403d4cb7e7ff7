import numpy as np
import pytest
import torch

from garment_parser.cache import Source
from garment_parser.carried import carry
from garment_parser.config import CLASSES
from garment_parser.geometry import warp
from garment_parser.landmarks import JOINTS, MIRRORED, UNKNOWN, agreed, from_teacher, heat_maps, mirror, trunk_length
from garment_parser.losses import landmark_loss
from garment_parser.rendered import true_joints

TEACHER = {
    "nose": (0.5, 0.1, 1), "left-shoulder": (0.6, 0.2, 1), "right-shoulder": (0.4, 0.2, 0.9),
    "left-hip": (0.55, 0.5, 1), "right-hip": (0.45, 0.5, 0.8), "left-wrist": (0.7, 0.5, 0.3),
}  # fmt: skip


@pytest.fixture
def joints():
    return from_teacher(list(TEACHER), [list(point) for point in TEACHER.values()])


def test_a_teacher_with_fewer_joints_gets_neck_chin_and_crotch_by_the_trunk(joints):
    by_name = dict(zip(JOINTS, joints))
    np.testing.assert_allclose(by_name["neck"][:2], (0.5, 0.2 - 0.3 * 0.105), atol=1e-6)
    assert by_name["crotch"][1] > 0.5 and by_name["nose"][1] < by_name["chin"][1] < by_name["neck"][1]
    assert by_name["crotch"][2] == pytest.approx(0.8), "as sure as the less sure hip"
    assert by_name["leftKnee"][2] == UNKNOWN
    assert trunk_length(joints) == pytest.approx(0.3)


def test_a_mirror_changes_sides_and_back(joints):
    assert JOINTS[MIRRORED[JOINTS.index("leftWrist")]] == "rightWrist"
    assert mirror(joints, 1.0)[JOINTS.index("rightWrist"), 0] == pytest.approx(0.3)
    np.testing.assert_allclose(mirror(mirror(joints, 1.0), 1.0), joints, atol=1e-6)


def test_what_two_views_disagree_on_is_not_taught(joints):
    again = joints.copy()
    again[JOINTS.index("nose"), 0] += 0.02
    again[JOINTS.index("leftWrist"), 1] += 0.1
    mean = agreed(joints, again, aspect=1.0)
    assert mean[JOINTS.index("nose"), 0] == pytest.approx(0.51)
    assert mean[JOINTS.index("leftWrist"), 2] == UNKNOWN


def test_a_heat_map_is_as_high_as_its_joint_is_visible_and_empty_outside(joints):
    joints[JOINTS.index("leftHip")] = (1.2, 0.5, 1)
    maps = dict(zip(JOINTS, heat_maps(joints)))
    row, column = np.unravel_index(maps["leftShoulder"].argmax(), (64, 64))
    assert (row, column) in {(12, 38), (13, 38)}
    assert maps["leftWrist"].max() == pytest.approx(0.3, abs=0.03)
    assert maps["leftHip"].max() == 0 and maps["leftKnee"].max() == 0


def test_a_perfect_answer_costs_nothing_and_unknown_joints_never_do(joints):
    maps = torch.from_numpy(heat_maps(joints))[None]
    known = torch.from_numpy(joints[:, 2] != UNKNOWN).float()[None]
    right = torch.logit(maps.clamp(1e-6, 1 - 1e-6))
    empty = torch.full_like(right, -8.0)
    assert landmark_loss(right, maps, known) < 0.01
    assert landmark_loss(empty, maps, known) > 1
    assert landmark_loss(empty, maps, known * 0) == 0


@pytest.mark.parametrize("seed", range(12))
def test_joints_move_with_the_photo(seed):
    """A white square about a shoulder is still about it after any crop, turn and flip."""
    labels = np.zeros((240, 160), np.uint8)
    labels[40:200, 40:120] = CLASSES.index("top")
    photo = np.zeros((240, 160, 3), np.uint8)
    photo[66:75, 86:95] = 255
    joints = np.full((1, len(JOINTS), 3), UNKNOWN)
    joints[0, JOINTS.index("leftShoulder")] = ((90 + 0.5) / 160, (70 + 0.5) / 240, 1)
    joints[0, JOINTS.index("rightShoulder")] = (50 / 160, 70 / 240, 1)
    source = Source(["drawn"], photo[None], labels[None], joints)
    warped, _, moved = warp(source.pyramid(0), joints[0], 256, np.random.default_rng(seed))
    bright = np.argwhere(warped[..., 0] > 128)
    if len(bright) == 0:
        return
    rows, columns = bright.mean(0)
    sides = [moved[JOINTS.index(name), :2] * 256 for name in ("leftShoulder", "rightShoulder")]
    nearest = min(np.hypot(x - columns - 0.5, y - rows - 0.5) for x, y in sides)
    clipped = bright.min() == 0 or bright.max() == 255
    assert clipped or nearest < 2.5


def test_carried_things_are_labelled_and_lie_on_the_person(joints):
    photo = np.full((256, 256, 3), 120, np.uint8)
    seen = set()
    for seed in range(24):
        rng, labels = np.random.default_rng(seed), np.full((256, 256), CLASSES.index("top"), np.uint8)
        before, work = labels.copy(), photo.copy()
        carry(work, labels, joints, rng)
        changed = labels != before
        assert changed.any()
        assert (work[changed] != photo[changed]).any(), "what is labelled is drawn"
        seen |= {CLASSES[label] for label in np.unique(labels[changed])}
    assert seen == {"accessory", "skin"}


def test_nobody_carries_nothing():
    photo, labels = np.full((64, 64, 3), 9, np.uint8), np.zeros((64, 64), np.uint8)
    carry(photo, labels, np.full((len(JOINTS), 3), UNKNOWN), np.random.default_rng(1))
    assert (photo == 9).all() and (labels == 0).all()


def test_the_renderers_joints_are_those_of_its_body():
    class Arm:
        def __init__(self, side):
            self.points = np.array([[side * (16 + i), 134 - 12 * i, 0] for i in range(5)], np.float32)

    class Build:
        hips, limbs = 1.0, 1.0

    class Body:
        arms, build, stride = [Arm(-1), Arm(1)], Build(), 4.0

    by_name = dict(zip(JOINTS, true_joints(Body())))
    assert by_name["rightShoulder"][0] == -16 and by_name["leftWrist"][0] == 20
    assert by_name["leftKnee"][2] < by_name["rightKnee"][2], "the right leg strides forward"
    assert by_name["crotch"][1] < by_name["leftHip"][1] < by_name["neck"][1] < by_name["chin"][1]
    assert np.isnan(by_name["nose"]).all(), "its head has no face"
