import type { Plane } from '../../image/image.js';
import { smoothProfile } from '../../image/row-runs.js';
import { samplePlane } from '../../image/resample.js';
import type { Point } from '../alignment-map.js';
import { arm as proportions, armRadius } from '../proportions.js';
import type { ArmJoints } from './body.js';

/** Steps along an arm. */
const steps = 64;
/** Share of the shorter part over which the elbow is rounded, so that cloth goes round it and does not tear. */
const rounding = 0.45;

/** An arm as a smooth line from shoulder to wrist, in pixels of its upright frame. */
export interface Arm {
  /** `steps + 1` points at even distances. */
  readonly spine: readonly Point[];
  readonly lengthPx: number;
  /** Of the upper arm. */
  readonly upperPx: number;
  /** How far the elbow joint lies outside of the line, which is round there. */
  readonly elbowPx: number;
  /** Radius of the bare arm at every point. */
  readonly radiusPx: Float32Array;
  /** -1 on the left of the picture. */
  readonly sign: -1 | 1;
  /** From here on the arm is hidden. */
  readonly seenPx: number;
}

/** A place of an arm: from the shoulder on, and away from the trunk. */
export interface ArmPlace {
  readonly along: number;
  readonly outward: number;
}

export function smoothArm({ shoulder, elbow, wrist, foreSeen }: ArmJoints, shoulderWidthPx: number, sign: -1 | 1): Arm {
  const upperPx = distance(shoulder, elbow);
  const forePx = distance(elbow, wrist);
  const corner = rounding * Math.min(upperPx, forePx);
  const before = between(elbow, shoulder, corner / Math.max(1e-6, upperPx));
  const after = between(elbow, wrist, corner / Math.max(1e-6, forePx));
  // A straight line, a quadratic Bezier curve about the elbow, a straight line.
  const curve = Array.from({ length: 17 }, (_, i) => {
    const t = i / 16;
    return between(between(before, elbow, t), between(elbow, after, t), t);
  });
  const dense = [shoulder, ...curve, wrist];
  const lengths = [0];
  for (let i = 1; i < dense.length; i++)
    lengths.push((lengths[i - 1] as number) + distance(dense[i - 1] as Point, dense[i] as Point));
  const lengthPx = Math.max(1, lengths[lengths.length - 1] as number);
  let part = 1;
  const spine = Array.from({ length: steps + 1 }, (_, i) => {
    const at = (i / steps) * lengthPx;
    while (part < dense.length - 1 && (lengths[part] as number) < at) part++;
    const from = lengths[part - 1] as number;
    return between(
      dense[part - 1] as Point,
      dense[part] as Point,
      (at - from) / Math.max(1e-6, (lengths[part] as number) - from),
    );
  });
  const radiusPx = Float32Array.from({ length: steps + 1 }, (_, i) => shoulderWidthPx * radiusAt(i / steps));
  const elbowPx = Math.min(...spine.map((point) => distance(point, elbow)));
  return { spine, lengthPx, upperPx, elbowPx, radiusPx, sign, seenPx: foreSeen ? Infinity : upperPx };
}

function radiusAt(share: number): number {
  for (let i = 1; i < armRadius.length; i++) {
    const [[from, low], [to, high]] = [armRadius[i - 1], armRadius[i]] as [readonly [number, number], readonly [number, number]];
    if (share <= to) return low + ((high - low) * (share - from)) / (to - from);
  }
  return armRadius[armRadius.length - 1]?.[1] as number;
}

/** Where a point lies on the nearest part of the arm; both ends go on straight. */
export function placeOnArm({ spine, lengthPx, sign }: Arm, { x, y }: Point): ArmPlace {
  let nearest = 0;
  let least = Infinity;
  for (let i = 0; i <= steps; i++) {
    const { x: px, y: py } = spine[i] as Point;
    const d = (x - px) ** 2 + (y - py) ** 2;
    if (d < least) [least, nearest] = [d, i];
  }
  const { x: tx, y: ty } = tangentAt(spine, nearest);
  const { x: px, y: py } = spine[nearest] as Point;
  const [dx, dy] = [x - px, y - py];
  const step = lengthPx / steps;
  const beyond = dx * tx + dy * ty;
  const isEnd = nearest === 0 || nearest === steps;
  // The normal points away from the trunk on both sides, so the outer seam stays the outer seam.
  return {
    along: nearest * step + (isEnd ? beyond : Math.max(-step, Math.min(step, beyond))),
    outward: sign * (dx * ty - dy * tx),
  };
}

