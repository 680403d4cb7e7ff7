import numpy as np
import pytest

from garment_parser.cache import Source
from garment_parser.config import CLASSES, IGNORE
from garment_parser.evaluate import evaluate_flat

SIZE_PX = 40
TOP, DRESS = CLASSES.index("top"), CLASSES.index("dress")


@pytest.fixture
def laid_out():
    """A white square, 20 px wide, that is a dress; its outline is unsure."""
    photo = np.zeros((SIZE_PX, SIZE_PX, 3), np.uint8)
    photo[10:30, 10:30] = 255
    labels = np.zeros((SIZE_PX, SIZE_PX), np.uint8)
    labels[9:31, 9:31] = IGNORE
    labels[11:29, 11:29] = DRESS
    return Source(["white"], photo[None], labels[None])


def white_is(garment, reach_px=0):
    def predict(photo):
        found = photo[..., 0] > 128
        found = found | np.roll(found, reach_px, axis=1)
        confidences = np.zeros((*found.shape, len(CLASSES)), np.float32)
        confidences[..., garment][found] = 1
        confidences[..., 0][~found] = 1
        return confidences

    return predict


def test_a_flat_lay_is_scored_by_where_and_by_which(laid_out):
    assert evaluate_flat(laid_out, white_is(DRESS)) | {"worstGarmentIou": {}} == {
        "photos": 1, "garmentIou": 1.0, "garmentIouMedian": 1.0, "namedRight": 1.0, "worstGarmentIou": {},
    }  # fmt: skip
    wrong_name = evaluate_flat(laid_out, white_is(TOP))
    assert (wrong_name["garmentIou"], wrong_name["namedRight"]) == (1.0, 0.0)


def test_what_reaches_beyond_the_unsure_outline_costs(laid_out):
    # 18 columns of 18 sure rows are cloth; eight columns are wrong beyond the outline, over the rows that are sure or background.
    score = evaluate_flat(laid_out, white_is(DRESS, reach_px=9))["garmentIou"]
    assert 0.6 < score < 0.75
