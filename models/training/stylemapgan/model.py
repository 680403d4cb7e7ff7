"""The network: content encoder, style encoder and decoder. Imports torch only.

Every kernel larger than 1x1 reads a multiple of eight channels (a WebGPU convolution is silently wrong otherwise), and
batch normalisation always follows a convolution directly, so that `fold_batch_norm` leaves plain convolutions behind.
"""

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F

LEVEL_SIZES = (128, 64, 32, 16, 8)
"""Grid sizes of the levels at a 256 pixel canonical crop; the names of the tensors carry them."""

SKIP_NAMES = tuple(f"skip{size}" for size in LEVEL_SIZES)
STYLE_NAMES = ("w8", "w16", "w32", "w64", "w128")
OUTPUT_NAMES = ("flow", "shading", "image", "alpha")

CONTENT_CHANNELS = 8
STYLE_CHANNELS = 4
FLOW_RANGE_FRACTION = 0.25
"""Largest displacement the decoder can ask for, as a fraction of the crop."""
FLOW_LOGIT_SCALE = 0.05
"""Keeps one step of the optimiser near a pixel of flow. Without it the gradient of the flow heads, tens of pixels per
unit, makes the features they read die: the cheapest way not to move is to have nothing to read."""
NEGATIVE_SLOPE = 0.2
P_RANGE = 2.0
"""Largest p. Not one: a light garment shows its folds with more contrast than the dark one it replaces, and the sigmoid
reaches one in its middle instead of nowhere."""
SHADING_RANGE = 1.2
"""Largest absolute value of the additive log-gain q."""

INITIAL_ALPHA_LOGIT = 3.0
INITIAL_P_LOGIT = -0.5


@dataclass(frozen=True)
class Widths:
    """Channels per level, finest first, and channels of the stylemap levels w8, w16, w32, w64, w128."""

    levels: tuple[int, int, int, int, int]
    styles: tuple[int, int, int, int, int]


VARIANTS = {
    "micro": Widths((8, 8, 8, 16, 16), (8, 8, 8, 8, 8)),
    "S": Widths((16, 32, 64, 128, 192), (48, 48, 48, 48, 32)),
    "M": Widths((24, 48, 96, 160, 256), (64, 64, 64, 48, 32)),
    "L": Widths((32, 64, 128, 224, 384), (64, 64, 64, 48, 32)),
}


class ConvNorm(nn.Module):
    """3x3 convolution and batch normalisation; the affine part of the latter is optional."""

    def __init__(self, c_in: int, c_out: int, stride: int = 1, affine: bool = True) -> None:
        super().__init__()
        self.conv = nn.Conv2d(c_in, c_out, 3, stride, 1, bias=False)
        self.norm: nn.Module = nn.BatchNorm2d(c_out, affine=affine, momentum=0.05)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.norm(self.conv(x))

    def fold(self) -> None:
        if isinstance(self.norm, nn.BatchNorm2d):
            self.conv = nn.utils.fusion.fuse_conv_bn_eval(self.conv, self.norm)
            self.norm = nn.Identity()


class ContentEncoder(nn.Module):
    """Structure of the person: one projected skip per level."""

    def __init__(self, widths: Widths) -> None:
        super().__init__()
        c = widths.levels
        self.stem = ConvNorm(CONTENT_CHANNELS * 4, c[0])
        self.down = nn.ModuleList(ConvNorm(c[i], c[i + 1], stride=2) for i in range(4))
        # The coarsest level has no second convolution: the decoder starts with two on the same grid.
        self.refine = nn.ModuleList([*(ConvNorm(c[i], c[i]) for i in range(1, 4)), nn.Identity()])
        self.skips = nn.ModuleList(nn.Conv2d(width, width, 1) for width in c)

    def forward(self, content: torch.Tensor) -> tuple[torch.Tensor, ...]:
        h = F.relu(self.stem(F.pixel_unshuffle(content, 2)))
        skips = [self.skips[0](h)]
        for down, refine, skip in zip(self.down, self.refine, self.skips[1:]):
            h = F.relu(refine(F.relu(down(h))))
            skips.append(skip(h))
        return tuple(skips)


class StyleEncoder(nn.Module):
    """The aligned garment as a stylemap, resized to every level."""

    INPUT_CHANNELS = STYLE_CHANNELS * 16
    """After the picture is folded into cells of four by four pixels."""

    def __init__(self, widths: Widths) -> None:
        super().__init__()
        c64, c32, c16 = widths.levels[1:4]
        w8, w16, w32, w64, w128 = widths.styles
        self.stem = ConvNorm(self.INPUT_CHANNELS, c64)
        self.down32 = ConvNorm(c64, c32, stride=2)
        self.refine32 = ConvNorm(c32, c32)
        self.down16 = ConvNorm(c32, c16, stride=2)
        self.refine16 = ConvNorm(c16, c16)
        self.stylemap = nn.Conv2d(c16, w16, 3, 1, 1)
        self.to8 = nn.Conv2d(w16, w8, 3, 2, 1)
        self.to32 = nn.Conv2d(w16, w32, 3, 1, 1)
        self.to64 = nn.Conv2d(w32, w64, 3, 1, 1)
        self.to128 = nn.Conv2d(w64, w128, 3, 1, 1)
        self.lateral32 = nn.Conv2d(c32, w32, 1)
        self.lateral64 = nn.Conv2d(c64, w64, 1)

    def forward(self, style: torch.Tensor) -> tuple[torch.Tensor, ...]:
        h64 = F.relu(self.stem(F.pixel_unshuffle(style, 4)))
        h32 = F.relu(self.refine32(F.relu(self.down32(h64))))
        h16 = F.relu(self.refine16(F.relu(self.down16(h32))))
        w16 = self.stylemap(h16)
        w8 = self.to8(w16)
        w32 = self.to32(twice(F.relu(w16))) + self.lateral32(h32)
        w64 = self.to64(twice(F.relu(w32))) + self.lateral64(h64)
        w128 = self.to128(twice(F.relu(w64)))
        return w8, w16, w32, w64, w128


