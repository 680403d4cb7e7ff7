import type { WarningCode } from '../errors.js';
import { TryOnError } from '../errors.js';
import type { GarmentKind } from '../garment-type.js';
import { boundingBox, scaleRect } from '../image/bounding-box.js';
import { labelComponents, removeSpecksAndHoles } from '../image/components.js';
import type { Plane, Rect, RgbaImage } from '../image/image.js';
import { createPlane, cropImage } from '../image/image.js';
import { resamplePlane, wholeOf } from '../image/resample.js';
import { chooseClasses } from '../mask/choose-classes.js';
import { classAreas, segmentRect, sumOfClasses } from '../mask/class-confidences.js';
import { refineGarmentMask, resampleMask, trimMask } from '../mask/garment-mask.js';
import { settleDress } from '../mask/settle-dress.js';
import type { ClassConfidences, Segmenter } from '../ports.js';
import { framedPicture } from './framed-picture.js';
import { laidFlatConfidence } from './laid-flat.js';
import { clearTableShadow } from './table-shadow.js';

/** A product photo with its garment cut out. */
export interface CutOut {
  /** The garment's bounding box in garment pixels. */
  readonly box: Rect;
  /** Opacity over the whole product photo, in [0, 1], at most 512 on the longest side. */
  readonly mask: Plane;
  /** The parser's answer over the photo without its frame, where the cut took one. */
  readonly parsed?: ClassConfidences;
  readonly warnings: readonly WarningCode[];
}

const maskSizePx = 512;
/** Largest colour distance (0..441) from the background that is still background. */
const keyTolerance = 14;
/** Skin and hair over this share of the photo mean a model; of a beige floor the parser is never that sure. */
const wornFraction = 0.02;
const sureConfidence = 0.9;
/** Share of the photo's rim that has to be of one colour for keying. */
const uniformRimFraction = 0.9;
/**
 * Cuts the garment out: by the photo's own alpha, else by keying a near-uniform background, else by the parser, whether worn by a model or laid on
 * a floor.
 *
 * @throws TryOnError `no-product`.
 */
export async function cutOut(product: RgbaImage, kind: GarmentKind | undefined, segmenter: Segmenter): Promise<CutOut> {
  const scale = Math.min(1, maskSizePx / Math.max(product.widthPx, product.heightPx));
  const widthPx = Math.max(1, Math.round(product.widthPx * scale));
  const heightPx = Math.max(1, Math.round(product.heightPx * scale));
  const alpha = alphaMask(product, widthPx, heightPx);
  const mask = alpha ?? keyedMask(product, widthPx, heightPx);
  if (!mask) return busyCutOut(product, kind, widthPx, heightPx, segmenter);
  removeSpecksAndHoles(mask, 0.05, 0.002);
  const picture = alpha ? undefined : framedPicture(product, mask);
  if (picture) return onFrame(await cutOut(cropImage(product, picture), kind, segmenter), picture, product, mask);
  return { box: boxOf(mask, 1 / scale), mask, warnings: [] };
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

function alphaMask(product: RgbaImage, widthPx: number, heightPx: number): Plane | undefined {
  const alpha = new Float32Array(product.widthPx * product.heightPx);
  let clear = 0;
  for (let i = 0; i < alpha.length; i++) {
    const value = (product.data[i * 4 + 3] as number) / 255;
    alpha[i] = value;
    if (value < 0.5) clear++;
  }
  if (clear < 0.02 * alpha.length) return undefined;
  const mask = resamplePlane({ ...product, data: alpha }, wholeOf(product), widthPx, heightPx, 'replicate');
  // A translucent drop shadow is no cloth.
  for (let i = 0; i < mask.data.length; i++) if ((mask.data[i] as number) < 0.75) mask.data[i] = 0;
  return mask;
}

function keyedMask(product: RgbaImage, widthPx: number, heightPx: number): Plane | undefined {
  const at = (x: number, y: number) =>
    (Math.min(product.heightPx - 1, Math.floor(((y + 0.5) * product.heightPx) / heightPx)) * product.widthPx +
      Math.min(product.widthPx - 1, Math.floor(((x + 0.5) * product.widthPx) / widthPx))) *
    4;
  const rim: number[] = [];
  for (let x = 0; x < widthPx; x++) rim.push(at(x, 0), at(x, heightPx - 1));
  for (let y = 0; y < heightPx; y++) rim.push(at(0, y), at(widthPx - 1, y));
  const median = [0, 1, 2].map((c) => {
    const values = rim.map((offset) => product.data[offset + c] as number).sort((a, b) => a - b);
    return values[values.length >> 1] as number;
  });
  const distance = (offset: number) => Math.hypot(...median.map((value, c) => (product.data[offset + c] as number) - value));
  if (rim.filter((offset) => distance(offset) < keyTolerance).length < uniformRimFraction * rim.length) return undefined;
  const mask = createPlane(widthPx, heightPx);
  for (let i = 0; i < mask.data.length; i++) {
    mask.data[i] = distance(at(i % widthPx, Math.floor(i / widthPx))) < keyTolerance ? 0 : 1;
  }
  // Background reached from the rim is background; a white print inside the garment is not.
  const { labels, components } = labelComponents(mask, (value) => value < 0.5);
  const outer = new Set(components.filter((component) => component.touchesBorder).map((component) => component.label));
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = outer.has(labels[i] as number) ? 0 : 1;
  clearTableShadow(mask, (i, c) => product.data[at(i % widthPx, Math.floor(i / widthPx)) + c] as number, median);
  return mask;
}

/** A garment on a model is the parser's alone; of one laid on a floor or hung on a wall the colours have a say. */
async function busyCutOut(
  product: RgbaImage,
  kind: GarmentKind | undefined,
  widthPx: number,
  heightPx: number,
  segmenter: Segmenter,
): Promise<CutOut> {
  const parsed = await segmentRect(product, wholeOf(product), segmenter);
  const confidence = isWorn(parsed) ? wornConfidence(parsed, kind) : laidFlatConfidence(product, parsed);
  if (!confidence) throw noProduct();
  try {
    const { mask } = trimMask(product, refineGarmentMask(product, confidence, wholeOf(product)));
    const plane = resampleMask(mask, wholeOf(product), widthPx, heightPx);
    return { box: mask.rect, mask: plane, parsed, warnings: ['product-cut-out-rough'] };
  } catch (cause) {
    throw noProduct(cause);
  }
}

function isWorn(confidences: ClassConfidences): boolean {
  const body = sumOfClasses(confidences, ['skin', 'hair']).data;
  const surePx = body.reduce((count, value) => (value > sureConfidence ? count + 1 : count), 0);
  return surePx > wornFraction * body.length;
}

function wornConfidence(parsed: ClassConfidences, kind: GarmentKind | undefined): Plane | undefined {
  const confidences = { ...parsed, data: parsed.data.slice() };
  settleDress(confidences);
  const areas = classAreas(confidences);
  const largest = (['top', 'outerwear', 'bottom', 'dress'] as const).reduce((a, b) => (areas[b] > areas[a] ? b : a));
  if (areas[largest] === 0) return undefined;
  return sumOfClasses(confidences, chooseClasses(kind ?? largest, areas).classes);
}

function boxOf(mask: Plane, scale: number): Rect {
  const box = boundingBox(mask, 0.5);
  if (!box || box.widthPx * box.heightPx < 0.01 * mask.data.length) throw noProduct();
  return scaleRect(box, scale, scale);
}

function noProduct(cause?: unknown): TryOnError {
  return new TryOnError('no-product', 'No garment was found in the product photo.', undefined, { cause });
}
