import type { AlignmentMap } from '../alignment/alignment-map.js';
import { sampleAlignment } from '../alignment/alignment-map.js';
import { scaleRect } from '../image/bounding-box.js';
import { linearFromCode } from '../image/colour.js';
import type { Plane, Rect, RgbaImage } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { resampleImage, resampleRgb, samplePlane, wholeOf } from '../image/resample.js';
import { canonicalSizePx } from '../ports.js';

/** A product's pixels in linear light at one scale, with its canonical crop in their pixels. */
export interface GarmentView {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Interleaved RGB, linear light in [0, 1]. */
  readonly linear: Float32Array;
  readonly crop: Rect;
}

/**
 * The product at about the photo's pixel density, so that sampling it once does not alias. Never enlarged.
 *
 * @param personSidePx, side of the person's canonical crop in photo pixels; the two crops show about the same extent of cloth.
 */
export function garmentViewAt(image: RgbaImage, crop: Rect, personSidePx: number): GarmentView {
  const scale = personSidePx / crop.widthPx;
  if (scale > 0.8) return linearView(image, crop);
  const widthPx = Math.max(1, Math.round(image.widthPx * scale));
  const heightPx = Math.max(1, Math.round(image.heightPx * scale));
  const reduced = resampleImage(image, wholeOf(image), widthPx, heightPx);
  return linearView(reduced, scaleRect(crop, widthPx / image.widthPx, heightPx / image.heightPx));
}

function linearView({ widthPx, heightPx, data }: RgbaImage, crop: Rect): GarmentView {
  const linear = new Float32Array(widthPx * heightPx * 3);
  for (let i = 0; i < widthPx * heightPx; i++) {
    linear[i * 3] = linearFromCode(data[i * 4] as number);
    linear[i * 3 + 1] = linearFromCode(data[i * 4 + 1] as number);
    linear[i * 3 + 2] = linearFromCode(data[i * 4 + 2] as number);
  }
  return { widthPx, heightPx, linear, crop };
}

/** The product as the style encoder sees it: warped onto the person's canonical crop. `rgb` is sRGB-encoded in [0, 255]. */
export function renderAligned(image: RgbaImage, crop: Rect, alignment: AlignmentMap): { rgb: Float32Array; validity: Plane } {
  const size = canonicalSizePx;
  const count = size * size;
  const source = resampleRgb(image, crop, size, size);
  const channels = [0, 1, 2].map((c): Plane => ({
    widthPx: size,
    heightPx: size,
    data: source.subarray(c * count, (c + 1) * count),
  }));
  const rgb = new Float32Array(3 * count);
  const validity = createPlane(size, size);
  // The alignment never leaves the cloth, so the network may trust every pixel of it.
  validity.data.fill(1);
  const position = new Float64Array(2);
  for (let i = 0; i < count; i++) {
    sampleAlignment(alignment, ((i % size) + 0.5) / size, (Math.floor(i / size) + 0.5) / size, position);
    channels.forEach((channel, c) => {
      rgb[c * count + i] = samplePlane(channel, (position[0] as number) * size, (position[1] as number) * size);
    });
  }
  return { rgb, validity };
}
