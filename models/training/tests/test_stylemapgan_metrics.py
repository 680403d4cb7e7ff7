import pytest
import torch

from stylemapgan.baselines import classical, mean_colour, rough_paste
from stylemapgan.composition import to_linear
from stylemapgan.features import SqueezeNetFeatures, gram_distance, perceptual_distance
from stylemapgan.metrics import fold_correlation, psnr_db, ssim
from synthetic_photos import write_features

SIZE = 64


@pytest.fixture(scope="module")
def features(tmp_path_factory):
    return SqueezeNetFeatures(write_features(tmp_path_factory.mktemp("weights") / "features.npz"))


@pytest.fixture
def picture():
    torch.manual_seed(3)
    return torch.rand(2, 3, SIZE, SIZE)


@pytest.fixture
def mask():
    mask = torch.zeros(2, 1, SIZE, SIZE)
    mask[..., 16:48, 16:48] = 1
    return mask


def test_psnr_of_a_known_error_counts_inside_only(picture, mask):
    other = picture + 0.1 * mask
    assert psnr_db(other, picture, mask).tolist() == pytest.approx([20, 20], abs=1e-3)
    assert psnr_db(picture + (1 - mask), picture, mask).min() > 90


def test_ssim_is_one_for_equal_pictures_and_falls_with_noise(picture, mask):
    assert ssim(picture, picture, mask).tolist() == pytest.approx([1, 1], abs=1e-5)
    weak, strong = (ssim(picture + s * torch.randn_like(picture), picture, mask) for s in (0.05, 0.3))
    assert (strong < weak).all() and (weak < 1).all()


def test_fold_correlation_follows_sign_and_ignores_colour(mask):
    folds = 0.5 + 0.2 * torch.sin(torch.arange(SIZE) / 4).view(1, 1, 1, SIZE).expand(2, 3, SIZE, SIZE)
    assert fold_correlation(folds * torch.tensor((1.0, 0.6, 0.3)).view(1, 3, 1, 1), folds, mask).min() > 0.95
    assert fold_correlation(1 - folds, folds, mask).max() < -0.9


def test_feature_distances_vanish_for_equal_pictures_and_grow_with_noise(features, picture, mask):
    base = features(picture)
    assert perceptual_distance(base, base, mask).max() == 0 == gram_distance(base, base, mask).max()
    weak, strong = (features((picture + s * torch.randn_like(picture)).clamp(0, 1)) for s in (0.02, 0.5))
    assert (perceptual_distance(strong, base, mask) > 2 * perceptual_distance(weak, base, mask)).all()
    assert (gram_distance(strong, base, mask) > gram_distance(weak, base, mask)).all()


def test_feature_shapes_are_those_of_squeezenet(features, picture):
    shapes = [tuple(f.shape[1:]) for f in features(picture)]
    assert shapes == [(96, 29, 29), (128, 14, 14), (128, 14, 14), (256, 14, 14), (256, 7, 7)]


@pytest.fixture
def task(mask):
    """A flat reference; the target is it under a light that the photo shows in grey."""
    light = torch.linspace(0.3, 1, SIZE).view(1, 1, 1, SIZE).expand(2, 3, SIZE, SIZE)
    colour = torch.tensor((0.5, 0.2, 0.1)).view(1, 3, 1, 1).expand_as(light)
    inside = light[..., 16:48].mean()
    return {
        "photo_linear": light * 0.4,
        "reference_linear": colour,
        "mask": mask,
        "valid": torch.ones_like(mask),
        "wanted_linear": colour * light / inside,
    }


def test_classical_shading_solves_the_task_it_is_made_for(task):
    got = to_linear(classical(task, task["photo_linear"], low_pass=False))
    inside = (task["mask"] > 0).expand_as(got)
    torch.testing.assert_close(got[inside], task["wanted_linear"][inside], atol=1e-4, rtol=0)


def test_the_other_baselines_have_no_light_and_fill_holes(task):
    task["valid"][..., :32] = 0
    for baseline in (mean_colour, rough_paste):
        got = to_linear(baseline(task))
        inside = (task["mask"] > 0).expand_as(got)
        torch.testing.assert_close(got[inside], task["reference_linear"][inside], atol=1e-4, rtol=0)
        torch.testing.assert_close(got[~inside], task["photo_linear"][~inside], atol=1e-4, rtol=0)
