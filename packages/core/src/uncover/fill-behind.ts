import type { Rect, RgbaImage } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { bringInside, findInterior } from '../image/interior.js';

/** Writes the sRGB codes of what would be behind a position of the photo, in whole pixels, to `out`. */
export type Behind = (x: number, y: number, out: Float32Array) => void;

/**
 * Continues what is seen about a narrow hole into it: every pixel is the mirror image of one outside.
 *
 * @param isKnown whether a pixel shows what is behind.
 */
export function fillBehind({ widthPx, data }: RgbaImage, rect: Rect, isKnown: (x: number, y: number) => boolean): Behind {
  const known = createPlane(rect.widthPx, rect.heightPx);
  for (let i = 0; i < known.data.length; i++) {
    known.data[i] = Number(isKnown(rect.xPx + (i % rect.widthPx), rect.yPx + Math.floor(i / rect.widthPx)));
  }
  const interior = findInterior(known, 0);
  return (x, y, out) => {
    const at = bringInside(interior, x - rect.xPx + 0.5, y - rect.yPx + 0.5);
    const column = rect.xPx + Math.min(rect.widthPx - 1, Math.max(0, Math.floor(at.x)));
    const row = rect.yPx + Math.min(rect.heightPx - 1, Math.max(0, Math.floor(at.y)));
    for (let c = 0; c < 3; c++) out[c] = data[4 * (row * widthPx + column) + c] as number;
  };
}
