"""Trains the garment parser. Seeded, resumable, on a CPU or CUDA.

    python -m garment_parser.train --data ../../../shared/data --out .cache/garment-parser
"""

import argparse
import json
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import torch

from checkpoints import load_checkpoint_file

from .cache import build_cache, has_source
from .config import CLASSES, INPUT_SIZE_PX, Config, load_config, to_json
from .data import Batch, TrainingData
from .landmarks import JOINTS
from .losses import landmark_loss, outfit_loss, segmentation_loss
from .model import GarmentParser
from .pretrained import load_imagenet, load_shipped
from .synthetic import synthetic_data


class Trainer:
    def __init__(self, config: Config, device: torch.device, pretrained: Path | None):
        torch.manual_seed(config.seed)
        self.config = config
        self.device = device
        model = GarmentParser(len(CLASSES), len(JOINTS))
        if pretrained:
            load_imagenet(model, pretrained)
        model.encoder.freeze(config.frozen_encoder_stages)
        if config.joints_only:
            model.requires_grad_(False)
            model.joints.requires_grad_(True)
        self.model = model.to(device, memory_format=torch.channels_last)
        keep = config.ema_decay
        self.ema = torch.optim.swa_utils.AveragedModel(
            self.model, avg_fn=lambda mean, now, _: keep * mean + (1 - keep) * now, use_buffers=True
        )
        trained = [(name, p) for name, p in self.model.named_parameters() if p.requires_grad]
        parts = {"encoder": [], "decoder": [], "joints": []}
        for name, parameter in trained:
            part = name.split(".")[0]
            parts[part if part in parts else "decoder"].append(parameter)
        peaks = {
            "encoder": config.encoder_learning_rate,
            "decoder": config.decoder_learning_rate,
            "joints": config.landmark_learning_rate,
        }
        groups = [{"params": parts[part], "peak": peak} for part, peak in peaks.items() if parts[part]]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=config.weight_decay)
        self.iteration = 0
        self.seconds = 0.0

    def step(self, batch: Batch, progress: float) -> dict[str, float]:
        config = self.config
        rise = min(1.0, progress / config.warmup_fraction)
        floor = config.final_learning_rate_fraction
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * rise * (floor + (1 - floor) * (1 - progress))
        images, labels = batch.images.to(self.device), batch.labels.to(self.device)
        self.model.train()
        with torch.autocast(self.device.type, torch.bfloat16, enabled=config.bfloat16):
            logits, outfit, joints = self.model.logits(images)
        losses = segmentation_loss(logits, labels, config.dice_weight, config.label_smoothing)
        losses["outfit"] = outfit_loss(outfit, labels)
        maps, known = batch.joint_maps.to(self.device), batch.joints_known.to(self.device)
        losses["landmarks"] = landmark_loss(joints, maps, known)
        losses["total"] = (
            losses["total"]
            + config.outfit_weight * losses["outfit"]
            + losses["landmarks"]
        )
        self.optimizer.zero_grad(set_to_none=True)
        losses["total"].backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), config.gradient_clip)
        self.optimizer.step()
        self.ema.update_parameters(self.model)
        self.iteration += 1
        return {name: float(value.detach()) for name, value in losses.items()}

    def save(self, path: Path) -> None:
        # No bare floats: the safe loader of torch 1.13 does not know them.
        state = {
            "config": json.dumps(to_json(self.config)),
            "iteration": self.iteration,
            "seconds": torch.tensor(self.seconds),
            "model": self.model.state_dict(),
            "ema": self.ema.state_dict(),
            "moments": self.optimizer.state_dict()["state"],
        }
        partial = path.with_suffix(".partial")
        torch.save(state, partial)
        partial.replace(path)

    def start_from(self, path: Path) -> None:
        if path.suffix == ".onnx":
            load_shipped(self.model, path)
            self.ema.module.load_state_dict(self.model.state_dict())
            return
        self.ema.load_state_dict(load_checkpoint_file(path)["ema"])
        self.model.load_state_dict(self.ema.module.state_dict())

    def resume(self, path: Path) -> None:
        state = load_checkpoint_file(path, self.device)
        self.iteration, self.seconds = state["iteration"], float(state["seconds"])
        self.model.load_state_dict(state["model"])
        self.ema.load_state_dict(state["ema"])
        self.optimizer.load_state_dict({**self.optimizer.state_dict(), "state": state["moments"]})


