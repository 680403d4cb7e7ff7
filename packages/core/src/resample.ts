import type { Plane, Rect, RgbaImage } from './image.js';

/**
 * Separable resampling: area average when shrinking, bilinear when growing, edges replicated. Pixel centres are at half integers.
 */
interface Taps {
  /** First source index of each output. */
  readonly start: Int32Array;
  readonly count: number;
  /** `count` weights per output, summing to 1. */
  readonly weights: Float32Array;
}

function createTaps(sourceFrom: number, sourceSpan: number, outputs: number): Taps {
  const scale = sourceSpan / outputs;
  const shrinking = scale > 1;
  const count = shrinking ? Math.ceil(scale) + 1 : 2;
  const start = new Int32Array(outputs);
  const weights = new Float32Array(outputs * count);
  for (let o = 0; o < outputs; o++) {
    if (shrinking) {
      const from = sourceFrom + o * scale;
      const to = from + scale;
      start[o] = Math.floor(from);
      for (let k = 0; k < count; k++) {
        const left = Math.floor(from) + k;
        weights[o * count + k] = Math.max(0, Math.min(to, left + 1) - Math.max(from, left)) / scale;
      }
    } else {
      const centre = sourceFrom + (o + 0.5) * scale - 0.5;
      const left = Math.floor(centre);
      start[o] = left;
      weights[o * count] = 1 - (centre - left);
      weights[o * count + 1] = centre - left;
    }
  }
  return { start, count, weights };
}

/** Interleaved samples, the common ground of images and planes. */
export interface Samples {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: ArrayLike<number>;
}

/** What lies outside the source: colours continue, masks end. */
export type Edge = 'replicate' | 'zero';

const isInside = (index: number, length: number) => index >= 0 && index < length;
const clampIndex = (index: number, length: number) => (index < 0 ? 0 : index >= length ? length - 1 : index);

/**
 * @param channels how many of the `stride` interleaved channels to keep.
 * @returns channel-major planes, `[channels, height, width]`, in the units of the source.
 */
function resampleSamples(
  source: Samples,
  stride: number,
  channels: number,
  rect: Rect,
  widthPx: number,
  heightPx: number,
  edge: Edge,
): Float32Array {
  const horizontal = createTaps(rect.xPx, rect.widthPx, widthPx);
  const vertical = createTaps(rect.yPx, rect.heightPx, heightPx);
  const output = new Float32Array(channels * widthPx * heightPx);
  // Rows are shrunk once each and reused by the few outputs that overlap them.
  const rowCache = new Map<number, Float32Array>();
  const rowAt = (y: number): Float32Array => {
    const cached = rowCache.get(y);
    if (cached) return cached;
    const row = new Float32Array(channels * widthPx);
    const base = y * source.widthPx;
    for (let x = 0; x < widthPx; x++) {
      const first = horizontal.start[x] as number;
      for (let k = 0; k < horizontal.count; k++) {
        const weight = horizontal.weights[x * horizontal.count + k] as number;
        if (weight === 0 || (edge === 'zero' && !isInside(first + k, source.widthPx))) continue;
        const offset = (base + clampIndex(first + k, source.widthPx)) * stride;
        for (let c = 0; c < channels; c++) {
          row[c * widthPx + x] = (row[c * widthPx + x] as number) + weight * (source.data[offset + c] as number);
        }
      }
    }
    rowCache.set(y, row);
    return row;
  };
  for (let y = 0; y < heightPx; y++) {
    const first = vertical.start[y] as number;
    for (let k = 0; k < vertical.count; k++) {
      const weight = vertical.weights[y * vertical.count + k] as number;
      if (weight === 0 || (edge === 'zero' && !isInside(first + k, source.heightPx))) continue;
      const row = rowAt(clampIndex(first + k, source.heightPx));
      for (let c = 0; c < channels; c++) {
        const target = (c * heightPx + y) * widthPx;
        for (let x = 0; x < widthPx; x++) {
          output[target + x] = (output[target + x] as number) + weight * (row[c * widthPx + x] as number);
        }
      }
    }
    for (const cachedY of rowCache.keys()) if (cachedY < first) rowCache.delete(cachedY);
  }
  return output;
}

/** The part `rect` of an image at another size. Returns `[3, height, width]`, sRGB-encoded in [0, 255]. */
export function resampleRgb(image: RgbaImage, rect: Rect, widthPx: number, heightPx: number): Float32Array {
  return resampleSamples(image, 4, 3, rect, widthPx, heightPx, 'replicate');
}

/** The part `rect` of a plane at another size. */
export function resamplePlane(plane: Samples, rect: Rect, widthPx: number, heightPx: number, edge: Edge): Plane {
  return { widthPx, heightPx, data: resampleSamples(plane, 1, 1, rect, widthPx, heightPx, edge) };
}

/** The part `rect` of an image as an opaque 8-bit image of another size. */
export function resampleImage(image: RgbaImage, rect: Rect, widthPx: number, heightPx: number): RgbaImage {
  const planes = resampleRgb(image, rect, widthPx, heightPx);
  const count = widthPx * heightPx;
  const data = new Uint8ClampedArray(count * 4);
  for (let i = 0; i < count; i++) {
    data[i * 4] = planes[i] as number;
    data[i * 4 + 1] = planes[count + i] as number;
    data[i * 4 + 2] = planes[2 * count + i] as number;
    data[i * 4 + 3] = 255;
  }
  return { widthPx, heightPx, data };
}

/** The rectangle of a whole image. */
export function wholeOf(image: { readonly widthPx: number; readonly heightPx: number }): Rect {
  return { xPx: 0, yPx: 0, widthPx: image.widthPx, heightPx: image.heightPx };
}

/** Bilinear sample at continuous coordinates (pixel centres at half integers), edges replicated. */
export function samplePlane(plane: Plane, xPx: number, yPx: number): number {
  const { widthPx, heightPx, data } = plane;
  const x = Math.min(Math.max(xPx - 0.5, 0), widthPx - 1);
  const y = Math.min(Math.max(yPx - 0.5, 0), heightPx - 1);
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const x1 = Math.min(x0 + 1, widthPx - 1);
  const y1 = Math.min(y0 + 1, heightPx - 1);
  const fx = x - x0;
  const fy = y - y0;
  const top = (data[y0 * widthPx + x0] as number) * (1 - fx) + (data[y0 * widthPx + x1] as number) * fx;
  const bottom = (data[y1 * widthPx + x0] as number) * (1 - fx) + (data[y1 * widthPx + x1] as number) * fx;
  return top * (1 - fy) + bottom * fy;
}
