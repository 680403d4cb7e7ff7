import type { Plane, RgbaImage } from '../image.js';
import { createPlane } from '../image.js';
import { weighColours } from '../mask/colour-evidence.js';
import { removeSpecksAndHoles } from '../mask/components.js';
import { parserSizePx } from '../ports.js';
import { resampleImage, wholeOf } from '../resample.js';

/** Reach of the surely-background rim and of the surely-garment middle, as fractions of the half width. */
const rimFraction = 0.92;
const middleFraction = 0.45;
/** A print or a placket is a hole to the colours, and cloth all the same. */
const printFraction = 0.1;

/**
 * Confidence that a pixel is garment for a product laid on a floor or hung on a wall: the middle of the picture is cloth, its rim is not, and
 * colours decide between. `undefined` where they cannot: too little, too much, or most of the picture left in doubt.
 */
export function laidFlatConfidence(product: RgbaImage): Plane | undefined {
  const size = parserSizePx;
  const prior = createPlane(size, size);
  for (let i = 0; i < prior.data.length; i++) {
    const x = Math.abs(((i % size) + 0.5) / size - 0.5) * 2;
    const y = Math.abs((Math.floor(i / size) + 0.5) / size - 0.5) * 2;
    const out = Math.max(x, y);
    prior.data[i] = out > rimFraction ? 0.04 : Math.hypot(x, y) < middleFraction ? 0.95 : 0.5;
  }
  const confidence = weighColours(prior, resampleImage(product, wholeOf(product), size, size));
  removeSpecksAndHoles(confidence, 0.3, printFraction);
  let [garmentPx, doubtfulPx] = [0, 0];
  for (const value of confidence.data) {
    if (value >= 0.5) garmentPx++;
    if (value > 0.25 && value < 0.75) doubtfulPx++;
  }
  const share = garmentPx / confidence.data.length;
  return share > 0.06 && share < 0.8 && doubtfulPx < 0.25 * confidence.data.length ? confidence : undefined;
}
