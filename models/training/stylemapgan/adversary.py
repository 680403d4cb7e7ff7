"""The adversarial term of the second stage: a small PatchGAN on crops of RGB and mask, with a lazy R1 penalty."""

import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils.parametrizations import spectral_norm

from .config import StageB
from .losses import masked_mean

WIDTHS = (32, 64, 128)
SLOPE = 0.2
BETAS = (0.0, 0.99)


class PatchDiscriminator(nn.Module):
    """One logit per patch of about 38 pixels, on a grid of an eighth of the picture; every convolution has spectral norm."""

    def __init__(self) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        c_in = 4
        for width in WIDTHS:
            layers += [spectral_norm(nn.Conv2d(c_in, width, 4, 2, 1)), nn.LeakyReLU(SLOPE)]
            c_in = width
        self.body = nn.Sequential(*layers, spectral_norm(nn.Conv2d(c_in, 1, 3, 1, 1)))

    def forward(self, srgb: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        return self.body(torch.cat((srgb * 2 - 1, mask), dim=1))


class Adversary:
    """Discriminator, its optimiser, and the count that makes R1 lazy."""

    def __init__(self, config: StageB, device: torch.device) -> None:
        self.config = config
        self.discriminator = PatchDiscriminator().to(device)
        self.optimiser = torch.optim.Adam(self.discriminator.parameters(), config.discriminator_rate, betas=BETAS)
        self.step = 0

    def generator_term(self, srgb: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Falls as the discriminator takes the pictures for photos; its own parameters get no gradient."""
        srgb, mask = self._cut(srgb, mask)
        self.discriminator.requires_grad_(False)
        logits = self.discriminator(srgb, mask)
        self.discriminator.requires_grad_(True)
        return masked_mean(F.softplus(-logits), _patches(mask, logits))

    def train_step(self, real: torch.Tensor, made: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """One step of the discriminator on photos and made pictures under the same masks; its loss without R1."""
        # Both come from one cut, so that nothing but the cloth tells them apart.
        pair, masks = self._cut(torch.cat((real, made.detach()), dim=1), mask)
        real, made = pair.split(3, dim=1)
        lazy = self.config.r1 > 0 and self.step % self.config.r1_every == 0
        real = real.detach().requires_grad_(lazy)
        of_real, of_made = self.discriminator(real, masks), self.discriminator(made, masks)
        weight = _patches(masks, of_real)
        loss = masked_mean(F.softplus(-of_real), weight) + masked_mean(F.softplus(of_made), weight)
        total = loss
        if lazy:
            scores = (of_real * weight).sum((1, 2, 3)) / weight.sum((1, 2, 3)).clamp(min=1)
            (gradient,) = torch.autograd.grad(scores.sum(), real, create_graph=True)
            penalty = gradient.square().sum((1, 2, 3)).mean()
            total = loss + 0.5 * self.config.r1 * self.config.r1_every * penalty
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()
        self.optimiser.step()
        self.step += 1
        return loss.detach()

    def state_dict(self) -> dict:
        return {"model": self.discriminator.state_dict(), "optimiser": self.optimiser.state_dict(), "step": self.step}

    def load_state_dict(self, state: dict) -> None:
        self.discriminator.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step = state["step"]

    def _cut(self, pictures: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The same random square of every picture of a batch, the whole of smaller ones."""
        room = max(pictures.shape[-1] - self.config.crop_px, 0)
        top, left = (int(v) for v in torch.randint(0, room + 1, (2,)))
        rows, columns = (slice(start, start + self.config.crop_px) for start in (top, left))
        return pictures[..., rows, columns], mask[..., rows, columns]


def _patches(mask: torch.Tensor, logits: torch.Tensor) -> torch.Tensor:
    """How much of the garment each logit's cell holds."""
    return F.interpolate(mask, size=logits.shape[-2:], mode="area")
