import type { Plane } from '../../image/image.js';
import { isSure } from '../../locate/complete-landmarks.js';
import { canonicalSizePx } from '../../ports.js';
import { leg } from '../proportions.js';
import type { LegJoints, LowerBody } from './body.js';
import { findLowerBody } from './body.js';
import type { Legs } from './legs.js';
import { findLegs } from './legs.js';
import { uprightPlane } from './upright.js';
import type { WornGarment } from './worn-garment.js';

/** Trousers or a skirt as they are worn; planes and rows on the upright grid of the legs. */
export interface WornLower {
  readonly mask: Plane;
  readonly skin: Plane;
  readonly legs: Legs;
  readonly body: LowerBody;
  readonly hemSeen: boolean;
}

/** @param skin on the canonical grid. */
export function findWornLower({ mask: canonicalMask, landmarks, hemSeen }: WornGarment, skin: Plane): WornLower {
  const { leftHip, rightHip } = landmarks;
  const seen = findLowerBody(landmarks, canonicalSizePx);
  const mask = uprightPlane(seen.frame, canonicalMask);
  const legs = findLegs(mask);
  const body = isSure(leftHip) || isSure(rightHip) ? seen : hungOnWaistband(seen, legs);
  return { mask, skin: uprightPlane(seen.frame, skin), legs, body, hemSeen };
}

/** Of a photo of legs alone the waistband tells where the hips are. */
function hungOnWaistband(body: LowerBody, { topRow }: Legs): LowerBody {
  const legPx = Math.max(4, (body.hipRow + body.legPx - topRow) / (1 + leg.waistAbove));
  const hipRow = topRow + leg.waistAbove * legPx;
  const lowered = ([hip, knee, ankle]: LegJoints): LegJoints => [{ x: hip.x, y: hipRow }, knee, ankle];
  return { ...body, hipRow, legPx, legs: [lowered(body.legs[0]), lowered(body.legs[1])] };
}
