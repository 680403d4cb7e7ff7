"""Terms on unpaired references: another sample's garment on this photo, where no true picture exists."""

import torch
from torch.nn import functional as F

from .composition import log_luminance, masked_blur, to_linear
from .features import SqueezeNetFeatures, gram_distance
from .metrics import correlation

REFERENCE = ("reference", "reference_linear", "valid")


def swapped(batch: dict[str, torch.Tensor], count: int) -> dict[str, torch.Tensor]:
    """The first `count` photos of a batch, each with the reference of its neighbour two places on.

    Two, because neighbours may be twins, which have the same reference.
    """
    few = {name: value[:count] for name, value in batch.items()}
    return few | {name: batch[name].roll(-2, dims=0)[:count] for name in REFERENCE}


def swap_terms(batch: dict[str, torch.Tensor], out: torch.Tensor, features: SqueezeNetFeatures) -> dict[str, torch.Tensor]:
    """`swap_style`: Gram and statistics of features against the reference's; `swap_folds`: one minus the correlation of
    low-passed log-luminance with the photo's true shading."""
    visible = batch["mask"] * batch["valid"]
    of_out = features(out)
    with torch.no_grad():
        of_reference = features(batch["reference"])
        folds = masked_blur(batch["log_gain"], batch["mask"])
    made = masked_blur(log_luminance(to_linear(out.float()), batch["mask"]), batch["mask"])
    style = gram_distance(of_out, of_reference, visible) + statistics_distance(of_out, of_reference, visible)
    return {"swap_style": style.mean(), "swap_folds": (1 - correlation(made, folds, batch["mask"])).mean()}


def statistics_distance(a: list[torch.Tensor], b: list[torch.Tensor], mask: torch.Tensor) -> torch.Tensor:
    """Relative difference of mean and deviation per channel inside the mask, averaged over layers; one value a picture."""
    total = mask.new_zeros(mask.shape[0])
    for x, y in zip(a, b):
        weight = F.adaptive_avg_pool2d(mask, x.shape[-2:])
        (mean_x, deviation_x), (mean_y, deviation_y) = (_statistics(f.float(), weight) for f in (x, y))
        difference = (mean_x - mean_y).abs().sum(1) + (deviation_x - deviation_y).abs().sum(1)
        total = total + difference / (mean_y.abs().sum(1) + deviation_y.sum(1)).clamp(min=1e-6)
    return total / len(a)


def _statistics(x: torch.Tensor, weight: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    area = weight.sum((2, 3)).clamp(min=1e-3)
    mean = (x * weight).sum((2, 3)) / area
    variance = ((x - mean[..., None, None]).square() * weight).sum((2, 3)) / area
    return mean, (variance + 1e-6).sqrt()
