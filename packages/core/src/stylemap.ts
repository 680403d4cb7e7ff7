import type { Plane } from './image.js';
import { createPlane } from './image.js';
import type { LatentSizePx, Stylemap } from './ports.js';
import { latentSizesPx } from './ports.js';

/** The garment mask at every level of the stylemap. */
export type LatentMasks = Readonly<Record<LatentSizePx, Plane>>;

/**
 * Max-pools a canonical mask to each level, so that a latent pixel that touches the garment belongs to it (Kim et al., StyleMapGAN,
 * CVPR 2021, section 3.4).
 */
export function createLatentMasks(mask: Plane): LatentMasks {
  const pool = (sizePx: LatentSizePx): Plane => {
    const level = createPlane(sizePx, sizePx);
    const block = mask.widthPx / sizePx;
    for (let y = 0; y < mask.heightPx; y++) {
      for (let x = 0; x < mask.widthPx; x++) {
        const index = Math.floor(y / block) * sizePx + Math.floor(x / block);
        level.data[index] = Math.max(level.data[index] as number, mask.data[y * mask.widthPx + x] as number);
      }
    }
    return level;
  };
  return { 8: pool(8), 16: pool(16), 32: pool(32), 64: pool(64), 128: pool(128) };
}

/**
 * Local editing in w+: `w = original + strength * mask * (reference - original)` at every level, so that strength 0 is the worn garment's
 * own style and strength 1 the product's, inside the mask.
 *
 * @param strength in [0, 1].
 */
export function mixStylemaps(original: Stylemap, reference: Stylemap, masks: LatentMasks, strength: number): Stylemap {
  const mix = (sizePx: LatentSizePx) => {
    const from = original[sizePx];
    const to = reference[sizePx];
    const mask = masks[sizePx].data;
    const data = new Float32Array(from.data.length);
    for (let i = 0; i < data.length; i++) {
      const base = from.data[i] as number;
      data[i] = base + strength * (mask[i % mask.length] as number) * ((to.data[i] as number) - base);
    }
    return { shape: from.shape, data };
  };
  return Object.fromEntries(latentSizesPx.map((sizePx) => [sizePx, mix(sizePx)])) as unknown as Stylemap;
}
