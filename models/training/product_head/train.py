"""Trains the head on what `features.py` has stored.

    python -m product_head.train --features .cache/product-head --out .cache/product-head/head.pt

Takes minutes on one core. The best epoch is not chosen: the last one is kept, its weights averaged over the steps.
"""

import argparse
import copy
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from garment_parser.model import ProductHead

from .attributes import FLAGS, GROUPS, SLOT_COUNT, flag_index, group_range

# Share of a batch that comes from each part.
SHARES = {"laid": 0.4, "own": 0.12, "shop": 0.03, "street": 0.22, "drawn": 0.08, "drawings": 0.15}
GROUP_WEIGHTS = {"kind": 1.0, "sleeve": 0.5, "length": 0.4}
FLAG_WEIGHT = 0.25
# The sigmoid that the shipped head ends with must not saturate.
LOGIT_WEIGHT = 2e-4
EMA_DECAY = 0.998
MIXING = 0.4


@dataclass(frozen=True)
class Part:
    shallow: np.ndarray
    deep: np.ndarray
    labels: np.ndarray
    groups: list[str]
    held_out: np.ndarray


def read_part(folder: Path, name: str) -> Part:
    described = json.loads((folder / f"{name}.json").read_text())
    arrays = (np.load(folder / f"{name}-{suffix}.npy", mmap_mode="r") for suffix in ("shallow", "deep", "labels"))
    return Part(*arrays, described["groups"], np.array(described["heldOut"]))


def read_parts(folder: Path, fold: tuple[int, int] | None = None) -> dict[str, Part]:
    """`fold` (i, n) holds out every n-th design of the demo shop and of the shops, from the i-th on."""
    parts = {name: read_part(folder, name) for name in SHARES if (folder / f"{name}.json").exists()}
    for name in ("own", "shop"):
        if fold and name in parts:
            designs = sorted(set(parts[name].groups))
            chosen = set(designs[fold[0] :: fold[1]])
            parts[name].held_out[:] = [group in chosen for group in parts[name].groups]
    return parts


def objective(logits: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Of a group, the probability of the values that may hold; of a flag, the usual. What is unknown teaches nothing."""
    total = LOGIT_WEIGHT * logits.square().mean()
    for group, weight in GROUP_WEIGHTS.items():
        where = group_range(group)
        allowed, known = labels[:, where] > 0.5, labels[:, where.start] >= 0
        if known.any():
            log_odds = F.log_softmax(logits[known][:, where], dim=1).masked_fill(~allowed[known], -1e4)
            total = total - weight * torch.logsumexp(log_odds, 1).sum() / len(logits)
    for flag in FLAGS:
        index = flag_index(flag)
        known = labels[:, index] >= 0
        if known.any():
            losses = F.binary_cross_entropy_with_logits(logits[known, index], labels[known, index], reduction="sum")
            total = total + FLAG_WEIGHT * losses / len(logits)
    return total


def train(parts: dict[str, Part], steps: int, batch: int, seed: int, rate: float = 1.5e-3) -> ProductHead:
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    head = ProductHead(SLOT_COUNT)
    average = copy.deepcopy(head)
    shares = np.array([SHARES[name] for name in parts])
    usable = {name: np.nonzero(~part.held_out)[0] for name, part in parts.items()}
    optimiser = torch.optim.AdamW(head.parameters(), lr=rate, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps, pct_start=0.05)
    for step in range(steps):
        counts = rng.multinomial(batch, shares / shares.sum())
        chosen = {name: np.sort(rng.choice(usable[name], count)) for (name, count) in zip(parts, counts) if count}
        shallow, deep, labels = (
            torch.from_numpy(np.concatenate([getattr(parts[name], field)[index] for name, index in chosen.items()])).float()
            for field in ("shallow", "deep", "labels")
        )
        # Mixtures of two pictures, which are a little of both (mixup, Zhang et al. 2018): a few thousand garments are few.
        other, share = torch.from_numpy(rng.permutation(len(labels))), float(rng.beta(MIXING, MIXING))
        fine, coarse = (torch.lerp(maps[other], maps, share) for maps in (shallow, deep))
        logits = head(fine, coarse).flatten(1)
        loss = share * objective(logits, labels) + (1 - share) * objective(logits, labels[other])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        with torch.no_grad():
            for mean, value in zip(average.parameters(), head.parameters()):
                mean.lerp_(value, 1 - EMA_DECAY if step > 200 else 1.0)
        if step % 500 == 499:
            print(json.dumps({"step": step + 1, "loss": round(float(loss), 4)}), flush=True)
    return average.eval()


@torch.inference_mode()
def answers(head: ProductHead, part: Part, where: np.ndarray) -> np.ndarray:
    found = [
        head(*(torch.from_numpy(array[where[i : i + 256]]).float() for array in (part.shallow, part.deep))).flatten(1).numpy()
        for i in range(0, len(where), 256)
    ]
    return np.concatenate(found) if found else np.zeros((0, SLOT_COUNT), np.float32)


def measure(head: ProductHead, parts: dict[str, Part]) -> dict:
    """Share of held-out pictures whose likeliest value may hold, by part and group; flags at one half."""
    report: dict = {}
    for name, part in parts.items():
        where = np.nonzero(part.held_out)[0]
        logits, labels = answers(head, part, where), part.labels[where]
        found = {}
        for group in GROUPS:
            slots = group_range(group)
            known = labels[:, slots.start] >= 0
            if known.any():
                best = logits[known][:, slots].argmax(1)
                found[group] = round(float(np.mean(labels[known][:, slots][np.arange(len(best)), best] == 1)), 4)
        for flag in FLAGS:
            index = flag_index(flag)
            known = labels[:, index] >= 0
            if known.any():
                found[flag] = round(float(np.mean((logits[known, index] > 0) == (labels[known, index] == 1))), 4)
        if found:
            report[name] = {"pictures": int(len(where)), **found}
    return report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--features", type=Path, default=Path(".cache/product-head"))
    parser.add_argument("--out", type=Path, help="where the head goes; without it, it is only measured")
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--batch", type=int, default=96)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--fold", type=int, nargs=2, metavar=("I", "N"), help="hold out every N-th design, from the I-th on")
    args = parser.parse_args()
    torch.set_num_threads(1)
    parts = read_parts(args.features, args.fold and tuple(args.fold))
    head = train(parts, args.steps, args.batch, args.seed)
    print(json.dumps(measure(head, parts), indent=1))
    if args.out:
        torch.save(head.state_dict(), args.out)


if __name__ == "__main__":
    main()
