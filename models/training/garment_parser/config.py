"""Everything a run depends on, in one frozen value that a JSON file may override."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

CLASSES = (
    "background",
    "hair",
    "skin",
    "top",
    "outerwear",
    "bottom",
    "dress",
    "footwear",
    "accessory",
)
GARMENTS = ("top", "outerwear", "bottom", "dress")
IGNORE = 255
INPUT_SIZE_PX = 256


@dataclass(frozen=True)
class Config:
    seed: int = 7
    batch_size: int = 16
    # Learning rates at the peak. The encoder starts from ImageNet weights, the
    # decoder from noise, so the encoder moves more carefully.
    decoder_learning_rate: float = 2e-3
    encoder_learning_rate: float = 3e-4
    landmark_learning_rate: float = 2e-3
    # The first stages work at the largest sizes and change the least: leaving them as they
    # are saves a third of a second round's time.
    frozen_encoder_stages: int = 0
    # Leaves all that the classes come from as it is.
    joints_only: bool = False
    weight_decay: float = 0.01
    warmup_fraction: float = 0.02
    final_learning_rate_fraction: float = 0.02
    gradient_clip: float = 2.0
    ema_decay: float = 0.998
    # Expected share of each source in a batch.
    pseudo_label_fraction: float = 0.0
    studio_fraction: float = 0.12
    flat_fraction: float = 0.0
    rendered_fraction: float = 0.0
    drawn_fraction: float = 0.06
    # Share of pictures that get a strap, a bag, a phone or a hand in front.
    held_fraction: float = 0.3
    dice_weight: float = 0.7
    outfit_weight: float = 0.1
    label_smoothing: float = 0.02
    cached_height_px: int = 640
    # The first part of a run sees smaller pictures: half the cost, coarser lessons.
    early_size_px: int = 192
    early_fraction: float = 0.4
    bfloat16: bool = True


def load_config(path: Path | None) -> Config:
    if path is None:
        return Config()
    values = json.loads(path.read_text())
    unknown = set(values) - {field.name for field in fields(Config)}
    if unknown:
        raise ValueError(f"unknown settings in {path}: {sorted(unknown)}")
    return Config(**values)


def to_json(config: Config) -> dict:
    return asdict(config)
