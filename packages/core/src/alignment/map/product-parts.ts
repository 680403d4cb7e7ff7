import type { Plane } from '../../image/image.js';
import { quantile, rowExtent, rowRuns, runAt, smoothProfile } from '../../image/row-runs.js';
import type { Point } from '../alignment-map.js';
import type { Trunk } from '../locate/trunk.js';
import { hemRow } from '../locate/trunk.js';
import type { Notch } from './notch.js';
import { findNotch } from './notch.js';

/** The parts of an upper garment as a shop photographs it; canonical pixels. Above the armpits its sides go straight up. */
export interface ProductParts extends Trunk {
  readonly armpitRow: number;
  /** From the axis to the outline on the left and right, per row; that of the sleeves where there are some. */
  readonly outlineLeft: Float32Array;
  readonly outlineRight: Float32Array;
  /** Across, at the armpits. */
  readonly chestPx: number;
  /** On the left and right of the picture. */
  readonly sleeves: readonly [ProductSleeve, ProductSleeve];
  /** Otherwise its sleeves are those that could be cut from its trunk. */
  readonly hasSleeves: boolean;
}

/** A sleeve between two straight lines, the outer one from the shoulder, the inner one from the armpit. */
export interface ProductSleeve {
  readonly outer: readonly [shoulder: Point, cuff: Point];
  readonly inner: readonly [armpit: Point, cuff: Point];
  /** From the middle of the armhole to that of the cuff. */
  readonly lengthPx: number;
}

/** Sides may follow the waist and hips by this much before they count as sleeves; those of a dress are free below this share of its height. */
const [sideSlack, freeBelow] = [1.12, 0.4] as const;
/** Tails and the corners of hems are rounded: over the last rows, in heights, cloth is laid as if it went on as wide as above. */
const roundedRows = 0.15;
/** Rows, as shares of the height, where a sleeveless garment shows how wide it is under the arms. */
const chestRows = [0.2, 0.45] as const;

/** Outer seams of sleeves begin this far apart, in chest widths: cloth that hangs over the shoulder is half trunk, half sleeve. */
const shoulderWidths = 1;

export function findProductParts(mask: Plane, isDress: boolean): ProductParts {
  const { topRow, bottomRow: lastRow } = rowExtent(mask);
  const height = lastRow - topRow;
  const rough = findAxis(mask, topRow + 0.3 * height, topRow + 0.9 * height);
  const notches = ([-1, 1] as const).map((sign) => findNotch(mask, rough, sign, isDress));
  const [left, right] = notches;
  const axisX = left && right ? (left.armpit.x + right.armpit.x) / 2 : rough;
  const hidden = (notch: Notch | undefined) => notch && mirror(notch, axisX);
  const [leftNotch, rightNotch] = [left ?? hidden(right), right ?? hidden(left)];
  const armpitRow = leftNotch && rightNotch ? (leftNotch.armpit.y + rightNotch.armpit.y) / 2 : topRow + chestRows[0] * height;

  const sideOf = (sign: -1 | 1, notch: Notch | undefined): Float32Array => {
    const seen = Float32Array.from({ length: mask.heightPx }, (_, y) => {
      const run = y >= armpitRow ? runAt(rowRuns(mask, y), axisX) : undefined;
      return run && run.from <= axisX && run.to >= axisX ? (sign < 0 ? axisX - run.from : run.to - axisX) : NaN;
    });
    const underArm = Array.from(seen.subarray(Math.ceil(armpitRow), Math.round(topRow + chestRows[1] * height) + 2));
    const half = notch
      ? Math.abs(notch.armpit.x - axisX)
      : quantile(
          underArm.filter((value) => value > 0),
          0.9,
        ) || 1;
    const slack = (y: number) => (isDress && y > topRow + freeBelow * height ? Infinity : sideSlack * half);
    const sides = seen.map((value, y) => (y < armpitRow ? half : Math.min(value, slack(y))));
    for (let y = Math.round(lastRow - roundedRows * height); y < sides.length; y++) {
      sides[y] = Math.max(sides[y - 1] as number, Number.isNaN(sides[y]) ? 0 : (sides[y] as number));
    }
    return smoothProfile(sides, Math.max(2, 0.02 * height)).map((value) => Math.max(1, value));
  };
  const sides = { left: sideOf(-1, leftNotch), right: sideOf(1, rightNotch) };
  const at = Math.min(mask.heightPx - 1, Math.round(armpitRow));
  const chestPx = (sides.left[at] as number) + (sides.right[at] as number);
  const trunk = { topRow, bottomRow: Math.max(topRow + 1, hemRow(mask, axisX, 0.25 * chestPx)), axisX, ...sides };
  const sleeveOf = (sign: -1 | 1, notch: Notch | undefined): ProductSleeve => {
    const x = axisX + 0.5 * sign * shoulderWidths * chestPx;
    if (!notch) return cutFromTrunk(trunk, armpitRow, axisX + 0.5 * (x - axisX), x);
    return sleeveBetween([{ x, y: topOf(mask, x, trunk) }, notch.outerCuff], [notch.armpit, notch.innerCuff]);
  };
  const outlineOf = (sign: -1 | 1) =>
    Float32Array.from({ length: mask.heightPx }, (_, y) => {
      const outs = rowRuns(mask, y).map(({ from, to }) => (sign < 0 ? axisX - from : to - axisX));
      return Math.max(0, ...outs);
    });
  return {
    ...trunk,
    ...{ armpitRow, outlineLeft: outlineOf(-1), outlineRight: outlineOf(1) },
    chestPx,
    sleeves: [sleeveOf(-1, leftNotch), sleeveOf(1, rightNotch)],
    hasSleeves: Boolean(leftNotch),
  };
}

