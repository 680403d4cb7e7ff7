"""What a few lines without a network achieve on the same task; linear light in, sRGB-encoded composites out."""

import torch

from .composition import LUMINANCE_OFFSET, LUMINANCE_WEIGHTS, masked_blur, to_srgb


def mean_colour(batch: dict[str, torch.Tensor]) -> torch.Tensor:
    """The garment as one colour: the reference's mean where it is valid."""
    weight = batch["mask"] * batch["valid"]
    mean = _mean(batch["reference_linear"], weight)
    return _composite(batch, mean.expand_as(batch["photo_linear"]))


def rough_paste(batch: dict[str, torch.Tensor]) -> torch.Tensor:
    """The reference as it is, its mean colour where it has holes."""
    return _composite(batch, _filled(batch))


def classical(batch: dict[str, torch.Tensor], luminance_source_linear: torch.Tensor, low_pass: bool) -> torch.Tensor:
    """Shading transfer: the reference times a luminance over its mean in the mask."""
    mask = batch["mask"]
    weights = luminance_source_linear.new_tensor(LUMINANCE_WEIGHTS).view(1, 3, 1, 1)
    light = (luminance_source_linear * weights).sum(1, keepdim=True)
    if low_pass:
        light = masked_blur(light, mask)
    ratio = light / _mean(light, mask).clamp(min=LUMINANCE_OFFSET / 4)
    return _composite(batch, (_filled(batch) * ratio).clamp(0, 1))


def _filled(batch: dict[str, torch.Tensor]) -> torch.Tensor:
    valid, reference = batch["valid"], batch["reference_linear"]
    return valid * reference + (1 - valid) * _mean(reference, batch["mask"] * valid)


def _mean(values: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    return (values * weight).sum((2, 3), keepdim=True) / weight.sum((2, 3), keepdim=True).clamp(min=1e-3)


def _composite(batch: dict[str, torch.Tensor], garment_linear: torch.Tensor) -> torch.Tensor:
    mask = batch["mask"]
    return to_srgb(mask * garment_linear + (1 - mask) * batch["photo_linear"])
