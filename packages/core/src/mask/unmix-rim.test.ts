import { describe, expect, it } from 'vitest';
import { codeFromLinear, linearFromCode } from '../image/colour.js';
import type { RgbaImage } from '../image/image.js';
import type { GarmentMask } from './garment-mask.js';
import { unmixRim } from './unmix-rim.js';

const [widthPx, heightPx] = [60, 20];
const edgePx = 30;

/** Cloth on the left, a wall on the right, blurred over two pixels about column 30; every pixel of the lens's mixture. */
function photoOf(cloth: number, wall: number): RgbaImage {
  const data = new Uint8ClampedArray(4 * widthPx * heightPx).fill(255);
  for (let i = 0; i < widthPx * heightPx; i++) {
    const x = i % widthPx;
    data.fill(codeFromLinear(shareAt(x) * cloth + (1 - shareAt(x)) * wall), 4 * i, 4 * i + 3);
  }
  return { widthPx, heightPx, data };
}
function shareAt(x: number): number {
  return Math.min(1, Math.max(0, (edgePx + 1 - x - 0.5) / 2));
}
/** As the guided filter may find it: an outline one pixel too far in. */
function maskOf(): GarmentMask {
  const alpha = new Uint8Array(widthPx * heightPx);
  for (let i = 0; i < alpha.length; i++) alpha[i] = Math.round(255 * shareAt((i % widthPx) + 1));
  return { rect: { xPx: 0, yPx: 0, widthPx, heightPx }, alpha };
}
const row = 10 * widthPx;

describe('unmixRim', () => {
  it('finds how much of each soft pixel is the garment', () => {
    const { mask } = unmixRim(photoOf(0.9, 0.1), maskOf());
    for (const x of [28, 29, 30, 31]) expect((mask.alpha[row + x] as number) / 255).toBeCloseTo(shareAt(x), 1);
  });

  it('lets new cloth meet what is behind, without the old one', () => {
    const photo = photoOf(0.9, 0.1);
    const { mask, rim } = unmixRim(photo, maskOf());
    for (const x of [28, 29, 30, 31]) {
      const share = (mask.alpha[row + x] as number) / 255;
      const worn = linearFromCode(rim.get(row + x)?.[0] ?? (photo.data[4 * (row + x)] as number));
      const dressed = linearFromCode(photo.data[4 * (row + x)] as number) + share * (0.02 - worn);
      expect(dressed).toBeCloseTo(shareAt(x) * 0.02 + (1 - shareAt(x)) * 0.1, 1);
      expect(dressed).toBeLessThan(0.12);
    }
  });

  it('keeps the mask where cloth and wall are alike', () => {
    const { mask, rim } = unmixRim(photoOf(0.5, 0.48), maskOf());
    expect(mask.alpha).toEqual(maskOf().alpha);
    expect(rim.size).toBe(0);
  });

  it('keeps the mask where a third thing lies on the edge', () => {
    const red = photoOf(0.9, 0.1);
    for (let i = 0; i < widthPx * heightPx; i++) if (Math.abs((i % widthPx) - 29) <= 1) red.data.set([255, 0, 0], 4 * i);
    const { mask } = unmixRim(red, maskOf());
    expect(mask.alpha[row + 29]).toBe(maskOf().alpha[row + 29]);
  });
});
