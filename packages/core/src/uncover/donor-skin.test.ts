import { describe, expect, it } from 'vitest';
import { linearFromCode } from '../image/colour.js';
import type { RgbaImage } from '../image/image.js';
import { findDonorSkin } from './donor-skin.js';

const size = 20;
const skin = [150, 100, 80] as const;

/** A hand whose right half is something else. */
function pictureOf(other: readonly number[]): { readonly image: RgbaImage; readonly inside: readonly number[] } {
  const image: RgbaImage = { widthPx: size, heightPx: size, data: new Uint8ClampedArray(size * size * 4) };
  for (let i = 0; i < size * size; i++) image.data.set([...(i % size < size / 2 ? skin : other), 255], 4 * i);
  const inside = [...Array(size * size).keys()].filter((i) => i > size && i < size * (size - 1));
  return { image, inside };
}

describe('the colour of a hand', () => {
  it.each([
    ['a white wall', [250, 250, 252]],
    ['a blue bag', [40, 60, 120]],
  ])('is that of its skin, whatever lies about it: %s', (_, other) => {
    const { image, inside } = pictureOf(other);
    findDonorSkin(image, inside)!.linear.forEach((value, c) => expect(value).toBeCloseTo(linearFromCode(skin[c]!), 3));
  });

  it.each([
    [60, 40, 32],
    [120, 84, 62],
    [236, 200, 176],
  ])('is known of every tone: %d, %d, %d', (...tone) => {
    const { image, inside } = pictureOf(tone);
    expect(findDonorSkin(image, inside)).toBeDefined();
    const { image: all } = pictureOf(tone);
    for (let i = 0; i < size * size; i++) all.data.set([...tone, 255], 4 * i);
    findDonorSkin(all, inside)!.linear.forEach((value, c) => expect(value).toBeCloseTo(linearFromCode(tone[c]!), 3));
  });

  it('is not known of a glove, nor of a few pixels', () => {
    const { image, inside } = pictureOf([30, 30, 30]);
    const glove = inside.filter((i) => i % size >= size / 2);
    expect(findDonorSkin(image, glove)).toBeUndefined();
    expect(findDonorSkin(image, inside.slice(0, 8))).toBeUndefined();
  });
});
