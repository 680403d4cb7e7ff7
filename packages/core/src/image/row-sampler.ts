import type { Tensor } from './image.js';

/**
 * Bilinear up-sampling of a small tensor `[1, C, H, W]` along the rows of a photo: the two latent rows around a photo row are blended
 * once per row, then each photo column is one interpolation. Positions are fractions of the crop, pixel centres at half integers.
 */
export interface RowSampler {
  moveTo(fractionY: number): void;
  /** Value of a channel at the `column`-th of the columns given at creation. */
  at(channel: number, column: number): number;
}

export function createRowSampler(tensor: Tensor, columnFractions: Float32Array): RowSampler {
  const [, channels = 0, heightPx = 0, widthPx = 0] = tensor.shape;
  const left = new Int32Array(columnFractions.length);
  const share = new Float32Array(columnFractions.length);
  columnFractions.forEach((fraction, i) => {
    const position = Math.min(Math.max(fraction * widthPx - 0.5, 0), widthPx - 1);
    left[i] = Math.min(Math.floor(position), widthPx - 2);
    share[i] = position - left[i];
  });
  const row = new Float32Array(channels * widthPx);
  return {
    moveTo(fractionY) {
      const position = Math.min(Math.max(fractionY * heightPx - 0.5, 0), heightPx - 1);
      const top = Math.min(Math.floor(position), heightPx - 2);
      const lower = position - top;
      for (let c = 0; c < channels; c++) {
        const start = (c * heightPx + top) * widthPx;
        for (let x = 0; x < widthPx; x++) {
          const above = tensor.data[start + x] as number;
          row[c * widthPx + x] = above + lower * ((tensor.data[start + widthPx + x] as number) - above);
        }
      }
    },
    at(channel, column) {
      const index = channel * widthPx + (left[column] as number);
      const from = row[index] as number;
      return from + (share[column] as number) * ((row[index + 1] as number) - from);
    },
  };
}
