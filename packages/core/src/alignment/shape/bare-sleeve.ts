import type { Plane } from '../../image/image.js';
import { samplePlane } from '../../image/resample.js';
import { profileAt, quantile } from '../../image/row-runs.js';
import type { Point } from '../alignment-map.js';
import type { WornSleeve } from '../locate/arm.js';
import { placeOnArm, radiusOf, valueAlong } from '../locate/arm.js';
import type { UpperBody } from '../locate/body.js';
import type { Trunk } from '../locate/trunk.js';
import { bare, trunk as proportions } from '../proportions.js';

/** An arm that is to be seen where a worn sleeve is; positions and lengths in pixels of the upright or the canonical grid, which are as long. */
export interface BaredArm {
  /** Signed distance to the outline of the part of the worn sleeve that goes; positive inside. */
  readonly hole: (x: number, y: number) => number;
  /** Signed distance to the outline of the arm in it. */
  readonly limb: (x: number, y: number) => number;
  /** How far down the arm, from the new cuff on, and how far round it, in [-1, 1]. */
  readonly place: (x: number, y: number) => { readonly alongPx: number; readonly across: number };
  /** Whether a position is beyond the worn cuff, about the hand. */
  readonly isHand: (x: number, y: number) => boolean;
  readonly lengthPx: number;
}

/**
 * The arm under a worn sleeve, from where the product's ends to the worn cuff. Nothing above the armpit is ever bared: where the cut lies higher it goes
 * along the armhole, from shoulder tip to armpit.
 *
 * @param cutPx along the arm; @param skin on the upright grid.
 */
export function bareArm(
  { arm, outerPx, innerPx, wrappedPx }: WornSleeve,
  side: -1 | 1,
  body: UpperBody,
  trunk: Trunk,
  skin: Plane,
  cutPx: number,
): BaredArm {
  const { shoulderWidthPx, shoulderRow } = body;
  const tip = {
    out: Math.abs((arm.spine[0] as Point).x - trunk.axisX) + proportions.shoulderOut * shoulderWidthPx,
    row: shoulderRow - proportions.shoulderUp * shoulderWidthPx,
  };
  const armpitRow = shoulderRow + bare.armpitBelow * shoulderWidthPx;
  const profile = side < 0 ? trunk.left : trunk.right;
  const armpitOut = profileAt(profile, armpitRow);
  /** From the axis to the armhole, and to the side of the trunk below it. */
  const trunkHalf = (y: number): number => {
    if (y >= armpitRow) return profileAt(profile, y);
    return tip.out + Math.min(1, Math.max(0, (y - tip.row) / (armpitRow - tip.row))) * (armpitOut - tip.out);
  };
  const from = Math.max(cutPx, 0);
  const scale = wristScale(skin, arm, wrappedPx);
  const halfAt = (along: number, outward: number): number => {
    const worn = valueAlong(outward > 0 ? outerPx : innerPx, along, arm.lengthPx);
    return Math.max(
      bare.thinnest * radiusOf(arm, along),
      Math.min(scale * radiusOf(arm, along), worn - bare.inSleeve * shoulderWidthPx),
    );
  };
  const limb = (x: number, y: number): number => {
    const { along, outward } = placeOnArm(arm, { x, y });
    return Math.min(halfAt(along, outward) - Math.abs(outward), along - from + bare.under * shoulderWidthPx);
  };
  const hole = (x: number, y: number): number => {
    const { along, outward } = placeOnArm(arm, { x, y });
    const rounded = proportions.seam * shoulderWidthPx * 0.3 * (1 - Math.min(1, (outward / halfAt(along, outward)) ** 2));
    const onSleeve = Math.min(
      bare.reach * radiusOf(arm, along) - Math.abs(outward),
      along - from - rounded,
      wrappedPx + 2 - along,
    );
    const beyondTrunk = Math.abs(x - trunk.axisX) - trunkHalf(y);
    const before = along > arm.upperPx ? halfAt(along, outward) - Math.abs(outward) : -8;
    return Math.min(onSleeve, Math.max(beyondTrunk, before));
  };
  const place = (x: number, y: number) => {
    const { along, outward } = placeOnArm(arm, { x, y });
    return { alongPx: along - from, across: Math.min(1, Math.max(-1, outward / halfAt(along, outward))) };
  };
  const isHand = (x: number, y: number): boolean => {
    const { along, outward } = placeOnArm(arm, { x, y });
    const width = along > arm.lengthPx ? bare.hand : 1.3;
    return along > wrappedPx + 1 && along < bare.fingertips * arm.lengthPx && Math.abs(outward) < width * radiusOf(arm, along);
  };
  return { hole, limb, place, isHand, lengthPx: Math.max(1, wrappedPx - from) };
}

/** Radius of the skin that is seen beyond the cuff, against that of an arm there; 1 where none is. */
function wristScale(skin: Plane, arm: WornSleeve['arm'], wrappedPx: number): number {
  const ratios: number[] = [];
  for (let share = 0; share <= 1; share += 1 / 64) {
    const along = share * arm.lengthPx;
    if (along < wrappedPx + 1) continue;
    const i = Math.round(share * (arm.spine.length - 1));
    const [a, b] = [arm.spine[Math.max(0, i - 1)], arm.spine[Math.min(arm.spine.length - 1, i + 1)]] as [Point, Point];
    const length = Math.max(1e-6, Math.hypot(b.x - a.x, b.y - a.y));
    const normal = { x: (b.y - a.y) / length, y: -(b.x - a.x) / length };
    const { x, y } = arm.spine[i] as Point;
    const reach = (sign: 1 | -1) => {
      let out = 0;
      while (out < 3 * radiusOf(arm, along) && samplePlane(skin, x + sign * out * normal.x, y + sign * out * normal.y) >= 0.5)
        out += 0.5;
      return out;
    };
    const half = (reach(1) + reach(-1)) / 2;
    if (half > 0.4 * radiusOf(arm, along)) ratios.push(half / radiusOf(arm, along));
  }
  const [low, high] = bare.wristScale;
  return ratios.length < 3 ? 1 : Math.min(high, Math.max(low, quantile(ratios, 0.5)));
}
