import type { Plane } from '../../image/image.js';
import { rowRuns, smoothProfile } from '../../image/row-runs.js';
import type { Point } from '../alignment-map.js';
import { legRadius } from '../proportions.js';
import type { LowerBody } from './body.js';

/** Both sides of a leg with what is on it, per row of the upright grid. */
export interface Limb {
  readonly left: Float32Array;
  readonly right: Float32Array;
}

/** What is seen of a leg differs from a bare one by these factors at most; beyond is the other leg, or a hand. */
const slack = [0.7, 1.7] as const;

/**
 * The outline of a leg in a mask, about the line of its joints.
 *
 * @param side 0 on the left of the picture.
 */
export function findLimb(mask: Plane, { body }: { readonly body: LowerBody }, side: 0 | 1): Limb {
  const own = body.legs[side];
  const other = body.legs[side === 0 ? 1 : 0];
  const [left, right] = [new Float32Array(mask.heightPx).fill(NaN), new Float32Array(mask.heightPx).fill(NaN)];
  const [narrowest, widest] = slack;
  for (let y = 0; y < mask.heightPx; y++) {
    const x = lineAt(own, y);
    const radius = body.legPx * radiusAt((y - body.hipRow) / body.legPx);
    const run = rowRuns(mask, y).find(({ from, to }) => from <= x && x < to);
    const between = (x + lineAt(other, y)) / 2;
    const edge = (seen: number | undefined, sign: -1 | 1) => {
      const far = Math.min(widest * radius, Math.max(narrowest * radius, seen === undefined ? radius : sign * (seen - x)));
      const isInner = (side === 0) === sign > 0;
      return isInner ? x + sign * Math.min(far, Math.max(2, sign * (between - x))) : x + sign * far;
    };
    left[y] = edge(run?.from, -1);
    right[y] = edge(run?.to, 1);
  }
  const sigma = Math.max(1.5, 0.02 * body.legPx);
  return { left: smoothProfile(left, sigma), right: smoothProfile(right, sigma) };
}

/** Hip, knee and ankle joined by straight lines, which go on at both ends. */
function lineAt([hip, knee, ankle]: readonly [Point, Point, Point], y: number): number {
  const [a, b] = y < knee.y ? [hip, knee] : [knee, ankle];
  return a.x + ((b.x - a.x) * (y - a.y)) / Math.max(1, b.y - a.y);
}

function radiusAt(share: number): number {
  for (let i = 1; i < legRadius.length; i++) {
    const [[from, low], [to, high]] = [legRadius[i - 1], legRadius[i]] as [readonly [number, number], readonly [number, number]];
    if (share <= to) return low + ((high - low) * Math.max(0, share - from)) / (to - from);
  }
  return legRadius[legRadius.length - 1]?.[1] as number;
}
