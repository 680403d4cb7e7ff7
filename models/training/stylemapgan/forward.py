"""One pass of the network over a batch, from photos to composed pictures."""

import torch

from .composition import compose, content_input, log_luminance, style_input
from .model import StylemapTryOn


def forward(model: StylemapTryOn, batch: dict[str, torch.Tensor]) -> tuple[dict, dict]:
    """Network outputs (float32) and the composed pictures of a batch."""
    log_lum = log_luminance(batch["photo_linear"], batch["mask"])
    content = content_input(batch["photo"], log_lum, batch["mask"], batch["person"])
    style = style_input(batch["reference"], batch["valid"])
    channels_last = torch.channels_last
    outputs = model(content.to(memory_format=channels_last), style.to(memory_format=channels_last))
    outputs = {name: value.float() for name, value in outputs.items()}
    with torch.autocast(content.device.type, enabled=False):
        pictures = compose(
            outputs, batch["photo_linear"], batch["mask"], log_lum, batch["reference_linear"], batch["valid"]
        )
    return outputs, pictures
