import type { Rect } from '../image/image.js';
import type { GarmentMask } from '../mask/garment-mask.js';
import type { PreparedRegion } from './person-region.js';

/** Where dressing a region changes the photo: its garment, and what is seen where the worn one was larger. */
export function changedMask({ mask, uncovered = [] }: PreparedRegion): GarmentMask {
  if (uncovered.length === 0) return mask;
  const rects = [mask.rect, ...uncovered.map(({ rect }) => rect)];
  const left = Math.min(...rects.map(({ xPx }) => xPx));
  const top = Math.min(...rects.map(({ yPx }) => yPx));
  const right = Math.max(...rects.map(({ xPx, widthPx }) => xPx + widthPx));
  const bottom = Math.max(...rects.map(({ yPx, heightPx }) => yPx + heightPx));
  const rect: Rect = { xPx: left, yPx: top, widthPx: right - left, heightPx: bottom - top };
  const alpha = new Uint8Array(rect.widthPx * rect.heightPx);
  for (const { rect: part, alpha: of } of [mask, ...uncovered]) {
    for (let row = 0; row < part.heightPx; row++) {
      for (let column = 0; column < part.widthPx; column++) {
        const i = (part.yPx + row - top) * rect.widthPx + part.xPx + column - left;
        alpha[i] = Math.max(alpha[i] as number, of[row * part.widthPx + column] as number);
      }
    }
  }
  return { rect, alpha };
}
