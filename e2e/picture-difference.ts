import type { RawPicture } from './raw-picture.js';

/**
 * How far two pictures of one size are apart where they are furthest apart.
 *
 * Blocks of 12 x 12 px are compared by their mean colour, which a shifted seam, a lost garment or another dye moves, and by the
 * correlation of their luminance where there is any texture, which a shifted print breaks. Rounding of another machine or provider
 * moves neither.
 */
export interface PictureDifference {
  /** Largest difference of a block's mean in one channel, 8-bit codes. */
  readonly worstBlockCodes: number;
  /** Mean correlation of luminance over the blocks of the first picture that have texture; 1 where they are equal. */
  readonly textureCorrelation: number;
}

/**
 * What two runs may differ by. Half-size pictures of sample shoppers, rounded otherwise and encoded anew (WebP, quality 80), stay within
 * 6 codes and above 0.98; the smallest fault of `picture-difference.test.ts` is outside of one of the two.
 */
const TOLERANCE = { worstBlockCodes: 10, textureCorrelation: 0.97 };

export function looksTheSame({ worstBlockCodes, textureCorrelation }: PictureDifference): boolean {
  return worstBlockCodes < TOLERANCE.worstBlockCodes && textureCorrelation > TOLERANCE.textureCorrelation;
}

const BLOCK_PX = 12;
const CHANNELS = 3;
/** Blocks below this deviation of luminance are plain. */
const TEXTURED_CODES = 12;

export function pictureDifference(a: RawPicture, b: RawPicture): PictureDifference {
  if (a.widthPx !== b.widthPx || a.heightPx !== b.heightPx) throw new RangeError('The pictures differ in size.');
  let worstBlockCodes = 0;
  const correlations: number[] = [];
  for (let top = 0; top + BLOCK_PX <= a.heightPx; top += BLOCK_PX) {
    for (let left = 0; left + BLOCK_PX <= a.widthPx; left += BLOCK_PX) {
      const [one, other] = [block(a, left, top), block(b, left, top)];
      for (let channel = 0; channel < CHANNELS; channel++) {
        worstBlockCodes = Math.max(worstBlockCodes, Math.abs(one.means[channel]! - other.means[channel]!));
      }
      if (deviation(one.luminance) > TEXTURED_CODES) correlations.push(correlation(one.luminance, other.luminance));
    }
  }
  return { worstBlockCodes, textureCorrelation: correlations.length ? mean(correlations) : 1 };
}

function block({ data, widthPx }: RawPicture, left: number, top: number) {
  const means = [0, 0, 0];
  const luminance: number[] = [];
  for (let y = top; y < top + BLOCK_PX; y++) {
    for (let x = left; x < left + BLOCK_PX; x++) {
      const at = (y * widthPx + x) * CHANNELS;
      for (let channel = 0; channel < CHANNELS; channel++) means[channel]! += data[at + channel]! / BLOCK_PX ** 2;
      luminance.push(0.2126 * data[at]! + 0.7152 * data[at + 1]! + 0.0722 * data[at + 2]!);
    }
  }
  return { means, luminance };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  const covariance = mean(a.map((value, i) => (value - meanA) * (b[i]! - meanB)));
  return covariance / Math.max(deviation(a) * deviation(b), 1e-6);
}
