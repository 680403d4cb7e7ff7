"""Training losses, all normalised by the area of the garment mask."""

import torch
from torch.nn import functional as F

from .composition import resized, to_srgb
from .config import LossWeights
from .features import SqueezeNetFeatures, gram_distance, perceptual_distance
from .model import CHROMA_RANGE, P_RANGE

FEATURE_SIZE_PX = 128
WANTED_SHARE = 0.96
"""The least share of the warp where it is exact and valid."""
FLOW_GRID = 64
"""The flow's bending is measured in cells of this grid, whatever the working size."""
SLOPE_WINDOW_CELLS = 11
SLOPE_NOISE = (0.005, 0.01, 0.01)
"""Variances of log-luminance and log-chromaticities below which cloth and noise cannot be told apart."""
SLOPE_LIMITS = ((0.0, P_RANGE), (-CHROMA_RANGE, CHROMA_RANGE), (-CHROMA_RANGE, CHROMA_RANGE))


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


def weighted_mean(values: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """Weighted mean, a weight for every value; the weight never carries a gradient."""
    weight = weight.detach()
    return (values * weight).sum() / weight.sum().clamp(min=1.0)


def best_slopes(
    signals: torch.Tensor, log_gain: torch.Tensor, mask: torch.Tensor, grid: int
) -> tuple[torch.Tensor, torch.Tensor]:
    """How the photo's signals best explain the true gain around each cell: a ridge regression with an intercept.

    Returns the slopes [N, 3, grid, grid], clamped to what the network can say, and how much each matters (little where its
    signal is flat).
    """
    cell = log_gain.shape[-1] // grid

    def local(values: torch.Tensor) -> torch.Tensor:
        return F.avg_pool2d(F.avg_pool2d(values * mask, cell), SLOPE_WINDOW_CELLS, 1, SLOPE_WINDOW_CELLS // 2)

    area = local(torch.ones_like(mask)).clamp(min=1e-3)
    noise = signals.new_tensor(SLOPE_NOISE)
    mean, mean_gain = local(signals) / area, local(log_gain) / area
    covariance = torch.stack([local(signals * signals[:, k : k + 1]) / area - mean * mean[:, k : k + 1] for k in range(3)])
    with_gain = local(signals * log_gain) / area - mean * mean_gain
    matrix = covariance.permute(1, 3, 4, 0, 2) + torch.diag(noise)
    slopes = torch.linalg.solve(matrix, with_gain.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
    low, high = (signals.new_tensor(limit).view(1, 3, 1, 1) for limit in zip(*SLOPE_LIMITS))
    variance = covariance.diagonal(dim1=0, dim2=2).permute(0, 3, 1, 2).clamp(min=0)
    weight = F.avg_pool2d(mask, cell) * variance / (variance + noise.view(1, 3, 1, 1))
    return slopes.clamp(low, high), weight


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
    slopes, slope_weight = best_slopes(pictures["signals"], batch["log_gain"], mask, outputs["shading"].shape[-1])
    p, _, chroma = outputs["shading"].split((1, 1, 2), dim=1)
    flow_mask = F.interpolate(mask, size=outputs["flow"].shape[-2:], mode="area")
    blend = to_srgb(pictures["blend"])
    terms = {
        "result": masked_mean((blend - target).abs(), mask),
        "twin": masked_mean((blend[1:] - blend[:-1]).abs(), mask[1:] * batch["twin"][1:]),
        "generated": masked_mean((generated - target).abs(), mask),
        "relit": masked_mean((to_srgb(pictures["relit"]) - target).abs(), mask * valid_warped),
        "gain": masked_mean((pictures["log_gain"] - batch["log_gain"]).abs(), mask * batch["gain_known"]),
        "slopes": weighted_mean((torch.cat((p, chroma), dim=1) - slopes).abs(), slope_weight * batch["gain_known"]),
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
