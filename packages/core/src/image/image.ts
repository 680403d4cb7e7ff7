/**
 * Pixel containers. Nothing here owns a platform object: the same values exist in a worker, in Node and in tests.
 *
 * Frames. Every function names the frame its coordinates are in:
 * - `photo`: pixels of the shopper's photo; `garment`: pixels of the product photo;
 * - `canonical`: the square crop the network sees, 256 x 256;
 * - `latent`: the grid of a stylemap level (8, 16, 32, 64 or 128).
 */

/** sRGB-encoded RGBA with straight alpha, 8 bits a channel, row-major; the layout of `ImageData`. */
export interface RgbaImage {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Length `widthPx * heightPx * 4`. */
  readonly data: Uint8ClampedArray;
}

/** One float channel, row-major, length `widthPx * heightPx`. Masks and confidences are in [0, 1]. */
export interface Plane {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Float32Array;
}

/** An axis-aligned rectangle in the pixels of the frame its name says; may stick out of the image. */
export interface Rect {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export function createPlane(widthPx: number, heightPx: number): Plane {
  return { widthPx, heightPx, data: new Float32Array(widthPx * heightPx) };
}

/** @param rect whole pixels inside the image. */
export function cropImage(image: RgbaImage, rect: Rect): RgbaImage {
  const data = new Uint8ClampedArray(rect.widthPx * rect.heightPx * 4);
  for (let y = 0; y < rect.heightPx; y++) {
    const from = ((rect.yPx + y) * image.widthPx + rect.xPx) * 4;
    data.set(image.data.subarray(from, from + rect.widthPx * 4), y * rect.widthPx * 4);
  }
  return { widthPx: rect.widthPx, heightPx: rect.heightPx, data };
}

/** Dense float tensor, row-major. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}
