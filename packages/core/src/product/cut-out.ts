import type { WarningCode } from '../errors.js';
import { TryOnError } from '../errors.js';
import type { GarmentKind } from '../garment-type.js';
import { boundingBox, scaleRect } from '../image/bounding-box.js';
import { removeSpecksAndHoles } from '../image/components.js';
import type { Plane, Rect, RgbaImage } from '../image/image.js';
import { cropImage } from '../image/image.js';
import { resamplePlane, wholeOf } from '../image/resample.js';
import { clearToBackground, segmentRect } from '../mask/class-confidences.js';
import { refineGarmentMask, resampleMask, trimMask } from '../mask/garment-mask.js';
import type { ClassConfidences, Segmenter } from '../ports.js';
import { clearAttachedParts } from './attached-parts.js';
import { framedPicture } from './framed-picture.js';
import { laidFlatConfidence } from './laid-flat.js';
import { alphaMask, clearGaps, keyedMask } from './plain-ground.js';
import { keepOneProduct } from './several-products.js';
import { clearStrayParts } from './stray-parts.js';
import { isWornOnGround, isWornOnScene, wornConfidence } from './worn-product.js';

/** A product photo with its garment cut out. */
export interface CutOut {
  /** The garment's bounding box in garment pixels. */
  readonly box: Rect;
  /** Opacity over the whole product photo, in [0, 1], at most 512 on the longest side. */
  readonly mask: Plane;
  /** The parser's answer over the photo without its frame; background where the garment is not. */
  readonly parsed: ClassConfidences;
  readonly warnings: readonly WarningCode[];
}

const maskSizePx = 512;
/** What the parser sees behind a product with alpha: a photographer's paper. */
const paper = 235;

/**
 * Cuts the garment out: by the photo's own alpha, else by keying a near-uniform background, and of what is left the garment alone by the parser,
 * where a model wears it or something lies beside it. On any other ground the parser cuts, whether it is worn or laid on a floor.
 *
 * @throws TryOnError `no-product`.
 */
export async function cutOut(product: RgbaImage, kind: GarmentKind | undefined, segmenter: Segmenter): Promise<CutOut> {
  const scale = Math.min(1, maskSizePx / Math.max(product.widthPx, product.heightPx));
  const widthPx = Math.max(1, Math.round(product.widthPx * scale));
  const heightPx = Math.max(1, Math.round(product.heightPx * scale));
  const alpha = alphaMask(product, widthPx, heightPx);
  const shown = alpha ? onPaper(product) : product;
  const parsed = await segmentRect(shown, wholeOf(shown), segmenter);
  const keyed = alpha ? undefined : keyedMask(product, parsed, widthPx, heightPx);
  const mask = alpha ?? keyed?.mask;
  if (mask) {
    removeSpecksAndHoles(mask, 0.05, 0.002);
    const picture = alpha ? undefined : framedPicture(product, mask);
    if (picture) return onFrame(await cutOut(cropImage(product, picture), kind, segmenter), picture, product, mask);
    if (!boundingBox(mask, 0.5)) throw noProduct();
  }
  const isWorn = mask ? isWornOnGround(parsed, mask) : isWornOnScene(parsed);
  if (mask && !isWorn) {
    clearStrayParts(mask, parsed);
    clearAttachedParts(mask, parsed, shown);
    const warnings = keepOneProduct(mask, parsed, kind) ? (['several-products'] as const) : [];
    return { box: boxOf(mask, 1 / scale), mask, parsed: within(mask, parsed), warnings };
  }
  try {
    const confidence = isWorn ? wornConfidence(parsed, kind) : laidFlatConfidence(shown, parsed);
    if (!confidence) throw noProduct();
    const { mask: cut } = trimMask(shown, refineGarmentMask(shown, confidence, wholeOf(shown)));
    const plane = resampleMask(cut, wholeOf(shown), widthPx, heightPx);
    if (mask && keyed) clearGaps(mask, keyed.enclosed, parsed);
    if (mask) for (let i = 0; i < plane.data.length; i++) plane.data[i] = (plane.data[i] as number) * (mask.data[i] as number);
    return { box: cut.rect, mask: plane, parsed: within(plane, parsed), warnings: ['product-cut-out-rough'] };
  } catch (cause) {
    throw noProduct(cause);
  }
}

/** The cut-out of a picture, on the whole product photo that it is a part of. */
function onFrame(inside: CutOut, picture: Rect, product: RgbaImage, grid: Plane): CutOut {
  const whole: Rect = { xPx: -picture.xPx, yPx: -picture.yPx, widthPx: product.widthPx, heightPx: product.heightPx };
  const inMask = scaleRect(whole, inside.mask.widthPx / picture.widthPx, inside.mask.heightPx / picture.heightPx);
  return {
    ...inside,
    box: { ...inside.box, xPx: inside.box.xPx + picture.xPx, yPx: inside.box.yPx + picture.yPx },
    mask: resamplePlane(inside.mask, inMask, grid.widthPx, grid.heightPx, 'zero'),
  };
}

/** The parser's answer to the garment alone; trousers beside it say nothing of its kind. */
function within(mask: Plane, parsed: ClassConfidences): ClassConfidences {
  const garment = resamplePlane(mask, wholeOf(mask), parsed.widthPx, parsed.heightPx, 'replicate');
  garment.data.forEach((value, i) => {
    if (value < 0.5) clearToBackground(parsed, i);
  });
  return parsed;
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

function boxOf(mask: Plane, scale: number): Rect {
  const box = boundingBox(mask, 0.5);
  if (!box || box.widthPx * box.heightPx < 0.01 * mask.data.length) throw noProduct();
  return scaleRect(box, scale, scale);
}

function noProduct(cause?: unknown): TryOnError {
  return new TryOnError('no-product', 'No garment was found in the product photo.', undefined, { cause });
}
