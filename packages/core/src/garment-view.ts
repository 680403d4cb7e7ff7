import type { AlignmentMap } from './alignment/align.js';
import { scaleRect } from './bounding-box.js';
import type { Plane, Rect, RgbaImage } from './image.js';
import { createPlane } from './image.js';
import { canonicalSizePx } from './ports.js';
import { resampleImage, resampleRgb, samplePlane, wholeOf } from './resample.js';

/** A product's pixels at one scale, with its canonical crop in their pixels. */
export interface GarmentView {
  readonly image: RgbaImage;
  readonly crop: Rect;
}

/**
 * The product reduced to about the photo's pixel density, so that sampling it once does not alias. Never enlarged.
 *
 * @param personSidePx, side of the person's canonical crop in photo pixels; the two crops show the same extent of cloth.
 */
export function garmentViewAt(image: RgbaImage, crop: Rect, personSidePx: number): GarmentView {
  const scale = personSidePx / crop.widthPx;
  if (scale > 0.8) return { image, crop };
  const widthPx = Math.max(1, Math.round(image.widthPx * scale));
  const heightPx = Math.max(1, Math.round(image.heightPx * scale));
  return {
    image: resampleImage(image, wholeOf(image), widthPx, heightPx),
    crop: scaleRect(crop, widthPx / image.widthPx, heightPx / image.heightPx),
  };
}

/** The product as the style encoder sees it: warped onto the person's canonical crop. */
export function renderAligned(
  image: RgbaImage,
  crop: Rect,
  alignment: AlignmentMap,
): { rgb: Float32Array; validity: Plane } {
  const size = canonicalSizePx;
  const count = size * size;
  const source = resampleRgb(image, crop, size, size);
  const channels = [0, 1, 2].map((c): Plane => ({ widthPx: size, heightPx: size, data: source.subarray(c * count, (c + 1) * count) }));
  const rgb = new Float32Array(3 * count);
  const validity = createPlane(size, size);
  validity.data.fill(1);
  for (let i = 0; i < count; i++) {
    const fractionX = ((i % size) + 0.5) / size;
    const fractionY = (Math.floor(i / size) + 0.5) / size;
    const x = samplePlane(alignment.x, fractionX * alignment.x.widthPx, fractionY * alignment.x.heightPx) * size;
    const y = samplePlane(alignment.y, fractionX * alignment.y.widthPx, fractionY * alignment.y.heightPx) * size;
    channels.forEach((channel, c) => {
      rgb[c * count + i] = samplePlane(channel, x, y);
    });
  }
  return { rgb, validity };
}
