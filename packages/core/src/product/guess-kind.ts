import type { GarmentKind } from '../garment-type.js';
import type { Plane, RgbaImage } from '../image/image.js';
import { wholeOf } from '../image/resample.js';
import { segmentRect, sumOfClasses } from '../mask/class-confidences.js';
import type { ClassConfidences, Segmenter } from '../ports.js';
import { kindByOutline } from './kind-by-outline.js';

/** What the parser sees behind a product with alpha: a photographer's paper. */
const paper = 235;
/** Share of all it takes for cloth that the parser has to give to one kind; below it the outline is the better witness. */
const sureShare = 0.6;
/** Share of the picture that has to be cloth to the parser for its word to count. */
const leastCloth = 0.02;

/**
 * Top, bottom or dress, from what the parser takes the product for, else from its outline. A jacket counts as a top: whether a coat or a shirt is
 * replaced is decided by what the person wears.
 *
 * @param mask the cut-out on its canonical grid.
 * @param known the parser's answer over the whole product, where there is one already.
 */
export async function guessKind(
  product: RgbaImage,
  mask: Plane,
  segmenter: Segmenter,
  known?: ClassConfidences,
): Promise<GarmentKind> {
  const parsed = known ?? (await segmentRect(onPaper(product), wholeOf(product), segmenter));
  const share = (...kinds: GarmentKind[]) =>
    sumOfClasses(parsed, kinds).data.reduce((sum, value) => sum + value, 0) / (parsed.widthPx * parsed.heightPx);
  const shares = { top: share('top', 'outerwear'), bottom: share('bottom'), dress: share('dress') };
  const cloth = shares.top + shares.bottom + shares.dress;
  const kinds = ['top', 'bottom', 'dress'] as const;
  const sure = cloth > leastCloth ? kinds.find((kind) => shares[kind] > sureShare * cloth) : undefined;
  return sure ?? kindByOutline(mask);
}

function onPaper(product: RgbaImage): RgbaImage {
  const data = new Uint8ClampedArray(product.data);
  for (let i = 0; i < data.length; i += 4) {
    const alpha = (data[i + 3] as number) / 255;
    for (let c = i; c < i + 3; c++) data[c] = alpha * (data[c] as number) + (1 - alpha) * paper;
    data[i + 3] = 255;
  }
  return { ...product, data };
}
