import { findLegs } from '../alignment/locate/legs.js';
import type { GarmentKind } from '../garment-type.js';
import type { Plane } from '../image/image.js';

import { rowExtent, rowRuns } from '../image/row-runs.js';

/**
 * Top, dress or bottom from the outline of a product photo on its canonical grid: trousers part into legs, skirts start narrow and
 * widen, dresses are long, the rest are tops. A coat has a top's outline, so `outerwear` is decided by the person's classes.
 */
export function kindByOutline(mask: Plane): GarmentKind {
  const legs = findLegs(mask);
  const { topRow, bottomRow } = rowExtent(mask);
  const height = bottomRow - topRow;
  const width = (fromFraction: number, toFraction: number) => {
    let [sum, rows] = [0, 0];
    for (let y = Math.round(topRow + fromFraction * height); y < topRow + toFraction * height; y++) {
      const runs = rowRuns(mask, y);
      sum += runs.reduce((total, run) => total + run.to - run.from, 0);
      rows++;
    }
    return sum / Math.max(1, rows);
  };
  const gapReachesHem =
    legs.crotchRow !== undefined && (legs.innerRight[bottomRow - 3] ?? 0) > (legs.innerLeft[bottomRow - 3] ?? 0);
  // Sleeves hanging beside a trunk also leave gaps, but then three runs cross the row.
  const threeRuns = countRows(mask, topRow + 0.5 * height, bottomRow, 3) > 0.1 * height;
  if (gapReachesHem && !threeRuns) return 'bottom';
  const upper = width(0, 0.15);
  const chest = width(0.2, 0.4);
  const hem = width(0.8, 0.97);
  const aspect = height / Math.max(1, width(0.15, 0.9));
  if (aspect > 1.75) return upper > 0.8 * chest && hem > 1.5 * upper ? 'bottom' : 'dress';
  return upper > 0.85 * chest && hem > 1.08 * chest && aspect < 1.75 && upper < hem ? 'bottom' : 'top';
}

function countRows(mask: Plane, fromRow: number, toRow: number, runs: number): number {
  let count = 0;
  for (let y = Math.round(fromRow); y < toRow; y++) if (rowRuns(mask, y).length >= runs) count++;
  return count;
}
