"""Command-line arguments that several entry points share."""

import argparse
from pathlib import Path

DATA = Path("../../../shared/data")
MODELS = Path("../../../shared/models")


def add_data_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the photos and the weights of the perceptual features lie; `none` does without a source."""
    parser.add_argument("--people", type=_folder, default=DATA / "people-ccp", help="labelled street photos")
    parser.add_argument("--pairs", type=_folder, default=DATA / "recolour-magento", help="photos in several colours")
    parser.add_argument("--garments", type=_folder, default=DATA / "garments-cc0", help="photos of garments, for textures")
    parser.add_argument("--features", type=Path, default=MODELS / "squeezenet_v1.0.npz", help="SqueezeNet v1.0 weights")


def _folder(value: str) -> Path | None:
    return None if value == "none" else Path(value)
