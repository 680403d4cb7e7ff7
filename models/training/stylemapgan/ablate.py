"""What each part of the design is worth: the same small training with one decision taken otherwise at a time.

    python -m stylemapgan.ablate --config ablate.json --json FILE [--only full no-skips ...]

Every variant starts from nothing, sees the same number of samples from the same seed, and is measured on the sets of
`stylemapgan.evaluate` at the size it was trained at last. Small budgets rank parts by how fast they help, not by what
they give in the end. Resumable: a variant goes on from its checkpoint, and rows that FILE has already are kept.
"""

import argparse
import copy
import dataclasses
import json
from pathlib import Path

import cv2
import torch

from .ablations import ABLATIONS, Ablation
from .arguments import add_data_arguments
from .config import TrainConfig, load_config
from .crops import load_crops
from .data import SampleFactory
from .evaluate import SEED, VALIDATION_DATA, evaluate, validation_sets
from .features import SqueezeNetFeatures
from .predictors import Predictor
from .train import dry_run, run
from .trainer import Trainer

PAIRED_SETS = ("street", "exact", "recolour")
PICTURES = {"blend": "", "generator only": "generator.", "relit warp": "relit."}
"""Pictures of the evaluation that the rows report, and how their figures are named there."""


def configured(config: TrainConfig, ablation: Ablation) -> TrainConfig:
    """The configuration with the ablation's changes."""
    data = dataclasses.replace(config.data, **ablation.data)
    loss = dataclasses.replace(config.loss, **ablation.loss)
    return dataclasses.replace(config, data=data, loss=loss, **ablation.config)


def predictor(trainer: Trainer) -> Predictor:
    """The averaged network of a trainer."""
    model = copy.deepcopy(trainer.ema).float().eval()

    def predict(content: torch.Tensor, style: torch.Tensor) -> dict[str, torch.Tensor]:
        with torch.no_grad():
            return model(content, style)

    return predict


def figures(summary: dict) -> dict[str, float]:
    """The row of the table: means."""
    row = {}
    for name in PAIRED_SETS:
        if summary[name]:
            for picture, prefix in PICTURES.items():
                for metric in ("psnrDb", "ssim", "perceptual"):
                    row[f"{name}.{prefix}{metric}"] = summary[name][picture][metric]["mean"]
            row[f"{name}.share"] = summary[name]["blend"]["share"]["mean"]
    row["leak.codes"] = summary["leak"]["blend"]["codes"]["mean"]
    if summary["folds"]:
        row["folds.correlation"] = summary["folds"]["blend"]["correlation"]["mean"]
    return row


def kept_rows(path: Path | None, images: int) -> dict[str, dict[str, float]]:
    """Rows of an earlier call; none if it had another budget."""
    if path is None or not path.exists():
        return {}
    stored = json.loads(path.read_text())
    return stored["rows"] if stored["images"] == images else {}


def print_row(name: str, row: dict[str, float]) -> None:
    print(f"{name:17s}", "  ".join(f"{metric} {value:.4g}" for metric, value in row.items()), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_data_arguments(parser)
    parser.add_argument("--config", type=Path, help="JSON overriding the defaults of config.py")
    parser.add_argument("--images", type=int, help="training samples per variant, instead of the configuration's")
    parser.add_argument("--only", nargs="+", choices=ABLATIONS, default=list(ABLATIONS))
    parser.add_argument("--count", type=int, default=48, help="validation samples per set")
    parser.add_argument("--out", type=Path, default=Path(".cache/stylemapgan/ablation"), help="checkpoints, resumable")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--dry-run", action="store_true", help="a few steps of every variant, nothing written")
    args = parser.parse_args()

    base = load_config(args.config)
    base.images = args.images or base.images
    if not base.images:
        parser.error("variants are compared at equal numbers of images: give --images, or `images` in --config")
    torch.set_num_threads(base.threads)
    cv2.setNumThreads(1)
    caches = [None if args.dry_run else args.out / f"crops-{part}.npz" for part in ("train", "held-out")]
    crops = load_crops(args.people, args.pairs, held_out=False, cache=caches[0])
    features = SqueezeNetFeatures(args.features)
    factories: dict[int, SampleFactory] = {}
    sets: dict[str, list] = {}
    if not args.dry_run:
        held_out = load_crops(args.people, args.pairs, held_out=True, cache=caches[1])
        size_px = base.stages[-1].size_px
        sets = validation_sets(SampleFactory(held_out, args.garments, VALIDATION_DATA, size_px, SEED), args.count)
    rows = kept_rows(args.json, base.images)
    for name in args.only:
        config = configured(base, ABLATIONS[name])
        trainer = Trainer(config, features, torch.device("cpu"), ABLATIONS[name].make_model)

        def make_factory(size_px: int, seed: int, data=config.data) -> SampleFactory:
            if size_px not in factories:
                factories[size_px] = SampleFactory(crops, args.garments, data, size_px, base.seed)
            return factories[size_px].afresh(data, seed)

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
        print_row(name, rows[name])
        if args.json:
            args.json.write_text(json.dumps({"images": base.images, "rows": rows}, indent=1) + "\n")


if __name__ == "__main__":
    main()
