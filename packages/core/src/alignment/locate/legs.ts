import type { Plane } from '../../image/image.js';
import { profileAt, quantile, rowExtent, rowRuns, smoothProfile } from '../../image/row-runs.js';

/** A lower garment by rows: outer sides, and inner sides where the legs part (equal where they do not). Canonical pixels. */
export interface Legs {
  /** First row about the axis: beside it a top may leave a pocket uncovered. */
  readonly topRow: number;
  /** Exclusive. */
  readonly bottomRow: number;
  /** First row of two legs; `undefined` for a skirt or closed legs. */
  readonly crotchRow: number | undefined;
  readonly left: Float32Array;
  readonly innerLeft: Float32Array;
  readonly innerRight: Float32Array;
  readonly right: Float32Array;
}

/** A gap has to stay open over this share of the height to be a crotch, and not a fold or a hand. */
const smallestGapFraction = 0.12;

/** @param background where given, an outer side counts only with it behind; elsewhere a hand, a bag or the picture's edge hides the side. */
export function findLegs(mask: Plane, background?: Plane): Legs {
  const extent = rowExtent(mask);
  const { bottomRow } = extent;
  const topRow = topAboutAxis(mask, extent.topRow, bottomRow);
  const height = bottomRow - topRow;
  const blank = () => new Float32Array(mask.heightPx).fill(NaN);
  const [left, innerLeft, innerRight, right] = [blank(), blank(), blank(), blank()];
  const splitRows: number[] = [];
  for (let y = topRow; y < bottomRow; y++) {
    const runs = rowRuns(mask, y);
    const first = runs[0];
    const last = runs[runs.length - 1];
    if (!first || !last) continue;
    left[y] = first.from;
    right[y] = last.to;
    const gap = widestGap(runs);
    if (gap && y > topRow + 0.15 * height) {
      innerLeft[y] = gap.from;
      innerRight[y] = gap.to;
      splitRows.push(y);
    }
  }
  if (background) {
    bridge(left, background, -1);
    bridge(right, background, 1);
  }
  const split = splitRows.length >= smallestGapFraction * height;
  // The upper end of the gap, with the odd stray row above it ignored.
  const crotchRow = split ? quantile(splitRows, 0.02) : undefined;
  for (let y = 0; y < mask.heightPx; y++) {
    const middle = ((left[y] as number) + (right[y] as number)) / 2;
    const parted = crotchRow !== undefined && y >= crotchRow && !Number.isNaN(innerLeft[y]);
    if (parted) continue;
    innerLeft[y] = middle;
    innerRight[y] = middle;
  }
  const sigma = Math.max(1.5, 0.015 * height);
  return {
    topRow,
    bottomRow,
    crotchRow,
    left: smoothProfile(left, sigma),
    innerLeft: smoothProfile(innerLeft, sigma),
    innerRight: smoothProfile(innerRight, sigma),
    right: smoothProfile(right, sigma),
  };
}

/** Background this far beside a side, in pixels, shows that it is the garment's own; too few such rows tell nothing. */
const beside = 3;
const leastShown = 0.3;

/** Where a hand or a bag hides an outer side, it goes on straight between where it is seen, and never inside of what is seen. */
function bridge(side: Float32Array, background: Plane, sign: -1 | 1): void {
  const rows = [...side.keys()].filter((y) => !Number.isNaN(side[y]));
  const shown = rows.filter((y) => {
    const x = Math.round((side[y] as number) + sign * beside);
    return x >= 0 && x < background.widthPx && (background.data[y * background.widthPx + x] as number) >= 0.5;
  });
  if (shown.length < leastShown * rows.length) return;
  let next = 0;
  for (const y of rows) {
    while (next < shown.length && (shown[next] as number) < y) next++;
    const [above, below] = [shown[Math.max(0, next - 1)] as number, shown[Math.min(next, shown.length - 1)] as number];
    const share = below > above ? Math.min(1, Math.max(0, (y - above) / (below - above))) : 0;
    const straight = (side[above] as number) + share * ((side[below] as number) - (side[above] as number));
    if (y !== below) side[y] = sign < 0 ? Math.min(straight, side[y] as number) : Math.max(straight, side[y] as number);
  }
}

/** Each of two legs has at least this share of the width of both. */
const leastLeg = 0.25;

/** Whether it ends in two legs, and is no skirt with a slit or a hand before it. */
export function hasTwoLegs({ crotchRow, bottomRow, left, innerLeft, innerRight, right }: Legs): boolean {
  if (crotchRow === undefined) return false;
  const row = Math.min(bottomRow - 1, crotchRow + 0.7 * (bottomRow - crotchRow));
  const [a, b, c, d] = [left, innerLeft, innerRight, right].map((side) => profileAt(side, row)) as [
    number,
    number,
    number,
    number,
  ];
  return c > b && Math.min(b - a, d - c) > leastLeg * (d - a);
}

/** The median of the middle fifth's columns, in which a hand, a bag or a knot may lie. */
function topAboutAxis(mask: Plane, fromRow: number, toRow: number): number {
  const runs = Array.from({ length: Math.max(0, toRow - fromRow) }, (_, i) => rowRuns(mask, fromRow + i)).flat();
  if (runs.length === 0) return fromRow;
  const left = quantile(
    runs.map(({ from }) => from),
    0.1,
  );
  const right = quantile(
    runs.map(({ to }) => to),
    0.9,
  );
  const tops: number[] = [];
  for (let x = Math.round(left + 0.4 * (right - left)); x < left + 0.6 * (right - left); x++) {
    for (let y = fromRow; y < toRow; y++) {
      if ((mask.data[y * mask.widthPx + x] as number) < 0.5) continue;
      tops.push(y);
      break;
    }
  }
  return tops.length > 0 ? quantile(tops, 0.5) : fromRow;
}

function widestGap(runs: readonly { from: number; to: number }[]): { from: number; to: number } | undefined {
  let widest: { from: number; to: number } | undefined;
  for (let i = 1; i < runs.length; i++) {
    const gap = { from: (runs[i - 1] as { to: number }).to, to: (runs[i] as { from: number }).from };
    if (!widest || gap.to - gap.from > widest.to - widest.from) widest = gap;
  }
  return widest;
}
