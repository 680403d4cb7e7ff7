import type { GarmentMask, RgbaImage } from '@stylemap-tryon/core';

/** Largest difference of any channel where the mask is zero, 0..255. The promise is 0. */
export function maxDifferenceOutsideMask(photo: RgbaImage, result: RgbaImage, { rect, alpha }: GarmentMask): number {
  let largest = 0;
  for (let yPx = 0; yPx < photo.heightPx; yPx++) {
    for (let xPx = 0; xPx < photo.widthPx; xPx++) {
      const column = xPx - rect.xPx;
      const row = yPx - rect.yPx;
      const inRect = column >= 0 && row >= 0 && column < rect.widthPx && row < rect.heightPx;
      if (inRect && alpha[row * rect.widthPx + column] !== 0) continue;
      const first = (yPx * photo.widthPx + xPx) * 4;
      for (let i = first; i < first + 4; i++) {
        largest = Math.max(largest, Math.abs((photo.data[i] ?? NaN) - (result.data[i] ?? NaN)));
      }
    }
  }
  return largest;
}
