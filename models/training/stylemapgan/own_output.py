"""Content made by the network itself: what a shopper who tries one garment after another would feed it."""

import torch

from .composition import to_linear
from .forward import forward
from .model import StylemapTryOn
from .swap import swapped


@torch.no_grad()
def wearing_own_output(model: StylemapTryOn, batch: dict[str, torch.Tensor], share: float) -> dict[str, torch.Tensor]:
    """The batch with a random `share` of its photos replaced by the model's output over another sample's garment."""
    count = batch["mask"].shape[0]
    chosen = torch.rand(count, device=batch["mask"].device) < share
    if not chosen.any():
        return batch
    worn = {name: value[chosen] for name, value in swapped(batch, count).items()}
    out = forward(model, worn)[1]["out"].clamp(0, 1)
    photo, photo_linear = batch["photo"].clone(), batch["photo_linear"].clone()
    photo[chosen], photo_linear[chosen] = out, to_linear(out)
    return batch | {"photo": photo, "photo_linear": photo_linear}
