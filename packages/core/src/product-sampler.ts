import type { GarmentView } from './garment-view.js';

/** Writes linear-light RGB at a continuous position (pixel centres at half integers) to `out`. */
export type ProductSampler = (xPx: number, yPx: number, out: Float32Array) => void;

/**
 * Catmull-Rom sampling, clamped to the four nearest pixels: prints stay sharp when enlarged, without a halo.
 */
export function createProductSampler({ widthPx, heightPx, linear }: GarmentView): ProductSampler {
  const weightsX = new Float32Array(4);
  const weightsY = new Float32Array(4);
  const columns = new Int32Array(4);
  return (xPx, yPx, out) => {
    const x = Math.min(Math.max(xPx - 0.5, 0), widthPx - 1);
    const y = Math.min(Math.max(yPx - 0.5, 0), heightPx - 1);
    const x0 = Math.floor(x);
    const y0 = Math.floor(y);
    catmullRom(x - x0, weightsX);
    catmullRom(y - y0, weightsY);
    for (let i = 0; i < 4; i++) columns[i] = 3 * Math.min(widthPx - 1, Math.max(0, x0 + i - 1));
    const upper = 3 * y0 * widthPx;
    const lower = 3 * Math.min(heightPx - 1, y0 + 1) * widthPx;
    const left = columns[1] as number;
    const right = columns[2] as number;
    for (let c = 0; c < 3; c++) {
      let sum = 0;
      for (let j = 0; j < 4; j++) {
        const row = 3 * Math.min(heightPx - 1, Math.max(0, y0 + j - 1)) * widthPx + c;
        sum +=
          (weightsY[j] as number) *
          ((weightsX[0] as number) * (linear[row + (columns[0] as number)] as number) +
            (weightsX[1] as number) * (linear[row + left] as number) +
            (weightsX[2] as number) * (linear[row + right] as number) +
            (weightsX[3] as number) * (linear[row + (columns[3] as number)] as number));
      }
      const a = linear[upper + left + c] as number;
      const b = linear[upper + right + c] as number;
      const d = linear[lower + left + c] as number;
      const e = linear[lower + right + c] as number;
      out[c] = Math.min(Math.max(a, b, d, e), Math.max(Math.min(a, b, d, e), sum));
    }
  };
}

/** Weights of the pixels at -1, 0, 1, 2 for a position `t` in [0, 1) after pixel 0 (Catmull-Rom, tension 0.5). */
function catmullRom(t: number, weights: Float32Array): void {
  const t2 = t * t;
  const t3 = t2 * t;
  weights[0] = -0.5 * t3 + t2 - 0.5 * t;
  weights[1] = 1.5 * t3 - 2.5 * t2 + 1;
  weights[2] = -1.5 * t3 + 2 * t2 + 0.5 * t;
  weights[3] = 0.5 * t3 - 0.5 * t2;
}
