import type { Plane } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { resamplePlane, wholeOf } from '../image/resample.js';
import { sumOfClasses } from '../mask/class-confidences.js';
import type { ClassConfidences, ClothingClass } from '../ports.js';

/** Confidence that what is seen is the model or something carried. */
const sure = 0.5;
/** An arm or a strand of hair is at most this broad, as a share of the garment along the same line. */
const broadest = 0.3;
/** Along an outline neither side is sure: pixels that may be anything. */
const doubtPx = 3;

/**
 * Cloth that a model's arm, hand, hair or bag hides. A line of the picture that leaves the garment and comes back to it, with nothing but these between,
 * has passed under them. Across, bare skin does not count: a neck has the garment on both sides, and hides none.
 *
 * @param mask the cut-out on any grid over the picture.
 * @returns 1 where cloth is hidden, on the mask's grid.
 */
export function coveredCloth(mask: Plane, parsed: ClassConfidences): Plane {
  const { widthPx, heightPx } = mask;
  const inFront = (classes: readonly ClothingClass[]) => {
    const sum = sumOfClasses(parsed, classes);
    return resamplePlane(sum, wholeOf(sum), widthPx, heightPx, 'replicate').data;
  };
  const covered = createPlane(widthPx, heightPx);
  const anything = inFront(['hair', 'skin', 'accessory']);
  for (let x = 0; x < widthPx; x++) coverLine(mask.data, anything, covered.data, x, widthPx, heightPx);
  const noSkin = inFront(['hair', 'accessory']);
  for (let y = 0; y < heightPx; y++) coverLine(mask.data, noSkin, covered.data, y * widthPx, 1, widthPx);
  return covered;
}

/** One line from `start` on, `step` apart. */
function coverLine(
  mask: Float32Array,
  inFront: Float32Array,
  covered: Float32Array,
  start: number,
  step: number,
  length: number,
): void {
  const isCloth = (i: number) => (mask[start + i * step] as number) >= 0.5;
  const cloth = Array.from({ length }, (_, i) => i).filter(isCloth);
  const [first, last] = [cloth[0], cloth.at(-1)];
  if (first === undefined || last === undefined) return;
  cloth.forEach((from, k) => {
    const to = cloth[k + 1];
    const gapPx = (to ?? from) - from - 1;
    if (to === undefined || gapPx < 1 || gapPx > broadest * (last - first)) return;
    let otherPx = 0;
    for (let i = from + 1; i < to; i++) if ((inFront[start + i * step] as number) < sure) otherPx++;
    if (otherPx > Math.min(2 * doubtPx, 0.5 * gapPx)) return;
    for (let i = from + 1; i < to; i++) covered[start + i * step] = 1;
  });
}
