import type { Plane, Tensor } from './image.js';
import { signalCount } from './photo-signals.js';

/** Share of the mask that either garment needs before the two are told apart. */
const smallestShare = 0.2;

/**
 * The photo signals that count as "no shadow, no print", per pixel of the canonical grid: their means over the mask, or, where a dress replaces
 * a top and trousers, the means of each, so that a light top over dark trousers does not end up as a shadow on the skirt.
 *
 * @param signals `[1, 3, H, W]`, see `photoSignals`; @param mask weight of each pixel; @param lower share of the lower garment, in [0, 1].
 * @returns `[1, 3, H, W]`.
 */
export function createSignalReference(signals: Tensor, mask: Plane, lower: Plane): Tensor {
  const count = mask.data.length;
  let [upperWeight, lowerWeight] = [0, 0];
  const upperSums = new Float64Array(signalCount);
  const lowerSums = new Float64Array(signalCount);
  for (let i = 0; i < count; i++) {
    const m = mask.data[i] as number;
    const share = lower.data[i] as number;
    upperWeight += m * (1 - share);
    lowerWeight += m * share;
    for (let c = 0; c < signalCount; c++) {
      const value = signals.data[c * count + i] as number;
      upperSums[c] = (upperSums[c] as number) + m * (1 - share) * value;
      lowerSums[c] = (lowerSums[c] as number) + m * share * value;
    }
  }
  const weight = upperWeight + lowerWeight;
  const apart = weight > 0 && Math.min(upperWeight, lowerWeight) >= smallestShare * weight;
  const data = new Float32Array(signals.data.length);
  for (let c = 0; c < signalCount; c++) {
    const [upper, below] = [upperSums[c] as number, lowerSums[c] as number];
    const mean = weight > 0 ? (upper + below) / weight : 0;
    const upperMean = apart ? upper / upperWeight : mean;
    const lowerMean = apart ? below / lowerWeight : mean;
    for (let i = 0; i < count; i++) data[c * count + i] = upperMean + (lower.data[i] as number) * (lowerMean - upperMean);
  }
  return { shape: signals.shape, data };
}
