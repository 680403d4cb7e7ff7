import json

import numpy as np
import onnx
import pytest
import torch

from garment_parser.config import CLASSES
from garment_parser.export import to_int8_onnx
from garment_parser.landmarks import JOINTS
from garment_parser.model import GarmentParser, ProductHead
from garment_parser.onnx_graph import trace
from garment_parser.pretrained import load_shipped
from product_head.attributes import SLOT_COUNT, group_range, label
from product_head.features import encode, views_of, write_part
from product_head.sources import Example
from product_head.train import Part, measure, objective, read_parts, train


@pytest.fixture(scope="module")
def parser():
    torch.manual_seed(3)
    return GarmentParser(len(CLASSES), len(JOINTS)).eval()


def test_what_is_unknown_teaches_nothing():
    logits = torch.zeros(2, SLOT_COUNT, requires_grad=True)
    labels = torch.from_numpy(np.stack([label(kind="top"), label(worn=True)])).float()
    objective(logits, labels).backward()
    assert logits.grad[0, group_range("kind")].abs().min() > 0
    assert logits.grad[0, group_range("sleeve")].abs().max() == 0
    assert logits.grad[1, group_range("kind")].abs().max() == 0


def test_any_of_the_values_that_may_hold_is_right():
    labels = torch.from_numpy(label(sleeve=("short", "long"))[None]).float()
    answers = torch.full((1, SLOT_COUNT), -4.0)
    losses = []
    for slot in range(*group_range("sleeve").indices(SLOT_COUNT)):
        logits = answers.clone()
        logits[0, slot] = 4.0
        losses.append(float(objective(logits, labels)))
    none, short, three_quarter, long = losses
    assert abs(short - long) < 1e-6 and min(none, three_quarter) > short + 1


def flat(colour, kind, held_out, index):
    picture = np.full((96, 96, 3), colour, np.uint8)
    return Example(f"{kind}:{index}", held_out, picture, label(kind=kind, worn=False))


def test_a_part_is_written_once(tmp_path, parser):
    examples = [flat((200 - i, 30, 30), "top", i % 4 == 0, i) for i in range(12)]
    examples += [flat((30, 30, 200 - i), "bottom", i % 4 == 0, i) for i in range(12)]
    write_part("laid", iter(examples), 2, parser, tmp_path)
    described = json.loads((tmp_path / "laid.json").read_text())
    # Held-out pictures are seen once, as they are.
    assert (len(described["groups"]), sum(described["heldOut"])) == (6 + 2 * 18, 6)
    write_part("laid", iter([]), 2, parser, tmp_path)
    assert json.loads((tmp_path / "laid.json").read_text()) == described


def test_a_head_learns_what_its_features_tell():
    rng = np.random.default_rng(2)
    kinds = rng.integers(0, 2, 80)
    fine, deep = (rng.normal(0, 0.5, (80, channels, side, side)).astype(np.float32) for channels, side in ((96, 16), (320, 8)))
    deep[kinds == 1, :40] += 3
    labels = np.stack([label(kind=("top", "bottom")[kind], worn=False) for kind in kinds])
    part = Part(fine, deep, labels, [f"laid:{i}" for i in range(80)], np.arange(80) % 4 == 0)
    head = train({"laid": part}, steps=120, batch=16, seed=1)
    assert measure(head, {"laid": part})["laid"] == {"pictures": 20, "kind": 1.0, "worn": 1.0}


def test_a_fold_holds_out_whole_designs(tmp_path, parser):
    write_part("own", (flat((90, 90, 90), "top", False, i // 2) for i in range(8)), 1, parser, tmp_path)
    parts = read_parts(tmp_path, (1, 4))
    assert {group for group, out in zip(parts["own"].groups, parts["own"].held_out) if out} == {"top:1"}


def test_features_are_those_that_the_graph_gives_the_head(parser):
    pictures = np.random.default_rng(1).integers(0, 255, (2, 256, 256, 3), np.uint8)
    fine, deep = encode(parser, pictures)
    assert fine.shape == (2, 96, 16, 16) and deep.shape == (2, 320, 8, 8)


def test_a_new_head_leaves_everything_else_of_a_shipped_parser_as_it_is(tmp_path, parser):
    torch.manual_seed(4)
    for part in (parser.product.answer.weight, parser.product.answer.bias):
        torch.nn.init.uniform_(part, -1, 1)
    onnx.save(to_int8_onnx(trace(parser, 64)), tmp_path / "parser.onnx")
    restored = GarmentParser(len(CLASSES), len(JOINTS)).eval()
    load_shipped(restored, tmp_path / "parser.onnx")
    image = torch.rand(1, 3, 64, 64)
    with torch.no_grad():
        before = restored(image)
        restored.product = ProductHead()
        torch.nn.init.uniform_(restored.product.answer.bias, -1, 1)
        after = restored(image)
    assert torch.equal(before[:, :-1], after[:, :-1])
    assert not torch.allclose(before[:, -1], after[:, -1])


def test_a_held_out_picture_has_one_view():
    example = flat((1, 2, 3), "top", True, 0)
    assert len(list(views_of(example, 5, np.random.default_rng(0)))) == 1
