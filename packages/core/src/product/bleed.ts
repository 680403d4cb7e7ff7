import type { Rect, RgbaImage } from '../image/image.js';
import type { Interior } from '../image/interior.js';

/**
 * Paints everything outside the garment with the colour of its nearest cloth, so that no sample near a seam of the warp can meet the
 * background (often transparent black).
 *
 * @param interior on the canonical grid of `crop`, which is in pixels of the image.
 */
export function bleedCloth(image: RgbaImage, interior: Interior, crop: Rect): RgbaImage {
  const data = new Uint8ClampedArray(image.data);
  const step = crop.widthPx / interior.widthPx;
  for (let y = 0; y < image.heightPx; y++) {
    const row = Math.min(interior.heightPx - 1, Math.max(0, Math.floor((y + 0.5 - crop.yPx) / step)));
    for (let x = 0; x < image.widthPx; x++) {
      const column = Math.min(interior.widthPx - 1, Math.max(0, Math.floor((x + 0.5 - crop.xPx) / step)));
      const index = row * interior.widthPx + column;
      const nearest = interior.nearest[index] as number;
      if (nearest === index || nearest < 0) continue;
      const sourceX = Math.floor(crop.xPx + ((nearest % interior.widthPx) + 0.5) * step);
      const sourceY = Math.floor(crop.yPx + (Math.floor(nearest / interior.widthPx) + 0.5) * step);
      const source = (clamp(sourceY, image.heightPx) * image.widthPx + clamp(sourceX, image.widthPx)) * 4;
      const target = (y * image.widthPx + x) * 4;
      for (let c = 0; c < 3; c++) data[target + c] = image.data[source + c] as number;
      data[target + 3] = 255;
    }
  }
  return { ...image, data };
}

function clamp(index: number, length: number): number {
  return Math.min(length - 1, Math.max(0, index));
}
