"""One prediction function for a checkpoint and for the shipped ONNX file."""

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import onnxruntime as ort
import torch

from .config import INPUT_SIZE_PX
from .export import load_averaged

# Photo (RGB bytes, any size) to confidences [H, W, classes] at the photo's size.
Predictor = Callable[[np.ndarray], np.ndarray]


def onnx_predictor(path: Path, threads: int) -> Predictor:
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    session = ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return _predictor(lambda image: session.run(None, {"image": image})[0])


def checkpoint_predictor(path: Path, threads: int) -> Predictor:
    torch.set_num_threads(threads)
    model = load_averaged(path)

    @torch.inference_mode()
    def run(image: np.ndarray) -> np.ndarray:
        return model(torch.from_numpy(image)).numpy()

    return _predictor(run)


def _predictor(run: Callable[[np.ndarray], np.ndarray]) -> Predictor:
    def predict(photo: np.ndarray) -> np.ndarray:
        # The photo is stretched to the square, as MediaPipe does.
        square = cv2.resize(photo, (INPUT_SIZE_PX, INPUT_SIZE_PX), interpolation=cv2.INTER_AREA)
        image = np.ascontiguousarray(square.transpose(2, 0, 1)[None], np.float32) / 255
        confidences = run(image)[0].transpose(1, 2, 0)
        return cv2.resize(confidences, photo.shape[1::-1], interpolation=cv2.INTER_LINEAR)

    return predict
