"""Training losses, all normalised by the area of the garment mask."""

import torch
from torch.nn import functional as F

from .composition import resized, to_srgb
from .config import LossWeights
from .features import SqueezeNetFeatures, gram_distance, perceptual_distance

FEATURE_SIZE_PX = 128
WANTED_SHARE = 0.96
"""The least share of the warp where it is exact and valid."""
FLOW_GRID = 64
"""The flow's bending is measured in cells of this grid, whatever the working size."""


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
    flow_mask = F.interpolate(mask, size=outputs["flow"].shape[-2:], mode="area")
    terms = {
        "result": masked_mean((to_srgb(pictures["blend"]) - target).abs(), mask),
        "generated": masked_mean((generated - target).abs(), mask),
        "relit": masked_mean((to_srgb(pictures["relit"]) - target).abs(), mask * valid_warped),
        "gain": masked_mean((pictures["log_gain"] - batch["log_gain"]).abs(), mask * batch["gain_known"]),
        "flow_bend": second_difference(outputs["flow"] * FLOW_GRID),
        "flow_error": masked_mean((outputs["flow"] - batch["flow"]).abs(), flow_mask * batch["exact"]) * FLOW_GRID,
        "shading_variation": total_variation(outputs["shading"]),
        "alpha_variation": total_variation(alpha),
        "alpha": masked_mean(1 - alpha, mask),
        "alpha_exact": masked_mean(F.relu(WANTED_SHARE - alpha), trusted),
        "coverage": masked_mean(1 - valid_warped, mask * batch["valid"]),
    }
    if features is not None:
        terms |= feature_terms(pictures["out"][:feature_images], target[:feature_images], mask[:feature_images], features)
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
