"""Training of the try-on network, resumable, on CPU or CUDA.

python -m stylemapgan.train --people DIR --pairs DIR --garments DIR --features squeezenet.npz --out DIR
python -m stylemapgan.train --initial ../weights --config fine-tune.json --people DIR --out DIR

Where DIR of `--out` holds a checkpoint, training goes on from there; else it starts from the graphs of `--initial`, or
from nothing.
"""

import argparse
import json
import time
from pathlib import Path

import cv2
import torch

from .arguments import add_data_arguments
from .config import load_config
from .crops import load_crops
from .data import SampleFactory
from .features import SqueezeNetFeatures
from .trainer import Trainer

LOG_EVERY_STEPS = 50
DRY_RUN_STEPS = 2
OPENING_BATCHES = 8
"""Batches of the last stage that the normalisation's statistics are taken from when training starts from graphs."""


def run(trainer: Trainer, make_factory, out: Path) -> None:
    """Trains until the time budget is spent."""
    checkpoint, log_path = out / "checkpoint.pt", out / "log.jsonl"
    stage, factory, recent = None, None, []
    saved_at = time.monotonic()
    while trainer.progress < 1:
        if trainer.stage() is not stage:
            stage = trainer.stage()
            factory = make_factory(stage.size_px, trainer.config.seed + trainer.step)
        started = time.monotonic()
        batch = factory.batch(stage.batch)
        trainer.elapsed_s += time.monotonic() - started
        recent.append(trainer.train_step(batch))
        if trainer.step % LOG_EVERY_STEPS == 0:
            means = {name: round(float(sum(t[name] for t in recent)) / len(recent), 4) for name in recent[0]}
            entry = {"step": trainer.step, "images": trainer.images, "sizePx": stage.size_px}
            entry |= {"elapsedS": round(trainer.elapsed_s), "lr": round(trainer.learning_rate(), 6)} | means
            with log_path.open("a") as log:
                log.write(json.dumps(entry) + "\n")
            recent = []
        if time.monotonic() - saved_at > trainer.config.checkpoint_every_seconds:
            trainer.save(checkpoint)
            saved_at = time.monotonic()
    trainer.save(checkpoint)


def dry_run(trainer: Trainer, make_factory) -> None:
    """A few steps of every stage, nothing written."""
    for stage in trainer.config.stages:
        factory = make_factory(stage.size_px, trainer.config.seed)
        for _ in range(DRY_RUN_STEPS):
            terms = trainer.train_step(factory.batch(stage.batch))
        print(stage, {name: round(float(value), 4) for name, value in terms.items()})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--config", type=Path, help="JSON overriding the defaults of config.py")
    add_data_arguments(parser)
    parser.add_argument("--initial", type=Path, help="folder of the three ONNX graphs to start from, such as ../weights")
    parser.add_argument("--out", type=Path, default=Path(".cache/stylemapgan"))
    parser.add_argument("--minutes", type=float, help="time budget of the whole run, resumed parts included")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--dry-run", action="store_true", help="a few steps of every stage, nothing written")
    args = parser.parse_args()

    config = load_config(args.config)
    if args.minutes:
        config.minutes = args.minutes
    torch.set_num_threads(config.threads)
    cv2.setNumThreads(1)
    cache = None if args.dry_run else args.out / "crops-train.npz"
    crops = load_crops(args.people, args.pairs, held_out=False, cache=cache)
    trainer = Trainer(config, SqueezeNetFeatures(args.features), torch.device(args.device))

    def make_factory(size_px: int, seed: int) -> SampleFactory:
        return SampleFactory(crops, args.garments, config.data, size_px, seed)

    if (args.out / "checkpoint.pt").exists():
        trainer.load(args.out / "checkpoint.pt")
    elif args.initial:
        stage = config.stages[-1]
        factory = make_factory(stage.size_px, config.seed)
        trainer.start_from(args.initial, [factory.batch(stage.batch) for _ in range(OPENING_BATCHES)])
    if args.dry_run:
        dry_run(trainer, make_factory)
        return
    run(trainer, make_factory, args.out)


if __name__ == "__main__":
    main()
