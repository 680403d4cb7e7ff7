"""Writes the shipped parser again with another head; everything else of it stays, number by number.

    python -m product_head.export --head .cache/product-head/head.pt --models ..
"""

import argparse
from pathlib import Path

import torch

from garment_parser.config import CLASSES
from garment_parser.export import NAME, write_shipped
from garment_parser.landmarks import JOINTS
from garment_parser.model import GarmentParser
from garment_parser.pretrained import load_shipped


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--head", type=Path, required=True)
    parser.add_argument("--models", type=Path, default=Path(".."), help="folder of weights/ and fixtures/")
    args = parser.parse_args()
    model = GarmentParser(len(CLASSES), len(JOINTS)).eval()
    load_shipped(model, args.models / "weights" / f"{NAME}.onnx")
    model.product.load_state_dict(torch.load(args.head, map_location="cpu"))
    write_shipped(model, args.models)


if __name__ == "__main__":
    main()
