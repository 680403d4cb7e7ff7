"""One prediction function for a checkpoint and for the shipped ONNX file."""

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import torch

from .config import CLASSES, INPUT_SIZE_PX
from .export import load_averaged
from .landmarks import JOINTS
from .model import GarmentParser
from .pretrained import load_shipped

# Photo (RGB bytes, any size) to confidences [H, W, classes] at the photo's size.
Predictor = Callable[[np.ndarray], np.ndarray]


def predictor(path: Path, threads: int) -> Predictor:
    """Of a checkpoint, or of the shipped ONNX file, whose int8 weights are restored."""
    torch.set_num_threads(threads)
    if path.suffix == ".onnx":
        model = GarmentParser(len(CLASSES), len(JOINTS)).eval()
        load_shipped(model, path)
    else:
        model = load_averaged(path)

    @torch.inference_mode()
    def run(image: np.ndarray) -> np.ndarray:
        return model(torch.from_numpy(image)).numpy()[:, : len(CLASSES)]

    return _predictor(run)


def _predictor(run: Callable[[np.ndarray], np.ndarray]) -> Predictor:
    def predict(photo: np.ndarray) -> np.ndarray:
        # The photo is stretched to the square, as MediaPipe does.
        square = cv2.resize(photo, (INPUT_SIZE_PX, INPUT_SIZE_PX), interpolation=cv2.INTER_AREA)
        image = np.ascontiguousarray(square.transpose(2, 0, 1)[None], np.float32) / 255
        confidences = run(image)[0].transpose(1, 2, 0)
        return cv2.resize(confidences, photo.shape[1::-1], interpolation=cv2.INTER_LINEAR)

    return predict
