import type { Plane, Tensor } from '../image/image.js';
import { createPlane } from '../image/image.js';
import type { LatentSizePx, Stylemap } from '../ports.js';
import { latentSizesPx } from '../ports.js';

/** One weight per latent pixel, at every level of the stylemap. */
export type LatentMasks = Readonly<Record<LatentSizePx, Plane>>;

/**
 * Max-pools a canonical mask to each level, so that a latent pixel that touches the garment belongs to it (Kim et al., StyleMapGAN,
 * CVPR 2021, section 3.4).
 */
export function createLatentMasks(mask: Plane): LatentMasks {
  return atEveryLevel((sizePx) => {
    const level = createPlane(sizePx, sizePx);
    const block = mask.widthPx / sizePx;
    for (let y = 0; y < mask.heightPx; y++) {
      for (let x = 0; x < mask.widthPx; x++) {
        const index = Math.floor(y / block) * sizePx + Math.floor(x / block);
        level.data[index] = Math.max(level.data[index] as number, mask.data[y * mask.widthPx + x] as number);
      }
    }
    return level;
  });
}

/**
 * The share of the new style at every latent pixel. On the garment it is `strength * strong`; off it, where nothing is drawn but the
 * convolutions still look, the new style is left alone, so that strength has no step just below 1.
 *
 * @param mask the garment on the canonical grid, in [0, 1].
 * @param strong the mask times its strength map; `mask` itself without one.
 * @param strength in [0, 1].
 */
export function createStyleShares(mask: Plane, strong: Plane, strength: number): LatentMasks {
  const garment = createLatentMasks(mask);
  const changed = strong === mask ? garment : createLatentMasks(strong);
  return atEveryLevel((sizePx) => ({
    ...garment[sizePx],
    data: garment[sizePx].data.map((m, i) => 1 - m + strength * (changed[sizePx].data[i] as number)),
  }));
}

/** Local editing in w+: `w = original + share * (reference - original)` at every pixel of every level. */
export function mixStylemaps(original: Stylemap, reference: Stylemap, shares: LatentMasks): Stylemap {
  return atEveryLevel((sizePx) => {
    const { data } = shares[sizePx];
    return mixTensors(original[sizePx], reference[sizePx], (i) => data[i % data.length] as number);
  });
}

/** A style between two, the same part of the way at every level. @param amount in [0, 1]. */
export function interpolateStylemaps(from: Stylemap, to: Stylemap, amount: number): Stylemap {
  return atEveryLevel((sizePx) => mixTensors(from[sizePx], to[sizePx], () => amount));
}

/** Written so that a share of 0 and of 1 gives either end to the bit. */
function mixTensors(from: Tensor, to: Tensor, shareAt: (index: number) => number): Tensor {
  const data = from.data.map((start, i) => {
    const share = shareAt(i);
    return (1 - share) * start + share * (to.data[i] as number);
  });
  return { shape: from.shape, data };
}

function atEveryLevel<T>(make: (sizePx: LatentSizePx) => T): Readonly<Record<LatentSizePx, T>> {
  return Object.fromEntries(latentSizesPx.map((sizePx) => [sizePx, make(sizePx)])) as unknown as Record<LatentSizePx, T>;
}
