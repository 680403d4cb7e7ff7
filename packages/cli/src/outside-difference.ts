import type { GarmentMask, RgbaImage } from '@stylemap-tryon/core';

/** Largest difference of any channel where every mask is zero, 0..255. The promise is 0. */
export function maxDifferenceOutsideMask(photo: RgbaImage, result: RgbaImage, masks: readonly GarmentMask[]): number {
  const covered = new Uint8Array(photo.widthPx * photo.heightPx);
  for (const { rect, alpha } of masks) {
    for (let row = 0; row < rect.heightPx; row++) {
      for (let column = 0; column < rect.widthPx; column++) {
        if (alpha[row * rect.widthPx + column] === 0) continue;
        covered[(rect.yPx + row) * photo.widthPx + rect.xPx + column] = 1;
      }
    }
  }
  let largest = 0;
  photo.data.forEach((value, i) => {
    if (!covered[i >> 2]) largest = Math.max(largest, Math.abs(value - (result.data[i] ?? NaN)));
  });
  return largest;
}
