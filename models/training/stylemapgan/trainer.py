"""One training in memory: model, average, optimiser, adversary, and the clock that drives their schedule."""

import copy
import dataclasses
import time
from collections.abc import Callable
from pathlib import Path

import torch

from checkpoints import load_checkpoint_file

from .adversary import Adversary
from .config import Stage, TrainConfig
from .features import SqueezeNetFeatures
from .forward import forward
from .initial import load_graphs, open_norms
from .losses import loss_terms, weighted_sum
from .model import StylemapTryOn
from .own_output import wearing_own_output
from .swap import swap_terms, swapped

BETAS = (0.9, 0.99)


class Trainer:
    """Model, average, optimiser and the clock that drives the schedule."""

    def __init__(
        self,
        config: TrainConfig,
        features: SqueezeNetFeatures,
        device: torch.device,
        make_model: Callable[[str], StylemapTryOn] = StylemapTryOn,
    ) -> None:
        torch.manual_seed(config.seed)
        self.config, self.device = config, device
        self.features = features.to(device)
        self.model = make_model(config.variant).to(device, memory_format=torch.channels_last).train()
        self.ema = copy.deepcopy(self.model).eval().requires_grad_(False)
        self.optimiser = torch.optim.AdamW(
            self.model.parameters(), config.learning_rate, betas=BETAS, weight_decay=config.weight_decay
        )
        self.adversary = Adversary(config.stage_b, device) if config.loss.adversarial > 0 else None
        self.step = self.images = 0
        self.elapsed_s = 0.0

    def start_from(self, graphs: Path, batches: list[dict[str, torch.Tensor]]) -> None:
        """Takes the weights of exported graphs; the batches give the normalisation its statistics."""
        model, variant = load_graphs(graphs)
        if variant != self.config.variant:
            raise ValueError(f"{graphs} holds variant {variant}, the configuration asks for {self.config.variant}")
        state = open_norms(model, batches).state_dict()
        self.model.load_state_dict(state)
        self.ema.load_state_dict(state)

    @property
    def progress(self) -> float:
        """Share of the budget that is spent, in images if the configuration counts them, else in time."""
        if self.config.images:
            return min(self.images / self.config.images, 1.0)
        return min(self.elapsed_s / (60 * self.config.minutes), 1.0)

    @property
    def in_stage_b(self) -> bool:
        return self.progress >= self.config.stage_b.start

    def stage(self) -> Stage:
        reached = 0.0
        for stage in self.config.stages:
            reached += stage.share
            if self.progress < reached:
                return stage
        return self.config.stages[-1]

    def learning_rate(self) -> float:
        config = self.config
        linear = config.learning_rate + self.progress * (config.final_learning_rate - config.learning_rate)
        return linear * min(1.0, (self.step + 1) / config.warm_up_steps)

    def train_step(self, batch: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        """One optimisation step; returns the detached loss terms."""
        started = time.monotonic()
        batch = {name: value.to(self.device, non_blocking=True) for name, value in batch.items()}
        for group in self.optimiser.param_groups:
            group["lr"] = self.learning_rate()
        if self.in_stage_b and self.config.stage_b.own_output > 0:
            batch = wearing_own_output(self.ema, batch, self.config.stage_b.own_output)
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.config.bf16):
            outputs, pictures = forward(self.model, batch)
            terms = loss_terms(batch, outputs, pictures, self.features, self.config.feature_images)
            late, made = self._late_terms(batch, pictures) if self.in_stage_b else ({}, pictures["out"])
            terms |= late
        loss = weighted_sum(terms, self.config.loss)
        if not torch.isfinite(loss):
            raise FloatingPointError(f"loss is {loss.item()} at step {self.step}: {terms}")
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        # Each tensor by itself: the heads' gradients differ by orders of magnitude, and one must not starve the others.
        for parameter in self.model.parameters():
            torch.nn.utils.clip_grad_norm_(parameter, self.config.clip_norm)
        self.optimiser.step()
        if self.adversary and self.in_stage_b:
            count = made.shape[0] - batch["mask"].shape[0]
            real, mask = (torch.cat((t, t[:count])) for t in (batch["target"], batch["mask"]))
            terms["discriminator"] = self.adversary.train_step(real, made, mask)
        self._average()
        self.step += 1
        self.images += batch["mask"].shape[0]
        self.elapsed_s += time.monotonic() - started
        return {"loss": loss.detach()} | {name: value.detach() for name, value in terms.items()}

    def _late_terms(self, batch: dict[str, torch.Tensor], pictures: dict) -> tuple[dict, torch.Tensor]:
        """The terms of the second stage, and every picture made for them."""
        terms, made, mask = {}, pictures["out"], batch["mask"]
        if self.config.loss.swaps:
            few = swapped(batch, self.config.stage_b.swap_images)
            out = forward(self.model, few)[1]["out"]
            terms |= swap_terms(few, out, self.features)
            made, mask = torch.cat((made, out)), torch.cat((mask, few["mask"]))
        if self.adversary:
            terms["adversarial"] = self.adversary.generator_term(made, mask)
        return terms, made

    @torch.no_grad()
    def _average(self) -> None:
        decay = min(self.config.ema_decay, (1 + self.step) / (10 + self.step))
        source = self.model.state_dict()
        for name, value in self.ema.state_dict().items():
            if value.is_floating_point():
                value.lerp_(source[name], 1 - decay)
            else:
                value.copy_(source[name])

    def save(self, path: Path) -> None:
        """Writes the checkpoint through a temporary file, so that a crash leaves the previous one."""
        state = {
            "variant": self.config.variant,
            "config": dataclasses.asdict(self.config),
            "model": self.model.state_dict(),
            "ema": self.ema.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "images": self.images,
            "elapsed_s": self.elapsed_s,
        }
        if self.adversary:
            state["adversary"] = self.adversary.state_dict()
        temporary = path.with_suffix(".tmp")
        torch.save(state, temporary)
        temporary.replace(path)

    def load(self, path: Path) -> None:
        state = load_checkpoint_file(path, self.device)
        self.model.load_state_dict(state["model"])
        self.ema.load_state_dict(state["ema"])
        self.optimiser.load_state_dict(state["optimiser"])
        # A run that gets its adversary late begins with a new one.
        if self.adversary and "adversary" in state:
            self.adversary.load_state_dict(state["adversary"])
        self.step, self.images, self.elapsed_s = state["step"], state["images"], state["elapsed_s"]
