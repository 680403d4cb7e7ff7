"""Figures of merit inside the garment mask, one value a picture: sRGB-encoded NCHW in [0, 1], masks N1HW."""

import torch
from torch.nn import functional as F

from .composition import log_luminance, masked_blur, to_linear

SSIM_SIGMA_PX = 1.5
SSIM_RADIUS_PX = 5
C1, C2 = 0.01**2, 0.03**2
EPSILON = 1e-10


def masked_average(values: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Mean over channels and the mask."""
    return (values.mean(1, keepdim=True) * mask).sum((1, 2, 3)) / mask.sum((1, 2, 3)).clamp(min=1e-3)


def psnr_db(a: torch.Tensor, b: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Peak signal-to-noise ratio."""
    return -10 * torch.log10(masked_average((a - b).square(), mask) + EPSILON)


def ssim(a: torch.Tensor, b: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Structural similarity (Gaussian window, sigma 1.5), averaged over channels and the mask."""
    offsets = torch.arange(-SSIM_RADIUS_PX, SSIM_RADIUS_PX + 1, dtype=a.dtype)
    kernel = torch.exp(-0.5 * (offsets / SSIM_SIGMA_PX) ** 2)
    kernel = kernel / kernel.sum()

    def blur(x: torch.Tensor) -> torch.Tensor:
        n, c, h, w = x.shape
        x = F.pad(x.reshape(n * c, 1, h, w), (SSIM_RADIUS_PX,) * 4, mode="reflect")
        x = F.conv2d(F.conv2d(x, kernel.view(1, 1, 1, -1)), kernel.view(1, 1, -1, 1))
        return x.reshape(n, c, h, w)

    mean_a, mean_b = blur(a), blur(b)
    var_a, var_b = blur(a * a) - mean_a**2, blur(b * b) - mean_b**2
    covariance = blur(a * b) - mean_a * mean_b
    score = (2 * mean_a * mean_b + C1) * (2 * covariance + C2)
    score = score / ((mean_a**2 + mean_b**2 + C1) * (var_a + var_b + C2))
    return masked_average(score, mask)


def fold_correlation(a: torch.Tensor, b: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Correlation of the low-passed log-luminance of two pictures."""
    low_a, low_b = (masked_blur(log_luminance(to_linear(x), mask), mask) for x in (a, b))
    return correlation(low_a, low_b, mask)


def correlation(a: torch.Tensor, b: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Correlation of two fields inside the mask."""
    a, b = (values - masked_average(values, mask).view(-1, 1, 1, 1) for values in (a, b))
    product, square_a, square_b = (masked_average(x, mask) for x in (a * b, a**2, b**2))
    return product / (square_a * square_b).sqrt().clamp(min=1e-6)
