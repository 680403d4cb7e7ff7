"""A known answer for every run time: a drawn figure, its label map, a few confidences.

The .bin holds the picture (RGB bytes, row by row) and then the label map (one byte a pixel).
"""

import json
from pathlib import Path

import cv2
import numpy as np
import torch

from .config import CLASSES, INPUT_SIZE_PX
from .landmarks import JOINTS
from .model import GarmentParser
from .pretrained import load_shipped

# Two runtimes round differently, which may tip pixels where two classes are equally likely.
MINIMUM_AGREEMENT = 0.995
CONFIDENCE_TOLERANCE = 0.02
SAMPLE_POINTS = ((10, 10), (128, 30), (128, 52), (128, 110), (90, 120), (112, 180), (146, 200), (110, 238))


def drawn_figure() -> np.ndarray:
    """A shopper of rectangles and ellipses, four times oversampled for soft edges."""
    scale = 4
    size = INPUT_SIZE_PX * scale
    ramp = np.linspace(205, 235, size, dtype=np.float32)[:, None, None]
    picture = np.broadcast_to(ramp, (size, size, 3)).astype(np.uint8).copy()

    def polygon(colour: tuple[int, int, int], points: list[tuple[int, int]]) -> None:
        cv2.fillPoly(picture, [np.array(points, np.int32) * scale], colour)

    def ellipse(colour: tuple[int, int, int], centre: tuple[int, int], axes: tuple[int, int]) -> None:
        centre, axes = (tuple(value * scale for value in pair) for pair in (centre, axes))
        cv2.ellipse(picture, centre, axes, 0, 0, 360, colour, -1)

    hair, skin, shirt, trousers, shoes = (70, 45, 30), (224, 172, 140), (40, 80, 170), (50, 50, 58), (120, 30, 30)
    ellipse(hair, (128, 42), (21, 26))
    ellipse(skin, (128, 47), (14, 19))
    polygon(skin, [(120, 60), (136, 60), (138, 74), (118, 74)])
    polygon(trousers, [(102, 136), (154, 136), (156, 234), (136, 234), (128, 160), (120, 234), (100, 234)])
    polygon(shirt, [(100, 72), (156, 72), (172, 112), (158, 118), (154, 144), (102, 144), (98, 118), (84, 112)])
    polygon(skin, [(84, 112), (98, 118), (90, 152), (80, 148)])
    polygon(skin, [(172, 112), (158, 118), (166, 152), (176, 148)])
    polygon(shoes, [(98, 234), (121, 234), (121, 246), (90, 246)])
    polygon(shoes, [(135, 234), (158, 234), (166, 246), (135, 246)])
    return cv2.resize(picture, (INPUT_SIZE_PX, INPUT_SIZE_PX), interpolation=cv2.INTER_AREA)


def write_fixture(onnx_path: Path, folder: Path) -> None:
    picture = drawn_figure()
    model = GarmentParser(len(CLASSES), len(JOINTS)).eval()
    load_shipped(model, onnx_path)
    image = torch.from_numpy(picture.transpose(2, 0, 1)[None].astype(np.float32) / 255)
    with torch.inference_mode():
        confidences = model(image)[:, : len(CLASSES)].numpy()
    labels = confidences[0].argmax(0).astype(np.uint8)
    folder.mkdir(parents=True, exist_ok=True)
    binary = folder / f"{onnx_path.stem}.bin"
    binary.write_bytes(picture.tobytes() + labels.tobytes())
    description = {
        "description": "Known answer of the garment parser, computed from its INT8 ONNX file",
        "binary": binary.name,
        "sizePx": INPUT_SIZE_PX,
        "labels": list(CLASSES),
        "pictureBytes": picture.size,
        "labelMapBytes": labels.size,
        "minimumAgreement": MINIMUM_AGREEMENT,
        "confidenceTolerance": CONFIDENCE_TOLERANCE,
        "confidences": [
            {"x": x, "y": y, "values": [round(float(v), 5) for v in confidences[0, :, y, x]]}
            for x, y in SAMPLE_POINTS
        ],
    }
    (folder / f"{onnx_path.stem}.json").write_text(json.dumps(description, indent=1) + "\n")
