import type { WarningCode } from '../errors.js';
import { TryOnError } from '../errors.js';
import type { GarmentKind } from '../garment-type.js';
import { boundingBox, scaleRect } from '../image/bounding-box.js';
import { removeSpecksAndHoles } from '../image/components.js';
import type { Plane, Rect, RgbaImage } from '../image/image.js';
import { cropImage } from '../image/image.js';
import { resamplePlane, wholeOf } from '../image/resample.js';
import { segmentRect } from '../mask/class-confidences.js';
import type { GarmentMask } from '../mask/garment-mask.js';
import { refineGarmentMask, resampleMask, trimMask } from '../mask/garment-mask.js';
import type { ParserAnswer, ProductScores, Segmenter } from '../ports.js';
import { clearAttachedParts } from './attached-parts.js';
import { coveredCloth } from './covered-cloth.js';
import { framedPicture } from './framed-picture.js';
import { laidFlatConfidence } from './laid-flat.js';
import { alphaMask, clearGaps, keyedMask } from './plain-ground.js';
import { keepOneProduct } from './several-products.js';
import { clearStrayParts } from './stray-parts.js';
import { isWornOnGround, isWornOnScene, largestWorn, wornConfidence } from './worn-product.js';

/** A product photo with its garment cut out. */
export interface CutOut {
  /** The garment's bounding box in garment pixels. */
  readonly box: Rect;
  /** Opacity over the whole product photo, in [0, 1], at most 512 on the longest side. */
  readonly mask: Plane;
  /** On the mask's grid, 1 where an arm or hair of the model hides cloth. */
  readonly covered?: Plane;
  /** Of what a model wears, the garment that was taken. */
  readonly kind?: GarmentKind;
  /** What the garment is, seen from near where it is small in its picture or not alone. */
  readonly scores: ProductScores;
  readonly warnings: readonly WarningCode[];
}

const maskSizePx = 512;
/** A garment that is smaller in its picture is looked at again, with so much of what is about it. */
const nearShare = 0.7;
const nearMargin = 0.07;
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
    const isOneOfSeveral = keepOneProduct(mask, parsed, kind);
    const box = boxOf(mask, 1 / scale);
    const scores = await scoresFromNear(shown, box, parsed, isOneOfSeveral, segmenter);
    return { box, mask, scores, warnings: isOneOfSeveral ? ['several-products'] : [] };
  }
  const taken = isWorn ? (kind ?? largestWorn(parsed)) : undefined;
  const cut = cutByParser(shown, taken ? () => wornConfidence(parsed, taken) : () => laidFlatConfidence(shown, parsed));
  const plane = resampleMask(cut, wholeOf(shown), widthPx, heightPx);
  if (mask && keyed) clearGaps(mask, keyed.enclosed, parsed);
  if (mask) for (let i = 0; i < plane.data.length; i++) plane.data[i] = (plane.data[i] as number) * (mask.data[i] as number);
  const scores = await scoresFromNear(shown, cut.rect, parsed, isWorn, segmenter);
  const found = { box: cut.rect, mask: plane, scores, warnings: ['product-cut-out-rough'] } as const;
  return taken ? { ...found, kind: taken, covered: coveredCloth(plane, parsed) } : found;
}

/** @throws TryOnError `no-product` where nothing is found, or too little. */
function cutByParser(shown: RgbaImage, find: () => Plane | undefined): GarmentMask {
  try {
    const confidence = find();
    if (confidence) return trimMask(shown, refineGarmentMask(shown, confidence, wholeOf(shown))).mask;
  } catch (cause) {
    throw noProduct(cause);
  }
  throw noProduct();
}

/** What the garment in `box` is. Of the picture as a whole that has been said; it counts where the garment is large in it and alone. */
async function scoresFromNear(
  picture: RgbaImage,
  box: Rect,
  seen: ParserAnswer,
  isAmongOthers: boolean,
  segmenter: Segmenter,
): Promise<ProductScores> {
  const share = Math.max(box.widthPx / picture.widthPx, box.heightPx / picture.heightPx);
  if (share >= nearShare && !isAmongOthers) return seen.productScores;
  return (await segmentRect(picture, withMargin(box, picture), segmenter)).productScores;
}

function withMargin({ xPx, yPx, widthPx, heightPx }: Rect, picture: RgbaImage): Rect {
  const marginPx = nearMargin * Math.max(widthPx, heightPx);
  const [left, top] = [Math.max(0, xPx - marginPx), Math.max(0, yPx - marginPx)];
  const [right, bottom] = [
    Math.min(picture.widthPx, xPx + widthPx + marginPx),
    Math.min(picture.heightPx, yPx + heightPx + marginPx),
  ];
  return { xPx: left, yPx: top, widthPx: right - left, heightPx: bottom - top };
}

/** The cut-out of a picture, on the whole product photo that it is a part of. */
function onFrame(inside: CutOut, picture: Rect, product: RgbaImage, grid: Plane): CutOut {
  const whole: Rect = { xPx: -picture.xPx, yPx: -picture.yPx, widthPx: product.widthPx, heightPx: product.heightPx };
  const inMask = scaleRect(whole, inside.mask.widthPx / picture.widthPx, inside.mask.heightPx / picture.heightPx);
  return {
    ...inside,
    box: { ...inside.box, xPx: inside.box.xPx + picture.xPx, yPx: inside.box.yPx + picture.yPx },
    mask: resamplePlane(inside.mask, inMask, grid.widthPx, grid.heightPx, 'zero'),
    ...(inside.covered && { covered: resamplePlane(inside.covered, inMask, grid.widthPx, grid.heightPx, 'zero') }),
  };
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
