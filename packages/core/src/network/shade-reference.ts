import type { Plane, Tensor } from '../image/image.js';

/** Share of the mask that either garment needs before the two are told apart. */
const smallestShare = 0.2;

/**
 * The log-luminance that counts as "no shadow", per pixel of the canonical grid: the mean over the mask, or, where a dress replaces a top and
 * trousers, the mean of each, so that a light top over dark trousers does not end up as a shadow on the skirt.
 *
 * @param logL `logLuminance` of the photo; @param mask weight of each pixel; @param lower share of the lower garment, in [0, 1].
 * @returns `[1, 1, H, W]`.
 */
export function createShadeReference(logL: Plane, mask: Plane, lower: Plane): Tensor {
  let [upperSum, upperWeight, lowerSum, lowerWeight] = [0, 0, 0, 0];
  for (let i = 0; i < logL.data.length; i++) {
    const m = mask.data[i] as number;
    const share = lower.data[i] as number;
    upperSum += m * (1 - share) * (logL.data[i] as number);
    upperWeight += m * (1 - share);
    lowerSum += m * share * (logL.data[i] as number);
    lowerWeight += m * share;
  }
  const weight = upperWeight + lowerWeight;
  const mean = weight > 0 ? (upperSum + lowerSum) / weight : 0;
  const data = new Float32Array(logL.data.length).fill(mean);
  if (Math.min(upperWeight, lowerWeight) >= smallestShare * weight && weight > 0) {
    const upperMean = upperSum / upperWeight;
    const lowerMean = lowerSum / lowerWeight;
    for (let i = 0; i < data.length; i++) data[i] = upperMean + (lower.data[i] as number) * (lowerMean - upperMean);
  }
  return { shape: [1, 1, logL.heightPx, logL.widthPx], data };
}
