"""How the colour of cloth changes with its light, measured: which CHROMA_EXPONENT rebuilds plain garments best.

    python -m stylemapgan.chroma_law --people DIR --pairs DIR

Every plain, coloured garment of the training photos is rebuilt from one colour, its median, under its own true luminance;
the table has the mean and median PSNR (dB, in the garment) for each exponent.
"""

import argparse
from pathlib import Path

import cv2
import numpy as np

from . import colour
from .arguments import add_data_arguments
from .colour import luminance, to_linear, to_srgb
from .crops import RawCrop, load_crops
from .data import flat_colour, true_log_gain
from .shading import judge

EXPONENTS = (0.0, 0.1, 0.2, 0.3, 0.35, 0.4, 0.5, 0.6)
SAMPLES = 900
EDGE = np.ones((7, 7), np.uint8)
COLOURED_ABOVE = 0.2
"""Log-ratio between a channel and the luminance: a grey garment says nothing about colour."""
SEED = 0


def rebuilt_psnr_db(crop: RawCrop, exponent: float) -> float | None:
    """PSNR of the garment rebuilt from its median colour; None if it is not plain, has no colour or hardly an inside."""
    mask = cv2.erode(crop.mask, EDGE)
    inside = mask > 230
    linear = to_linear(crop.rgb)
    if inside.mean() < 0.03 or not judge(linear, luminance(linear), crop.mask.astype(np.float32) / 255)[0]:
        return None
    flat = flat_colour(crop.rgb, mask / 255)
    hue = np.log((to_linear(flat) + 0.002) / (luminance(to_linear(flat)) + 0.002))
    if np.abs(hue).max() < COLOURED_ABOVE:
        return None
    reference = np.broadcast_to(flat, crop.rgb.shape)
    gain = true_log_gain(reference, crop.rgb, mask / 255)
    made = to_srgb(colour.relit(to_linear(reference), gain, exponent))
    error = (made.astype(np.float64) - crop.rgb)[inside] / 255
    return float(-10 * np.log10(np.square(error).mean() + 1e-9))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_data_arguments(parser)
    parser.add_argument("--cache", type=Path, default=Path(".cache/stylemapgan/crops-train.npz"))
    args = parser.parse_args()
    rng = np.random.default_rng(SEED)
    for name, crops in load_crops(args.people, args.pairs, held_out=False, cache=args.cache).items():
        chosen = [crops[i] for i in rng.permutation(len(crops))[:SAMPLES]]
        for exponent in EXPONENTS:
            values = [v for crop in chosen if (v := rebuilt_psnr_db(crop, exponent)) is not None]
            print(f"{name:9s} {exponent:.2f}  mean {np.mean(values):.2f}  median {np.median(values):.2f}  ({len(values)})")


if __name__ == "__main__":
    main()
