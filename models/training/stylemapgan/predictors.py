"""The network behind one call, from a checkpoint or from the three ONNX graphs."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime as ort
import torch

from .export import load_checkpoint
from .model import OUTPUT_NAMES, SKIP_NAMES, STYLE_NAMES, fold_batch_norm

Predictor = Callable[[torch.Tensor, torch.Tensor], dict[str, torch.Tensor]]


def checkpoint_predictor(path: Path) -> Predictor:
    """The averaged model of a checkpoint, in float32."""
    model = fold_batch_norm(load_checkpoint(path)[0].eval())

    def predict(content: torch.Tensor, style: torch.Tensor) -> dict[str, torch.Tensor]:
        with torch.no_grad():
            return model(content, style)

    return predict


def onnx_predictor(weights: Path, threads: int) -> Predictor:
    """The exported graphs in onnxruntime; their batch size is one."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    content_encoder, style_encoder, decoder = (
        ort.InferenceSession(weights / f"{name}.onnx", options, providers=["CPUExecutionProvider"])
        for name in ("content-encoder", "style-encoder", "decoder")
    )

    def predict_one(content: np.ndarray, style: np.ndarray) -> list[np.ndarray]:
        feed = dict(zip(SKIP_NAMES, content_encoder.run(SKIP_NAMES, {"content": content})))
        feed |= dict(zip(STYLE_NAMES, style_encoder.run(STYLE_NAMES, {"style": style})))
        return decoder.run(OUTPUT_NAMES, feed)

    def predict(content: torch.Tensor, style: torch.Tensor) -> dict[str, torch.Tensor]:
        rows = [predict_one(c[None].numpy(), s[None].numpy()) for c, s in zip(content, style)]
        return {name: torch.from_numpy(np.concatenate(column)) for name, column in zip(OUTPUT_NAMES, zip(*rows))}

    return predict
