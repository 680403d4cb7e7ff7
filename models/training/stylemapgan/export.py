"""Checkpoint to three ONNX graphs (FP32 or weight-only INT8) and the self-check fixture.

python -m stylemapgan.export --checkpoint FILE --out ../weights --fixtures ../fixtures
python -m stylemapgan.export --micro --out ../fixtures --fixtures ../fixtures
"""

import argparse
import copy
import io
from pathlib import Path

import onnx
import torch
from torch import nn

from quantise import quantise_conv_weights
from self_check import write_self_check
from checkpoints import load_checkpoint_file

from .model import (
    CONTENT_CHANNELS,
    FLOW_LOGIT_SCALE,
    LEVEL_SIZES,
    OUTPUT_NAMES,
    SKIP_NAMES,
    STYLE_CHANNELS,
    STYLE_NAMES,
    VARIANTS,
    StylemapTryOn,
    fold_batch_norm,
)

OPSET = 17
CANONICAL_SIZE_PX = 256
MICRO_SIZE_PX = 32
# The first convolutions and the heads are a few tens of kB together and the most sensitive.
FLOAT_WEIGHTS = frozenset(
    {
        "stem.conv.weight",
        "flow_coarse.weight",
        "flow_residual.weight",
        "shading.weight",
        "picture.weight",
    }
)


def graph_inputs(variant: str, size_px: int) -> dict[str, dict[str, tuple[int, ...]]]:
    """Input names and shapes of the three graphs."""
    widths = VARIANTS[variant]
    sides = [size * size_px // CANONICAL_SIZE_PX for size in LEVEL_SIZES]
    decoder = {n: (1, c, s, s) for n, c, s in zip(SKIP_NAMES, widths.levels, sides)}
    decoder |= {n: (1, c, s, s) for n, c, s in zip(STYLE_NAMES, widths.styles, sides[::-1])}
    return {
        "content-encoder": {"content": (1, CONTENT_CHANNELS, size_px, size_px)},
        "style-encoder": {"style": (1, STYLE_CHANNELS, size_px, size_px)},
        "decoder": decoder,
    }


OUTPUTS = {"content-encoder": SKIP_NAMES, "style-encoder": STYLE_NAMES, "decoder": OUTPUT_NAMES}


def to_onnx(module: nn.Module, inputs: dict[str, tuple[int, ...]], outputs: tuple[str, ...]) -> onnx.ModelProto:
    """One FP32 graph with static shapes."""
    buffer = io.BytesIO()
    examples = tuple(torch.zeros(shape) for shape in inputs.values())
    torch.onnx.export(
        module,
        examples,
        buffer,
        opset_version=OPSET,
        dynamo=False,
        input_names=list(inputs),
        output_names=list(outputs),
    )
    model = onnx.load_from_string(buffer.getvalue())
    model.producer_name, model.producer_version, model.doc_string = "stylemap-tryon", "", ""
    onnx.checker.check_model(model, full_check=True)
    return model


def export_graphs(model: StylemapTryOn, variant: str, size_px: int) -> dict[str, onnx.ModelProto]:
    """The three FP32 graphs of a model, batch normalisation folded."""
    folded = fold_batch_norm(copy.deepcopy(model).float().eval())
    modules = {
        "content-encoder": folded.content_encoder,
        "style-encoder": folded.style_encoder,
        "decoder": folded.decoder,
    }
    shapes = graph_inputs(variant, size_px)
    return {name: to_onnx(module, shapes[name], OUTPUTS[name]) for name, module in modules.items()}


def load_checkpoint(path: Path) -> tuple[StylemapTryOn, str]:
    """The averaged model of a training checkpoint, and its variant."""
    state = load_checkpoint_file(path)
    model = StylemapTryOn(state["variant"])
    model.load_state_dict(state["ema"])
    return model, state["variant"]


def micro_model() -> StylemapTryOn:
    """Random weights everywhere, heads included, so that a wrong kernel cannot hide behind a zero."""
    torch.manual_seed(7)
    model = StylemapTryOn("micro")
    for parameter in model.parameters():
        nn.init.uniform_(parameter, -0.35, 0.35)
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.uniform_(module.running_mean, -0.35, 0.35)
    with torch.no_grad():
        for head in (model.decoder.flow_coarse, model.decoder.flow_residual):
            head.weight.div_(FLOW_LOGIT_SCALE)
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--checkpoint", type=Path)
    source.add_argument("--micro", action="store_true", help="tiny random graphs for the WebGPU parity test")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fixtures", type=Path, help="write the known answers of the exported graphs here")
    parser.add_argument("--fp32", action="store_true", help="leave the weights in float")
    args = parser.parse_args()

    if args.micro:
        model, variant, size_px, prefix = micro_model(), "micro", MICRO_SIZE_PX, "micro-"
    else:
        model, variant = load_checkpoint(args.checkpoint)
        size_px, prefix = CANONICAL_SIZE_PX, ""

    args.out.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, graph in export_graphs(model, variant, size_px).items():
        if not args.fp32:
            min_elements = 256 if args.micro else 1024
            graph = quantise_conv_weights(graph, min_elements, FLOAT_WEIGHTS)
        path = args.out / f"{prefix}{name}.onnx"
        path.write_bytes(graph.SerializeToString(deterministic=True))
        paths.append(path)
        print(f"{path.name}: {path.stat().st_size:,} bytes")
    if args.fixtures:
        write_self_check(paths, args.fixtures / f"{prefix}self-check.json")


if __name__ == "__main__":
    main()