class Modulated(nn.Module):
    """`LeakyReLU(gamma(w) * normalise(conv(h)) + beta(w))`, per pixel: the stylemap's grip on the decoder."""

    def __init__(self, c_in: int, c_out: int, c_style: int) -> None:
        super().__init__()
        self.conv = ConvNorm(c_in, c_out, affine=False)
        self.gamma = nn.Conv2d(c_style, c_out, 1)
        self.beta = nn.Conv2d(c_style, c_out, 1)
        nn.init.normal_(self.gamma.weight, std=0.02)
        nn.init.normal_(self.beta.weight, std=0.05)
        nn.init.ones_(self.gamma.bias)
        nn.init.zeros_(self.beta.bias)

    def forward(self, h: torch.Tensor, w: torch.Tensor) -> torch.Tensor:
        return F.leaky_relu(self.gamma(w) * self.conv(h) + self.beta(w), NEGATIVE_SLOPE)


class Decoder(nn.Module):
    """Skips and stylemap levels to flow, shading, generated image and blend logit."""

    def __init__(self, widths: Widths) -> None:
        super().__init__()
        c = widths.levels[::-1]
        s = widths.styles
        self.enter = nn.ModuleList(Modulated(c[max(i - 1, 0)], c[i], s[i]) for i in range(5))
        self.refine = nn.ModuleList(Modulated(c[i], c[i], s[i]) for i in range(5))
        self.flow_coarse = _head(c[2], (0.0, 0.0))
        self.flow_residual = _head(c[3], (0.0, 0.0))
        self.shading = _head(c[3], (INITIAL_P_LOGIT, 0.0))
        self.picture = _head(c[4], (0.0,) * 12 + (INITIAL_ALPHA_LOGIT,) * 4)

    def forward(self, *tensors: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Takes the five skips, finest first, then w8 .. w128: the order of the ONNX inputs."""
        skips, styles = tensors[:5][::-1], tensors[5:]
        h = self.refine[0](self.enter[0](skips[0], styles[0]), styles[0])
        levels = [h]
        for i in range(1, 5):
            h = self.enter[i](twice(h), styles[i]) + skips[i]
            h = self.refine[i](h, styles[i])
            levels.append(h)
        coarse = F.interpolate(self.flow_coarse(levels[2]), scale_factor=2, mode="bilinear", align_corners=False)
        flow = FLOW_RANGE_FRACTION * torch.tanh(FLOW_LOGIT_SCALE * (coarse + self.flow_residual(levels[3])))
        p_logit, q_raw = self.shading(levels[3]).split(1, dim=1)
        shading = torch.cat((P_RANGE * torch.sigmoid(p_logit), SHADING_RANGE * torch.tanh(q_raw)), dim=1)
        image, alpha = (F.pixel_shuffle(part, 2) for part in self.picture(h).split((12, 4), dim=1))
        return flow, shading, torch.tanh(image), alpha


class StylemapTryOn(nn.Module):
    """The three graphs as one trainable module."""

    def __init__(self, variant: str = "M") -> None:
        super().__init__()
        widths = VARIANTS[variant]
        self.content_encoder = ContentEncoder(widths)
        self.style_encoder = StyleEncoder(widths)
        self.decoder = Decoder(widths)

    def forward(self, content: torch.Tensor, style: torch.Tensor) -> dict[str, torch.Tensor]:
        outputs = self.decoder(*self.content_encoder(content), *self.style_encoder(style))
        return dict(zip(OUTPUT_NAMES, outputs))


def fold_batch_norm(model: nn.Module) -> nn.Module:
    """Folds every normalisation into its convolution, in place; the model must be in eval mode."""
    for module in list(model.modules()):
        if isinstance(module, ConvNorm):
            module.fold()
    return model


def twice(x: torch.Tensor) -> torch.Tensor:
    """Nearest up-sampling by two."""
    return F.interpolate(x, scale_factor=2, mode="nearest")


def _head(c_in: int, biases: tuple[float, ...]) -> nn.Conv2d:
    """A zero-initialised convolution: the untrained network answers with its biases alone."""
    conv = nn.Conv2d(c_in, len(biases), 3, 1, 1)
    nn.init.zeros_(conv.weight)
    with torch.no_grad():
        conv.bias.copy_(torch.tensor(biases))
    return conv
