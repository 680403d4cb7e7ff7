import type { Plane } from '../../image/image.js';
import { quantile, smoothProfile } from '../../image/row-runs.js';
import { trunk as proportions } from '../proportions.js';
import type { Arm } from './arm.js';
import { placeOnArm, radiusOf } from './arm.js';
import type { UpperBody } from './body.js';

/** The trunk of an upper garment by rows of its grid: of the upright frame on a person, of the canonical one on a product. */
export interface Trunk {
  readonly topRow: number;
  /** Exclusive. */
  readonly bottomRow: number;
  readonly axisX: number;
  /** Distance from the axis to the left and right side, per row. */
  readonly left: Float32Array;
  readonly right: Float32Array;
}

/** An arm covers what is this near to its middle, in its radii. */
const armReach = 1.35;
/** The hem is looked for this far to both sides of the axis, in half widths. */
const hemReach = 0.5;
/** Share of the columns about the axis that reach down to the hem: a bag or a hand hides some. */
const hemQuantile = 0.6;
/** Rows over which what is seen of the sides is smoothed, in shoulder widths. */
const smoothing = 0.08;

/**
 * The trunk of a worn upper garment. A side counts where background lies behind it; where an arm, a bag or a picture's edge hides it, it is as wide
 * as the rows about it, compared with the body. Below the hips of a coat or a dress it is as wide as it is seen.
 *
 * @param mask, background on the upright grid.
 */
export function findWornTrunk(mask: Plane, background: Plane, body: UpperBody, arms: readonly Arm[], isDress: boolean): Trunk {
  const { axisX, shoulderRow, hipRow, shoulderWidthPx } = body;
  const { widthPx, heightPx } = mask;
  const lengthPx = hipRow - shoulderRow;
  const armpitRow = Math.round(shoulderRow + 0.4 * shoulderWidthPx);
  const usual = (row: number) => shoulderWidthPx * halfWidthAt((row - shoulderRow) / lengthPx);
  const bottomRow = hemRow(mask, axisX, hemReach * usual(hipRow));
  const isLong = isDress || bottomRow > hipRow + 0.5 * lengthPx;
  const side = (sign: -1 | 1): Float32Array => {
    const ratios = new Float32Array(heightPx).fill(NaN);
    for (let row = armpitRow; row < bottomRow; row++) {
      const seen = seenHalf(row, sign);
      const ratio = seen / usual(row);
      const [low, high] = proportions.slack;
      const isFree = isLong && row > hipRow - 0.2 * lengthPx;
      if (ratio >= low && (ratio <= high || isFree)) ratios[row] = ratio;
    }
    const known = ratios.some((value) => !Number.isNaN(value))
      ? smoothProfile(ratios, smoothing * shoulderWidthPx)
      : ratios.fill(1);
    return known.map((ratio, row) => ratio * usual(row));
  };
  /** `NaN` where the side is hidden. */
  const seenHalf = (row: number, sign: -1 | 1): number => {
    const arm = arms[sign < 0 ? 0 : 1] as Arm;
    let end = NaN;
    for (let x = Math.floor(axisX); x >= 0 && x < widthPx; x += sign) {
      const inside = (mask.data[row * widthPx + x] as number) >= 0.5;
      const place = placeOnArm(arm, { x: x + 0.5, y: row + 0.5 });
      const onArm = Math.abs(place.outward) < armReach * radiusOf(arm, place.along) && place.along < arm.lengthPx;
      if (inside && !onArm) end = x;
    }
    if (Number.isNaN(end)) return NaN;
    const behind = end + 3 * sign;
    const isOutline = behind < 0 || behind >= widthPx ? false : (background.data[row * widthPx + behind] as number) >= 0.5;
    return isOutline ? Math.abs(end + 0.5 * (1 + sign) - axisX) : NaN;
  };
  return { topRow: neckRow(mask, body), bottomRow, axisX, left: side(-1), right: side(1) };
}

/** Half width of a dressed body in shoulder widths, at a share of the way from shoulders to hips. */
function halfWidthAt(share: number): number {
  const { chestHalf, waistHalf, hipsHalf, waistAt } = proportions;
  if (share <= waistAt) return chestHalf + (Math.max(0, share) / waistAt) * (waistHalf - chestHalf);
  return waistHalf + Math.min(1, (share - waistAt) / (1 - waistAt)) * (hipsHalf - waistHalf);
}

/** Where the cloth begins beside the neck; hair may hide it. */
function neckRow(mask: Plane, { axisX, shoulderRow, shoulderWidthPx }: UpperBody): number {
  const [least, usual, most] = proportions.neckAbove.map((above) => shoulderRow - above * shoulderWidthPx) as [
    number,
    number,
    number,
  ];
  const [from, to] = proportions.neckSide;
  let top = Infinity;
  for (let x = Math.floor(axisX - to * shoulderWidthPx); x < axisX + to * shoulderWidthPx; x++) {
    if (Math.abs(x + 0.5 - axisX) < from * shoulderWidthPx || x < 0 || x >= mask.widthPx) continue;
    for (let y = Math.max(0, Math.floor(most)); y < least; y++) {
      if ((mask.data[y * mask.widthPx + x] as number) < 0.5) continue;
      top = Math.min(top, y);
      break;
    }
  }
  return top === Infinity ? usual : Math.max(most, Math.min(least, top));
}

/** Exclusive; a hand's pocket or a sleeve may reach farther down than the hem, and a bag hide a part of it. */
export function hemRow(mask: Plane, axisX: number, reachPx: number): number {
  const ends: number[] = [];
  for (let x = Math.max(0, Math.round(axisX - reachPx)); x < Math.min(mask.widthPx, axisX + reachPx); x++) {
    let y = mask.heightPx;
    while (y > 0 && (mask.data[(y - 1) * mask.widthPx + x] as number) < 0.5) y--;
    if (y > 0) ends.push(y);
  }
  return ends.length > 0 ? quantile(ends, hemQuantile) : mask.heightPx;
}

/** Mean width of the trunk, both sides together. */
export function trunkWidthPx({ topRow, bottomRow, left, right }: Trunk): number {
  let sum = 0;
  for (let y = Math.round(topRow); y < bottomRow; y++) sum += (left[y] as number) + (right[y] as number);
  return sum / Math.max(1, bottomRow - Math.round(topRow));
}
