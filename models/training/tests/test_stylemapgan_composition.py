import numpy as np
import pytest
import torch

from stylemapgan import colour
from stylemapgan.composition import (
    compose,
    content_input,
    log_luminance,
    masked_blur,
    relit,
    resized,
    style_input,
    to_linear,
    to_srgb,
    warp,
)

SIZE = 32


@pytest.fixture
def scene():
    torch.manual_seed(2)
    photo, reference = torch.rand(1, 3, SIZE, SIZE), torch.rand(1, 3, SIZE, SIZE)
    mask = torch.zeros(1, 1, SIZE, SIZE)
    mask[..., 8:24, 8:24] = 1
    return photo, reference, mask


def constant_outputs(p: float, q: float, alpha: float, flow=(0.0, 0.0)) -> dict[str, torch.Tensor]:
    return {
        "flow": torch.tensor(flow).view(1, 2, 1, 1).expand(1, 2, 8, 8).contiguous(),
        "shading": torch.tensor((float(p), float(q))).view(1, 2, 1, 1).expand(1, 2, 8, 8).contiguous(),
        "image": torch.zeros(1, 3, SIZE, SIZE),
        "alpha": torch.full((1, 1, SIZE, SIZE), alpha),
    }


def test_transfer_functions_are_inverse_and_agree_with_the_tables():
    codes = torch.arange(256) / 255
    torch.testing.assert_close(to_srgb(to_linear(codes)), codes, atol=1e-5, rtol=0)
    integers = np.arange(256, dtype=np.uint8)
    np.testing.assert_allclose(colour.to_linear(integers), to_linear(codes).numpy(), atol=1e-6)
    assert np.abs(colour.to_srgb(colour.to_linear(integers)).astype(int) - integers).max() <= 1


def test_the_curve_has_a_finite_slope_at_black():
    x = torch.zeros(3, requires_grad=True)
    to_srgb(x).sum().backward()
    assert torch.isfinite(x.grad).all()


def test_log_luminance_is_centred_on_the_mask_and_ignores_exposure(scene):
    photo, _, mask = scene
    linear = to_linear(photo)
    value = log_luminance(linear, mask)
    assert abs(float((value * mask).sum() / mask.sum())) < 1e-5
    grey = torch.full_like(linear, 0.3)
    assert log_luminance(grey, mask).abs().max() < 1e-6


def test_masked_blur_does_not_bleed_across_the_silhouette(scene):
    mask = scene[2]
    values = torch.where(mask > 0.5, torch.tensor(2.0), torch.tensor(-100.0))
    torch.testing.assert_close(masked_blur(values, mask), 2 * mask)


def test_content_channels_are_in_the_contract_order(scene):
    photo, _, mask = scene
    log_lum = log_luminance(to_linear(photo), mask)
    content = content_input(photo, log_lum, mask, 1 - mask)
    assert content.shape == (1, 8, SIZE, SIZE)
    torch.testing.assert_close(content[:, 1:2], mask)
    torch.testing.assert_close(content[:, 2:5], photo * 2 - 1)
    torch.testing.assert_close(content[:, 5:6], 1 - mask)
    assert content[0, 6, 0, 0] == content[0, 7, 0, 0] == 1 / SIZE - 1
    assert content[0, 6, 0, -1] == content[0, 7, -1, 0] == 1 - 1 / SIZE
    assert (content[:, 0:1][mask == 0] == 0).all()


def test_style_hides_what_is_not_valid(scene):
    _, reference, mask = scene
    style = style_input(reference, mask)
    assert (style[:, :3][(mask == 0).expand(-1, 3, -1, -1)] == 0).all()
    torch.testing.assert_close(style[:, 3:], mask)


def test_nothing_changes_outside_the_mask(scene):
    photo, reference, mask = scene
    linear = to_linear(photo)
    made = compose(
        constant_outputs(1, 0.3, 2.0, (0.1, -0.05)),
        linear,
        mask,
        log_luminance(linear, mask),
        to_linear(reference),
        torch.ones_like(mask),
    )
    outside = (mask == 0).expand(-1, 3, -1, -1)
    torch.testing.assert_close(made["out"][outside], photo[outside], atol=1e-5, rtol=0)
    assert (made["out"][~outside] - photo[~outside]).abs().mean() > 0.05


def test_full_p_multiplies_the_reference_by_the_photos_light(scene):
    _, _, mask = scene
    light = torch.linspace(0.2, 0.6, SIZE).view(1, 1, 1, SIZE).expand(1, 3, SIZE, SIZE)
    reference = torch.full_like(light, 0.25)
    made = compose(constant_outputs(1, 0, 50.0), light, mask, log_luminance(light, mask), reference, torch.ones_like(mask))
    ratio = made["relit"] / (light + 0.02)
    assert float(ratio.max() / ratio.min()) == pytest.approx(1, abs=1e-4)


def test_relit_cloth_has_the_asked_luminance_and_richer_shadows():
    cloth = torch.tensor((0.4, 0.1, 0.1)).view(1, 3, 1, 1).expand(1, 3, 1, 3)
    gain = torch.tensor((-1.0, 0.0, 0.5)).view(1, 1, 1, 3)
    made = relit(cloth, gain)
    weights = torch.tensor(colour.LUMINANCE_WEIGHTS).view(1, 3, 1, 1)
    torch.testing.assert_close((made * weights).sum(1), (cloth * weights).sum(1) * torch.exp(gain[:, 0]))
    ratio = made[0, 0, 0] / made[0, 1, 0]
    assert ratio[0] > ratio[1] > ratio[2] > 1
    assert float(ratio[1]) == pytest.approx(4)
    same = colour.relit(cloth.permute(0, 2, 3, 1).numpy(), gain[:, 0].numpy())
    np.testing.assert_allclose(same, made.permute(0, 2, 3, 1).numpy(), rtol=1e-5)


def test_unlit_undoes_relit():
    rng = np.random.default_rng(5)
    cloth = rng.uniform(0.02, 1, (16, 16, 3)).astype(np.float32)
    gain = rng.uniform(-1.5, 1, (16, 16)).astype(np.float32)
    assert np.abs(colour.unlit(colour.relit(cloth, gain), gain) - cloth).mean() < 0.01


def test_the_generated_picture_fills_what_the_reference_lacks(scene):
    photo, reference, mask = scene
    linear, valid = to_linear(photo), torch.ones_like(mask)
    valid[..., :16] = 0
    made = compose(
        constant_outputs(0.5, 0, 50.0), linear, mask, log_luminance(linear, mask), to_linear(reference), valid
    )
    left = made["blend"][..., :14]
    torch.testing.assert_close(left, to_linear(torch.full_like(left, 0.5)))


def test_flow_is_a_fraction_of_the_crop_and_points_to_the_source():
    image = torch.arange(SIZE, dtype=torch.float32).view(1, 1, 1, SIZE).expand(1, 1, SIZE, SIZE)
    flow = torch.zeros(1, 2, SIZE, SIZE)
    torch.testing.assert_close(warp(image, flow), image)
    flow[:, 0] = 3 / SIZE
    torch.testing.assert_close(warp(image, flow)[..., :-3], image[..., 3:])


def test_upsampling_keeps_pixel_centres():
    ramp = (torch.arange(8) + 0.5).view(1, 1, 1, 8).expand(1, 1, 8, 8) / 8
    fine = resized(ramp, SIZE)[0, 0, 0]
    wanted = (torch.arange(SIZE) + 0.5) / SIZE
    torch.testing.assert_close(fine[2:-2], wanted[2:-2])
