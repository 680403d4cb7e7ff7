import type { Rect } from '../image/image.js';

/** Room around the garment in the canonical crop, so that the network sees neck, hands and the neighbouring garment. */
const paddingFactor = 1.15;

/**
 * The canonical crop in the pixels of the image the box is in: a square about the box's centre. It may stick out of the image, whose
 * edge is then replicated. `canonicalFromPhoto` is `(p - rect.xy) / rect.widthPx`, in fractions of the crop.
 */
export function canonicalRect(box: Rect): Rect {
  const sidePx = paddingFactor * Math.max(box.widthPx, box.heightPx);
  return {
    xPx: box.xPx + box.widthPx / 2 - sidePx / 2,
    yPx: box.yPx + box.heightPx / 2 - sidePx / 2,
    widthPx: sidePx,
    heightPx: sidePx,
  };
}

/** Grows a box by `roomXPx` to the left and right, by `roomYPx` above and below, and cuts it to whole pixels of the image. */
export function growWithin(
  box: Rect,
  roomXPx: number,
  roomYPx: number,
  image: { readonly widthPx: number; readonly heightPx: number },
): Rect {
  const left = Math.max(0, Math.floor(box.xPx - roomXPx));
  const top = Math.max(0, Math.floor(box.yPx - roomYPx));
  const right = Math.min(image.widthPx, Math.ceil(box.xPx + box.widthPx + roomXPx));
  const bottom = Math.min(image.heightPx, Math.ceil(box.yPx + box.heightPx + roomYPx));
  return { xPx: left, yPx: top, widthPx: Math.max(1, right - left), heightPx: Math.max(1, bottom - top) };
}
