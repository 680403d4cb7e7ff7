import type { Patch } from '../image/view.js';
import type { Landmarks } from './landmarks.js';
import { patchShare } from './patch-share.js';

/** Hips less sure than this tell nothing. */
const sureFrom = 0.5;

/**
 * The share of a garment that lies above the hips, in [0, 1]: of shirts and jackets it is most, of leggings none.
 *
 * @param landmarks in the patch's pixels, of a person who stands upright in them.
 * @returns `undefined` where it is not known where the hips are.
 */
export function shareAboveHips(patch: Patch, { leftHip, rightHip }: Landmarks): number | undefined {
  if (Math.min(leftHip.confidence, rightHip.confidence) < sureFrom) return undefined;
  const hipsPx = (leftHip.yPx + rightHip.yPx) / 2;
  return patchShare(patch, (_, yPx) => yPx < hipsPx);
}
