"""Cross-entropy and Dice at the logits' own resolution, against label coverage."""

import torch
from torch.nn import functional as F

from .labels import FOREGROUND
from .landmarks import SIGMA_CELLS

# Background fills most of a photo and is easy; thin classes are rare and hard.
CLASS_WEIGHTS = (0.6, 1.2, 1.2, 1.3, 1.1, 1.1, 1.2, 1.2, 1.1)


def coverage(labels: torch.Tensor, classes: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Share of each class in every 2x2 cell, and share of "person, class unknown".

    Ignored pixels count nowhere, so the shares of a cell may sum to less than one.
    """
    batch, height, width = labels.shape
    known = torch.zeros(batch, classes + 1, height // 2, width // 2, device=labels.device)
    for row in (0, 1):
        for column in (0, 1):
            part = labels[:, row::2, column::2]
            valid = (part < classes) | (part == FOREGROUND)
            slot = torch.where(part < classes, part, classes)
            known.scatter_add_(1, slot[:, None], 0.25 * valid[:, None].float())
    return known[:, :classes], known[:, classes]


def segmentation_loss(
    logits: torch.Tensor, labels: torch.Tensor, dice_weight: float, label_smoothing: float
) -> dict[str, torch.Tensor]:
    logits = logits.float()
    classes = logits.shape[1]
    target, unknown_person = coverage(labels, classes)
    log_probability = F.log_softmax(logits, 1)
    weights = logits.new_tensor(CLASS_WEIGHTS)[None, :, None, None]
    smoothed = target * (1 - label_smoothing) + target.sum(1, True) * (label_smoothing / classes)
    weighted = smoothed * weights
    cross_entropy = -(weighted * log_probability).sum() / weighted.sum().clamp_min(1)

    probability = log_probability.exp()
    # All that is known there: not background.
    person = -torch.log1p(-probability[:, 0].clamp_max(0.999))
    person = (person * unknown_person).sum() / target.sum().clamp_min(1)

    valid = target.sum(1, True)
    overlap = (probability * target).sum((0, 2, 3))
    extent = (probability * valid).sum((0, 2, 3)) + target.sum((0, 2, 3))
    # A class seen in a few cells only would swing the mean.
    present = (target.sum((0, 2, 3)) > 20).float()
    dice = ((1 - (2 * overlap + 1) / (extent + 1)) * present).sum() / present.sum().clamp_min(1)
    total = cross_entropy + person + dice_weight * dice
    return {"total": total, "cross_entropy": cross_entropy, "person": person, "dice": dice}


# Cells that a joint's bell covers: 2 pi sigma^2. A missed joint then costs as much as one that is not there.
BELL_CELLS = 2 * 3.14159 * SIGMA_CELLS**2


def landmark_loss(logits: torch.Tensor, maps: torch.Tensor, known: torch.Tensor) -> torch.Tensor:
    """Cross-entropy of every cell with the heat maps [B, 16, h, w]; a cell's least cost is where it has the map's own value, so
    place and visibility are learnt at once. `known` [B, 16] is 0 for joints of which nothing is taught."""
    costs = F.binary_cross_entropy_with_logits(logits.float(), maps, reduction="none")
    # What no answer can avoid is left out: a perfect answer costs nothing.
    costs = costs - F.binary_cross_entropy(maps, maps, reduction="none")
    return (costs.sum((2, 3)) * known).sum() / (BELL_CELLS * known.sum().clamp_min(1))


# Share of a picture's pixels from which a class counts as worn, and below which it counts as absent.
PRESENT_FRACTION, ABSENT_FRACTION = 0.01, 0.001
# With more unknown pixels than that, an absent class may be among them.
UNKNOWN_FRACTION = 0.1


def outfit_loss(outfit: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Which classes the whole picture shows: a dress or two pieces is one answer, not one for each pixel."""
    outfit = outfit.float().flatten(1)
    classes = outfit.shape[1]
    shares = torch.stack([(labels == index).float().mean((1, 2)) for index in range(classes)], 1)
    doubtful = (labels >= classes).float().mean((1, 2))[:, None] > UNKNOWN_FRACTION
    present = shares > PRESENT_FRACTION
    counted = present | ((shares < ABSENT_FRACTION) & ~doubtful)
    costs = F.binary_cross_entropy_with_logits(outfit, present.float(), reduction="none")
    return (costs * counted).sum() / counted.sum().clamp_min(1)
