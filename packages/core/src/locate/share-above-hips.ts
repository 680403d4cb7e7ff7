import type { Patch } from '../image/view.js';
import type { Landmarks } from './landmarks.js';

/** Hips less sure than this tell nothing. */
const sureFrom = 0.5;
/** Pixels of which one is looked at, along each side. */
const stridePx = 4;

/**
 * The share of a garment that lies above the hips, in [0, 1]: of shirts and jackets it is most, of leggings none.
 *
 * @param landmarks in the patch's pixels, of a person who stands upright in them.
 * @returns `undefined` where it is not known where the hips are.
 */
export function shareAboveHips({ rect, alpha }: Patch, { leftHip, rightHip }: Landmarks): number | undefined {
  if (Math.min(leftHip.confidence, rightHip.confidence) < sureFrom) return undefined;
  const hipsPx = (leftHip.yPx + rightHip.yPx) / 2;
  let [all, above] = [0, 0];
  for (let y = 0; y < rect.heightPx; y += stridePx) {
    for (let x = 0; x < rect.widthPx; x += stridePx) {
      const opacity = alpha[y * rect.widthPx + x] as number;
      all += opacity;
      if (rect.yPx + y < hipsPx) above += opacity;
    }
  }
  return all === 0 ? 0 : above / all;
}
