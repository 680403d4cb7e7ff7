"""Training samples without a leak: the content branch never sees the garment it has to produce.

Four kinds of sample, in the shares of the configuration:
  texture    target = a texture times the photo's shading; the reference is that very texture, in place
  own        target = the photo; the reference is its garment with the shading divided out, in place
  recolour   content and target are the same photo in two colours; the reference is the second colour, flat
  perturbed  target = the photo; the reference is its garment, shading divided out, moved, bent and with holes
The first three place the reference exactly: the right flow is known and the blend should trust the warp.
"""

import copy
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import torch

from . import textures
from .colour import luminance, relit, to_linear, to_srgb
from .config import DataConfig
from .crops import RawCrop
from .perturb import (
    drifted_grain,
    fold_displacement,
    identity_map,
    perturbing_map,
    recompressed,
    sample,
    small_turn,
    smooth_field,
    turned,
    validity,
)
from .shading import LOG_SHADING_LIMIT, Garment, decompose, relative_contrast

KINDS = ("texture", "own", "recolour", "perturbed")
FLOW_GRID_DIVISOR = 4
GAIN_FLOOR = 0.002
"""Of luminance: a code or two, so that black cloth has no infinite gains."""


@dataclass
class Sample:
    """One training example; pictures uint8 sRGB, masks and maps float32."""

    photo: np.ndarray
    mask: np.ndarray
    person: np.ndarray
    reference: np.ndarray
    valid: np.ndarray
    target: np.ndarray
    log_gain: np.ndarray
    gain_known: bool
    flow: np.ndarray
    exact: bool
    twin: bool = False
    """The sample before it in the batch differs in the old garment only."""


