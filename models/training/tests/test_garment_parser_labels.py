import json
from pathlib import Path

import pytest

from garment_parser.config import CLASSES, IGNORE
from garment_parser.labels import (
    CCP_GROUPS,
    CCP_IGNORED,
    ccp_is_held_out,
    ccp_lookup,
    studio_class,
    studio_held_out,
)

LABELS_FILE = Path(__file__).parents[4] / "shared/data/people-ccp/labels.json"


def test_every_tag_is_mapped_once():
    tags = [tag for members in CCP_GROUPS.values() for tag in members] + list(CCP_IGNORED)
    assert len(tags) == len(set(tags)) == 59
    assert set(CCP_GROUPS) == set(CLASSES)


def test_lookup_follows_the_order_of_the_names():
    assert ccp_lookup(["null", "coat", "tights", "skirt"]) == [0, 4, IGNORE, 5]
    with pytest.raises(KeyError):
        ccp_lookup(["spacesuit"])


@pytest.mark.skipif(not LABELS_FILE.exists(), reason="needs the shared data set")
def test_the_data_sets_own_names_are_all_known():
    assert len(ccp_lookup(json.loads(LABELS_FILE.read_text()))) == 59


@pytest.mark.parametrize(
    ("group", "expected"), [("mh01_main", "top"), ("msh03_main", "bottom"), ("wj07_main", "outerwear")]
)
def test_studio_garment_is_read_from_the_name(group, expected):
    assert CLASSES[studio_class(group)] == expected


def test_held_out_photos_are_those_of_the_published_rule():
    assert [i for i in range(1, 31) if ccp_is_held_out(i)] == [10, 20, 30]
    assert studio_held_out([f"g{i:02d}" for i in reversed(range(21))]) == {"g00", "g10", "g20"}
