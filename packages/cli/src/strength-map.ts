import type { RgbaImage, StrengthMap } from '@stylemap-tryon/core';
import { UsageError } from './usage-error.js';

/**
 * A picture of the photo's size as a strength map: black keeps the photo, white is full strength.
 * @throws UsageError when the sizes differ
 */
export function strengthMapOf({ widthPx, heightPx, data }: RgbaImage, photo: RgbaImage): StrengthMap {
  if (widthPx !== photo.widthPx || heightPx !== photo.heightPx) {
    const sizes = `it has ${widthPx} x ${heightPx} px, the photo ${photo.widthPx} x ${photo.heightPx} px`;
    throw new UsageError(`--strength-map has the size of the photo: ${sizes}.`);
  }
  const alpha = new Uint8Array(widthPx * heightPx);
  for (let i = 0; i < alpha.length; i++) {
    const [red = 0, green = 0, blue = 0] = data.subarray(4 * i, 4 * i + 3);
    alpha[i] = Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  }
  return { rect: { xPx: 0, yPx: 0, widthPx, heightPx }, alpha };
}