function tangentAt(spine: readonly Point[], i: number): Point {
  const [a, b] = [spine[Math.max(0, i - 1)] as Point, spine[Math.min(steps, i + 1)] as Point];
  const length = Math.max(1e-6, distance(a, b));
  return { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
}

/** Radius of the bare arm at a length along it. */
export function radiusOf({ radiusPx, lengthPx }: Arm, along: number): number {
  return valueAlong(radiusPx, along, lengthPx);
}

/** A worn sleeve, about an arm; profiles are by steps along the arm. */
export interface WornSleeve {
  readonly arm: Arm;
  readonly outerPx: Float32Array;
  readonly innerPx: Float32Array;
  /** Where it ends; `undefined` where that is not seen. */
  readonly cuffPx: number | undefined;
  /** How far cloth is seen to go round the arm; 0 for a bare one, however near to the trunk it hangs. */
  readonly wrappedPx: number;
  /** Whether a place lies on a forearm in its sleeve. */
  readonly isForearm: (place: ArmPlace) => boolean;
}

/** Cloth that reaches this far to the outer side, in radii, goes round the arm. */
const wrapped = 0.5;
/** It does so for this share of a sleeve, at least. */
const wrappedShare = 0.5;

/** What of a mask is about an arm: how far it reaches to both sides, where background lies behind its edge, and down to where. */
export function findWornSleeve(mask: Plane, background: Plane, arm: Arm): WornSleeve {
  const step = arm.lengthPx / steps;
  const at = (plane: Plane, i: number, outward: number) => {
    const { x: tx, y: ty } = tangentAt(arm.spine, i);
    const { x, y } = arm.spine[i] as Point;
    return samplePlane(plane, x + arm.sign * outward * ty, y - arm.sign * outward * tx);
  };
  const reach = (i: number, sign: 1 | -1) => {
    const widest = proportions.widest * (arm.radiusPx[i] as number);
    let out = 0;
    while (out < widest && at(mask, i, sign * out) >= 0.5) out++;
    return out > 1 && out < widest && at(background, i, sign * (out + 2)) >= 0.5 ? out : NaN;
  };
  const profile = (sign: 1 | -1) => {
    const seen = Float32Array.from(arm.radiusPx, (radius, i) => reach(i, sign) / radius);
    const known = seen.some((value) => !Number.isNaN(value)) ? smoothProfile(seen, 2) : seen.fill(proportions.sleeve);
    return known.map((ratio, i) => Math.max(proportions.narrowest, ratio) * (arm.radiusPx[i] as number));
  };
  let last = 0;
  for (let i = 0; i <= steps && i * step <= arm.seenPx; i++) {
    const radius = arm.radiusPx[i] as number;
    if (at(mask, i, 0) >= 0.5 || at(mask, i, 0.6 * radius) >= 0.5) last = i;
    // Before any cloth it is another garment that hides it: of a shirt under a jacket the cuffs are seen.
    else if (last > 0 && (i - last) * step > proportions.bare * radius) break;
  }
  const clothPx = (last + 0.5) * step;
  const wraps = (i: number) => at(mask, i, 0) >= 0.5 && at(mask, i, wrapped * (arm.radiusPx[i] as number)) >= 0.5;
  // Hair may hide the shoulder, and a bag the forearm.
  const wrappingSteps = Array.from({ length: last + 1 }, (_, i) => wraps(i)).filter(Boolean).length;
  const wrappedPx = last > 0 && wrappingSteps > wrappedShare * last ? clothPx : 0;
  return {
    ...{ arm, outerPx: profile(1), innerPx: profile(-1) },
    cuffPx: last > 0 && clothPx < arm.seenPx - step ? clothPx : undefined,
    wrappedPx,
    isForearm: ({ along, outward }) =>
      along > arm.upperPx &&
      along < Math.min(clothPx, arm.seenPx) &&
      Math.abs(outward) < proportions.before * radiusOf(arm, along),
  };
}

/** A profile at a length along the arm. */
export function valueAlong(profile: Float32Array, along: number, lengthPx: number): number {
  const position = Math.min(steps, Math.max(0, (along / lengthPx) * steps));
  const below = Math.min(steps - 1, Math.floor(position));
  return (profile[below] as number) * (1 - position + below) + (profile[below + 1] as number) * (position - below);
}

function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
