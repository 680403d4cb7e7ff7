import { codeFromLinear, linearFromCode } from '../image/colour.js';
import type { RgbaImage } from '../image/image.js';
import type { GarmentMask } from './garment-mask.js';

/** 8-bit sRGB. */
export type RimColour = readonly [red: number, green: number, blue: number];

/** What the worn garment alone looks like where a pixel shows a mixture of it and what is behind it; by the pixel's index in the photo. */
export type Rim = ReadonlyMap<number, RimColour>;

/** Blur of lens and resampling, of the longer side of a garment's surroundings: one pixel of a small photo. */
const blurShare = 1 / 500;
const blurRangePx = [1, 6] as const;
/** Steps away from the edge at which the colours on both sides are taken, in blurs. */
const steps = [2, 2.5, 3] as const;
/** Colours nearer than this in linear light cannot be told apart in a mixture. */
const leastContrast = 0.06;
/** Farther from the line between both colours than this share of its length is a third thing: hair, a seam, a pattern. */
const largestResidual = 0.25;
/** Slope of the mask, over two blurs, from which an edge has a direction. */
const leastSlope = 64;

/**
 * Takes the worn garment's colour out of soft pixels. A pixel on the outline shows `P = t F + (1 - t) B` in linear light, F the garment's colour inside, B
 * what is behind it; t is found by projection onto the line from B to F (two-colour matting, as in Porter and Duff 1984), and becomes the mask. F is kept,
 * so that `P + t (R - F)` shows the new cloth R over B alone, and no rim of the old one.
 *
 * Where the two colours are alike, or the pixel is something else, the mask stays as it is.
 */
export function unmixRim(photo: RgbaImage, mask: GarmentMask): { readonly mask: GarmentMask; readonly rim: Rim } {
  const { rect, alpha } = mask;
  const { widthPx, heightPx } = rect;
  const [least, most] = blurRangePx;
  const blurPx = Math.min(most, Math.max(least, Math.round(blurShare * Math.max(widthPx, heightPx))));
  const at = (x: number, y: number) => (x < 0 || y < 0 || x >= widthPx || y >= heightPx ? 0 : (alpha[y * widthPx + x] as number));
  const pixelAt = (x: number, y: number) => (rect.yPx + y) * photo.widthPx + rect.xPx + x;

  /** Mean colour along a ray, where the mask is wholly `opacity`. */
  const colourAlong = (x: number, y: number, stepX: number, stepY: number, opacity: number): Linear | undefined => {
    const sum: Linear = [0, 0, 0];
    let count = 0;
    for (const step of steps) {
      const [toX, toY] = [Math.round(x + step * blurPx * stepX), Math.round(y + step * blurPx * stepY)];
      if (toX < 0 || toY < 0 || toX >= widthPx || toY >= heightPx || at(toX, toY) !== opacity) continue;
      linearAt(photo, pixelAt(toX, toY)).forEach((value, c) => (sum[c as 0 | 1 | 2] += value));
      count++;
    }
    return count === 0 ? undefined : [sum[0] / count, sum[1] / count, sum[2] / count];
  };

  const unmixed = alpha.slice();
  const rim = new Map<number, RimColour>();
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const opacity = alpha[y * widthPx + x] as number;
      if (opacity === 255) continue;
      const slopeX = at(x + blurPx, y) - at(x - blurPx, y);
      const slopeY = at(x, y + blurPx) - at(x, y - blurPx);
      const slope = Math.hypot(slopeX, slopeY);
      if (slope < leastSlope) continue;
      const [inX, inY] = [slopeX / slope, slopeY / slope];
      const worn = colourAlong(x, y, inX, inY, 255);
      const behind = colourAlong(x, y, -inX, -inY, 0);
      if (!worn || !behind) continue;
      const share = shareOf(linearAt(photo, pixelAt(x, y)), worn, behind);
      if (share === undefined) continue;
      unmixed[y * widthPx + x] = Math.round(255 * share);
      rim.set(pixelAt(x, y), worn.map(codeFromLinear) as unknown as RimColour);
    }
  }
  return { mask: { rect, alpha: unmixed }, rim };
}

type Linear = [red: number, green: number, blue: number];

function linearAt({ data }: RgbaImage, pixel: number): Linear {
  return [
    linearFromCode(data[4 * pixel] as number),
    linearFromCode(data[4 * pixel + 1] as number),
    linearFromCode(data[4 * pixel + 2] as number),
  ];
}

/** How much of a mixture is the garment, in [0, 1]; `undefined` where it is no mixture of the two. */
function shareOf(mixed: Linear, worn: Linear, behind: Linear): number | undefined {
  const line = worn.map((value, c) => value - (behind[c] as number));
  const offset = mixed.map((value, c) => value - (behind[c] as number));
  const squared = line.reduce((sum, value) => sum + value ** 2, 0);
  if (squared < leastContrast ** 2) return undefined;
  const share = line.reduce((sum, value, c) => sum + value * (offset[c] as number), 0) / squared;
  const clamped = Math.min(1, Math.max(0, share));
  const residual = Math.hypot(...offset.map((value, c) => value - clamped * (line[c] as number)));
  return residual > largestResidual * Math.sqrt(squared) ? undefined : clamped;
}
