"""A trainable network from the three shipped graphs: for fine-tuning, and for going on where no checkpoint is left.

The graphs hold int8 weights with the normalisation folded into them. Both are undone: the weights are dequantised, and
every normalisation is opened again with the statistics of its convolution over a few batches, in such a way that the
network in eval mode answers exactly as the graphs do.
"""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

from .composition import content_input, log_luminance, style_input
from .model import VARIANTS, ConvNorm, Modulated, StylemapTryOn

GRAPHS = {"content-encoder": "content_encoder", "style-encoder": "style_encoder", "decoder": "decoder"}
ROW_NORM = 1.0
"""Norm of a normalised convolution's weights per output channel. Normalisation makes the scale irrelevant to the
answer, but not to the optimiser: its step is relative to it."""


def graph_weights(folder: Path) -> dict[str, torch.Tensor]:
    """Every convolution's weight and bias in float32, named as the parameters of the folded network."""
    weights = {}
    for file_name, module in GRAPHS.items():
        graph = onnx.load(folder / f"{file_name}.onnx").graph
        stored = {init.name: numpy_helper.to_array(init) for init in graph.initializer}
        for node in graph.node:
            if node.op_type == "DequantizeLinear":
                values, scale, zero = (stored[name].astype(np.float32) for name in node.input)
                shape = (-1, *([1] * (values.ndim - 1)))
                stored[node.output[0]] = (values - zero.reshape(shape)) * scale.reshape(shape)
        for node in graph.node:
            if node.op_type == "Conv":
                for name in node.input[1:]:
                    weights[f"{module}.{name}"] = torch.from_numpy(stored[name].astype(np.float32))
    return weights


def variant_of(weights: dict[str, torch.Tensor]) -> str:
    """The variant whose widths the weights have; ValueError if none has."""
    for variant in VARIANTS:
        shapes = {name: p.shape for name, p in StylemapTryOn(variant).named_parameters()}
        if all(shapes.get(name, value.shape) == value.shape for name, value in weights.items()):
            return variant
    raise ValueError("these graphs have the widths of no known variant")


def load_graphs(folder: Path) -> tuple[StylemapTryOn, str]:
    """The network of the graphs in `folder` and its variant; normalisation layers are there, but still do nothing."""
    weights = graph_weights(folder)
    variant = variant_of(weights)
    model = StylemapTryOn(variant).eval()
    state = model.state_dict()
    biases = {}
    for name, value in weights.items():
        if name in state:
            state[name] = value
        else:
            biases[name.removesuffix(".conv.bias")] = value
    model.load_state_dict(state)
    for name, module in model.named_modules():
        if isinstance(module, ConvNorm):
            _make_transparent(module, biases[name])
    return model, variant


def open_norms(model: StylemapTryOn, batches: Iterable[dict[str, torch.Tensor]]) -> StylemapTryOn:
    """Gives every normalisation the statistics of its input over the batches, in place; eval mode answers as before."""
    statistics = _measure(model, batches)
    modulated = {id(m.conv): m for m in model.modules() if isinstance(m, Modulated)}
    for name, module in model.named_modules():
        if isinstance(module, ConvNorm):
            _open(module, modulated.get(id(module)), *statistics[name])
    return model


@torch.no_grad()
def _make_transparent(block: ConvNorm, bias: torch.Tensor) -> None:
    """A normalisation that only adds the folded bias."""
    norm = block.norm
    norm.running_var.fill_(1 - norm.eps)
    if norm.affine:
        norm.running_mean.zero_()
        norm.weight.fill_(1)
        norm.bias.copy_(bias)
    else:
        norm.running_mean.copy_(-bias)


@torch.no_grad()
def _measure(
    model: StylemapTryOn, batches: Iterable[dict[str, torch.Tensor]]
) -> dict[str, tuple[torch.Tensor, torch.Tensor]]:
    """Mean and variance per channel of every normalised convolution's output."""
    sums: dict[str, list] = {}

    def record(name: str):
        def hook(_module: nn.Module, _inputs: tuple, output: torch.Tensor) -> None:
            flat = output.double().transpose(0, 1).flatten(1)
            entry = sums.setdefault(name, [0, 0, 0])
            for i, value in enumerate((flat.shape[1], flat.sum(1), flat.square().sum(1))):
                entry[i] = entry[i] + value

        return hook

    blocks = [(name, m) for name, m in model.named_modules() if isinstance(m, ConvNorm)]
    handles = [block.conv.register_forward_hook(record(name)) for name, block in blocks]
    model.eval()
    for batch in batches:
        log_lum = log_luminance(batch["photo_linear"], batch["mask"])
        model(
            content_input(batch["photo"], log_lum, batch["mask"], batch["person"]),
            style_input(batch["reference"], batch["valid"]),
        )
    for handle in handles:
        handle.remove()
    return {
        name: ((total / count).float(), (squares / count - (total / count).square()).clamp(min=0).float())
        for name, (count, total, squares) in sums.items()
    }


@torch.no_grad()
def _open(block: ConvNorm, owner: Modulated | None, mean: torch.Tensor, variance: torch.Tensor) -> None:
    """Makes a transparent block normalise; what that removes goes to its affine part, or to gamma and beta of w."""
    norm, weight = block.norm, block.conv.weight
    scale = ROW_NORM / weight.flatten(1).norm(dim=1).clamp(min=1e-6)
    weight.mul_(scale.view(-1, 1, 1, 1))
    offset = norm.bias.clone() if norm.affine else -norm.running_mean
    norm.running_mean.copy_(mean * scale)
    norm.running_var.copy_(variance * scale.square())
    # What comes out is (conv - mean) / deviation, in units of the folded convolution; it is undone from there.
    deviation = (norm.running_var + norm.eps).sqrt() / scale
    if owner is None:
        norm.weight.copy_(deviation)
        norm.bias.copy_(mean + offset)
        return
    for side in ("weight", "bias"):
        gamma, beta = getattr(owner.gamma, side), getattr(owner.beta, side)
        per_row = (-1, *([1] * (gamma.ndim - 1)))
        beta.add_(gamma * (mean + offset).view(per_row))
        gamma.mul_(deviation.view(per_row))
