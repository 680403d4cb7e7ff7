"""MobileNetV2 encoder and a light additive decoder, both without batch norm.

The encoder's batch norms were folded when its ImageNet weights were published, the
decoder's when its first weights of ours were; fine-tuning the folded form is cheaper
than re-creating them, and what is trained is what is shipped, tensor by tensor.
"""

import torch
from torch import nn
from torch.nn import functional as F

# (expansion, channels, blocks, first stride).
ENCODER_STAGES = (
    (1, 16, 1, 1),
    (6, 24, 2, 2),
    (6, 32, 3, 2),
    (6, 64, 4, 2),
    (6, 96, 3, 1),
    (6, 160, 2, 2),
    (6, 160, 1, 1),
    (6, 320, 1, 1),
)
# Stages whose last feature map feeds the decoder: strides 2, 4, 8, 16, 32, and 32
# again: what the figure wears as a whole is told by the deepest features.
TAP_STAGES = (0, 1, 2, 4, 5, 7)
TAP_CHANNELS = (16, 24, 32, 96, 160, 320)
DECODER_CHANNELS = (24, 32, 64, 96, 128)
# Of the joints' own decoder, fine to coarse: 64 x 64 for a picture of 256 x 256, 32, 16 and 8.
JOINT_CHANNELS = (24, 40, 48, 96)
# Along each side of the square of heat maps that the network gives back.
TILES = 4
# Slots of the product head, one to a tile, and its widths.
PRODUCT_SLOTS = TILES * TILES
PRODUCT_CHANNELS = (64, 96, 64)
# Of the joints' loss that reaches what the classes come from.
GRADIENT_SHARE = 0.3


class EncoderConv(nn.Module):
    """Convolution with TensorFlow's SAME padding: at stride 2 the border is at the end."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int = 1, groups: int = 1):
        super().__init__()
        self.pad_end = stride == 2
        padding = 0 if self.pad_end else kernel // 2
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, padding, groups=groups)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.conv(F.pad(x, (0, 1, 0, 1)) if self.pad_end else x)


class InvertedResidual(nn.Module):
    def __init__(self, inputs: int, outputs: int, expansion: int, stride: int):
        super().__init__()
        width = inputs * expansion
        self.expand = EncoderConv(inputs, width, 1) if expansion > 1 else None
        self.depthwise = EncoderConv(width, width, 3, stride, groups=width)
        self.project = EncoderConv(width, outputs, 1)
        self.residual = stride == 1 and inputs == outputs

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        h = x if self.expand is None else F.relu6(self.expand(x), inplace=True)
        h = self.project(F.relu6(self.depthwise(h), inplace=True))
        return x + h if self.residual else h


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = EncoderConv(3, 32, 3, stride=2)
        stages, channels = [], 32
        for expansion, outputs, blocks, stride in ENCODER_STAGES:
            stage = []
            for index in range(blocks):
                first = index == 0
                stage.append(InvertedResidual(channels, outputs, expansion, stride if first else 1))
                channels = outputs
            stages.append(nn.Sequential(*stage))
        self.stages = nn.ModuleList(stages)

    def forward(self, x: torch.Tensor) -> list[torch.Tensor]:
        x = F.relu6(self.stem(x), inplace=True)
        taps = []
        for index, stage in enumerate(self.stages):
            x = stage(x)
            if index in TAP_STAGES:
                taps.append(x)
        return taps

    def freeze(self, stages: int) -> None:
        """Exempts the stem and the first stages from training."""
        for part in (self.stem, *self.stages)[: stages + 1] if stages else ():
            part.requires_grad_(False)

    def convolutions(self) -> list[nn.Conv2d]:
        """In graph order, which is the order of definition."""
        return [module for module in self.modules() if isinstance(module, nn.Conv2d)]


class DecoderLevel(nn.Module):
    """Up-sample, add the projected skip, mix."""

    def __init__(self, coarse: int, skip: int, outputs: int):
        super().__init__()
        self.narrow = nn.Conv2d(coarse, outputs, 1)
        self.skip = nn.Conv2d(skip, outputs, 1)
        self.mix = nn.Conv2d(outputs, outputs, 3, padding=1)

    def forward(
        self, coarse: torch.Tensor, skip: torch.Tensor, other: torch.Tensor | None = None
    ) -> torch.Tensor:
        # Narrowing first makes the up-sampled map as thin as can be.
        h = upsample(self.narrow(coarse), 2) + self.skip(skip)
        h = h if other is None else h + other
        return F.relu(self.mix(F.relu(h)))


class JointDecoder(nn.Module):
    """Heat maps from what the encoder and the classes' decoder have found. Only a share of their gradient flows back into either."""

    def __init__(self, joints: int):
        super().__init__()
        *taps, late, deepest = TAP_CHANNELS[1:]
        *widths, width = JOINT_CHANNELS
        self.reduce = nn.Conv2d(late, width, 1)
        self.deepen = nn.Conv2d(deepest, width, 1)
        self.context = nn.Conv2d(width, width, 1)
        self.levels = nn.ModuleList(
            DecoderLevel(JOINT_CHANNELS[level + 1], taps[level], widths[level]) for level in reversed(range(len(taps)))
        )
        self.classes = nn.ModuleList(
            nn.Conv2d(DECODER_CHANNELS[level + 1], widths[level], 1) for level in reversed(range(len(taps)))
        )
        self.locate = nn.Conv2d(widths[0], joints, 1)
        # Nearly every cell of a heat map is empty.
        nn.init.constant_(self.locate.bias, -5.0)

    def forward(self, taps: list[torch.Tensor], decoded: list[torch.Tensor]) -> torch.Tensor:
        """`taps` of the encoder from 64 x 64 on, fine to coarse; `decoded` by the classes' decoder, coarse to fine."""
        *skips, late, deepest = taps
        h = self.reduce(late) + self.deepen(deepest)
        h = F.relu(h + self.context(h.mean((2, 3), keepdim=True)))
        for level, narrow, skip, seen in zip(self.levels, self.classes, reversed(skips), decoded):
            h = level(h, skip, narrow(seen))
        return self.locate(h)


