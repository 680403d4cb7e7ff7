"""Checkpoints that the trainings write."""

from pathlib import Path

import torch


def load_checkpoint_file(path: Path, device: torch.device | str = "cpu") -> dict:
    """Weights and numbers alone, nothing that runs; before torch 2 that refused a checkpoint's own dictionaries."""
    return torch.load(path, map_location=device, weights_only=torch.__version__ >= "2")
