"""Writes `manifest.json` from the files in `weights/`: hashes, sizes, tensor names, shapes and ranges.

python -m manifest --models .. [--check]
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

import onnx

VERSION = "0.1.0"
LICENCE = "Apache-2.0"
CANONICAL_SIZE_PX = 256
PARSER_LABELS = ("background", "hair", "skin", "top", "outerwear", "bottom", "dress", "footwear", "accessory")

SKIP = ("unbounded", "projected skip of the content encoder")
STYLE = ("unbounded", "stylemap level, linear: levels of two garments can be mixed")
TENSORS = {
    "content": (
        "[-2.5, 2.5]",
        "low-passed log-luminance, garment mask, photo sRGB in [-1, 1], person mask, x, y in [-1, 1]",
    ),
    "style": ("[-1, 1]", "aligned garment sRGB in [-1, 1] times validity; validity in [0, 1]"),
    "flow": ("[-0.25, 0.25]", "dx, dy as a fraction of the crop"),
    "shading": ("p [0, 2], q [-1.2, 1.2]", "log-gain = p * log-luminance + q"),
    "image": ("[-1, 1]", "generated picture, sRGB-encoded"),
    "alpha": ("unbounded", "blend logit; its sigmoid is the share of the relit warp"),
    "confidences": ("[0, 1]", "softmax over the parser labels; then 4 x 4 tiles of 64 x 64: the joints' heat maps, and the product's attributes"),
}
PARSER_IMAGE = {
    ".onnx": ("[0, 1]", "whole photo or crop stretched to the square, sRGB-encoded RGB"),
    ".tflite": ("[0, 1]", "RGB after the normalisation of the file's metadata (mean 0, std 255)"),
}
# MediaPipe reads the TFLite file itself; its tensors are fixed by the ImageSegmenter contract.
TFLITE_TENSORS = {"image": [1, 256, 256, 3], "confidences": [1, 256, 256, len(PARSER_LABELS) + 2]}


def describe_tensor(name: str, shape: list[int], suffix: str, is_input: bool) -> dict:
    """One manifest entry; an unknown name is an error, not a blank."""
    if name == "image" and is_input:
        value_range, description = PARSER_IMAGE[suffix]
    elif name.startswith("skip"):
        value_range, description = SKIP
    elif name.startswith("w") and name[1:].isdigit():
        value_range, description = STYLE
    else:
        value_range, description = TENSORS[name]
    return {"name": name, "shape": shape, "range": value_range, "description": description}


def describe_file(path: Path, models: Path) -> dict:
    """Everything a loader has to know about one weights file."""
    content = path.read_bytes()
    entry = {
        "name": path.stem,
        "file": path.relative_to(models).as_posix(),
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "license": LICENCE,
    }
    if path.suffix == ".onnx":
        graph = onnx.load_from_string(content).graph
        tensors = {
            side: [(v.name, [d.dim_value for d in v.type.tensor_type.shape.dim]) for v in values]
            for side, values in (("inputs", graph.input), ("outputs", graph.output))
        }
    else:
        tensors = {
            "inputs": [("image", TFLITE_TENSORS["image"])],
            "outputs": [("confidences", TFLITE_TENSORS["confidences"])],
        }
    for side, values in tensors.items():
        entry[side] = [describe_tensor(n, s, path.suffix, side == "inputs") for n, s in values]
    return entry


def build_manifest(models: Path) -> str:
    """The manifest's text for the files that exist now."""
    files = sorted(p for p in (models / "weights").iterdir() if p.suffix in {".onnx", ".tflite"})
    manifest = {
        "version": VERSION,
        "canonicalSizePx": CANONICAL_SIZE_PX,
        "parserLabels": list(PARSER_LABELS),
        "files": [describe_file(path, models) for path in files],
    }
    return json.dumps(manifest, indent=2) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", type=Path, default=Path(".."))
    parser.add_argument("--check", action="store_true", help="fail if the stored manifest is out of date")
    args = parser.parse_args()
    text, stored = build_manifest(args.models), args.models / "manifest.json"
    if args.check:
        same = stored.exists() and stored.read_text() == text
        print("manifest is up to date" if same else "manifest is out of date")
        return 0 if same else 1
    stored.write_text(text)
    print(f"{stored}: {text.count('sha256')} files")
    return 0


if __name__ == "__main__":
    sys.exit(main())
