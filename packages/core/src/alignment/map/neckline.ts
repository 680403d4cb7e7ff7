import type { Plane } from '../../image/image.js';
import { quantile } from '../../image/row-runs.js';
import type { Trunk } from '../locate/trunk.js';
import { trunkWidthPx } from '../locate/trunk.js';

/** Depth of a front collar below the back collar, in trunk widths; measured on crew necks. */
const collarDepth = 0.15;
/** The most that a collar is pulled up, in trunk widths: more would arch stripes. */
const mostShift = 0.09;
/** Reach of the shift to either side, in half trunk widths; a little wider than the opening. */
const reachHalf = 0.7;
/** Trunk widths below the collar over which the shift fades: prints begin lower, and a round one has to stay round. */
const fadeLength = 0.4;

/** Extra garment rows for a point at `across` (half trunk widths from the axis) in row `y` of the person. */
export type NeckShift = (across: number, y: number) => number;

/**
 * A product photo shows the inside of the back collar, with its label, where a worn garment has a neck. This pulls the product's front collar up
 * to the person's neckline, so that the inside stays inside.
 *
 * @param rowOf the plain map from the person's rows to the garment's.
 */
export function shiftNeckline(
  personMask: Plane,
  person: Trunk,
  garmentMask: Plane,
  garment: Trunk,
  rowOf: (y: number) => number,
): NeckShift {
  const widthPx = trunkWidthPx(garment);
  const personNeck = topAtAxis(personMask, person);
  const garmentNeck = topAtAxis(garmentMask, garment);
  if (personNeck === undefined || garmentNeck === undefined) return () => 0;
  // A product whose own outline dips at the neck (ghost mannequin, cut out) has its front collar on the outline already.
  const dip = Math.max(0, garmentNeck - garment.topRow - 0.04 * widthPx);
  const frontCollar = garmentNeck + Math.max(0, collarDepth * widthPx - dip);
  const shift = Math.min(mostShift * widthPx, Math.max(0, frontCollar - rowOf(personNeck)));
  return (across, y) => {
    if (across >= reachHalf) return 0;
    const depth = Math.max(0, rowOf(y) - rowOf(personNeck)) / (fadeLength * widthPx);
    return depth >= 1 ? 0 : shift * (1 - (across / reachHalf) ** 2) * (1 - depth) ** 2 * (1 + 2 * depth);
  };
}

/** First row of the mask about the axis; the median, as a strand of hair or a necklace may cover a column. */
function topAtAxis(mask: Plane, trunk: Trunk): number | undefined {
  const reach = Math.max(2, 0.06 * trunkWidthPx(trunk));
  const tops: number[] = [];
  for (let x = Math.max(0, Math.floor(trunk.axisX - reach)); x < Math.min(mask.widthPx, trunk.axisX + reach); x++) {
    for (let y = Math.max(0, Math.round(trunk.topRow)); y < trunk.bottomRow; y++) {
      if ((mask.data[y * mask.widthPx + x] as number) < 0.5) continue;
      tops.push(y);
      break;
    }
  }
  return tops.length > 0 ? quantile(tops, 0.5) : undefined;
}
