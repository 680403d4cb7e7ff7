"""Parameters and multiply-accumulates of every variant, per graph, beside the published StyleMapGAN.

python -m stylemapgan.cost
"""

from collections import defaultdict

import torch
from torch import nn

from .export import CANONICAL_SIZE_PX
from .model import CONTENT_CHANNELS, STYLE_CHANNELS, StylemapTryOn

# Counted from the layer tables of Kim et al., CVPR 2021, for one encode and decode at 256x256.
PUBLISHED_PARAMETERS = 97.4e6
PUBLISHED_FLOP = 533e9


def count(variant: str, size_px: int = CANONICAL_SIZE_PX) -> dict[str, tuple[int, int]]:
    """Parameters and convolution MACs per graph, without computing anything."""
    macs: dict[str, int] = defaultdict(int)
    with torch.device("meta"):
        model = StylemapTryOn(variant).eval()

        def hook_for(graph: str):
            def hook(conv: nn.Conv2d, _: tuple, output: torch.Tensor) -> None:
                macs[graph] += conv.weight.numel() * output.shape[2] * output.shape[3]

            return hook

        for graph, part in model.named_children():
            for module in part.modules():
                if isinstance(module, nn.Conv2d):
                    module.register_forward_hook(hook_for(graph))
        shape = (size_px, size_px)
        model(torch.zeros(1, CONTENT_CHANNELS, *shape), torch.zeros(1, STYLE_CHANNELS, *shape))
    parts = dict(model.named_children())
    return {graph: (sum(p.numel() for p in parts[graph].parameters()), macs[graph]) for graph in parts}


def main() -> None:
    for variant in ("S", "M", "L"):
        graphs = count(variant)
        parameters, macs = (sum(column) for column in zip(*graphs.values()))
        detail = ", ".join(f"{g} {p / 1e6:.2f} M / {m / 1e9:.2f}" for g, (p, m) in graphs.items())
        print(f"{variant}: {parameters / 1e6:.2f} M parameters, {macs / 1e9:.2f} GMAC ({detail})")
        shares = (PUBLISHED_PARAMETERS / parameters, PUBLISHED_FLOP / (2 * macs))
        print(f"   published StyleMapGAN: {shares[0]:.0f} x the parameters, {shares[1]:.0f} x the FLOP")


if __name__ == "__main__":
    main()
