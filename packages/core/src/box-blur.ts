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
  const pass = (from: Float32Array, step: number, length: number, lines: number, lineStep: number) => {
    const to = new Float32Array(from.length);
    for (let line = 0; line < lines; line++) {
      for (let i = 0; i < length; i++) {
        let sum = 0;
        for (let k = Math.max(-radius, -i); k <= Math.min(radius, length - 1 - i); k++) {
          sum += (kernel[k + radius] as number) * (from[line * lineStep + (i + k) * step] as number);
        }
        to[line * lineStep + i * step] = sum / total;
      }
    }
    return to;
  };
  return { widthPx, heightPx, data: pass(pass(plane.data, 1, widthPx, heightPx, widthPx), widthPx, heightPx, widthPx, 1) };
}
