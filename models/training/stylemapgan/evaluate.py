"""Validation on photos never trained on, beside the baselines; prints a table and writes JSON.

    python -m stylemapgan.evaluate --people DIR --pairs DIR --garments DIR --features FILE --checkpoint FILE \\
        [--weights DIR] --json FILE [--sheet FILE]

Sets: `street` retextured photo and perturbed reference, `exact` the same with the reference in place, `recolour` real
pairs with the flat true colour as reference, `leak` one photo in two old garments, `folds` plain photos recoloured.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import torch

from . import baselines
from .arguments import add_data_arguments
from .composition import compose, content_input, log_luminance, style_input, to_linear, to_srgb
from .config import DataConfig
from .crops import CANONICAL_SIZE_PX, load_crops
from .data import Sample, SampleFactory, collate, flat_colour
from .features import SqueezeNetFeatures, perceptual_distance
from .metrics import fold_correlation, masked_average, psnr_db, ssim
from .predictors import Predictor, checkpoint_predictor, onnx_predictor
from .sheet import sheet_rows, write_sheet

SEED = 4
BATCH = 8
SHEET_ROWS_PER_SET = 8
VALID_ABOVE = 0.95
VALIDATION_DATA = DataConfig(
    procedural_textures=100,
    photo_textures=100,
    old_plain=0.5,
    old_panels=0,
    old_dark=0,
    contrast_exponent=0,
    dark_is_plain=False,
)
"""Not what training uses: the same samples as for the first weights, so that versions can be compared."""

Figures = dict[str, dict[str, list[float]]]


class Evaluation:
    """Runs one predictor over the validation sets."""

    def __init__(self, predict: Predictor, features: SqueezeNetFeatures) -> None:
        self.predict, self.features = predict, features
        self.rows: list[np.ndarray] = []

    def pictures(self, batch: dict[str, torch.Tensor]) -> tuple[dict, dict]:
        log_lum = log_luminance(batch["photo_linear"], batch["mask"])
        content = content_input(batch["photo"], log_lum, batch["mask"], batch["person"])
        outputs = self.predict(content, style_input(batch["reference"], batch["valid"]))
        composed = compose(
            outputs, batch["photo_linear"], batch["mask"], log_lum, batch["reference_linear"], batch["valid"]
        )
        return outputs, composed

    def paired(self, samples: list[Sample], true_luminance: bool) -> Figures:
        """PSNR, SSIM and perceptual distance of the network's pictures and of the baselines; the blend's share."""
        figures: Figures = defaultdict(lambda: defaultdict(list))
        for index, batch in enumerate(_batches(samples)):
            outputs, made = self.pictures(batch)
            if index * BATCH < SHEET_ROWS_PER_SET:
                self.rows += sheet_rows(batch, outputs, made)
            light = to_linear(batch["target"]) if true_luminance else batch["photo_linear"]
            candidates = {
                "blend": made["out"],
                "generator only": _over(batch, made["generated"]),
                "relit warp": _over(batch, made["relit"]),
                "classical": baselines.classical(batch, light, low_pass=true_luminance),
                "rough paste": baselines.rough_paste(batch),
                "mean colour": baselines.mean_colour(batch),
            }
            with torch.no_grad():
                wanted = self.features(batch["target"])
                for name, picture in candidates.items():
                    distance = perceptual_distance(self.features(picture), wanted, batch["mask"])
                    figures[name]["psnrDb"] += psnr_db(picture, batch["target"], batch["mask"]).tolist()
                    figures[name]["ssim"] += ssim(picture, batch["target"], batch["mask"]).tolist()
                    figures[name]["perceptual"] += distance.tolist()
            valid = batch["mask"] * (batch["valid"] > VALID_ABOVE)
            figures["blend"]["share"] += masked_average(made["share"], valid).tolist()
            shift_px = outputs["flow"].norm(dim=1, keepdim=True) * CANONICAL_SIZE_PX
            small = torch.nn.functional.interpolate(batch["mask"], size=shift_px.shape[-2:], mode="area")
            figures["blend"]["flowPx"] += masked_average(shift_px, small).tolist()
        return figures

    def leak(self, pairs: list[tuple[Sample, Sample]]) -> Figures:
        """Mean absolute difference (8-bit codes) between the results over two old garments."""
        figures: Figures = defaultdict(lambda: defaultdict(list))
        firsts, seconds = (list(side) for side in zip(*pairs))
        for one, two in zip(_batches(firsts), _batches(seconds)):
            results = {
                "blend": [self.pictures(b)[1]["out"] for b in (one, two)],
                "classical": [baselines.classical(b, b["photo_linear"], low_pass=False) for b in (one, two)],
            }
            for name, (a, b) in results.items():
                figures[name]["codes"] += (255 * masked_average((a - b).abs(), one["mask"])).tolist()
        return figures

    def folds(self, samples: list[Sample]) -> Figures:
        """Correlation of the folds of result and photo."""
        figures: Figures = defaultdict(lambda: defaultdict(list))
        for index, batch in enumerate(_batches(samples)):
            outputs, made = self.pictures(batch)
            if index * BATCH < SHEET_ROWS_PER_SET:
                self.rows += sheet_rows(batch, outputs, made)
            figures["blend"]["correlation"] += fold_correlation(made["out"], batch["photo"], batch["mask"]).tolist()
        return figures


def _batches(samples: list[Sample]) -> Iterator[dict[str, torch.Tensor]]:
    for start in range(0, len(samples), BATCH):
        yield collate(samples[start : start + BATCH])


def _over(batch: dict[str, torch.Tensor], garment_linear: torch.Tensor) -> torch.Tensor:
    return to_srgb(batch["mask"] * garment_linear + (1 - batch["mask"]) * batch["photo_linear"])


def recolour_samples(factory: SampleFactory) -> list[Sample]:
    """Every ordered pair of the held-out groups, the true colour as a flat reference."""
    samples = []
    for group in factory.groups:
        for content in group:
            for wanted in group:
                if content is wanted:
                    continue
                mask = content.mask.astype(np.float32) / 255
                colour = flat_colour(wanted.rgb, mask)
                samples.append(
                    Sample(
                        content.rgb,
                        mask,
                        content.person.astype(np.float32) / 255,
                        np.ascontiguousarray(np.broadcast_to(colour, content.rgb.shape)),
                        np.ones_like(mask),
                        wanted.rgb,
                        wanted.log_shading.astype(np.float32),
                        False,
                        factory.no_flow,
                        True,
                    )  # fmt: skip
                )
    return samples


def validation_sets(factory: SampleFactory, count: int) -> dict[str, list]:
    """The same samples for every network: the factory is seeded."""
    sets: dict[str, list] = {"street": [], "exact": [], "leak": [], "folds": []}
    for _ in range(count):
        sets["street"].append(factory.draw("perturbed"))
        sets["exact"].append(factory.draw("own"))
        sets["leak"].append(factory.twins())
        if (swap := factory.plain_swap()) is not None:
            sets["folds"].append(swap)
    return sets | {"recolour": recolour_samples(factory)}


def evaluate(predict: Predictor, features: SqueezeNetFeatures, sets: dict[str, list]) -> tuple[dict, list]:
    """Summaries per set and the rows of the contact sheet."""
    run = Evaluation(predict, features)
    figures = {
        "street": run.paired(sets["street"], true_luminance=True),
        "exact": run.paired(sets["exact"], true_luminance=True),
        "recolour": run.paired(sets["recolour"], true_luminance=False) if sets["recolour"] else {},
        "leak": run.leak(sets["leak"]),
        "folds": run.folds(sets["folds"]) if sets["folds"] else {},
    }
    return {name: summarise(values) for name, values in figures.items()}, run.rows


def summarise(figures: Figures) -> dict:
    """Mean and median of every list."""
    return {
        method: {
            name: {"mean": round(float(np.mean(v)), 4), "median": round(float(np.median(v)), 4), "count": len(v)}
            for name, v in metrics.items()
        }
        for method, metrics in figures.items()
    }


def agreement_db(one: Predictor, two: Predictor, features: SqueezeNetFeatures, samples: list[Sample]) -> dict:
    """PSNR between the results of two networks in the mask."""
    values: list[float] = []
    for batch in _batches(samples):
        a, b = (Evaluation(p, features).pictures(batch)[1]["out"] for p in (one, two))
        values += psnr_db(a, b, batch["mask"]).tolist()
    return {"meanDb": round(float(np.mean(values)), 2), "minDb": round(float(np.min(values)), 2)}


def print_table(title: str, summary: dict) -> None:
    print(f"\n{title}")
    for set_name, methods in summary.items():
        for method, metrics in methods.items():
            cells = "  ".join(f"{n} {v['mean']:.4g} (median {v['median']:.4g})" for n, v in metrics.items())
            print(f"  {set_name:9s} {method:15s} {cells}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_data_arguments(parser)
    parser.add_argument("--cache", type=Path, default=Path(".cache/stylemapgan/crops-held-out.npz"))
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--weights", type=Path, help="exported graphs to evaluate beside the checkpoint")
    parser.add_argument("--count", type=int, default=64, help="samples per set")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--sheet", type=Path, help="contact sheet (PNG) of the checkpoint's results")
    args = parser.parse_args()

    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    crops = load_crops(args.people, args.pairs, held_out=True, cache=args.cache)
    factory = SampleFactory(crops, args.garments, VALIDATION_DATA, CANONICAL_SIZE_PX, SEED)
    sets = validation_sets(factory, args.count)
    features = SqueezeNetFeatures(args.features)
    fp32 = checkpoint_predictor(args.checkpoint)
    report, rows = {}, []
    report["fp32"], rows = evaluate(fp32, features, sets)
    print_table("FP32", report["fp32"])
    if args.weights:
        int8 = onnx_predictor(args.weights, threads=1)
        report["int8"], _ = evaluate(int8, features, sets)
        report["int8AgainstFp32"] = agreement_db(fp32, int8, features, sets["street"])
        print_table("INT8", report["int8"])
        print(f"\nINT8 against FP32: {report['int8AgainstFp32']}")
    if args.json:
        args.json.write_text(json.dumps(report, indent=1) + "\n")
    if args.sheet:
        write_sheet(args.sheet, rows)


if __name__ == "__main__":
    main()
