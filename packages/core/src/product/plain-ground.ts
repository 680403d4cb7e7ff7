import type { Labelling } from '../image/components.js';
import { labelComponents, meanByLabel } from '../image/components.js';
import type { Plane, RgbaImage } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { resamplePlane, wholeOf } from '../image/resample.js';
import { clothPlane } from '../mask/class-confidences.js';
import type { ClassConfidences } from '../ports.js';
import { distanceToGround, findSmoothGround } from './smooth-ground.js';
import { clearTableShadow } from './table-shadow.js';

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

/** What stands on plain or smooth ground. */
export interface KeyedMask {
  readonly mask: Plane;
  /** Parts of the mask that have the colour of the ground, each with its own number: prints, and gaps between arm and trunk. */
  readonly enclosed: Labelling;
}

/** `undefined` where the ground is neither plain nor a smooth backdrop. */
export function keyedMask(
  product: RgbaImage,
  parsed: ClassConfidences,
  widthPx: number,
  heightPx: number,
): KeyedMask | undefined {
  const ground = findSmoothGround(product, clothPlane(parsed), widthPx, heightPx);
  if (!ground) return undefined;
  const at = (i: number) =>
    (Math.min(product.heightPx - 1, Math.floor(((Math.floor(i / widthPx) + 0.5) * product.heightPx) / heightPx)) *
      product.widthPx +
      Math.min(product.widthPx - 1, Math.floor((((i % widthPx) + 0.5) * product.widthPx) / widthPx))) *
    4;
  const colourAt = (i: number, channel: number) => product.data[at(i) + channel] as number;
  const looksLikeGround = createPlane(widthPx, heightPx);
  for (let i = 0; i < looksLikeGround.data.length; i++) {
    looksLikeGround.data[i] = distanceToGround(ground, i, product.data, at(i)) < ground.tolerance ? 1 : 0;
  }
  // Background reached from the rim is background; a white print inside the garment is not.
  const { labels, components } = labelComponents(looksLikeGround, (value) => value >= 0.5);
  const outer = new Set(components.filter((component) => component.touchesBorder).map((component) => component.label));
  const mask = createPlane(widthPx, heightPx);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = outer.has(labels[i] as number) ? 0 : 1;
  const enclosed = { labels, components: components.filter((component) => !component.touchesBorder) };
  clearTableShadow(mask, colourAt, ground);
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
