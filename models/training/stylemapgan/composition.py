"""Network inputs and the composition of its outputs, in torch: the reference for the run-time's TypeScript.

All arithmetic on light is linear; pictures are sRGB-encoded in [0, 1] outside and in [-1, 1] at the network.
"""

import math

import torch
from torch.nn import functional as F

from .colour import CHROMA_EXPONENT

LUMINANCE_WEIGHTS = (0.2126, 0.7152, 0.0722)
LUMINANCE_OFFSET = 0.02
LOG_LUMINANCE_LIMIT = 2.5
LOG_GAIN_LIMIT = 3.0
LOW_PASS_SIGMA_FRACTION = 4 / 256
LOW_PASS_RADIUS_SIGMAS = 3


def to_linear(srgb: torch.Tensor) -> torch.Tensor:
    """sRGB-encoded [0, 1] to linear light."""
    return torch.where(srgb <= 0.04045, srgb / 12.92, ((srgb.clamp(min=0) + 0.055) / 1.055) ** 2.4)


def to_srgb(linear: torch.Tensor) -> torch.Tensor:
    """Linear light to sRGB-encoded [0, 1]; the slope at black stays finite."""
    curve = 1.055 * linear.clamp(min=0.0031308) ** (1 / 2.4) - 0.055
    return torch.where(linear <= 0.0031308, linear * 12.92, curve)


def luminance(linear: torch.Tensor) -> torch.Tensor:
    """Relative luminance of linear light, one channel."""
    return (linear * linear.new_tensor(LUMINANCE_WEIGHTS).view(1, 3, 1, 1)).sum(1, keepdim=True)


def log_luminance(photo_linear: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Full-resolution log-luminance, centred on its mean over the mask, clamped."""
    value = torch.log(luminance(photo_linear) + LUMINANCE_OFFSET)
    mean = (value * mask).sum((2, 3), keepdim=True) / mask.sum((2, 3), keepdim=True).clamp(min=1e-3)
    return (value - mean).clamp(-LOG_LUMINANCE_LIMIT, LOG_LUMINANCE_LIMIT)


def relit(albedo_linear: torch.Tensor, log_gain: torch.Tensor) -> torch.Tensor:
    """`relit` of colour.py: luminance times `exp(log_gain)`, and shadows more saturated than lights. Not clipped."""
    light = luminance(albedo_linear)
    hue = ((albedo_linear + LUMINANCE_OFFSET) / (light + LUMINANCE_OFFSET)).log()
    tinted = albedo_linear * torch.exp(-CHROMA_EXPONENT * log_gain * hue)
    return tinted * torch.exp(log_gain) * (light / luminance(tinted).clamp(min=1e-6))


def masked_blur(values: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Gaussian low-pass normalised by the mask, zero outside it."""
    sigma = LOW_PASS_SIGMA_FRACTION * values.shape[-1]
    radius = math.ceil(LOW_PASS_RADIUS_SIGMAS * sigma)
    offsets = torch.arange(-radius, radius + 1, dtype=values.dtype, device=values.device)
    kernel = torch.exp(-0.5 * (offsets / sigma) ** 2)
    kernel = kernel / kernel.sum()

    def blur(x: torch.Tensor) -> torch.Tensor:
        x = F.conv2d(x, kernel.view(1, 1, 1, -1), padding=(0, radius))
        return F.conv2d(x, kernel.view(1, 1, -1, 1), padding=(radius, 0))

    return mask * blur(values * mask) / blur(mask).clamp(min=1e-3)


def content_input(photo: torch.Tensor, log_lum: torch.Tensor, mask: torch.Tensor, person: torch.Tensor) -> torch.Tensor:
    """The eight channels of the content encoder."""
    size = photo.shape[-1]
    axis = (torch.arange(size, device=photo.device, dtype=photo.dtype) + 0.5) * (2 / size) - 1
    x = axis.view(1, 1, 1, -1).expand(photo.shape[0], 1, size, size)
    y = axis.view(1, 1, -1, 1).expand(photo.shape[0], 1, size, size)
    return torch.cat((masked_blur(log_lum, mask), mask, photo * 2 - 1, person, x, y), dim=1)


def style_input(reference: torch.Tensor, valid: torch.Tensor) -> torch.Tensor:
    """The four channels of the style encoder."""
    return torch.cat(((reference * 2 - 1) * valid, valid), dim=1)


def resized(tensor: torch.Tensor, size: int) -> torch.Tensor:
    """Bilinear with aligned pixel centres."""
    if tensor.shape[-1] == size:
        return tensor
    return F.interpolate(tensor, size=(size, size), mode="bilinear", align_corners=False)


def warp(image: torch.Tensor, flow: torch.Tensor) -> torch.Tensor:
    """Samples an image at (identity + flow); flow is (dx, dy) as a fraction of the crop, at the image's size."""
    size = image.shape[-1]
    axis = (torch.arange(size, device=image.device, dtype=image.dtype) + 0.5) * (2 / size) - 1
    identity = torch.stack(torch.broadcast_tensors(axis.view(1, -1), axis.view(-1, 1)), dim=-1)
    grid = identity + 2 * flow.permute(0, 2, 3, 1)
    return F.grid_sample(image, grid, mode="bilinear", padding_mode="border", align_corners=False)


def excess_light(photo_linear: torch.Tensor, log_lum: torch.Tensor) -> torch.Tensor:
    """By how much the photo's luminance is above its geometric mean in the mask, linear light, not below zero."""
    return ((luminance(photo_linear) + LUMINANCE_OFFSET) * (1 - torch.exp(-log_lum))).clamp(min=0)


def compose(
    outputs: dict[str, torch.Tensor],
    photo_linear: torch.Tensor,
    mask: torch.Tensor,
    log_lum: torch.Tensor,
    reference_linear: torch.Tensor,
    valid: torch.Tensor,
) -> dict[str, torch.Tensor]:
    """Every picture of the composition, linear light except `out`, which is sRGB-encoded.

    `outputs` may hold a `highlight` beside the four outputs of the graphs: only an ablation has it, the run time does not.
    """
    size = photo_linear.shape[-1]
    flow = resized(outputs["flow"], size)
    warped = warp(torch.cat((reference_linear, valid), dim=1), flow)
    p, q = resized(outputs["shading"], size).split(1, dim=1)
    log_gain = (p * log_lum + q).clamp(-LOG_GAIN_LIMIT, LOG_GAIN_LIMIT)
    cloth = relit(warped[:, :3], log_gain)
    if "highlight" in outputs:
        cloth = cloth + resized(outputs["highlight"], size) * excess_light(photo_linear, log_lum)
    cloth = cloth.clamp(0, 1)
    valid_warped = warped[:, 3:]
    share = torch.sigmoid(resized(outputs["alpha"], size)) * valid_warped
    generated = to_linear(resized(outputs["image"], size) * 0.5 + 0.5)
    blend = share * cloth + (1 - share) * generated
    out = to_srgb(mask * blend + (1 - mask) * photo_linear)
    return {
        "relit": cloth,
        "generated": generated,
        "blend": blend,
        "out": out,
        "share": share,
        "valid_warped": valid_warped,
        "log_gain": log_gain,
        "log_lum": log_lum,
    }
