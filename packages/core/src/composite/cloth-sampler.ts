import type { AlignmentMap } from '../alignment/alignment-map.js';
import { sampleAlignment } from '../alignment/alignment-map.js';
import { fadeLight } from '../image/colour.js';
import type { GarmentView } from './garment-view.js';
import { createProductSampler } from './product-sampler.js';

/** A product and the way to its pixels from the person's canonical crop. */
export interface Cloth {
  readonly view: GarmentView;
  readonly alignment: AlignmentMap;
}

/** What a layer is made of: one cloth, or two. */
export interface MixedCloth {
  readonly cloth: Cloth;
  /** `amount` in (0, 1) is the share of the second cloth. */
  readonly mix?: { readonly cloth: Cloth; readonly amount: number } | undefined;
}

/** Writes linear-light RGB at a position in fractions of the person's canonical crop to `out`. */
export type ClothSampler = (fractionX: number, fractionY: number, out: Float32Array) => void;

/** The products' own pixels, each sampled once; two are faded into one another. */
export function createClothSampler({ cloth, mix }: MixedCloth): ClothSampler {
  const sampleFirst = createAlignedSampler(cloth);
  if (!mix) return sampleFirst;
  const sampleSecond = createAlignedSampler(mix.cloth);
  const texel = new Float32Array(3);
  return (fractionX, fractionY, out) => {
    sampleFirst(fractionX, fractionY, out);
    sampleSecond(fractionX, fractionY, texel);
    for (let c = 0; c < 3; c++) out[c] = fadeLight(out[c] as number, texel[c] as number, mix.amount);
  };
}

function createAlignedSampler({ view, alignment }: Cloth): ClothSampler {
  const sampleProduct = createProductSampler(view);
  const { crop } = view;
  const source = new Float64Array(2);
  return (fractionX, fractionY, out) => {
    sampleAlignment(alignment, fractionX, fractionY, source);
    const xPx = crop.xPx + (source[0] as number) * crop.widthPx;
    const yPx = crop.yPx + (source[1] as number) * crop.heightPx;
    sampleProduct(xPx, yPx, out);
  };
}
