import { describe, expect, it } from 'vitest';
import type { GarmentMask } from './mask/garment-mask.js';
import { isOff, strengthAt, weakenMask } from './strength.js';

const mask: GarmentMask = {
  rect: { xPx: 10, yPx: 20, widthPx: 4, heightPx: 2 },
  alpha: new Uint8Array([9, 80, 255, 255, 1, 2, 3, 4]),
};

describe('a strength map', () => {
  it('multiplies the mask where the two meet and clears it elsewhere', () => {
    const map = { rect: { xPx: 11, yPx: 15, widthPx: 2, heightPx: 6 }, alpha: new Uint8Array(12).fill(255) };
    map.alpha[11] = 51;
    expect(weakenMask(mask, map)).toEqual({ rect: mask.rect, alpha: new Uint8Array([0, 80, 51, 0, 0, 0, 0, 0]) });
  });

  it('changes nothing where it is 255, and need not be there', () => {
    expect(weakenMask(mask, { rect: mask.rect, alpha: new Uint8Array(8).fill(255) })).toEqual(mask);
    expect(weakenMask(mask, undefined)).toBe(mask);
  });

  it('clears a mask that it never meets', () => {
    const map = { rect: { xPx: 0, yPx: 0, widthPx: 10, heightPx: 30 }, alpha: new Uint8Array(300).fill(255) };
    expect(weakenMask(mask, map).alpha).toEqual(new Uint8Array(8));
  });

  it('is off where all of it is zero, as is a strength of zero', () => {
    const zero = { rect: mask.rect, alpha: new Uint8Array(8) };
    expect(isOff({ strength: 1, strengthMap: zero })).toBe(true);
    expect(isOff({ strength: 0, strengthMap: mask })).toBe(true);
    expect(isOff({ strength: 0.01, strengthMap: mask })).toBe(false);
    expect(isOff({ strength: 1, strengthMap: undefined })).toBe(false);
  });

  it('is looked up in the pixels of the photo, and is zero outside of its rectangle', () => {
    const half = { strength: 0.5, strengthMap: mask };
    expect([strengthAt(half, 12, 20), strengthAt(half, 13, 21)]).toEqual([0.5, 2 / 255]);
    for (const [x, y] of [
      [9, 20],
      [14, 20],
      [10, 19],
      [10, 22],
    ] as const) {
      expect(strengthAt(half, x, y)).toBe(0);
    }
    expect(strengthAt({ strength: 0.5, strengthMap: undefined }, 0, 0)).toBe(0.5);
  });
});
