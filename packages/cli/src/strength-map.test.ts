import { describe, expect, it } from 'vitest';
import { UsageError } from './usage-error.js';
import { strengthMapOf } from './strength-map.js';

const picture = (widthPx: number, heightPx: number, ...pixels: number[]) => ({
  widthPx,
  heightPx,
  data: Uint8ClampedArray.from(pixels.flatMap((grey) => [grey, grey, grey, 255])),
});

describe('a strength map from a picture', () => {
  it('is its grey, value by value, over the whole photo', () => {
    const map = strengthMapOf(picture(3, 1, 0, 127, 255), picture(3, 1, 9, 9, 9));
    expect(map).toEqual({ rect: { xPx: 0, yPx: 0, widthPx: 3, heightPx: 1 }, alpha: new Uint8Array([0, 127, 255]) });
  });

  it('of another size is misuse', () => {
    expect(() => strengthMapOf(picture(1, 3, 0, 0, 0), picture(3, 1, 0, 0, 0))).toThrow(UsageError);
    expect(() => strengthMapOf(picture(1, 3, 0, 0, 0), picture(3, 1, 0, 0, 0))).toThrow('1 x 3 px, the photo 3 x 1 px');
  });
});
