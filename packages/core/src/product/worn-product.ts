import type { GarmentKind } from '../garment-type.js';
import { garmentKinds } from '../garment-type.js';
import { labelComponents } from '../image/components.js';
import type { Plane } from '../image/image.js';
import { resamplePlane, wholeOf } from '../image/resample.js';
import { chooseClasses } from '../mask/choose-classes.js';
import { classAreas, clothPlane, sumOfClasses } from '../mask/class-confidences.js';
import { settleDress } from '../mask/settle-dress.js';
import type { ClassConfidences, ParserAnswer } from '../ports.js';
import { wornConfidenceOf } from './product-scores.js';

const sureConfidence = 0.9;
/** Skin and hair over this share of a photo mean a model; of a beige floor the parser is never that sure. */
const wornFraction = 0.02;
const littleWornFraction = 0.004;
/** Confidence, of the picture as a whole, that somebody wears the product. */
const likelyWorn = 0.5;
const mayBeWorn = 0.1;
/** The same of what stands on plain ground, of which at least so much has to be cloth: else it is cloth of the colour of skin. */
const wornFractionOfGround = 0.03;
const leastCloth = 0.1;
/** Width of the parser's doubt along an outline, in its pixels. */
const doubtPx = 4;

/**
 * True for a busy photo of somebody: it looks like one as a whole, or shows skin and hair, of which less is enough where it may be one. A figure that is small or
 * wrapped up shows little.
 */
export function isWornOnScene(parsed: ClassConfidences & Pick<ParserAnswer, 'productScores'>): boolean {
  const looksWorn = wornConfidenceOf(parsed.productScores);
  const body = sumOfClasses(parsed, ['skin', 'hair']).data;
  const least = looksWorn > mayBeWorn ? littleWornFraction : wornFraction;
  return looksWorn > likelyWorn || countAbove(body, sureConfidence) > least * body.length;
}

/**
 * True where skin and hair belong to what stands on plain ground. Those of a model reach its outline; a face printed on a shirt does not.
 *
 * @param mask what stands on the ground, on any grid over the same picture.
 */
export function isWornOnGround(parsed: ClassConfidences, mask: Plane): boolean {
  const { widthPx, heightPx } = parsed;
  const inside = resamplePlane(mask, wholeOf(mask), widthPx, heightPx, 'replicate').data;
  const cloth = clothPlane(parsed).data;
  const body = sumOfClasses(parsed, ['skin', 'hair']);
  const areaPx = countAbove(inside, 0.5);
  inside.forEach((value, i) => {
    if (value < 0.5) body.data[i] = 0;
  });
  if (countAbove(cloth, 0.5) < leastCloth * areaPx) return false;
  const isOutside = (x: number, y: number) =>
    x < 0 || y < 0 || x >= widthPx || y >= heightPx || (inside[y * widthPx + x] as number) < 0.5;
  const { labels, components } = labelComponents(body, (value) => value > 0.5);
  const surePx = new Float64Array(components.length + 1);
  const reachesOutline = new Set<number>();
  labels.forEach((label, i) => {
    if (label === 0) return;
    if ((body.data[i] as number) > sureConfidence) surePx[label] = (surePx[label] as number) + 1;
    const [x, y] = [i % widthPx, Math.floor(i / widthPx)];
    const sides = [
      [x - doubtPx, y],
      [x + doubtPx, y],
      [x, y - doubtPx],
      [x, y + doubtPx],
    ] as const;
    if (sides.some(([sideX, sideY]) => isOutside(sideX, sideY))) reachesOutline.add(label);
  });
  const bodyPx = [...reachesOutline].reduce((sum, label) => sum + (surePx[label] as number), 0);
  return bodyPx > wornFractionOfGround * areaPx;
}

function countAbove(values: Float32Array, threshold: number): number {
  return values.reduce((count, value) => (value > threshold ? count + 1 : count), 0);
}

/** What of a model's clothes the picture is of: the one with the most pixels. `undefined` where no clothes are seen. */
export function largestWorn(parsed: ClassConfidences): GarmentKind | undefined {
  const areas = classAreas(settled(parsed));
  const largest = garmentKinds.reduce((a, b) => (areas[b] > areas[a] ? b : a));
  return areas[largest] > 0 ? largest : undefined;
}

/**
 * Confidence that a pixel is the asked garment, of all that a model wears.
 *
 * @throws TryOnError `no-garment` where nothing of the kind is worn.
 */
export function wornConfidence(parsed: ClassConfidences, kind: GarmentKind): Plane {
  const confidences = settled(parsed);
  return sumOfClasses(confidences, chooseClasses(kind, classAreas(confidences)).classes);
}

function settled(parsed: ClassConfidences): ClassConfidences {
  const confidences = { ...parsed, data: parsed.data.slice() };
  settleDress(confidences);
  return confidences;
}
