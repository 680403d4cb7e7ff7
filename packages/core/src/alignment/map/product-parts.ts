import type { Plane } from '../../image/image.js';
import { quantile, rowExtent, rowRuns, runAt, smoothProfile } from '../../image/row-runs.js';
import type { Point } from '../alignment-map.js';
import type { Trunk } from '../locate/trunk.js';
import { hemRow } from '../locate/trunk.js';
import type { Notch } from './notch.js';
import { findNotch } from './notch.js';

/** The parts of an upper garment as a shop photographs it; canonical pixels. */
export interface ProductParts extends Trunk {
  readonly armpitRow: number;
  /** Across, at the armpits. */
  readonly chestPx: number;
  /** On the left and right of the picture. */
  readonly sleeves: readonly [ProductSleeve | undefined, ProductSleeve | undefined];
}

/** A sleeve between two straight lines, the outer one from the shoulder, the inner one from the armpit. */
export interface ProductSleeve {
  readonly outer: readonly [shoulder: Point, cuff: Point];
  readonly inner: readonly [armpit: Point, cuff: Point];
  /** From the middle of the armhole to that of the cuff. */
  readonly lengthPx: number;
}

/** Sides may follow the waist and hips by this much before they count as sleeves. */
const sideSlack = 1.12;
/** Rows, as shares of the height, where a sleeveless garment shows how wide it is under the arms. */
const chestRows = [0.2, 0.45] as const;

export function findProductParts(mask: Plane, followsSkirt: boolean): ProductParts {
  const extent = rowExtent(mask);
  const { topRow } = extent;
  const height = extent.bottomRow - topRow;
  let axisX = findAxis(mask, topRow + 0.3 * height, topRow + 0.9 * height);
  const notches = ([-1, 1] as const).map((sign) => findNotch(mask, axisX, sign, followsSkirt));
  const [left, right] = notches;
  const hasSleeves = Boolean(left ?? right);
  if (left && right) axisX = (left.armpit.x + right.armpit.x) / 2;
  const armpitRow = hasSleeves ? ((left ?? right)!.armpit.y + (right ?? left)!.armpit.y) / 2 : topRow + chestRows[0] * height;
  const chest = notches.map((notch) => notch && Math.abs(notch.armpit.x - axisX));
  const bottomRow = hemRow(mask, axisX, 0.25 * ((chest[0] ?? 40) + (chest[1] ?? 40)));
  const sideOf = (sign: -1 | 1): Float32Array => {
    const seen = new Float32Array(mask.heightPx).fill(NaN);
    for (let y = Math.ceil(armpitRow); y < bottomRow; y++) {
      const run = runAt(rowRuns(mask, y), axisX);
      if (run && run.from <= axisX && run.to >= axisX) seen[y] = sign < 0 ? axisX - run.from : run.to - axisX;
    }
    const rows = Array.from(seen.subarray(Math.ceil(armpitRow), Math.round(topRow + chestRows[1] * height) + 2));
    const half =
      chest[sign < 0 ? 0 : 1] ??
      chest[sign < 0 ? 1 : 0] ??
      quantile(
        rows.filter((value) => value > 0),
        0.9,
      );
    const slack = (y: number) => (followsSkirt && y > topRow + 0.4 * height ? Infinity : sideSlack * half);
    return smoothProfile(
      seen.map((value, y) => (y < armpitRow || Number.isNaN(value) ? (y < armpitRow ? half : NaN) : Math.min(value, slack(y)))),
      Math.max(2, 0.02 * height),
    );
  };
  const sides = { left: sideOf(-1), right: sideOf(1) };
  const at = Math.round(armpitRow);
  const chestPx = (sides.left[at] as number) + (sides.right[at] as number);
  const trunk = { topRow, bottomRow, axisX, ...sides };
  const sleeves = notches.map((notch, i) => {
    const sign = i === 0 ? -1 : 1;
    const mirrored = notches[1 - i];
    if (notch) return sleeveOf(mask, axisX, topRow, bottomRow, chestPx, notch, sign);
    if (!mirrored) return undefined;
    const flip = ({ x, y }: Point) => ({ x: 2 * axisX - x, y });
    const { armpit, innerCuff, outerCuff } = mirrored;
    const hidden = { armpit: flip(armpit), innerCuff: flip(innerCuff), outerCuff: flip(outerCuff) };
    return sleeveOf(mask, axisX, topRow, bottomRow, chestPx, hidden, sign);
  });
  return { ...trunk, armpitRow, chestPx, sleeves: [sleeves[0], sleeves[1]] };
}

function findAxis(mask: Plane, fromRow: number, toRow: number): number {
  let [sum, count] = [0, 0];
  for (let y = Math.round(fromRow); y < toRow; y++) {
    for (const { from, to } of rowRuns(mask, y)) {
      sum += ((from + to) / 2) * (to - from);
      count += to - from;
    }
  }
  const centroid = count > 0 ? sum / count : mask.widthPx / 2;
  // The middle of the runs the centroid falls into is not pulled by a single spread arm.
  const middles: number[] = [];
  for (let y = Math.round(fromRow); y < toRow; y++) {
    const run = runAt(rowRuns(mask, y), centroid);
    if (run) middles.push((run.from + run.to) / 2);
  }
  return middles.length > 0 ? quantile(middles, 0.5) : centroid;
}

/** Shoulders lie this far from the axis, in chest widths of a garment as wide as it is long. */
const shoulderAt = 0.5;

function sleeveOf(
  mask: Plane,
  axisX: number,
  topRow: number,
  bottomRow: number,
  chestPx: number,
  { armpit, innerCuff, outerCuff }: Notch,
  sign: -1 | 1,
): ProductSleeve {
  const shoulderX = axisX + sign * shoulderAt * chestPx;
  const shoulder = { x: shoulderX, y: topOf(mask, shoulderX, topRow, bottomRow) };
  const lengthPx = Math.hypot(
    (innerCuff.x + outerCuff.x - armpit.x - shoulder.x) / 2,
    (innerCuff.y + outerCuff.y - armpit.y - shoulder.y) / 2,
  );
  return { outer: [shoulder, outerCuff], inner: [armpit, innerCuff], lengthPx: Math.max(1, lengthPx) };
}

function topOf(mask: Plane, x: number, fromRow: number, toRow: number): number {
  const column = Math.min(mask.widthPx - 1, Math.max(0, Math.floor(x)));
  for (let y = fromRow; y < toRow; y++) if ((mask.data[y * mask.widthPx + column] as number) >= 0.5) return y;
  return fromRow;
}
