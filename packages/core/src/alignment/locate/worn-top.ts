import type { Plane } from '../../image/image.js';
import { canonicalSizePx } from '../../ports.js';
import type { WornSleeve } from './arm.js';
import { findWornSleeve, smoothArm } from './arm.js';
import type { UpperBody } from './body.js';
import { findUpperBody } from './body.js';
import type { Trunk } from './trunk.js';
import { findWornTrunk } from './trunk.js';
import { uprightPlane } from './upright.js';
import type { WornGarment } from './worn-garment.js';

/** An upper garment as it is worn; planes and parts on the upright grid of its body's frame. */
export interface WornTop {
  readonly mask: Plane;
  readonly background: Plane;
  readonly body: UpperBody;
  readonly trunk: Trunk;
  readonly sleeves: readonly [WornSleeve, WornSleeve];
  readonly hemSeen: boolean;
}

export function findWornTop(
  { mask: canonicalMask, background: behind, landmarks, hemSeen }: WornGarment,
  isDress: boolean,
): WornTop {
  const body = findUpperBody(landmarks, canonicalSizePx);
  const mask = uprightPlane(body.frame, canonicalMask);
  const background = uprightPlane(body.frame, behind);
  const [left, right] = body.arms;
  const arms = [smoothArm(left, body.shoulderWidthPx, -1), smoothArm(right, body.shoulderWidthPx, 1)] as const;
  const trunk = findWornTrunk(mask, background, body, arms, isDress);
  const sleeves = [findWornSleeve(mask, background, arms[0]), findWornSleeve(mask, background, arms[1])] as const;
  return { mask, background, body, trunk, sleeves, hemSeen };
}
