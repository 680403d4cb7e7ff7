import type { Plane, Rect, RgbaImage } from './image.js';

/*
 * Separable resampling: area average when shrinking, bilinear when growing. Pixel centres are at half integers.
 */

/** What lies outside the source: colours continue, masks end. */
export type Edge = 'replicate' | 'zero';

/** Sources and weights of every output along one axis, `count` each; indices are inside the source. */
interface Taps {
  readonly count: number;
  readonly index: Int32Array;
  readonly weight: Float32Array;
}

function createTaps(from: number, span: number, outputs: number, length: number, edge: Edge): Taps {
  const scale = span / outputs;
  const shrinking = scale > 1;
  const count = shrinking ? Math.ceil(scale) + 1 : 2;
  const index = new Int32Array(outputs * count);
  const weight = new Float32Array(outputs * count);
  for (let o = 0; o < outputs; o++) {
    const start = shrinking ? from + o * scale : from + (o + 0.5) * scale - 0.5;
    const first = Math.floor(start);
    for (let k = 0; k < count; k++) {
      const source = first + k;
      const share = shrinking
        ? Math.max(0, Math.min(start + scale, source + 1) - Math.max(start, source)) / scale
        : 1 - Math.abs(start - source);
      const outside = source < 0 || source >= length;
      index[o * count + k] = Math.min(length - 1, Math.max(0, source));
      weight[o * count + k] = outside && edge === 'zero' ? 0 : share;
    }
  }
  return { count, index, weight };
}

/** Resamples source row `y` along x into `row`, channel-major. */
type RowReader = (y: number, row: Float32Array) => void;

/** Resamples along y what `readRow` resamples along x; every source row is read once. */
function resampleRows(vertical: Taps, heightPx: number, channels: number, widthPx: number, readRow: RowReader): Float32Array {
  const output = new Float32Array(channels * widthPx * heightPx);
  // Neighbouring outputs share rows; a ring of the taps' length holds all that can be shared.
  const ring = Array.from({ length: vertical.count + 1 }, () => ({ y: -1, row: new Float32Array(channels * widthPx) }));
  for (let y = 0; y < heightPx; y++) {
    for (let k = y * vertical.count; k < (y + 1) * vertical.count; k++) {
      const weight = vertical.weight[k] as number;
      if (weight === 0) continue;
      const sourceY = vertical.index[k] as number;
      const slot = ring[sourceY % ring.length] as { y: number; row: Float32Array };
      if (slot.y !== sourceY) {
        readRow(sourceY, slot.row);
        slot.y = sourceY;
      }
      const { row } = slot;
      for (let c = 0; c < channels; c++) {
        const target = (c * heightPx + y) * widthPx;
        const source = c * widthPx;
        for (let x = 0; x < widthPx; x++)
          output[target + x] = (output[target + x] as number) + weight * (row[source + x] as number);
      }
    }
  }
  return output;
}

/** The part `rect` of an image at another size, edges continued. Returns `[3, height, width]`, sRGB-encoded in [0, 255]. */
export function resampleRgb(image: RgbaImage, rect: Rect, widthPx: number, heightPx: number): Float32Array {
  const horizontal = createTaps(rect.xPx, rect.widthPx, widthPx, image.widthPx, 'replicate');
  const vertical = createTaps(rect.yPx, rect.heightPx, heightPx, image.heightPx, 'replicate');
  const { count, index, weight } = horizontal;
  const { data } = image;
  return resampleRows(vertical, heightPx, 3, widthPx, (y, row) => {
    const base = y * image.widthPx;
    for (let x = 0; x < widthPx; x++) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let k = x * count; k < (x + 1) * count; k++) {
        const share = weight[k] as number;
        const source = (base + (index[k] as number)) * 4;
        red += share * (data[source] as number);
        green += share * (data[source + 1] as number);
        blue += share * (data[source + 2] as number);
      }
      row[x] = red;
      row[widthPx + x] = green;
      row[2 * widthPx + x] = blue;
    }
  });
}

/** One channel of 8-bit or float samples, row-major. */
export interface Samples {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Float32Array | Uint8Array;
}

/** The part `rect` of a plane at another size, in the units of the source. */
export function resamplePlane(plane: Samples, rect: Rect, widthPx: number, heightPx: number, edge: Edge): Plane {
  const { count, index, weight } = createTaps(rect.xPx, rect.widthPx, widthPx, plane.widthPx, edge);
  const vertical = createTaps(rect.yPx, rect.heightPx, heightPx, plane.heightPx, edge);
  const { data } = plane;
  const resampled = resampleRows(vertical, heightPx, 1, widthPx, (y, row) => {
    const base = y * plane.widthPx;
    for (let x = 0; x < widthPx; x++) {
      let sum = 0;
      for (let k = x * count; k < (x + 1) * count; k++)
        sum += (weight[k] as number) * (data[base + (index[k] as number)] as number);
      row[x] = sum;
    }
  });
  return { widthPx, heightPx, data: resampled };
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
  const right = x0 + 1 < widthPx ? 1 : 0;
  const upper = y0 * widthPx + x0;
  const lower = y0 + 1 < heightPx ? upper + widthPx : upper;
  const fx = x - x0;
  const top = (data[upper] as number) * (1 - fx) + (data[upper + right] as number) * fx;
  const bottom = (data[lower] as number) * (1 - fx) + (data[lower + right] as number) * fx;
  return top + (bottom - top) * (y - y0);
}