def train(trainer: Trainer, data: TrainingData, args: argparse.Namespace) -> None:
    checkpoint, log = args.out / "checkpoint.pt", open(args.out / "log.jsonl", "a")
    earlier_seconds, start, saved = trainer.seconds, time.monotonic(), time.monotonic()
    sums: dict[str, float] = {}
    counted = 0
    # The next batch is drawn while the network learns from this one.
    ahead = ThreadPoolExecutor(1)
    upcoming = ahead.submit(data.batch, trainer.iteration, size_at(trainer.iteration / args.iterations, trainer.config))
    while True:
        trainer.seconds = earlier_seconds + time.monotonic() - start
        progress = trainer.iteration / args.iterations
        if args.minutes:
            # Whichever ends the run first also drives the schedule.
            progress = max(progress, trainer.seconds / 60 / args.minutes)
        if progress >= 1:
            break
        batch = upcoming.result()
        upcoming = ahead.submit(data.batch, trainer.iteration + 1, size_at(progress, trainer.config))
        for name, value in trainer.step(batch, progress).items():
            sums[name] = sums.get(name, 0.0) + value
        counted += 1
        if counted == args.log_every:
            means = {name: round(total / counted, 4) for name, total in sums.items()}
            line = {"iteration": trainer.iteration, "minutes": round(trainer.seconds / 60, 2)}
            print(json.dumps({**line, "progress": round(progress, 4), **means}), file=log, flush=True)
            sums, counted = {}, 0
        if time.monotonic() - saved > args.checkpoint_seconds:
            trainer.save(checkpoint)
            saved = time.monotonic()
    trainer.save(checkpoint)
    ahead.shutdown()


def size_at(progress: float, config: Config) -> int:
    return config.early_size_px if progress < config.early_fraction else INPUT_SIZE_PX


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../../../shared/data"))
    parser.add_argument("--pretrained", type=Path, help="MobileNetV2 as TFLite (ImageNet)")
    parser.add_argument("--cache", type=Path, default=Path(".cache/garment-parser/data"))
    parser.add_argument("--out", type=Path, default=Path(".cache/garment-parser"))
    parser.add_argument("--config", type=Path, help="JSON that overrides config.Config")
    parser.add_argument("--iterations", type=int, default=6000)
    parser.add_argument("--minutes", type=float, help="end earlier, and decay the rate accordingly")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--log-every", type=int, default=20)
    parser.add_argument("--checkpoint-seconds", type=float, default=120)
    parser.add_argument("--initial", type=Path, help="start from a run's averaged weights, or from the shipped ONNX file")
    parser.add_argument("--dry-run", action="store_true", help="two steps on synthetic pictures")
    args = parser.parse_args(arguments)
    torch.set_num_threads(args.threads)

    config = load_config(args.config)
    args.out.mkdir(parents=True, exist_ok=True)
    if args.dry_run:
        data, args.iterations = synthetic_data(config), 2
    else:
        if not has_source(args.cache, "ccp-train"):
            build_cache(args.data, args.cache, config.cached_height_px)
        data = TrainingData.from_cache(args.cache, config)
    trainer = Trainer(config, torch.device(args.device), args.pretrained)
    if (args.out / "checkpoint.pt").exists():
        trainer.resume(args.out / "checkpoint.pt")
    elif args.initial:
        trainer.start_from(args.initial)
    train(trainer, data, args)


if __name__ == "__main__":
    main()
