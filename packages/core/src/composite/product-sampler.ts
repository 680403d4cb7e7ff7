import type { GarmentView } from './garment-view.js';

/** Writes linear-light RGB at a continuous position (pixel centres at half integers) to `out`. */
export type ProductSampler = (xPx: number, yPx: number, out: Float32Array) => void;

/** Catmull-Rom sampling, clamped to the four nearest pixels: prints stay sharp when enlarged, without a halo. */
export function createProductSampler({ widthPx, heightPx, linear }: GarmentView): ProductSampler {
  const weightX = new Float64Array(4);
  const weightY = new Float64Array(4);
  const column = new Int32Array(4);
  return (xPx, yPx, out) => {
    const x = Math.min(Math.max(xPx - 0.5, 0), widthPx - 1);
    const y = Math.min(Math.max(yPx - 0.5, 0), heightPx - 1);
    const x0 = Math.floor(x);
    const y0 = Math.floor(y);
    catmullRom(x - x0, weightX);
    catmullRom(y - y0, weightY);
    for (let i = 0; i < 4; i++) column[i] = 3 * Math.min(widthPx - 1, Math.max(0, x0 + i - 1));
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let j = 0; j < 4; j++) {
      const row = 3 * widthPx * Math.min(heightPx - 1, Math.max(0, y0 + j - 1));
      for (let i = 0; i < 4; i++) {
        const weight = (weightY[j] as number) * (weightX[i] as number);
        const at = row + (column[i] as number);
        red += weight * (linear[at] as number);
        green += weight * (linear[at + 1] as number);
        blue += weight * (linear[at + 2] as number);
      }
    }
    const upper = 3 * widthPx * y0;
    const lower = 3 * widthPx * Math.min(heightPx - 1, y0 + 1);
    const left = column[1] as number;
    const right = column[2] as number;
    const clamp = (value: number, channel: number) => {
      const a = linear[upper + left + channel] as number;
      const b = linear[upper + right + channel] as number;
      const c = linear[lower + left + channel] as number;
      const d = linear[lower + right + channel] as number;
      return Math.min(Math.max(a, b, c, d), Math.max(Math.min(a, b, c, d), value));
    };
    out[0] = clamp(red, 0);
    out[1] = clamp(green, 1);
    out[2] = clamp(blue, 2);
  };
}

/** Weights of the pixels at -1, 0, 1, 2 for a position `t` in [0, 1) after pixel 0 (Catmull-Rom, tension 0.5). */
function catmullRom(t: number, weights: Float64Array): void {
  const t2 = t * t;
  const t3 = t2 * t;
  weights[0] = -0.5 * t3 + t2 - 0.5 * t;
  weights[1] = 1.5 * t3 - 2.5 * t2 + 1;
  weights[2] = -1.5 * t3 + 2 * t2 + 0.5 * t;
  weights[3] = 0.5 * t3 - 0.5 * t2;
}
