import json

import numpy as np
import pytest
import torch

from garment_parser.average import average_states
from garment_parser.config import CLASSES, Config, load_config
from garment_parser.export import load_averaged
from garment_parser.synthetic import synthetic_data
from garment_parser.train import Trainer, main


@pytest.fixture
def small_config(tmp_path):
    path = tmp_path / "config.json"
    path.write_text(json.dumps({"batch_size": 2, "early_size_px": 64, "bfloat16": False}))
    return path


def test_dry_run_trains_saves_and_resumes(tmp_path, small_config):
    out = tmp_path / "run"
    arguments = ["--dry-run", "--out", str(out), "--config", str(small_config), "--log-every", "1"]
    main(arguments)
    lines = [json.loads(line) for line in (out / "log.jsonl").read_text().splitlines()]
    assert [line["iteration"] for line in lines] == [1, 2]
    assert all(np.isfinite(line["total"]) for line in lines)
    with torch.no_grad():
        confidences = load_averaged(out / "checkpoint.pt")(torch.rand(1, 3, 64, 64))
    torch.testing.assert_close(confidences[:, : len(CLASSES)].sum(1), torch.ones(1, 64, 64))
    # Already complete: a second call resumes at the end and adds no step.
    main(arguments)
    assert len((out / "log.jsonl").read_text().splitlines()) == 2


def test_batches_depend_on_seed_and_iteration_alone():
    config = Config(batch_size=3)
    first, again = synthetic_data(config).batch(5, 64), synthetic_data(config).batch(5, 64)
    other = synthetic_data(config).batch(6, 64)
    assert torch.equal(first.images, again.images) and torch.equal(first.labels, again.labels)
    assert not torch.equal(first.images, other.images)


def test_unknown_setting_is_refused(tmp_path):
    path = tmp_path / "config.json"
    path.write_text('{"learning_rat": 1}')
    with pytest.raises(ValueError, match="learning_rat"):
        load_config(path)


def test_average_lies_between_and_keeps_counters():
    first = {"weight": torch.tensor([0.0, 2.0]), "count": torch.tensor(3)}
    second = {"weight": torch.tensor([1.0, 4.0]), "count": torch.tensor(5)}
    mean = average_states(first, second)
    assert mean["weight"].tolist() == [0.5, 3.0]
    assert mean["count"].item() == 5


def test_teaching_joints_alone_leaves_every_class_as_it_is():
    config = Config(batch_size=2, joints_only=True, bfloat16=False, landmark_learning_rate=0.01)
    trainer = Trainer(config, torch.device("cpu"), None)
    picture = torch.rand(1, 3, 64, 64)

    def answer():
        with torch.no_grad():
            return trainer.model(picture)

    before, batch = answer(), synthetic_data(config).batch(0, 64)
    for progress in (0.1, 0.2):
        trainer.step(batch, progress)
    after = answer()
    # The last channels are the joints' and the product's.
    assert torch.equal(before[:, :-2], after[:, :-2])
    assert not torch.equal(before[:, -2], after[:, -2])
    assert torch.equal(before[:, -1], after[:, -1])
