import cv2
import numpy as np
import pytest

from garment_parser.config import CLASSES
from product_head.attributes import SLOT_COUNT, SLOTS, flag_index, group_range, label
from product_head.drawn import no_garment
from product_head.framing import as_given, as_product
from product_head.worn import attributes_of_worn


def test_slots_fit_the_tiles_and_no_two_share_one():
    assert len(SLOTS) <= SLOT_COUNT
    assert len({*range(*group_range("sleeve").indices(16)), *range(*group_range("length").indices(16)), flag_index("worn")}) == 8


def test_a_label_tells_what_may_hold_from_what_is_unknown():
    known = label(kind="top", sleeve=("none", "short"), worn=False, legs=None)
    assert list(known[group_range("kind")]) == [1, 0, 0, 0, 0]
    assert list(known[group_range("sleeve")]) == [1, 1, 0, 0]
    assert list(known[group_range("length")]) == [-1, -1, -1]
    assert (known[flag_index("worn")], known[flag_index("legs")]) == (0, -1)
    with pytest.raises(ValueError, match="puffed"):
        label(sleeve="puffed")


def person(sleeve_end: float, hem_y: float) -> tuple[np.ndarray, np.ndarray]:
    """Label map and joints of a person of rectangles whose arms hang down, the sleeves ending at a share of them."""
    labels = np.zeros((200, 100), np.uint8)
    labels[20:100, 35:65] = CLASSES.index("top")
    labels[100 : int(hem_y * 200), 35:65] = CLASSES.index("bottom")
    labels[int(hem_y * 200) : 190, 40:60] = CLASSES.index("skin")
    for columns in (slice(24, 35), slice(65, 76)):
        labels[22:100, columns] = CLASSES.index("skin")
        labels[22 : 22 + int(78 * sleeve_end), columns] = CLASSES.index("top")
    left = [[0.3, y, 1] for y in (0.11, 0.31, 0.5)]
    right = [[0.7, y, 1] for y in (0.11, 0.31, 0.5)]
    arms = [joint for pair in zip(right, left) for joint in pair]
    legs = [[x, y, 1] for y in (0.5, 0.72, 0.94) for x in (0.6, 0.4)]
    return labels, np.array([[0.5, 0.05, 1], *arms, *legs])


@pytest.mark.parametrize(("end", "sleeve"), [(0.0, "none"), (0.3, "short"), (0.7, "three-quarter"), (1.0, "long"), (0.52, None)])
def test_a_sleeve_is_as_long_as_its_cloth_goes_down_the_arm(end, sleeve):
    labels, joints = person(end, 0.9)
    assert attributes_of_worn("top", labels, joints)["sleeve"] == sleeve


@pytest.mark.parametrize(("hem_y", "length"), [(0.6, "short"), (0.72, "knee"), (0.93, "long")])
def test_a_hem_is_measured_between_hip_and_ankle(hem_y, length):
    labels, joints = person(0.3, hem_y)
    assert attributes_of_worn("bottom", labels, joints)["length"] == length


def test_hidden_arms_tell_nothing_of_sleeves():
    labels, joints = person(0.3, 0.9)
    joints[5:7, 2] = 0.1
    assert attributes_of_worn("top", labels, joints)["sleeve"] is None


def test_drawn_things_and_views_are_pictures_of_the_parsers_size_and_always_the_same():
    for seed in range(12):
        first, second = (no_garment(np.random.default_rng(seed)) for _ in range(2))
        assert first.dtype == np.uint8 and np.array_equal(first, second)
        assert as_product(first, np.random.default_rng(seed)).shape == (256, 256, 3)


def test_a_cut_out_keeps_its_colour_on_any_ground():
    cut = np.zeros((80, 60, 4), np.uint8)
    cv2.rectangle(cut, (10, 10), (50, 70), (200, 30, 30, 255), -1)
    assert tuple(as_given(cut)[128, 128]) == (200, 30, 30)
    assert tuple(as_given(cut)[2, 2]) == (235, 235, 235)
    reds = sum(np.count_nonzero(as_product(cut, np.random.default_rng(seed))[..., 0].astype(int) > 150) > 1000 for seed in range(10))
    assert reds == 10
