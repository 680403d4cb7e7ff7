import { profileAt } from '../../image/row-runs.js';
import type { Legs } from '../locate/legs.js';
import type { WornLower } from '../locate/worn-lower.js';
import { naturalLegScale, waistRow } from '../map/leg-rows.js';
import { shape } from '../proportions.js';
import type { HemChange } from './part.js';

/** A skirt closes the gap between the legs, and trousers go on below its hem. */
export function planSkirt({ legs: worn, body, hemSeen }: WornLower, product: Legs): HemChange {
  const waist = waistRow(worn, body);
  const scale = 1 / naturalLegScale(product, body);
  const lengthPx = (product.bottomRow - product.topRow) * scale;
  const end = Math.min(waist + lengthPx, body.hipRow + shape.floorLength * body.legPx);
  // What leaves the picture may be either: a skirt goes over it as well.
  const isOverTrousers =
    worn.crotchRow !== undefined || !hemSeen || worn.bottomRow > body.hipRow + shape.trousersOfLeg * body.legPx;
  const missing = (end - worn.bottomRow) / lengthPx;
  if (!isOverTrousers && missing < shape.hemDiffers[0]) {
    return { covered: [], released: [], hidden: [], kept: missing < -shape.hemDiffers[1] };
  }
  const axis = (y: number) => (profileAt(worn.left, y) + profileAt(worn.right, y)) / 2;
  const middle = axis(Math.min(body.hipRow, end));
  const from = worn.topRow + 1;
  const halfAt = (sign: -1 | 1, y: number) => {
    const row = product.topRow + Math.max(0, y - waist) / scale;
    const cut = (shape.hangingHalf * scale * (profileAt(product.right, row) - profileAt(product.left, row))) / 2;
    const seen = y < worn.bottomRow ? sign * ((sign < 0 ? profileAt(worn.left, y) : profileAt(worn.right, y)) - middle) : 0;
    return Math.max(
      Math.min(cut, shape.widestSkirt * Math.max(seen, cut / shape.widestSkirt)),
      Math.min(seen, shape.widestOverBody * cut),
    );
  };
  const endAt = (out: number, half: number) => end + shape.hemRound * half * (1 - Math.min(1, (out / half) ** 2));
  const sideOf = (x: number) => (x < middle ? -1 : 1);
  const distance = (x: number, y: number): number => {
    if (y < from - 8 || y > end + 16) return -8;
    const half = halfAt(sideOf(x), y);
    const out = Math.abs(x - middle);
    return Math.min(half - out, y - from, endAt(out, half) - y);
  };
  const below = (x: number, y: number) => y - endAt(Math.abs(x - middle), halfAt(sideOf(x), Math.min(y, end)));
  return {
    covered: [{ distance }],
    released: isOverTrousers ? [{ distance: below }] : [],
    // Shorts whose legs touch look like a skirt, but none is so much longer than the other.
    hidden: isOverTrousers || missing > shape.muchLonger ? [{ distance }] : [],
    kept: isOverTrousers && end < worn.bottomRow,
  };
}
