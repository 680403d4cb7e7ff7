import pytest
import torch

from stylemapgan.ablate import ABLATIONS, NO_BLEND_LOGIT, configured, figures, predictor
from stylemapgan.config import DataConfig, Stage, TrainConfig
from stylemapgan.crops import load_crops
from stylemapgan.data import SampleFactory
from stylemapgan.evaluate import evaluate, validation_sets
from stylemapgan.export import micro_model
from stylemapgan.features import SqueezeNetFeatures
from stylemapgan.train import Trainer, run
from synthetic_photos import write_data, write_features


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    root = tmp_path_factory.mktemp("world")
    folders = write_data(root)
    crops = load_crops(folders["people"], folders["pairs"], held_out=False, cache=None)
    return crops, SqueezeNetFeatures(write_features(root / "features.npz"))


def tiny_config(images: int) -> TrainConfig:
    config = TrainConfig(variant="micro", images=images, warm_up_steps=2, bf16=False, feature_images=1)
    config.stages = [Stage(32, 4, 1.0)]
    config.data.procedural_textures = 8
    return config


def outputs_of(name: str) -> tuple[dict, dict, torch.nn.Module]:
    """Outputs with and without the part, of the same random weights."""
    whole = micro_model().eval()
    part = ABLATIONS[name].make_model("micro").eval()
    part.load_state_dict(whole.state_dict())
    torch.manual_seed(0)
    content, style = torch.randn(1, 8, 32, 32), torch.randn(1, 4, 32, 32)
    return whole(content, style), part(content, style), part


def test_without_skips_fine_detail_of_the_photo_does_not_reach_the_picture():
    whole, part, model = outputs_of("no-skips")
    assert not torch.allclose(whole["image"], part["image"], atol=1e-3)
    sum(value.sum() for value in part.values()).backward()
    skips = model.content_encoder.skips
    assert all(layer.weight.grad is None or layer.weight.grad.abs().sum() == 0 for layer in skips[:4])
    assert skips[4].weight.grad.abs().sum() > 0


def test_without_warp_only_the_blend_changes():
    whole, part, _ = outputs_of("no-warp")
    assert (part["alpha"] == NO_BLEND_LOGIT).all()
    assert torch.equal(whole["image"], part["image"])


def test_a_plain_gain_ignores_the_luminance_of_the_photo():
    whole, part, _ = outputs_of("plain-gain")
    assert (part["shading"][:, 0] == 0).all()
    assert torch.equal(whole["shading"][:, 1], part["shading"][:, 1])


def test_without_retexturing_the_network_sees_what_it_has_to_make(world):
    crops, _ = world
    config = configured(tiny_config(8), ABLATIONS["no-retexture"])
    sample = SampleFactory(crops, None, config.data, 32, 1).draw("own")
    assert (sample.photo == sample.target).all()
    assert DataConfig().retextured


def test_a_budget_in_images_ends_there_and_gives_a_row(world, tmp_path):
    crops, features = world
    config = tiny_config(24)
    trainer = Trainer(config, features, torch.device("cpu"), ABLATIONS["no-skips"].make_model)
    run(trainer, lambda size_px, seed: SampleFactory(crops, None, config.data, size_px, seed), tmp_path)
    assert trainer.images == 24
    sets = validation_sets(SampleFactory(crops, None, config.data, 32, 2), 2)
    row = figures(evaluate(predictor(trainer), features, sets)[0])
    assert {"street.psnrDb", "exact.ssim", "leak.codes"} <= row.keys()
    assert all(value == value for value in row.values())