class SampleFactory:
    """Draws samples at one working size."""

    def __init__(
        self, crops: dict[str, list[RawCrop]], garments: Path | None, config: DataConfig, size_px: int, seed: int
    ) -> None:
        self.rng = np.random.default_rng(seed)
        self.size_px, self.config = size_px, config
        worn = {k: [g for c in v if (g := decompose(c, size_px, config.dark_is_plain))] for k, v in crops.items()}
        self.garments = worn["street"] + worn["recolour"]
        by_group: dict[str, list[Garment]] = {}
        for garment in worn["recolour"]:
            by_group.setdefault(garment.group, []).append(garment)
        self.groups = [group for group in by_group.values() if len(group) > 1]
        self.patterns = [textures.procedural(self.rng, size_px) for _ in range(config.procedural_textures)]
        if garments:
            self.patterns += textures.photo_textures(garments, config.photo_textures, size_px, self.rng)
        shares = np.array([config.shares[kind] for kind in KINDS], dtype=float)
        if not self.groups:
            shares[KINDS.index("recolour")] = 0
        self.shares = shares / shares.sum()
        self.no_flow = np.zeros((2, size_px // FLOW_GRID_DIVISOR, size_px // FLOW_GRID_DIVISOR), np.float32)

    def afresh(self, config: DataConfig, seed: int) -> "SampleFactory":
        """Another sequence of samples of the same garments and patterns; both factories share the pictures."""
        other = copy.copy(self)
        other.config, other.rng = config, np.random.default_rng(seed)
        return other

    def draw(self, kind: str | None = None) -> Sample:
        """One sample, of a random kind unless one is asked for."""
        kind = kind or KINDS[self.rng.choice(len(KINDS), p=self.shares)]
        if kind == "recolour":
            return self._recolour()
        garment = self._lit(self._any(self.garments))
        if kind == "texture":
            return self._texture(garment)
        return self._own(garment, perturbed=kind == "perturbed")

    def batch(self, size: int) -> dict[str, torch.Tensor]:
        samples: list[Sample] = []
        while len(samples) < size:
            if size - len(samples) > 1 and self.rng.random() < self.config.twins:
                samples += self.twins()
            else:
                samples.append(self.draw())
        return collate(samples)

    def twins(self) -> tuple[Sample, Sample]:
        """The same new garment on the same photo, worn over two different old ones: results should not differ."""
        garment = self._lit(self._any(self.garments))
        first = self._texture(garment)
        return first, replace(first, photo=self._retextured(garment, first.mask), twin=True)

    def plain_swap(self) -> Sample | None:
        """An untouched photo of a plain garment that gets another colour: the folds should survive."""
        garment = self._lit(self._any(self.garments))
        if not garment.plain:
            return None
        sample_ = self._texture(garment)
        colour = textures.plain(self.rng, self.size_px)
        return replace(sample_, photo=garment.rgb, reference=colour, valid=np.ones_like(sample_.mask))

    def _any(self, items: list):
        return items[self.rng.integers(len(items))]

    def _lit(self, garment: Garment) -> Garment:
        """The garment's photo under another exposure and white balance, mirrored half the time."""
        table = self._exposure()
        pictures = [cv2.LUT(p, table) for p in (garment.rgb, garment.worn_fill, garment.albedo_fill)]
        arrays = [pictures[0], garment.mask, garment.person, garment.log_shading]
        if self.rng.random() < 0.5:
            arrays, pictures = ([np.ascontiguousarray(a[:, ::-1]) for a in group] for group in (arrays, pictures))
        return Garment(*arrays, garment.plain, *pictures[1:], garment.photo, garment.group)

    def _exposure(self) -> np.ndarray:
        """A random exposure and white balance as a look-up table."""
        gain = self.rng.uniform(0.75, 1.25) * self.rng.uniform(0.9, 1.1, 3)
        return to_srgb(to_linear(np.arange(256, dtype=np.uint8))[:, None] * gain[None]).reshape(256, 1, 3)

    def _old_albedo(self) -> np.ndarray:
        """What the shopper seems to wear."""
        if self.config.old_dark and self.rng.random() < self.config.old_dark:
            return textures.nearly_black(self.rng, self.size_px)
        if self.config.old_panels and self.rng.random() < self.config.old_panels:
            base = self._any(self.patterns) if self.rng.random() < 0.3 else textures.plain(self.rng, self.size_px)
            return textures.panels(self.rng, base)
        draw = self.rng.random()
        if draw < self.config.old_plain:
            return textures.plain(self.rng, self.size_px)
        if draw < 0.85:
            return textures.vary(self.rng, self._any(self.patterns))
        return textures.vary(self.rng, self._any(self.garments).albedo_fill)

    def _new_albedo(self) -> tuple[np.ndarray, np.ndarray | None]:
        """A garment to try on, and sometimes its own silhouette."""
        draw = self.rng.random()
        if draw < 0.15:
            return textures.plain(self.rng, self.size_px), None
        if draw < 0.7:
            return textures.vary(self.rng, self._any(self.patterns)), None
        other = self._any(self.garments)
        fill = other.worn_fill if self.rng.random() < 0.6 else other.albedo_fill
        if self.rng.random() < 0.4:
            reach = max(3, self.size_px // 24) | 1
            silhouette = cv2.dilate(other.mask, np.ones((reach, reach), np.uint8)).astype(np.float32) / 255
            return textures.recolour(self.rng, fill), silhouette
        return textures.vary(self.rng, fill), None

    def _retextured(self, garment: Garment, mask: np.ndarray) -> np.ndarray:
        """The photo wearing another albedo under the same shading."""
        if not self.config.retextured:
            return garment.rgb
        if self.config.contrast_exponent:
            albedo = to_linear(self._old_albedo())
            exponent = self._contrast(garment, mask, albedo)
            exponent *= np.exp(self.config.contrast_jitter * self.rng.standard_normal())
        else:
            exponent = self.rng.uniform(0.8, 1.2)
            albedo = to_linear(self._old_albedo())
        worn = relit(albedo, exponent * garment.log_shading.astype(np.float32))
        photo = to_srgb(_over(worn, to_linear(garment.rgb), mask))
        return recompressed(self.rng, drifted_grain(self.rng, photo))

    def _contrast(self, garment: Garment, mask: np.ndarray, albedo_linear: np.ndarray) -> float:
        """How much deeper or shallower the folds of this garment would be in another albedo (linear light)."""
        inside = mask[::4, ::4] > 0.5
        worn = luminance(to_linear(garment.rgb[::4, ::4]))[inside]
        other = luminance(albedo_linear[::4, ::4])[inside]
        if not len(worn):
            return 1.0
        return relative_contrast(float(np.median(worn)), float(np.mean(other)), self.config.contrast_exponent)

    def _texture(self, garment: Garment) -> Sample:
        mask = garment.mask.astype(np.float32) / 255
        log_gain = garment.log_shading.astype(np.float32)
        reference, silhouette = self._new_albedo()
        if self.config.contrast_exponent:
            log_gain = log_gain * self._contrast(garment, mask, to_linear(reference))
        placed, flow = reference, self.no_flow
        if self.rng.random() < 0.3:
            shift_px = fold_displacement(self.rng, log_gain)
            placed = sample(reference, identity_map(self.size_px) + shift_px)
            grid = self.size_px // FLOW_GRID_DIVISOR
            flow = cv2.resize(shift_px / self.size_px, (grid, grid), interpolation=cv2.INTER_AREA).transpose(2, 0, 1)
        target = to_srgb(_over(relit(to_linear(placed), log_gain), to_linear(garment.rgb), mask))
        valid = validity(self.rng, mask, silhouette)
        return self._sample(garment, mask, self._retextured(garment, mask), reference, valid, target, log_gain, flow)

    def _own(self, garment: Garment, perturbed: bool) -> Sample:
        mask = garment.mask.astype(np.float32) / 255
        log_gain = garment.log_shading.astype(np.float32)
        reference, exact = garment.albedo_fill, not perturbed
        valid = validity(self.rng, mask, None)
        if perturbed:
            strength = self.rng.uniform(0.3, 1.0)
            grid_px = perturbing_map(self.rng, self.size_px, strength)
            if self.rng.random() < 0.7:
                valid = valid * mask
            valid = sample(valid, grid_px, cv2.BORDER_CONSTANT)
            reference = sample(reference, grid_px)
            if self.rng.random() < 0.5:
                light = np.exp(smooth_field(self.rng, self.size_px, 3, 1) * 0.15)
                reference = to_srgb(to_linear(reference) * light)
            reference = recompressed(self.rng, reference)
        photo = self._retextured(garment, mask)
        return self._sample(garment, mask, photo, reference, valid, garment.rgb, log_gain, self.no_flow, exact=exact)

    def _recolour(self) -> Sample:
        group = self._any(self.groups)
        first, second = self.rng.choice(len(group), 2, replace=False)
        content, wanted = group[first], group[second]
        mask = content.mask.astype(np.float32) / 255
        table = self._exposure()
        content_rgb, wanted_rgb, albedo = (cv2.LUT(p, table) for p in (content.rgb, wanted.rgb, wanted.albedo_fill))
        # A flat reference of cloth that has a pattern would teach to take it from the photo.
        reference, textured = albedo, not wanted.plain or self.rng.random() >= 0.6
        if not textured:
            reference = np.broadcast_to(flat_colour(wanted_rgb, mask), reference.shape)
        arrays = [content_rgb, content.mask, content.person, reference, wanted_rgb, wanted.log_shading.astype(np.float32)]
        if self.rng.random() < 0.5:
            arrays = [a[:, ::-1] for a in arrays]
        turn = small_turn(self.rng, self.size_px)
        photo, mask8, person, reference, target, log_shading = (turned(a, turn) for a in arrays)
        mask = mask8.astype(np.float32) / 255
        log_gain = log_shading if textured else true_log_gain(reference, target, mask)
        return Sample(
            photo, mask, person.astype(np.float32) / 255, np.ascontiguousarray(reference),
            validity(self.rng, mask, None), target, log_gain, not textured, self.no_flow, True,
        )  # fmt: skip

    def _sample(
        self, garment: Garment, mask: np.ndarray, photo: np.ndarray, reference: np.ndarray, valid: np.ndarray,
        target: np.ndarray, log_gain: np.ndarray, flow: np.ndarray, exact: bool = True,
    ) -> Sample:  # fmt: skip
        person = garment.person.astype(np.float32) / 255
        return Sample(photo, mask, person, reference, valid, target, log_gain, exact, flow, exact)


def true_log_gain(reference: np.ndarray, target: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Log-ratio of the luminance of target and reference inside the mask, zero outside: exact where one was dyed."""
    ratio = (luminance(to_linear(target)) + GAIN_FLOOR) / (luminance(to_linear(reference)) + GAIN_FLOOR)
    return np.where(mask > 0.5, np.clip(np.log(ratio), -LOG_SHADING_LIMIT, LOG_SHADING_LIMIT), 0).astype(np.float32)


def flat_colour(rgb: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """The colour of the pixel of median luminance, as the median per channel over the mask's core."""
    return np.median(rgb[mask > 0.9], axis=0).astype(np.uint8)


def _over(top: np.ndarray, bottom: np.ndarray, mask: np.ndarray) -> np.ndarray:
    return bottom + mask[..., None] * (top - bottom)


def collate(samples: list[Sample]) -> dict[str, torch.Tensor]:
    """Stacks samples; pictures become NCHW floats, both sRGB-encoded and (for light arithmetic) linear."""
    pictures = {name: np.stack([getattr(s, name) for s in samples]) for name in ("photo", "reference", "target")}
    batch = {name: _nchw(array.astype(np.float32) / 255) for name, array in pictures.items()}
    for name in ("photo", "reference"):
        batch[f"{name}_linear"] = _nchw(to_linear(pictures[name]))
    for name in ("mask", "person", "valid", "log_gain"):
        batch[name] = torch.from_numpy(np.stack([getattr(s, name) for s in samples])[:, None])
    batch["flow"] = torch.from_numpy(np.stack([s.flow for s in samples]))
    for name in ("gain_known", "exact", "twin"):
        flags = np.array([getattr(s, name) for s in samples], dtype=np.float32)
        batch[name] = torch.from_numpy(flags).view(-1, 1, 1, 1)
    return batch


def _nchw(array: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(np.ascontiguousarray(array.transpose(0, 3, 1, 2)))
