import numpy as np
import pytest

from garment_parser.config import IGNORE
from garment_parser.metrics import Confusion, boundary_f_score


def test_iou_of_a_half_hit():
    truth = np.array([[3, 3, 0, IGNORE]])
    prediction = np.array([[3, 0, 0, 5]])
    confusion = Confusion()
    confusion.add(truth, prediction)
    assert confusion.class_iou()["top"] == pytest.approx(1 / 2)
    assert confusion.class_iou()["background"] == pytest.approx(1 / 2)
    assert np.isnan(confusion.class_iou()["dress"])


def test_garments_count_together():
    confusion = Confusion()
    confusion.add(np.array([3, 4, 5, 0]), np.array([4, 5, 6, 0]))
    assert confusion.garment_iou() == 1
    assert confusion.class_iou()["outerwear"] == 0


def test_boundary_score_tolerates_two_pixels_at_512_and_no_more():
    truth = np.zeros((512, 512), bool)
    truth[100:300, 100:300] = True
    assert boundary_f_score(truth, np.roll(truth, 2, 1)) == 1
    assert boundary_f_score(truth, np.roll(truth, 6, 1)) < 0.6
    assert boundary_f_score(truth, np.zeros_like(truth)) == 0
