import numpy as np
import pytest

from garment_parser.appearance import replace_background
from garment_parser.cache import Source
from garment_parser.config import CLASSES, IGNORE
from garment_parser.geometry import warp
from garment_parser.labels import FOREGROUND
from garment_parser.studio import covers_trousers, studio_labels

TOP = CLASSES.index("top")


@pytest.fixture
def studio_photo():
    """White wall, dark hair, a red top, one bare arm, dark trousers around a white gap."""
    photo = np.full((320, 256, 3), 255, np.uint8)
    photo[160:320, 80:176] = (40, 40, 46)
    photo[200:300, 110:146] = 255
    photo[60:160, 80:176] = (190, 30, 40)
    photo[60:160, 40:80] = (205, 150, 120)
    photo[20:60, 100:156] = (60, 40, 30)
    mask = np.zeros((320, 256), bool)
    mask[60:160, 80:176] = True
    return photo, mask


def test_studio_labels_say_only_what_is_known(studio_photo):
    photo, mask = studio_photo
    labels = studio_labels(photo, mask, TOP)
    assert labels[10, 10] == 0
    assert labels[250, 128] == 0, "the wall seen through the gap"
    assert labels[110, 128] == TOP
    assert CLASSES[labels[110, 60]] == "skin"
    assert labels[40, 128] == FOREGROUND, "hair, or a hat"
    assert CLASSES[labels[180, 128]] == "bottom", "under a top's hem"
    assert labels[110, 39] == IGNORE, "the key's edge"


def test_a_second_recoloured_garment_is_not_taken_for_the_first(studio_photo):
    photo, mask = studio_photo
    mask[20:50, 110:140] = True
    assert studio_labels(photo, mask, TOP)[30, 120] == FOREGROUND


def test_a_top_whose_mask_runs_out_of_the_picture_covers_trousers_too(studio_photo):
    photo, mask = studio_photo
    assert not covers_trousers(studio_labels(photo, mask, TOP), TOP)
    mask[160:320, 80:176] = True
    assert covers_trousers(studio_labels(photo, mask, TOP), TOP)


def test_under_trousers_only_the_feet_are_shoes(studio_photo):
    photo, mask = studio_photo
    mask[:] = False
    mask[160:240, 80:176] = True
    labels = studio_labels(photo, mask, CLASSES.index("bottom"))
    assert labels[270, 90] == FOREGROUND
    assert CLASSES[labels[315, 90]] == "footwear"


@pytest.mark.parametrize("seed", range(12))
def test_photo_and_labels_move_together(seed):
    rng = np.random.default_rng(seed)
    labels = np.zeros((240, 160), np.uint8)
    labels[40:200, 40:120] = 3
    labels[80:120, 60:100] = 5
    photo = np.repeat((labels * 40)[..., None], 3, -1)
    source = Source(["drawn"], photo[None], labels[None])
    warped, moved, _ = warp(source.pyramid(0), None, 128, rng)
    inside = moved != IGNORE
    # Interpolation mixes neighbours along outlines, nowhere else.
    agrees = np.abs(warped[..., 0].astype(int) - moved.astype(int) * 40) <= 4
    assert agrees[inside].mean() > 0.94
    assert inside.any()


def test_a_new_background_leaves_the_person_alone():
    rng = np.random.default_rng(1)
    photo = np.full((64, 64, 3), 128, np.uint8)
    labels = np.zeros((64, 64), np.uint8)
    labels[16:48, 16:48] = 3
    replace_background(photo, labels, 0, rng)
    assert (photo[20:44, 20:44] == 128).all()
    assert (photo[:12] != 128).any()
