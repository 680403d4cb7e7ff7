import type { Plane } from './image.js';
import { createPlane } from './image.js';

/** Mean over a (2r + 1) square, edges counted only where they exist. Two running sums, so the cost does not depend on the radius. */
export function boxMean(plane: Plane, radiusPx: number): Plane {
  const { widthPx, heightPx } = plane;
  const rows = createPlane(widthPx, heightPx);
  for (let y = 0; y < heightPx; y++) slide(plane.data, rows.data, y * widthPx, 1, widthPx, radiusPx);
  const output = createPlane(widthPx, heightPx);
  for (let x = 0; x < widthPx; x++) slide(rows.data, output.data, x, widthPx, heightPx, radiusPx);
  return output;
}

function slide(from: Float32Array, to: Float32Array, offset: number, step: number, length: number, radiusPx: number): void {
  let sum = 0;
  for (let i = 0; i < Math.min(radiusPx, length); i++) sum += from[offset + i * step] as number;
  for (let i = 0; i < length; i++) {
    if (i + radiusPx < length) sum += from[offset + (i + radiusPx) * step] as number;
    if (i - radiusPx - 1 >= 0) sum -= from[offset + (i - radiusPx - 1) * step] as number;
    const count = Math.min(i + radiusPx, length - 1) - Math.max(i - radiusPx, 0) + 1;
    to[offset + i * step] = sum / count;
  }
}

/** Separable Gaussian truncated at three sigma, zeros outside the plane (the caller normalises by a blurred mask). */
export function gaussianBlur(plane: Plane, sigmaPx: number): Plane {
  const radius = Math.ceil(3 * sigmaPx);
  const kernel = Float64Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp(-((i - radius) ** 2) / (2 * sigmaPx ** 2)));
  const total = kernel.reduce((sum, value) => sum + value, 0);
  const { widthPx, heightPx } = plane;
  const rows = createPlane(widthPx, heightPx);
  const output = createPlane(widthPx, heightPx);
  // Whole shifted rows are added up, so the inner loops run over consecutive memory.
  for (let k = -radius; k <= radius; k++) {
    const weight = (kernel[k + radius] as number) / total;
    for (let y = 0; y < heightPx; y++) {
      const start = y * widthPx;
      for (let x = Math.max(0, -k); x < Math.min(widthPx, widthPx - k); x++) {
        rows.data[start + x] = (rows.data[start + x] as number) + weight * (plane.data[start + x + k] as number);
      }
    }
  }
  for (let k = -radius; k <= radius; k++) {
    const weight = (kernel[k + radius] as number) / total;
    const shift = k * widthPx;
    for (let i = Math.max(0, -shift); i < Math.min(output.data.length, output.data.length - shift); i++) {
      output.data[i] = (output.data[i] as number) + weight * (rows.data[i + shift] as number);
    }
  }
  return output;
}

/** About a Gaussian, by three box means; its cost does not depend on sigma. Edges counted only where they exist. */
export function softBlur(plane: Plane, sigmaPx: number): Plane {
  // Three boxes of width w have the variance (w^2 - 1) / 4.
  const radius = Math.max(1, Math.round((Math.sqrt(4 * sigmaPx * sigmaPx + 1) - 1) / 2));
  return boxMean(boxMean(boxMean(plane, radius), radius), radius);
}
