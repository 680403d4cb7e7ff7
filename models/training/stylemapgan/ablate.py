"""What each part of the design is worth: the same small training with one part missing at a time.

    python -m stylemapgan.ablate --images 20000 --json FILE [--only full no-skips ...]

Every variant starts from nothing, sees the same number of samples from the same seed, and is measured on the sets of
`stylemapgan.evaluate`. Small budgets rank parts by how fast they help, not by what they give in the end.
"""

import argparse
import copy
import dataclasses
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import torch

from .arguments import add_data_arguments
from .config import TrainConfig, load_config
from .crops import CANONICAL_SIZE_PX, load_crops
from .data import SampleFactory
from .evaluate import SEED, VALIDATION_DATA, evaluate, validation_sets
from .features import SqueezeNetFeatures
from .model import OUTPUT_NAMES, StylemapTryOn
from .predictors import Predictor
from .train import Trainer, dry_run, run

NO_BLEND_LOGIT = -20.0


class WithoutSkips(StylemapTryOn):
    """Only the coarsest skip, which is the decoder's input, reaches the decoder."""

    def forward(self, content: torch.Tensor, style: torch.Tensor) -> dict[str, torch.Tensor]:
        *skips, coarsest = self.content_encoder(content)
        silent = [torch.zeros_like(skip) for skip in skips]
        return dict(zip(OUTPUT_NAMES, self.decoder(*silent, coarsest, *self.style_encoder(style))))


class WithoutWarp(StylemapTryOn):
    """The generated picture is the result; the pixels of the reference are not used."""

    def forward(self, content: torch.Tensor, style: torch.Tensor) -> dict[str, torch.Tensor]:
        outputs = super().forward(content, style)
        return outputs | {"alpha": torch.full_like(outputs["alpha"], NO_BLEND_LOGIT)}


class PlainGain(StylemapTryOn):
    """The gain is q alone: the photo's own luminance does not shade the garment."""

    def forward(self, content: torch.Tensor, style: torch.Tensor) -> dict[str, torch.Tensor]:
        outputs = super().forward(content, style)
        p, q = outputs["shading"].split(1, dim=1)
        return outputs | {"shading": torch.cat((torch.zeros_like(p), q), dim=1)}


@dataclass(frozen=True)
class Ablation:
    """A network, and what differs in the data."""

    make_model: Callable[[str], StylemapTryOn] = StylemapTryOn
    data: dict = field(default_factory=dict)


ABLATIONS = {
    "full": Ablation(),
    "no-skips": Ablation(WithoutSkips),
    "no-warp": Ablation(WithoutWarp),
    "plain-gain": Ablation(PlainGain),
    "no-retexture": Ablation(data={"retextured": False, "twins": 0.0}),
}


def configured(config: TrainConfig, ablation: Ablation) -> TrainConfig:
    """The configuration with the ablation's changes to the data."""
    return dataclasses.replace(config, data=dataclasses.replace(config.data, **ablation.data))


def predictor(trainer: Trainer) -> Predictor:
    """The averaged network of a trainer."""
    model = copy.deepcopy(trainer.ema).float().eval()

    def predict(content: torch.Tensor, style: torch.Tensor) -> dict[str, torch.Tensor]:
        with torch.no_grad():
            return model(content, style)

    return predict


def figures(summary: dict) -> dict[str, float]:
    """The row of the table."""
    row = {}
    for name in ("street", "exact", "recolour"):
        if summary[name]:
            for metric in ("psnrDb", "ssim", "perceptual"):
                row[f"{name}.{metric}"] = summary[name]["blend"][metric]["mean"]
    row["leak.codes"] = summary["leak"]["blend"]["codes"]["mean"]
    if summary["folds"]:
        row["folds.correlation"] = summary["folds"]["blend"]["correlation"]["mean"]
    return row


def print_rows(rows: dict[str, dict[str, float]]) -> None:
    for name, row in rows.items():
        print(f"{name:13s}", "  ".join(f"{metric} {value:.4g}" for metric, value in row.items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_data_arguments(parser)
    parser.add_argument("--config", type=Path, help="JSON overriding the defaults of config.py")
    parser.add_argument("--images", type=int, default=20_000, help="training samples per variant")
    parser.add_argument("--only", nargs="+", choices=ABLATIONS, default=list(ABLATIONS))
    parser.add_argument("--count", type=int, default=48, help="validation samples per set")
    parser.add_argument("--out", type=Path, default=Path(".cache/stylemapgan/ablation"), help="checkpoints, resumable")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--dry-run", action="store_true", help="a few steps of every variant, nothing written")
    args = parser.parse_args()

    base = dataclasses.replace(load_config(args.config), images=args.images)
    torch.set_num_threads(base.threads)
    cv2.setNumThreads(1)
    caches = [None if args.dry_run else args.out / f"crops-{part}.npz" for part in ("train", "held-out")]
    crops = load_crops(args.people, args.pairs, held_out=False, cache=caches[0])
    features = SqueezeNetFeatures(args.features)
    sets: dict[str, list] = {}
    if not args.dry_run:
        held_out = load_crops(args.people, args.pairs, held_out=True, cache=caches[1])
        sets = validation_sets(
            SampleFactory(held_out, args.garments, VALIDATION_DATA, CANONICAL_SIZE_PX, SEED), args.count
        )
    rows: dict[str, dict[str, float]] = {}
    for name in args.only:
        config = configured(base, ABLATIONS[name])
        trainer = Trainer(config, features, torch.device("cpu"), ABLATIONS[name].make_model)

        def make_factory(size_px: int, seed: int, data=config.data) -> SampleFactory:
            return SampleFactory(crops, args.garments, data, size_px, seed)

        if args.dry_run:
            print(name)
            dry_run(trainer, make_factory)
            continue
        folder = args.out / name
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / "checkpoint.pt").exists():
            trainer.load(folder / "checkpoint.pt")
        run(trainer, make_factory, folder)
        rows[name] = figures(evaluate(predictor(trainer), features, sets)[0])
        print_rows({name: rows[name]})
        if args.json:
            args.json.write_text(json.dumps({"images": args.images, "rows": rows}, indent=1) + "\n")


if __name__ == "__main__":
    main()
