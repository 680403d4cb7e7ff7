import sharp from 'sharp';
import type { ExaminedProduct, RgbaImage } from '@stylemap-tryon/core';

const sidePx = 256;

/** The cut-out on nothing, 256 px: what is not cloth is clear. */
export async function drawPreview(image: RgbaImage, { crop, seen }: ExaminedProduct): Promise<Uint8Array> {
  const data = new Uint8ClampedArray(sidePx * sidePx * 4);
  for (let i = 0; i < sidePx * sidePx; i++) {
    const x = Math.floor(crop.xPx + (((i % sidePx) + 0.5) / sidePx) * crop.widthPx);
    const y = Math.floor(crop.yPx + ((Math.floor(i / sidePx) + 0.5) / sidePx) * crop.heightPx);
    const isInside = x >= 0 && y >= 0 && x < image.widthPx && y < image.heightPx;
    if (!isInside) continue;
    const at = (y * image.widthPx + x) * 4;
    data.set(image.data.subarray(at, at + 3), i * 4);
    const column = Math.floor(((i % sidePx) / sidePx) * seen.widthPx);
    const row = Math.floor((Math.floor(i / sidePx) / sidePx) * seen.heightPx);
    data[i * 4 + 3] = 255 * (seen.data[row * seen.widthPx + column] as number);
  }
  const raw = { width: sidePx, height: sidePx, channels: 4 } as const;
  return sharp(data, { raw }).webp({ quality: 80 }).toBuffer();
}
