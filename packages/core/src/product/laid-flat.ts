import { removeSpecksAndHoles } from '../image/components.js';
import type { Plane, RgbaImage } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { resampleImage, wholeOf } from '../image/resample.js';
import { clothPlane } from '../mask/class-confidences.js';
import { weighColours } from '../mask/colour-evidence.js';
import type { ClassConfidences } from '../ports.js';
import { parserSizePx } from '../ports.js';

/** Share of the picture that a garment can cover whole; of more, the picture's edges have cut it. */
const leastShare = 0.06;
const mostShare = 0.85;
/** A floor reaches the rim, a garment on it mostly does not. */
const mostRimShare = 0.4;
/** Share of the picture that may be left in doubt. */
const mostDoubt = 0.25;
/** Reach of the surely-background rim and of the surely-garment middle, as fractions of the half width. */
const rimFraction = 0.92;
const middleFraction = 0.45;
/** Smaller pieces beside the garment are its surroundings. */
const speckFraction = 0.3;
/** A print or a placket is a hole to the colours, and cloth all the same. */
const printFraction = 0.1;

/**
 * Confidence that a pixel is garment for a product that nobody wears: laid on a floor, hung on a wall. The parser knows such photos; where it finds
 * no garment at all, the middle of the picture is taken for cloth and its rim for background. Colours settle the rest. `undefined` where they
 * cannot: too little, too much, or most of the picture left in doubt; and for a garment that goes beyond the picture's edges, since without hem and
 * sleeves it cannot be laid on anybody.
 *
 * @param parsed the parser's answer over the whole product photo.
 */
export function laidFlatConfidence(product: RgbaImage, parsed: ClassConfidences): Plane | undefined {
  const view = resampleImage(product, wholeOf(product), parserSizePx, parserSizePx);
  const garment = clothPlane(parsed);
  if (shareOf(garment) >= mostShare) return undefined;
  const seen = isPlausible(shareOf(garment)) ? settled(garment, view) : undefined;
  return seen ?? settled(middleOfPicture(), view);
}

function settled(prior: Plane, view: RgbaImage): Plane | undefined {
  const confidence = weighColours(prior, view);
  removeSpecksAndHoles(confidence, speckFraction, printFraction);
  const doubtful = confidence.data.reduce((sum, value) => sum + Number(value > 0.25 && value < 0.75), 0);
  const isClear = doubtful < mostDoubt * confidence.data.length && rimShareOf(confidence) < mostRimShare;
  return isPlausible(shareOf(confidence)) && isClear ? confidence : undefined;
}

function rimShareOf({ widthPx, heightPx, data }: Plane): number {
  let [rim, inside] = [0, 0];
  data.forEach((value, i) => {
    const [x, y] = [i % widthPx, Math.floor(i / widthPx)];
    if (x > 0 && y > 0 && x < widthPx - 1 && y < heightPx - 1) return;
    rim++;
    inside += Number(value >= 0.5);
  });
  return inside / rim;
}

function shareOf({ data }: Plane): number {
  return data.reduce((sum, value) => sum + Number(value >= 0.5), 0) / data.length;
}

function isPlausible(share: number): boolean {
  return share > leastShare && share < mostShare;
}

function middleOfPicture(): Plane {
  const size = parserSizePx;
  const prior = createPlane(size, size);
  for (let i = 0; i < prior.data.length; i++) {
    const x = Math.abs(((i % size) + 0.5) / size - 0.5) * 2;
    const y = Math.abs((Math.floor(i / size) + 0.5) / size - 0.5) * 2;
    const out = Math.max(x, y);
    prior.data[i] = out > rimFraction ? 0.04 : Math.hypot(x, y) < middleFraction ? 0.95 : 0.5;
  }
  return prior;
}