class ProductHead(nn.Module):
    """What the picture as a whole shows, if it is a product: one number for each slot. Trained after the parser, on what its encoder sees (`product_head`)."""

    def __init__(self, slots: int = PRODUCT_SLOTS):
        super().__init__()
        self.fine = EncoderConv(TAP_CHANNELS[3], PRODUCT_CHANNELS[0], 3, stride=2)
        self.deep = nn.Conv2d(TAP_CHANNELS[5], PRODUCT_CHANNELS[0], 1)
        self.mix = nn.Conv2d(PRODUCT_CHANNELS[0], PRODUCT_CHANNELS[1], 3, padding=1)
        self.hidden = nn.Conv2d(PRODUCT_CHANNELS[1], PRODUCT_CHANNELS[2], 1)
        self.answer = nn.Conv2d(PRODUCT_CHANNELS[2], slots, 1)
        # Before it has been trained, it knows nothing.
        nn.init.zeros_(self.answer.weight)
        nn.init.zeros_(self.answer.bias)

    def forward(self, fine: torch.Tensor, deep: torch.Tensor) -> torch.Tensor:
        """Feature maps at strides 16 and 32 to logits [B, slots, 1, 1]."""
        h = F.relu(self.fine(fine) + self.deep(deep))
        h = F.relu(self.mix(h)).mean((2, 3), keepdim=True)
        return self.answer(F.relu(self.hidden(h)))


class GarmentParser(nn.Module):
    def __init__(self, classes: int, joints: int):
        super().__init__()
        self.encoder = Encoder()
        *fine, late, deepest = TAP_CHANNELS
        width = DECODER_CHANNELS[-1]
        self.reduce = nn.Conv2d(late, width, 1)
        self.deepen = nn.Conv2d(deepest, width, 1)
        self.context = nn.Conv2d(width, width, 1)
        self.levels = nn.ModuleList(
            DecoderLevel(DECODER_CHANNELS[level + 1], fine[level], DECODER_CHANNELS[level])
            for level in reversed(range(len(fine)))
        )
        self.classify = nn.Conv2d(DECODER_CHANNELS[0], classes, 1)
        self.outfit = nn.Conv2d(width, classes, 1)
        self.joints = JointDecoder(joints)
        self.product = ProductHead()
        # The parts that only refine start silent, so weights from before them still fit.
        for late_part in (self.deepen, self.outfit):
            nn.init.zeros_(late_part.weight)
            nn.init.zeros_(late_part.bias)

    def logits(self, image: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """RGB in [0, 1] to the classes' logits at half the input's size, those of the picture's classes among them, and the
        joints' at a quarter."""
        return self._decode(self.encoder(image * 2.0 - 1.0))

    def _decode(self, taps: list[torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        *skips, late, deepest = taps
        h = self.reduce(late) + self.deepen(deepest)
        # The whole picture's mean tells a dress from a top over a skirt of one colour.
        h = F.relu(h + self.context(h.mean((2, 3), keepdim=True)))
        # What is worn at all is one decision for the whole picture, not one for each pixel.
        outfit = self.outfit(h.mean((2, 3), keepdim=True))
        decoded = []
        for level, skip in zip(self.levels, reversed(skips)):
            h = level(h, skip)
            decoded.append(h)
        # The finest level is of no use to joints.
        joints = self.joints([lessen(tap) for tap in taps[1:]], [lessen(level) for level in decoded[:-1]])
        return self.classify(h) + outfit, outfit, joints

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        """Confidences of the classes, the joints' heat maps tiled into one more channel, and another of tiles that each hold one
        answer about the product, all at the input's size."""
        taps = self.encoder(image * 2.0 - 1.0)
        logits, _, joints = self._decode(taps)
        confidences = F.softmax(upsample(logits, 2), dim=1)
        # A map of one cell, made as large as a tile.
        product = upsample(torch.sigmoid(self.product(taps[3], taps[5])), int(image.shape[-1]) // TILES)
        return torch.cat([confidences, tile(torch.sigmoid(joints)), tile(product)], dim=1)


def tile(maps: torch.Tensor) -> torch.Tensor:
    """[1, 16, S, S] to [1, 1, 4 S, 4 S]: map k at row k // 4 and column k % 4 of the tiles.

    MediaPipe hands every channel over at the size of the picture, so sixteen channels would cost sixteen such copies.
    """
    size = int(maps.shape[-1])
    return maps.reshape(TILES, TILES, size, size).permute(0, 2, 1, 3).reshape(1, 1, TILES * size, TILES * size)


def lessen(x: torch.Tensor) -> torch.Tensor:
    """The same value, with a share of its gradient."""
    return GRADIENT_SHARE * x + (1 - GRADIENT_SHARE) * x.detach()


def upsample(x: torch.Tensor, factor: int) -> torch.Tensor:
    return F.interpolate(x, scale_factor=factor, mode="bilinear", align_corners=False)
