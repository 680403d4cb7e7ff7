import { boundingBox, scaleRect } from '../image/bounding-box.js';
import type { Plane, Rect, RgbaImage } from '../image/image.js';

/** A picture fills its bounding box to this share, which soft cloth never does, and at least so much of what frames it. */
const rectangleFraction = 0.99;
const framedFraction = 0.4;
/** A picture smaller than this shows no garment. */
const smallestPicturePx = 64;

/**
 * What is exactly a rectangle on its paper, and fills most of it, is no garment but a picture in a frame: its whole garment pixels, without the pixels
 * that hold the frame's edge. `undefined` for anything else, and for a frame of no width, so that looking inside comes to an end.
 *
 * @param mask all that differs from the product's rim, on a grid over the whole product.
 */
export function framedPicture(product: RgbaImage, mask: Plane): Rect | undefined {
  const inMask = boundingBox(mask, 0.5);
  if (!inMask) return undefined;
  const boxPx = inMask.widthPx * inMask.heightPx;
  const solidPx = mask.data.reduce((sum, value) => sum + Number(value >= 0.5), 0);
  if (solidPx < rectangleFraction * boxPx || boxPx < framedFraction * mask.data.length || boxPx === mask.data.length)
    return undefined;
  const pixelsPerCell = product.widthPx / mask.widthPx;
  const box = scaleRect(inMask, pixelsPerCell, product.heightPx / mask.heightPx);
  const edgePx = Math.ceil(pixelsPerCell);
  const [xPx, yPx] = [Math.ceil(box.xPx) + edgePx, Math.ceil(box.yPx) + edgePx];
  const widthPx = Math.floor(box.xPx + box.widthPx) - edgePx - xPx;
  const heightPx = Math.floor(box.yPx + box.heightPx) - edgePx - yPx;
  return Math.min(widthPx, heightPx) < smallestPicturePx ? undefined : { xPx, yPx, widthPx, heightPx };
}
