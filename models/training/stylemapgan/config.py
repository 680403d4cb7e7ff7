"""Training configuration: dataclasses, read from JSON."""

import dataclasses
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class DataConfig:
    """What samples are made of."""

    shares: dict[str, float] = field(
        default_factory=lambda: {"texture": 0.42, "own": 0.17, "recolour": 0.23, "perturbed": 0.18}
    )
    twins: float = 0.3
    """How often a pair of `texture` samples is drawn instead of one sample: same new garment, two old ones."""
    old_plain: float = 0.35
    """Share of plain old garments among those that are neither of two cloths nor nearly black."""
    old_panels: float = 0.2
    """Share of old garments of two cloths: yokes, lapels, straps, open collars."""
    old_dark: float = 0.12
    """Share of plain, nearly black old garments on top of those that are so by chance."""
    contrast_exponent: float = -0.22
    """Contrast of the folds goes with this power of the cloth's luminance, as measured on the recolour pairs. Zero: a
    garment keeps its shading under every colour."""
    contrast_jitter: float = 0.1
    """Standard deviation of the logarithm of that contrast."""
    dark_is_plain: bool = True
    """Highlights on dark cloth of one hue count as folds, not as pattern."""
    retextured: bool = True
    """Whether the photo that the network sees wears another garment than the one to produce; false leaks it."""
    procedural_textures: int = 500
    photo_textures: int = 700


@dataclass
class LossWeights:
    """Factors of the loss terms, see losses.py."""

    result: float = 1.5
    generated: float = 1.0
    relit: float = 0.5
    twin: float = 4.0
    """Of the difference between the results of twins, which is what is seen of the old garment. It pulls against the folds."""
    gain: float = 1.2
    p: float = 0.15
    perceptual: float = 0.25
    gram: float = 0.05
    flow_bend: float = 0.3
    flow_error: float = 0.5
    shading_variation: float = 0.03
    alpha_variation: float = 0.3
    alpha: float = 0.02
    alpha_exact: float = 0.3
    coverage: float = 0.5
    adversarial: float = 0.0
    """With the swap terms: of the second stage only, see StageB. A weight of zero switches a term off."""
    swap_style: float = 0.0
    swap_folds: float = 0.0

    @property
    def swaps(self) -> bool:
        return self.swap_style > 0 or self.swap_folds > 0


@dataclass
class StageB:
    """The second part of a run: terms that need a network which already makes garments."""

    start: float = 0.7
    """Share of the budget after which it begins."""
    own_output: float = 0.0
    """Share of samples whose photo becomes the averaged network's own output, wearing another sample's garment."""
    swap_images: int = 4
    """Samples per batch that also get an unpaired reference."""
    crop_px: int = 128
    """Side of the squares that the discriminator sees."""
    discriminator_rate: float = 4e-4
    r1: float = 1.0
    r1_every: int = 8


@dataclass
class Stage:
    """A part of the schedule at one working size."""

    size_px: int
    batch: int
    share: float


@dataclass
class TrainConfig:
    """Everything a run depends on besides the data."""

    variant: str = "M"
    seed: int = 20
    minutes: float = 80.0
    images: int = 0
    """Budget in samples instead of minutes where it is not zero: slower machines take longer, and no less."""
    stages: list[Stage] = field(default_factory=lambda: [Stage(128, 24, 0.5), Stage(256, 12, 0.5)])
    learning_rate: float = 6e-4
    final_learning_rate: float = 3e-5
    warm_up_steps: int = 100
    weight_decay: float = 0.01
    clip_norm: float = 1.0
    feature_images: int = 3
    """Samples per batch that the perceptual terms look at: on a CPU those cost more than the network at 128 pixels."""
    ema_decay: float = 0.998
    bf16: bool = True
    threads: int = 1
    checkpoint_every_seconds: float = 120.0
    data: DataConfig = field(default_factory=DataConfig)
    loss: LossWeights = field(default_factory=LossWeights)
    stage_b: StageB = field(default_factory=StageB)


def load_config(path: Path | None) -> TrainConfig:
    """The defaults, overridden by the keys of a JSON file; an unknown key is an error."""
    config = TrainConfig()
    return _merge(config, json.loads(path.read_text())) if path else config


def _merge(config: Any, values: dict[str, Any]) -> Any:
    known = {f.name for f in dataclasses.fields(config)}
    if unknown := values.keys() - known:
        raise ValueError(f"unknown configuration keys: {', '.join(sorted(unknown))}")
    changes = {}
    for name, value in values.items():
        current = getattr(config, name)
        if dataclasses.is_dataclass(current):
            value = _merge(current, value)
        elif name == "stages":
            value = [Stage(**stage) for stage in value]
        changes[name] = value
    return dataclasses.replace(config, **changes)
