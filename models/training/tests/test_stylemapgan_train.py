import json

import torch
import pytest

pytest.importorskip("onnxruntime")

from stylemapgan.config import LossWeights, Stage, TrainConfig, load_config
from stylemapgan.crops import load_crops
from stylemapgan.data import SampleFactory, collate
from stylemapgan.export import load_checkpoint
from stylemapgan.features import SqueezeNetFeatures
from stylemapgan.losses import explained_share, loss_terms, masked_mean, second_difference, weighted_sum
from stylemapgan.forward import forward
from stylemapgan.train import dry_run, run
from stylemapgan.trainer import Trainer
from synthetic_photos import write_data, write_features


def tiny_config() -> TrainConfig:
    config = TrainConfig(variant="micro", minutes=0.1, warm_up_steps=5, bf16=False, feature_images=1)
    config.stages = [Stage(32, 4, 0.5), Stage(64, 2, 0.5)]
    config.data.procedural_textures, config.data.photo_textures = 8, 2
    return config


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    root = tmp_path_factory.mktemp("world")
    folders = write_data(root)
    crops = load_crops(folders["people"], folders["pairs"], held_out=False, cache=None)
    features = SqueezeNetFeatures(write_features(root / "features.npz"))
    config = tiny_config()

    def make_factory(size_px: int, seed: int) -> SampleFactory:
        return SampleFactory(crops, folders["garments"], config.data, size_px, seed)

    return features, make_factory


def test_configuration_overrides_defaults_and_refuses_typing_errors(tmp_path):
    path = tmp_path / "config.json"
    stage = {"size_px": 64, "batch": 2, "share": 1}
    path.write_text(json.dumps({"minutes": 3, "loss": {"gain": 1}, "stages": [stage]}))
    config = load_config(path)
    assert (config.minutes, config.loss.gain, config.loss.result) == (3, 1, LossWeights().result)
    assert config.stages == [Stage(64, 2, 1)]
    path.write_text(json.dumps({"loss": {"gane": 1}}))
    with pytest.raises(ValueError, match="gane"):
        load_config(path)


def test_loss_falls_on_one_batch(world):
    features, make_factory = world
    trainer = Trainer(tiny_config(), features, torch.device("cpu"))
    batch = make_factory(32, 1).batch(4)
    losses = [float(trainer.train_step(batch)["loss"]) for _ in range(25)]
    assert losses[-1] < 0.9 * losses[0]


def test_a_run_switches_stages_and_resumes_where_it_stopped(world, tmp_path):
    features, make_factory = world
    sizes = []

    def recording(size_px: int, seed: int) -> SampleFactory:
        sizes.append(size_px)
        return make_factory(size_px, seed)

    first = Trainer(tiny_config(), features, torch.device("cpu"))
    run(first, recording, tmp_path)
    assert sizes == [32, 64]
    assert first.progress == 1
    second = Trainer(tiny_config(), features, torch.device("cpu"))
    second.load(tmp_path / "checkpoint.pt")
    assert (second.step, second.images) == (first.step, first.images)
    for name, value in second.ema.state_dict().items():
        assert torch.equal(value, first.ema.state_dict()[name])
    model, variant = load_checkpoint(tmp_path / "checkpoint.pt")
    assert variant == "micro"
    assert torch.equal(model.style_encoder.stem.conv.weight, first.ema.style_encoder.stem.conv.weight)


def test_a_dry_run_visits_every_stage_and_writes_nothing(world, capsys):
    features, make_factory = world
    trainer = Trainer(tiny_config(), features, torch.device("cpu"))
    dry_run(trainer, make_factory)
    assert capsys.readouterr().out.count("size_px=") == 2
    assert trainer.step == 4


def test_a_loss_that_is_not_a_number_stops_the_run(world):
    features, make_factory = world
    trainer = Trainer(tiny_config(), features, torch.device("cpu"))
    batch = make_factory(32, 1).batch(2)
    batch["target"][0] = float("nan")
    with pytest.raises(FloatingPointError):
        trainer.train_step(batch)


def test_learning_rate_warms_up_and_decays(world):
    trainer = Trainer(tiny_config(), world[0], torch.device("cpu"))
    rates = []
    for trainer.step, trainer.elapsed_s in ((0, 0.0), (4, 0.0), (50, 3.0), (99, 6.0)):
        rates.append(trainer.learning_rate())
    assert rates == pytest.approx([6e-4 / 5, 6e-4, 3.15e-4, 3e-5])


def test_exact_samples_ask_for_alpha_and_for_no_flow(world):
    features, make_factory = world
    batch = make_factory(32, 2).batch(6)
    batch["exact"][:] = 1
    batch["flow"][:] = 0
    trainer = Trainer(tiny_config(), features, torch.device("cpu"))
    outputs, pictures = forward(trainer.model, batch)
    good = loss_terms(batch, outputs, pictures, None, 0)
    assert good["flow_error"] == 0
    worse = outputs | {"flow": outputs["flow"] + 0.05, "alpha": outputs["alpha"] - 4}
    bad = loss_terms(batch, worse, pictures, None, 0)
    assert bad["flow_error"] > 1 and bad["alpha_exact"] > 0.5 > good["alpha_exact"]
    assert weighted_sum(bad, LossWeights()) > weighted_sum(good, LossWeights())


def test_masked_mean_and_bending():
    values = torch.tensor([1.0, 3.0, 100.0]).view(1, 1, 1, 3)
    weight = torch.tensor([1.0, 1.0, 0.0]).view(1, 1, 1, 3)
    assert masked_mean(values, weight) == 2
    ramp = torch.arange(6.0).view(1, 1, 1, 6).expand(1, 1, 6, 6)
    assert second_difference(ramp) == 0 < second_difference(ramp**2)


def test_explained_share_tells_folds_from_a_pattern():
    x = torch.arange(128.0).view(1, 1, 1, 128).expand(1, 1, 128, 128)
    y = x.transpose(2, 3)
    folds, stripes = 0.3 * torch.sin(x / 9), 0.8 * torch.sign(torch.sin(y / 2))
    mask = torch.ones_like(x)
    plain, weight = explained_share(folds, folds, mask, 32)
    patterned, _ = explained_share(folds + stripes, folds, mask, 32)
    _, flat_weight = explained_share(torch.zeros_like(x), folds, mask, 32)
    assert plain.mean() > 0.85 and patterned.mean() < 0.2
    assert weight.mean() > 0.8 and flat_weight.max() == 0


def test_twins_that_come_out_alike_cost_nothing(world):
    _, make_factory = world
    factory = make_factory(32, 6)
    batch = collate(list(factory.twins()))
    assert batch["twin"].flatten().tolist() == [0, 1]
    trainer = Trainer(tiny_config(), world[0], torch.device("cpu"))
    outputs, pictures = forward(trainer.model, batch)
    alike = pictures | {"blend": batch["target"]}
    assert loss_terms(batch, outputs, alike, None, 0)["twin"] == 0
    different = pictures | {"blend": torch.stack((batch["target"][0], batch["target"][0] * 0.5))}
    assert loss_terms(batch, outputs, different, None, 0)["twin"] > 0.01
    batch["twin"][:] = 0
    assert loss_terms(batch, outputs, different, None, 0)["twin"] == 0
