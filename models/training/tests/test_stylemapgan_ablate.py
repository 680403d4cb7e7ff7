import json

import torch
import pytest

pytest.importorskip("onnxruntime")

from stylemapgan.ablate import configured, figures, kept_rows, predictor
from stylemapgan.ablations import ABLATIONS, NO_BLEND_LOGIT
from stylemapgan.composition import compose, log_luminance
from stylemapgan.config import DataConfig, Stage, TrainConfig
from stylemapgan.crops import load_crops
from stylemapgan.data import SampleFactory
from stylemapgan.evaluate import evaluate, validation_sets
from stylemapgan.export import micro_model
from stylemapgan.features import SqueezeNetFeatures
from stylemapgan.own_frame import OwnFrame, sampled
from stylemapgan.train import run
from stylemapgan.trainer import Trainer
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
    assert {"street.psnrDb", "exact.generator.ssim", "exact.share", "leak.codes"} <= row.keys()
    assert all(value == value for value in row.values())


@pytest.mark.parametrize("name", ["encode-then-warp", "stylemap-32", "highlight"])
def test_other_designs_answer_at_the_same_sizes_and_train(world, name):
    crops, features = world
    trainer = Trainer(tiny_config(8), features, torch.device("cpu"), ABLATIONS[name].make_model)
    batch = SampleFactory(crops, None, tiny_config(8).data, 32, 3).batch(4)
    losses = [float(trainer.train_step(batch)["loss"]) for _ in range(25)]
    assert losses[-1] < 0.95 * losses[0]
    whole, part = micro_model().eval(), ABLATIONS[name].make_model("micro").eval()
    content, style = torch.randn(1, 8, 32, 32), torch.randn(1, 4, 32, 32)
    expected, made = whole(content, style), part(content, style)
    assert all(made[key].shape == value.shape for key, value in expected.items())


def test_the_inverse_of_an_alignment_brings_a_smooth_picture_back():
    frame = OwnFrame.drawn(3, random=False, device=torch.device("cpu"))
    size = 64
    axis = torch.linspace(-1, 1, size)
    picture = (torch.sin(3 * axis).view(1, -1) + torch.cos(2 * axis).view(-1, 1)).expand(3, 1, size, size)
    own = sampled(picture, frame.to_crop(size), "border")
    back = sampled(own, frame.to_own(size), "border")
    inner = (..., slice(20, 44), slice(20, 44))
    assert (own - picture)[inner].abs().max() > 0.1
    assert (back - picture)[inner].abs().max() < 0.02


def test_maps_are_the_same_when_measuring_and_others_when_training():
    cpu = torch.device("cpu")
    same = [OwnFrame.drawn(2, random=False, device=cpu).matrix for _ in range(2)]
    other = [OwnFrame.drawn(2, random=True, device=cpu).matrix for _ in range(2)]
    assert torch.equal(*same) and not torch.equal(*other)


def test_a_highlight_adds_the_light_above_the_mean_and_nothing_else(world):
    photo = torch.full((1, 3, 8, 8), 0.1)
    photo[..., :4] = 0.4
    mask = torch.ones(1, 1, 8, 8)
    outputs = {
        "flow": torch.zeros(1, 2, 2, 2),
        "shading": torch.zeros(1, 2, 2, 2),
        "image": torch.zeros(1, 3, 8, 8),
        "alpha": torch.zeros(1, 1, 8, 8),
    }
    reference = torch.full((1, 3, 8, 8), 0.2)
    log_lum = log_luminance(photo, mask)
    dull = compose(outputs, photo, mask, log_lum, reference, mask)["relit"]
    glossy = compose(outputs | {"highlight": torch.ones(1, 1, 2, 2)}, photo, mask, log_lum, reference, mask)["relit"]
    added = glossy - dull
    mean = ((0.42 * 0.12) ** 0.5)
    torch.testing.assert_close(added[..., :4], torch.full((1, 3, 8, 4), 0.42 - mean))
    assert added[..., 4:].abs().max() == 0


def test_rows_are_kept_for_the_same_budget_only(tmp_path):
    path = tmp_path / "rows.json"
    assert kept_rows(path, 10) == {} == kept_rows(None, 10)
    path.write_text(json.dumps({"images": 10, "rows": {"full": {"leak.codes": 1.0}}}))
    assert kept_rows(path, 10) == {"full": {"leak.codes": 1.0}}
    assert kept_rows(path, 20) == {}


def test_an_ablation_changes_loss_and_variant_in_a_copy():
    base = tiny_config(8)
    assert configured(base, ABLATIONS["adversary"]).loss.adversarial == 0.1
    assert configured(base, ABLATIONS["L"]).variant == "L"
    assert (base.loss.adversarial, base.variant) == (0.0, "micro")
