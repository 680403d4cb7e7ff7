import type { Labelling } from '../image/components.js';
import { labelComponents, meanByLabel } from '../image/components.js';
import type { Plane, RgbaImage } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { resamplePlane, wholeOf } from '../image/resample.js';
import { clothPlane } from '../mask/class-confidences.js';
import type { ClassConfidences } from '../ports.js';
import { clearTableShadow } from './table-shadow.js';

/** Largest colour distance (0..441) from the background that is still background. */
const keyTolerance = 14;
/** Share of the photo's rim that has to be of one colour for keying. */
const uniformRimFraction = 0.9;

/** Mean confidence in cloth of a print in the ground's colour; that of a gap is below. */
const printCloth = 0.88;

/** What is not on clear ground, by the photo's own alpha; `undefined` where it has none. */
export function alphaMask(product: RgbaImage, widthPx: number, heightPx: number): Plane | undefined {
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

/** What stands on ground of one colour. */
export interface KeyedMask {
  readonly mask: Plane;
  /** Parts of the mask that have the colour of the ground, each with its own number: prints, and gaps between arm and trunk. */
  readonly enclosed: Labelling;
}

/** `undefined` where the rim has several colours. */
export function keyedMask(product: RgbaImage, widthPx: number, heightPx: number): KeyedMask | undefined {
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
  const enclosed = { labels, components: components.filter((component) => !component.touchesBorder) };
  clearTableShadow(mask, (i, c) => product.data[at(i % widthPx, Math.floor(i / widthPx)) + c] as number, median);
  return { mask, enclosed };
}

/**
 * Takes the gaps between arms, hair and trunk of a model out of the mask, in place: what has the colour of the ground and is no cloth to the parser,
 * as a print of that colour would be.
 */
export function clearGaps(mask: Plane, enclosed: Labelling, parsed: ClassConfidences): void {
  const cloth = clothPlane(parsed);
  const means = meanByLabel(enclosed, resamplePlane(cloth, wholeOf(cloth), mask.widthPx, mask.heightPx, 'replicate'));
  enclosed.labels.forEach((label, i) => {
    if ((means.get(label) ?? 1) < printCloth) mask.data[i] = 0;
  });
}
