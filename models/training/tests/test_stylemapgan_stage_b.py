import pytest
import torch

from stylemapgan.adversary import Adversary, PatchDiscriminator
from stylemapgan.config import LossWeights, Stage, StageB, TrainConfig
from stylemapgan.crops import load_crops
from stylemapgan.data import SampleFactory
from stylemapgan.features import SqueezeNetFeatures
from stylemapgan.own_output import wearing_own_output
from stylemapgan.swap import swap_terms, swapped
from stylemapgan.train import dry_run, run
from stylemapgan.trainer import Trainer
from synthetic_photos import write_data, write_features

CPU = torch.device("cpu")


def config_with(loss: LossWeights, stage_b: StageB) -> TrainConfig:
    config = TrainConfig(variant="micro", images=32, warm_up_steps=2, bf16=False, feature_images=1)
    config.stages = [Stage(32, 4, 1.0)]
    config.data.procedural_textures = 8
    config.loss, config.stage_b = loss, stage_b
    return config


def everything() -> TrainConfig:
    loss = LossWeights(adversarial=0.1, swap_style=0.05, swap_folds=0.1)
    return config_with(loss, StageB(start=0.5, own_output=0.5, crop_px=24, swap_images=2))


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    root = tmp_path_factory.mktemp("world")
    folders = write_data(root)
    crops = load_crops(folders["people"], folders["pairs"], held_out=False, cache=None)

    def make_factory(size_px: int, seed: int) -> SampleFactory:
        return SampleFactory(crops, None, everything().data, size_px, seed)

    return SqueezeNetFeatures(write_features(root / "features.npz")), make_factory


def test_the_discriminator_learns_to_tell_noise_from_flat_cloth_and_the_generator_term_follows():
    torch.manual_seed(0)
    adversary = Adversary(StageB(crop_px=32), CPU)
    mask = torch.ones(4, 1, 32, 32)
    flat, noise = torch.full((4, 3, 32, 32), 0.5), torch.rand(4, 3, 32, 32)
    losses = [float(adversary.train_step(flat, noise, mask)) for _ in range(60)]
    assert losses[-1] < 0.8 * losses[0]
    assert adversary.generator_term(flat, mask) < adversary.generator_term(noise, mask) - 0.1


def test_the_generator_term_reaches_the_picture_and_not_the_discriminator():
    adversary = Adversary(StageB(crop_px=32), CPU)
    picture = torch.rand(2, 3, 32, 32, requires_grad=True)
    mask = torch.zeros(2, 1, 32, 32)
    mask[..., :8, :8] = 1
    adversary.generator_term(picture, mask).backward()
    assert picture.grad.abs().sum() > 0
    assert picture.grad[..., 31, 31].abs().sum() == 0
    assert all(parameter.grad is None for parameter in adversary.discriminator.parameters())
    assert all(parameter.requires_grad for parameter in adversary.discriminator.parameters())


def test_every_convolution_of_the_discriminator_is_bounded():
    discriminator = PatchDiscriminator()
    with torch.no_grad():
        for parameter in discriminator.parameters():
            parameter.mul_(50)
        for _ in range(20):
            discriminator(torch.rand(1, 3, 32, 32), torch.ones(1, 1, 32, 32))
    convolutions = [m for m in discriminator.modules() if isinstance(m, torch.nn.Conv2d)]
    assert len(convolutions) == 4
    for layer in convolutions:
        assert torch.linalg.matrix_norm(layer.weight.flatten(1), 2) < 1.2


def test_r1_is_lazy(monkeypatch):
    calls = []
    original = torch.autograd.grad
    monkeypatch.setattr(torch.autograd, "grad", lambda *a, **k: calls.append(1) or original(*a, **k))
    adversary = Adversary(StageB(crop_px=16, r1_every=3), CPU)
    pictures, mask = torch.rand(2, 3, 16, 16), torch.ones(2, 1, 16, 16)
    for _ in range(6):
        adversary.train_step(pictures, pictures, mask)
    assert len(calls) == 2


def test_a_swap_takes_another_reference_and_keeps_the_photo(world):
    _, make_factory = world
    batch = make_factory(32, 3).batch(5)
    few = swapped(batch, 2)
    assert torch.equal(few["reference"], batch["reference"][2:4])
    assert torch.equal(few["valid"], batch["valid"][2:4])
    assert torch.equal(few["photo"], batch["photo"][:2]) and torch.equal(few["mask"], batch["mask"][:2])


def test_swap_terms_prefer_the_new_cloth_and_the_true_folds(world):
    features, make_factory = world
    batch = swapped(make_factory(64, 4).batch(4), 2)
    batch["valid"] = torch.ones_like(batch["valid"])
    x = torch.linspace(0, 12, 64).view(1, 1, 1, 64).expand(2, 1, 64, 64)
    batch["log_gain"], batch["reference"] = 0.3 * torch.sin(x), torch.full_like(batch["reference"], 0.5)
    worn = 0.5 * torch.exp(0.4 * batch["log_gain"]).expand(-1, 3, -1, -1)
    upside_down = 0.5 * torch.exp(-0.4 * batch["log_gain"]).expand(-1, 3, -1, -1)
    good, bad = swap_terms(batch, worn, features), swap_terms(batch, upside_down, features)
    assert good["swap_folds"] < 0.1 and bad["swap_folds"] > 1.5
    assert good["swap_style"] < swap_terms(batch, torch.rand_like(worn), features)["swap_style"]
    assert swap_terms(batch, batch["reference"], features)["swap_style"] < 1e-4


def test_own_output_changes_the_photo_inside_the_mask_only(world):
    features, make_factory = world
    trainer = Trainer(everything(), features, CPU)
    batch = make_factory(32, 5).batch(4)
    worn = wearing_own_output(trainer.ema, batch, 1.0)
    changed = (worn["photo"] - batch["photo"]).abs()
    assert (changed * (batch["mask"] > 0.5)).max() > 0.05
    assert (changed * (batch["mask"] == 0)).max() < 1e-5
    assert torch.equal(worn["target"], batch["target"])
    assert torch.equal(wearing_own_output(trainer.ema, batch, 0.0)["photo"], batch["photo"])


def test_the_second_stage_begins_at_its_share_and_resumes_with_its_discriminator(world, tmp_path):
    features, make_factory = world
    trainer = Trainer(everything(), features, CPU)
    late = {"adversarial", "swap_style", "swap_folds", "discriminator"}
    batch = make_factory(32, 6).batch(4)
    assert not late & trainer.train_step(batch).keys()
    trainer.images = 16
    assert late <= trainer.train_step(batch).keys()
    trainer.images = 0
    run(trainer, make_factory, tmp_path)
    assert trainer.images == 32 and trainer.adversary.step > 4
    again = Trainer(everything(), features, CPU)
    again.load(tmp_path / "checkpoint.pt")
    assert again.adversary.step == trainer.adversary.step
    for name, value in again.adversary.discriminator.state_dict().items():
        assert torch.equal(value, trainer.adversary.discriminator.state_dict()[name])


def test_weights_of_zero_switch_every_late_term_off(world, capsys):
    features, make_factory = world
    trainer = Trainer(config_with(LossWeights(), StageB(start=0)), features, CPU)
    dry_run(trainer, make_factory)
    printed = capsys.readouterr().out
    assert trainer.adversary is None
    assert "swap" not in printed and "adversarial" not in printed
