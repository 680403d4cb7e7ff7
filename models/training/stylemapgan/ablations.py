"""The networks and settings that `stylemapgan.ablate` compares: the design with one decision taken otherwise."""

from collections.abc import Callable
from dataclasses import dataclass, field

import torch
from torch import nn
from torch.nn import functional as F

from .model import OUTPUT_NAMES, VARIANTS, ConvNorm, StyleEncoder, StylemapTryOn, Widths, twice
from .own_frame import OwnFrame, sampled

NO_BLEND_LOGIT = -20.0
INITIAL_HIGHLIGHT_LOGIT = -3.0


class WithoutSkips(StylemapTryOn):
    """Only the coarsest skip, which is the decoder's input, reaches the decoder."""

    def forward(self, content: torch.Tensor, style: torch.Tensor) -> dict[str, torch.Tensor]:
        *skips, coarsest = self.content_encoder(content)
        silent = [torch.zeros_like(skip) for skip in skips]
        return dict(zip(OUTPUT_NAMES, self.decoder(*silent, coarsest, *self.style_encoder(style))))


class WithoutWarp(StylemapTryOn):
    """The generated picture is the result; the pixels of the reference are not used."""

    def forward(self, content: torch.Tensor, style: torch.Tensor) -> dict[str, torch.Tensor]:
        outputs = super().forward(content, style)
        return outputs | {"alpha": torch.full_like(outputs["alpha"], NO_BLEND_LOGIT)}


class PlainGain(StylemapTryOn):
    """The gain is q alone: the photo's own luminance does not shade the garment."""

    def forward(self, content: torch.Tensor, style: torch.Tensor) -> dict[str, torch.Tensor]:
        outputs = super().forward(content, style)
        p, q = outputs["shading"].split(1, dim=1)
        return outputs | {"shading": torch.cat((torch.zeros_like(p), q), dim=1)}


class EncodeThenWarp(StylemapTryOn):
    """The garment is encoded in a frame of its own, and the stylemap's levels are warped into the crop.

    The pixels of the relit warp still come from the aligned reference, as they would from one warp of the product.
    """

    def forward(self, content: torch.Tensor, style: torch.Tensor) -> dict[str, torch.Tensor]:
        frame = OwnFrame.drawn(style.shape[0], random=self.training, device=style.device)
        levels = self.style_encoder(sampled(style, frame.to_crop(style.shape[-1]), "zeros"))
        levels = [sampled(level, frame.to_own(level.shape[-1]), "border") for level in levels]
        return dict(zip(OUTPUT_NAMES, self.decoder(*self.content_encoder(content), *levels)))


class FineStyleEncoder(nn.Module):
    """A stylemap of 32x32 at a 256 pixel crop; coarser levels are made from it."""

    def __init__(self, widths: Widths) -> None:
        super().__init__()
        c64, c32 = widths.levels[1:3]
        w8, w16, w32, w64, w128 = widths.styles
        self.stem = ConvNorm(StyleEncoder.INPUT_CHANNELS, c64)
        self.down32 = ConvNorm(c64, c32, stride=2)
        self.refine32 = ConvNorm(c32, c32)
        self.deepen32 = ConvNorm(c32, c32)
        self.stylemap = nn.Conv2d(c32, w32, 3, 1, 1)
        self.to16 = nn.Conv2d(w32, w16, 3, 2, 1)
        self.to8 = nn.Conv2d(w16, w8, 3, 2, 1)
        self.to64 = nn.Conv2d(w32, w64, 3, 1, 1)
        self.to128 = nn.Conv2d(w64, w128, 3, 1, 1)
        self.lateral64 = nn.Conv2d(c64, w64, 1)

    def forward(self, style: torch.Tensor) -> tuple[torch.Tensor, ...]:
        h64 = F.relu(self.stem(F.pixel_unshuffle(style, 4)))
        h32 = F.relu(self.deepen32(F.relu(self.refine32(F.relu(self.down32(h64))))))
        w32 = self.stylemap(h32)
        w16 = self.to16(F.relu(w32))
        w64 = self.to64(twice(F.relu(w32))) + self.lateral64(h64)
        return self.to8(F.relu(w16)), w16, w32, w64, self.to128(twice(F.relu(w64)))


class FineStylemap(StylemapTryOn):
    """The stylemap is 32x32 instead of 16x16."""

    def __init__(self, variant: str = "M") -> None:
        super().__init__(variant)
        self.style_encoder = FineStyleEncoder(VARIANTS[variant])


class ShadingAndHighlight(nn.Module):
    """The shading head and, beside it, a head for the share of the photo's highlights."""

    def __init__(self, shading: nn.Conv2d) -> None:
        super().__init__()
        self.shading = shading
        self.highlight = nn.Conv2d(shading.in_channels, 1, 3, 1, 1)
        nn.init.zeros_(self.highlight.weight)
        nn.init.constant_(self.highlight.bias, INITIAL_HIGHLIGHT_LOGIT)
        self.share: torch.Tensor | None = None

    def forward(self, h: torch.Tensor) -> torch.Tensor:
        self.share = torch.sigmoid(self.highlight(h))
        return self.shading(h)


class HighlightTerm(StylemapTryOn):
    """A share of the light by which the photo exceeds its mean is added to the relit garment: gloss has no albedo."""

    def __init__(self, variant: str = "M") -> None:
        super().__init__(variant)
        self.decoder.shading = ShadingAndHighlight(self.decoder.shading)

    def forward(self, content: torch.Tensor, style: torch.Tensor) -> dict[str, torch.Tensor]:
        return super().forward(content, style) | {"highlight": self.decoder.shading.share}


@dataclass(frozen=True)
class Ablation:
    """A network, and what differs in the configuration, in its data and in its losses."""

    make_model: Callable[[str], StylemapTryOn] = StylemapTryOn
    config: dict = field(default_factory=dict)
    data: dict = field(default_factory=dict)
    loss: dict = field(default_factory=dict)


# `other-seed` takes no decision otherwise: it shows how far apart two equal trainings are.
ABLATIONS = {
    "full": Ablation(),
    "no-skips": Ablation(WithoutSkips),
    "no-warp": Ablation(WithoutWarp),
    "plain-gain": Ablation(PlainGain),
    "no-retexture": Ablation(data={"retextured": False, "twins": 0.0}),
    "encode-then-warp": Ablation(EncodeThenWarp),
    "stylemap-32": Ablation(FineStylemap),
    "S": Ablation(config={"variant": "S"}),
    "adversary": Ablation(loss={"adversarial": 0.1}),
    "highlight": Ablation(HighlightTerm),
    "L": Ablation(config={"variant": "L"}),
    "other-seed": Ablation(config={"seed": 21}),
}
