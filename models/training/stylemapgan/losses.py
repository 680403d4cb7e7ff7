"""Training losses, all normalised by the area of the garment mask."""

import torch
from torch.nn import functional as F

from .composition import resized, to_srgb
from .config import LossWeights
from .features import SqueezeNetFeatures, gram_distance, perceptual_distance
from .model import P_RANGE

FEATURE_SIZE_PX = 128
WANTED_SHARE = 0.96
"""The least share of the warp where it is exact and valid."""
FLOW_GRID = 64
"""The flow's bending is measured in cells of this grid, whatever the working size."""
SLOPE_WINDOW_CELLS = 11
SLOPE_NOISE = 0.005
"""Variance of log-luminance below which folds and noise cannot be told apart."""


def second_difference(field: torch.Tensor) -> torch.Tensor:
    """Mean absolute second difference along both axes."""
    across = field[..., 2:] - 2 * field[..., 1:-1] + field[..., :-2]
    down = field[..., 2:, :] - 2 * field[..., 1:-1, :] + field[..., :-2, :]
    return across.abs().mean() + down.abs().mean()


def total_variation(field: torch.Tensor) -> torch.Tensor:
    """Mean absolute first difference along both axes."""
    return (field[..., 1:] - field[..., :-1]).abs().mean() + (field[..., 1:, :] - field[..., :-1, :]).abs().mean()


def masked_mean(values: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """Weighted mean; the weight is broadcast over channels and never carries a gradient."""
    weight = weight.detach()
    return (values * weight).sum() / (weight.sum() * values.shape[1]).clamp(min=1.0)


def explained_share(
    log_lum: torch.Tensor, log_gain: torch.Tensor, mask: torch.Tensor, grid: int
) -> tuple[torch.Tensor, torch.Tensor]:
    """How much of the photo's log-luminance is shading: the local regression slope of the true gain on it.

    Returns the slope in [0, P_RANGE] and how much it matters (little where the luminance is flat), both on a coarse grid.
    """
    cell = log_lum.shape[-1] // grid

    def local(values: torch.Tensor) -> torch.Tensor:
        return F.avg_pool2d(F.avg_pool2d(values * mask, cell), SLOPE_WINDOW_CELLS, 1, SLOPE_WINDOW_CELLS // 2)

    weight = local(torch.ones_like(mask)).clamp(min=1e-3)
    mean_lum, mean_gain = local(log_lum) / weight, local(log_gain) / weight
    variance = (local(log_lum.square()) / weight - mean_lum.square()).clamp(min=0)
    covariance = local(log_lum * log_gain) / weight - mean_lum * mean_gain
    slope = (covariance / (variance + SLOPE_NOISE)).clamp(0, P_RANGE)
    return slope, F.avg_pool2d(mask, cell) * variance / (variance + SLOPE_NOISE)


def loss_terms(
    batch: dict[str, torch.Tensor],
    outputs: dict[str, torch.Tensor],
    pictures: dict[str, torch.Tensor],
    features: SqueezeNetFeatures | None,
    feature_images: int,
) -> dict[str, torch.Tensor]:
    """Unweighted terms, named as in LossWeights; the perceptual ones on the first few samples of the batch only.

    `features` may be absent: then those terms are too.
    """
    mask, target, valid_warped = batch["mask"], batch["target"], pictures["valid_warped"]
    size = target.shape[-1]
    generated = resized(outputs["image"], size) * 0.5 + 0.5
    alpha = torch.sigmoid(outputs["alpha"])
    trusted = mask * batch["exact"] * (batch["valid"] > 0.95)
    slope, slope_weight = explained_share(pictures["log_lum"], batch["log_gain"], mask, outputs["shading"].shape[-1])
    p = outputs["shading"][:, :1]
    flow_mask = F.interpolate(mask, size=outputs["flow"].shape[-2:], mode="area")
    blend = to_srgb(pictures["blend"])
    terms = {
        "result": masked_mean((blend - target).abs(), mask),
        "twin": masked_mean((blend[1:] - blend[:-1]).abs(), mask[1:] * batch["twin"][1:]),
        "generated": masked_mean((generated - target).abs(), mask),
        "relit": masked_mean((to_srgb(pictures["relit"]) - target).abs(), mask * valid_warped),
        "gain": masked_mean((pictures["log_gain"] - batch["log_gain"]).abs(), mask * batch["gain_known"]),
        "p": masked_mean((p - slope).abs(), slope_weight * batch["gain_known"]),
        "flow_bend": second_difference(outputs["flow"] * FLOW_GRID),
        "flow_error": masked_mean((outputs["flow"] - batch["flow"]).abs(), flow_mask * batch["exact"]) * FLOW_GRID,
        "shading_variation": total_variation(outputs["shading"]),
        "alpha_variation": total_variation(alpha),
        "alpha": masked_mean(1 - alpha, mask),
        "alpha_exact": masked_mean(F.relu(WANTED_SHARE - alpha), trusted),
        "coverage": masked_mean(1 - valid_warped, mask * batch["valid"]),
    }
    if features is not None:
        few = slice(feature_images)
        terms |= feature_terms(pictures["out"][few], target[few], mask[few], features)
    return terms


def feature_terms(
    out: torch.Tensor, target: torch.Tensor, mask: torch.Tensor, features: SqueezeNetFeatures
) -> dict[str, torch.Tensor]:
    """Perceptual and Gram terms, at a size where they cost less than the network itself."""
    if out.shape[-1] > FEATURE_SIZE_PX:
        out, target, mask = (F.avg_pool2d(t, t.shape[-1] // FEATURE_SIZE_PX) for t in (out, target, mask))
    of_out = features(out)
    with torch.no_grad():
        of_target = features(target)
    return {
        "perceptual": perceptual_distance(of_out, of_target, mask).mean(),
        "gram": gram_distance(of_out, of_target, mask).mean(),
    }


def weighted_sum(terms: dict[str, torch.Tensor], weights: LossWeights) -> torch.Tensor:
    """The training objective."""
    return torch.stack([getattr(weights, name) * value for name, value in terms.items()]).sum()
