import type { Plane } from '../../image/image.js';
import { samplePlane } from '../../image/resample.js';
import { profileAt, quantile } from '../../image/row-runs.js';
import { smoothStep } from '../../image/smooth-step.js';
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
  { arm, outerPx, wrappedPx }: WornSleeve,
  side: -1 | 1,
  body: UpperBody,
  trunk: Trunk,
  skin: Plane,
  cutPx: number,
): BaredArm {
  const { shoulderWidthPx, shoulderRow } = body;
  const tip = {
    out:
      Math.abs((arm.spine[0] as Point).x - trunk.axisX) + (cutPx > 0 ? proportions.shoulderOut : bare.armhole) * shoulderWidthPx,
    row: shoulderRow - proportions.shoulderUp * shoulderWidthPx,
  };
  const armpitRow = shoulderRow + bare.armpitBelow * shoulderWidthPx;
  const profile = side < 0 ? trunk.left : trunk.right;
  const narrowed = withoutFlare(profile, armpitRow);
  const from = cutPx > 0 ? cutPx : -bare.overShoulder * shoulderWidthPx;
  const wrist = findWrist(skin, arm, wrappedPx);
  const [thin, thick] = bare.upperScale;
  const upperScale = Math.min(thick, Math.max(thin, wrist.scale));
  const radiusAt = (along: number) => {
    const share = smoothStep(wrappedPx - bare.toUpper * arm.lengthPx, wrappedPx, along);
    return (upperScale + share * (wrist.scale - upperScale)) * radiusOf(arm, along);
  };
  /** A sleeve lies on the outer side of its arm and hangs on the inner one; at the wrist the arm is where it is seen. */
  const middleAt = (along: number): number => {
    const inSleeve = valueAlong(outerPx, along, arm.lengthPx) - bare.inSleeve * shoulderWidthPx - radiusAt(along);
    const [least, most] = bare.shift;
    const own = Math.min(most * radiusAt(along), Math.max(least * radiusAt(along), inSleeve));
    const seen = wrist.middlePx ?? own;
    return own + (seen - own) * smoothStep(wrappedPx - bare.toWrist * arm.lengthPx, wrappedPx, along);
  };
  const onArm = (x: number, y: number) => {
    const { along, outward } = placeOnArm(arm, { x, y });
    return { along, outward: outward - middleAt(along), half: radiusAt(along) };
  };
  const armpitOut = Math.max(
    bare.leastChest * shoulderWidthPx,
    Math.min(profileAt(profile, armpitRow), innerEdge(onArm, trunk.axisX, side, armpitRow, shoulderWidthPx)),
  );
  /** From the axis to the armhole, and to the side of the trunk below it. */
  const trunkHalf = (y: number): number => {
    if (y >= armpitRow) return profileAt(narrowed, y);
    return tip.out + Math.min(1, Math.max(0, (y - tip.row) / (armpitRow - tip.row))) * (armpitOut - tip.out);
  };
  const limb = (x: number, y: number): number => {
    const { along, outward, half } = onArm(x, y);
    return Math.min(half - Math.abs(outward), along - from + bare.under * shoulderWidthPx);
  };
  const cuffEnd = wrappedPx + bare.cuff * shoulderWidthPx;
  const hole = (x: number, y: number): number => {
    const { along, outward, half } = onArm(x, y);
    const rounded = bare.cuffRound * shoulderWidthPx * (1 - Math.min(1, (outward / half) ** 2));
    const onSleeve = Math.min(bare.reach * half - Math.abs(outward), along - from - rounded, cuffEnd - along);
    const beyondTrunk = Math.abs(x - trunk.axisX) - trunkHalf(y);
    // Inside of the arm a sleeve cannot be told from the trunk, unless it is beyond that; above the armpits nothing of the trunk is taken for one.
    return Math.min(onSleeve, Math.max(beyondTrunk, Math.min(outward + half, y - armpitRow)));
  };
  const place = (x: number, y: number) => {
    const { along, outward, half } = onArm(x, y);
    return { alongPx: along - from, across: Math.min(1, Math.max(-1, outward / half)) };
  };
  const isHand = (x: number, y: number): boolean => {
    const { along, outward } = placeOnArm(arm, { x, y });
    const width = along > arm.lengthPx ? bare.hand : 1.3;
    return along > wrappedPx + 1 && along < bare.fingertips * arm.lengthPx && Math.abs(outward) < width * radiusOf(arm, along);
  };
  return { hole, limb, place, isHand, lengthPx: Math.max(1, wrappedPx - from) };
}

/** The side of a trunk without what of an arm lies on it. */
function withoutFlare(profile: Float32Array, armpitRow: number): Float32Array {
  let least = Infinity;
  return profile.map((half, row) => {
    if (row < armpitRow) return half;
    least = Math.min(least, half);
    return Math.min(half, bare.flare * least);
  });
}

/** How far from the axis an arm begins in a row; far out where there is none. */
function innerEdge(
  onArm: (x: number, y: number) => { readonly along: number; readonly outward: number; readonly half: number },
  axisX: number,
  side: -1 | 1,
  row: number,
  shoulderWidthPx: number,
): number {
  for (let out = 0; out < shoulderWidthPx; out++) {
    const { along, outward, half } = onArm(axisX + side * out, row);
    if (along > 0 && outward + half >= 0) return out;
  }
  return Infinity;
}

interface Wrist {
  /** Radius of what is seen against that of an arm there. */
  readonly scale: number;
  /** How far outside of the line of the joints its middle lies; `undefined` where nothing is seen. */
  readonly middlePx: number | undefined;
}

/** The wrist beyond a cuff, by its skin. */
function findWrist(skin: Plane, arm: WornSleeve['arm'], wrappedPx: number): Wrist {
  const ratios: number[] = [];
  const middles: number[] = [];
  const steps = arm.spine.length - 1;
  const first = Math.ceil((wrappedPx / arm.lengthPx) * steps) + 1;
  for (let i = first; i <= Math.min(steps, first + bare.nearCuff * steps); i++) {
    const radius = radiusOf(arm, (i / steps) * arm.lengthPx);
    const [a, b] = [arm.spine[Math.max(0, i - 1)], arm.spine[Math.min(steps, i + 1)]] as [Point, Point];
    const length = Math.max(1e-6, Math.hypot(b.x - a.x, b.y - a.y));
    const { x, y } = arm.spine[i] as Point;
    const at = (out: number) => {
      const outward = (arm.sign * out) / length;
      return samplePlane(skin, x + outward * (b.y - a.y), y - outward * (b.x - a.x)) >= 0.5;
    };
    const outs: number[] = [];
    for (let out = -3 * radius; out <= 3 * radius; out += 0.5) if (at(out)) outs.push(out);
    if (outs.length < 0.8 * radius) continue;
    ratios.push((outs.length * 0.25) / radius);
    middles.push(quantile(outs, 0.5));
  }
  if (ratios.length < 2) return { scale: 1, middlePx: undefined };
  const [low, high] = bare.wristScale;
  return { scale: Math.min(high, Math.max(low, quantile(ratios, 0.5))), middlePx: quantile(middles, 0.5) };
}
