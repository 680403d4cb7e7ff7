import type { AlignmentMap } from './alignment/alignment-map.js';
import { sampleAlignment } from './alignment/alignment-map.js';
import type { GarmentView } from './garment-view.js';
import { createProductSampler } from './product-sampler.js';

/** A product and the way to its pixels from the person's canonical crop. */
export interface Cloth {
  readonly view: GarmentView;
  readonly alignment: AlignmentMap;
  /** Share among the cloths of one layer, in (0, 1]. */
  readonly weight: number;
}

/** Writes linear-light RGB at a position in fractions of the person's canonical crop to `out`. */
export type ClothSampler = (fractionX: number, fractionY: number, out: Float32Array) => void;

/**
 * The products' own pixels, each sampled once. Several are cross-faded, in linear light as everything else.
 *
 * @param cloths at least one; their weights sum to 1.
 */
export function createClothSampler(cloths: readonly Cloth[]): ClothSampler {
  const samplers = cloths.map(createAlignedSampler);
  const [only] = samplers;
  if (only && samplers.length === 1) return only;
  const texel = new Float32Array(3);
  return (fractionX, fractionY, out) => {
    out.fill(0);
    samplers.forEach((sample, i) => {
      sample(fractionX, fractionY, texel);
      const { weight } = cloths[i] as Cloth;
      for (let c = 0; c < 3; c++) out[c] = (out[c] as number) + weight * (texel[c] as number);
    });
  };
}

function createAlignedSampler({ view, alignment }: Cloth): ClothSampler {
  const sampleProduct = createProductSampler(view);
  const { crop } = view;
  const source = new Float64Array(2);
  return (fractionX, fractionY, out) => {
    sampleAlignment(alignment, fractionX, fractionY, source);
    const [x = 0, y = 0] = source;
    sampleProduct(crop.xPx + x * crop.widthPx, crop.yPx + y * crop.heightPx, out);
  };
}
