import { boxMean } from './box-blur.js';
import type { Plane, Tensor } from './image.js';
import { createPlane } from './image.js';

/**
 * Colour guided filter (He, Sun, Tang: "Guided Image Filtering", 2013, eq. 14-16): in every window the mask is explained as a linear
 * function of colour. Returning the averaged model instead of the filtered mask lets the caller evaluate it on a larger photo (the
 * "fast guided filter"), so a 256-pixel mask gets the photo's own edges.
 *
 * @param guide `[3, H, W]`, sRGB-encoded in [0, 1].
 * @returns `[1, 4, H, W]`: the factors of red, green and blue and the offset of `alpha = r R + g G + b B + offset`.
 * @param epsilon variance of colour below which a window counts as flat.
 */
export function fitGuidedModel(guide: Float32Array, mask: Plane, radiusPx: number, epsilon: number): Tensor {
  const { widthPx, heightPx } = mask;
  const count = widthPx * heightPx;
  const channel = (c: number): Plane => ({ widthPx, heightPx, data: guide.subarray(c * count, (c + 1) * count) });
  const mean = (plane: Plane) => boxMean(plane, radiusPx).data;
  const meanOfProduct = (a: Plane, b: Plane) => {
    const product = createPlane(widthPx, heightPx);
    for (let i = 0; i < count; i++) product.data[i] = (a.data[i] as number) * (b.data[i] as number);
    return mean(product);
  };
  const [r, g, b] = [channel(0), channel(1), channel(2)];
  const [meanR, meanG, meanB, meanP] = [mean(r), mean(g), mean(b), mean(mask)];
  const [rr, rg, rb] = [meanOfProduct(r, r), meanOfProduct(r, g), meanOfProduct(r, b)];
  const [gg, gb, bb] = [meanOfProduct(g, g), meanOfProduct(g, b), meanOfProduct(b, b)];
  const [rp, gp, bp] = [meanOfProduct(r, mask), meanOfProduct(g, mask), meanOfProduct(b, mask)];

  const red = createPlane(widthPx, heightPx);
  const green = createPlane(widthPx, heightPx);
  const blue = createPlane(widthPx, heightPx);
  const offset = createPlane(widthPx, heightPx);
  for (let i = 0; i < count; i++) {
    const [mr, mg, mb, mp] = [meanR[i] as number, meanG[i] as number, meanB[i] as number, meanP[i] as number];
    // Covariance of colour (plus epsilon on the diagonal), inverted by its adjugate.
    const srr = (rr[i] as number) - mr * mr + epsilon;
    const sgg = (gg[i] as number) - mg * mg + epsilon;
    const sbb = (bb[i] as number) - mb * mb + epsilon;
    const srg = (rg[i] as number) - mr * mg;
    const srb = (rb[i] as number) - mr * mb;
    const sgb = (gb[i] as number) - mg * mb;
    const cr = (rp[i] as number) - mr * mp;
    const cg = (gp[i] as number) - mg * mp;
    const cb = (bp[i] as number) - mb * mp;
    const arr = sgg * sbb - sgb * sgb;
    const arg = srb * sgb - srg * sbb;
    const arb = srg * sgb - srb * sgg;
    const agg = srr * sbb - srb * srb;
    const agb = srg * srb - srr * sgb;
    const abb = srr * sgg - srg * srg;
    const determinant = srr * arr + srg * arg + srb * arb;
    const kr = (arr * cr + arg * cg + arb * cb) / determinant;
    const kg = (arg * cr + agg * cg + agb * cb) / determinant;
    const kb = (arb * cr + agb * cg + abb * cb) / determinant;
    red.data[i] = kr;
    green.data[i] = kg;
    blue.data[i] = kb;
    offset.data[i] = mp - kr * mr - kg * mg - kb * mb;
  }
  const data = new Float32Array(4 * count);
  [red, green, blue, offset].forEach((plane, c) => data.set(mean(plane), c * count));
  return { shape: [1, 4, heightPx, widthPx], data };
}
