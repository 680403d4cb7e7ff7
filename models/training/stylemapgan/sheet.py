"""Contact sheets: a row per sample, a column per picture."""

from pathlib import Path

import cv2
import numpy as np
import torch

from .composition import resized, to_srgb

COLUMNS = ("photo", "reference", "out", "generated", "relit", "share", "p", "q", "flow", "target")
FLOW_FULL_SCALE_FRACTION = 0.05


def sheet_rows(
    batch: dict[str, torch.Tensor], outputs: dict[str, torch.Tensor], pictures: dict[str, torch.Tensor]
) -> list[np.ndarray]:
    """One uint8 RGB row per sample; grey is zero for q and flow."""
    size, mask = batch["mask"].shape[-1], batch["mask"]
    p, q = resized(outputs["shading"], size).split(1, dim=1)
    flow = resized(outputs["flow"], size) / FLOW_FULL_SCALE_FRACTION * 0.5 + 0.5
    columns = {
        "photo": batch["photo"],
        "reference": batch["reference"] * batch["valid"],
        "out": pictures["out"],
        "generated": to_srgb(pictures["generated"]) * mask,
        "relit": to_srgb(pictures["relit"]) * mask,
        "share": pictures["share"] * mask,
        "p": p * mask,
        "q": (q + 0.5) * mask,
        "flow": torch.cat((flow, torch.full_like(p, 0.5)), dim=1),
        "target": batch["target"],
    }
    stacked = torch.cat([columns[name].expand(-1, 3, -1, -1) for name in COLUMNS], dim=3)
    return list((stacked.clamp(0, 1) * 255).round().byte().permute(0, 2, 3, 1).numpy())


def write_sheet(path: Path, rows: list[np.ndarray]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), cv2.cvtColor(np.vstack(rows), cv2.COLOR_RGB2BGR))
