import type { Plane } from '../../image/image.js';
import { neck as proportions } from '../proportions.js';
import type { ProductParts } from './product-parts.js';

/** The opening of a product at the neck, in its canonical pixels. */
export interface ProductNeck {
  /** From the axis to where the neck side is. */
  readonly halfPx: number;
  /** Row of the neck sides. */
  readonly sideRow: number;
  /** How far below the neck sides the front begins at a distance from the axis; 0 beyond the opening. */
  readonly frontBelow: (outPx: number) => number;
}

/**
 * Neck sides are where the upper outline begins to fall; the front is the outline where that dips between them. A product laid flat shows the inside of
 * its back there instead, and its front is taken to be a round collar.
 */
export function findProductNeck(mask: Plane, { axisX, chestPx }: ProductParts): ProductNeck {
  const tops = Float32Array.from({ length: mask.widthPx }, (_, x) => {
    for (let y = 0; y < mask.heightPx; y++) if ((mask.data[y * mask.widthPx + x] as number) >= 0.5) return y;
    return NaN;
  });
  const topAt = (out: number, sign: number) => tops[Math.round(axisX - 0.5 + sign * out)] ?? NaN;
  const sides = [-1, 1].map((sign) => {
    let [highest, half] = [Infinity, proportions.from * chestPx];
    for (let out = proportions.from * chestPx; out < proportions.to * chestPx; out++)
      highest = Math.min(highest, topAt(out, sign) || Infinity);
    for (let out = proportions.from * chestPx; out < proportions.to * chestPx; out++) {
      if (topAt(out, sign) < highest + proportions.level * chestPx) half = out;
    }
    return { half, row: highest };
  }) as [Side, Side];
  const halfPx = (sides[0].half + sides[1].half) / 2;
  const sideRow = (sides[0].row + sides[1].row) / 2;
  const dip = topAt(0, 1) - sideRow;
  const round = (out: number) =>
    out >= halfPx ? 0 : proportions.collarDepth * chestPx * (1 - (out / halfPx) ** proportions.roundness);
  const ofOutline = (out: number) => Math.max(0, (topAt(out, -1) + topAt(out, 1)) / 2 - sideRow) || 0;
  return { halfPx, sideRow, frontBelow: dip > proportions.dip * chestPx ? ofOutline : round };
}

interface Side {
  readonly half: number;
  readonly row: number;
}