function sleeveBetween(outer: ProductSleeve['outer'], inner: ProductSleeve['inner']): ProductSleeve {
  const [dx, dy] = [inner[1].x + outer[1].x - inner[0].x - outer[0].x, inner[1].y + outer[1].y - inner[0].y - outer[0].y];
  return { outer, inner, lengthPx: Math.max(1, Math.hypot(dx, dy) / 2) };
}

/** Straight down beside the middle, which has buttons and prints. */
function cutFromTrunk({ bottomRow }: Trunk, armpitRow: number, innerX: number, outerX: number): ProductSleeve {
  const [from, to] = [armpitRow, Math.max(armpitRow + 1, bottomRow - 1)];
  return sleeveBetween(
    [
      { x: outerX, y: from },
      { x: outerX, y: to },
    ],
    [
      { x: innerX, y: from },
      { x: innerX, y: to },
    ],
  );
}

function mirror({ armpit, innerCuff, outerCuff }: Notch, axisX: number): Notch {
  const flip = ({ x, y }: Point) => ({ x: 2 * axisX - x, y });
  return { armpit: flip(armpit), innerCuff: flip(innerCuff), outerCuff: flip(outerCuff) };
}

function findAxis(mask: Plane, fromRow: number, toRow: number): number {
  const rows = Array.from({ length: Math.max(0, Math.ceil(toRow - Math.round(fromRow))) }, (_, i) =>
    rowRuns(mask, Math.round(fromRow) + i),
  );
  const middle = ({ from, to }: { from: number; to: number }) => (from + to) / 2;
  const widths = rows.flat().map(({ from, to }) => to - from);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const centroid =
    total > 0 ? rows.flat().reduce((sum, run) => sum + middle(run) * (run.to - run.from), 0) / total : mask.widthPx / 2;
  // The middle of the runs the centroid falls into is not pulled by a single spread arm.
  const middles = rows.flatMap((runs) => runAt(runs, centroid) ?? []).map(middle);
  return middles.length > 0 ? quantile(middles, 0.5) : centroid;
}

function topOf(mask: Plane, x: number, { topRow, bottomRow }: Trunk): number {
  const column = Math.min(mask.widthPx - 1, Math.max(0, Math.floor(x)));
  for (let y = topRow; y < bottomRow; y++) if ((mask.data[y * mask.widthPx + column] as number) >= 0.5) return y;
  return topRow;
}
