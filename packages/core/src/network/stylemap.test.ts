import { describe, expect, it } from 'vitest';
import type { Plane } from '../image/image.js';
import { createPlane } from '../image/image.js';
import type { LatentPyramid, LatentSizePx } from '../ports.js';
import { latentSizesPx } from '../ports.js';
import { createLatentMasks, createStyleShares, interpolateStylemaps, mixStylemaps } from './stylemap.js';

const constantPyramid = (value: number): LatentPyramid =>
  Object.fromEntries(
    latentSizesPx.map((size: LatentSizePx) => [
      size,
      { shape: [1, 2, size, size], data: new Float32Array(2 * size * size).fill(value) },
    ]),
  ) as unknown as LatentPyramid;

const leftHalf = () => {
  const mask = createPlane(256, 256);
  for (let i = 0; i < mask.data.length; i++) mask.data[i] = i % 256 < 100 ? 1 : 0;
  return mask;
};

describe('latent masks', () => {
  it('keep a level pixel that a single canonical pixel touches', () => {
    const mask = createPlane(256, 256);
    mask.data[200 * 256 + 40] = 1;
    const masks = createLatentMasks(mask);
    expect(masks[8].data[6 * 8 + 1]).toBe(1);
    expect(masks[128].data[100 * 128 + 20]).toBe(1);
    expect(masks[128].data.reduce((a, b) => a + b, 0)).toBe(1);
  });
});

const halfOf = (mask: Plane) => ({ ...mask, data: mask.data.map((value, i) => (i % 256 < 50 ? value : 0)) });

describe('mixStylemaps', () => {
  const [worn, product] = [constantPyramid(2), constantPyramid(6)];

  it.each([0, 0.25, 1])('moves by strength %s on the garment and leaves the product style around it', (strength) => {
    const mask = leftHalf();
    const mixed = mixStylemaps(worn, product, createStyleShares(mask, mask, strength));
    for (const size of latentSizesPx) {
      expect(mixed[size].data[0]).toBeCloseTo(2 + 4 * strength, 5);
      expect(mixed[size].data[size - 1]).toBe(6);
    }
  });

  it('gives the product to the bit at full strength, whatever the softness of the mask', () => {
    const mask = leftHalf();
    for (let i = 0; i < mask.data.length; i++) mask.data[i] = Math.fround((mask.data[i] ?? 0) * Math.abs(Math.sin(i)));
    const reference = constantPyramid(Math.fround(0.1));
    expect(mixStylemaps(worn, reference, createStyleShares(mask, mask, 1))).toEqual(reference);
  });

  it('keeps the worn style where the strength map is zero, at every level', () => {
    const mask = leftHalf();
    const mixed = mixStylemaps(worn, product, createStyleShares(mask, halfOf(mask), 1));
    for (const size of latentSizesPx) {
      expect(mixed[size].data[0]).toBe(6);
      expect(mixed[size].data[Math.floor((90 / 256) * size)]).toBe(2);
    }
  });
});

describe('interpolateStylemaps', () => {
  it.each([
    [0, 2],
    [0.25, 3],
    [1, 6],
  ])('goes %s of the way at every level', (amount, expected) => {
    const between = interpolateStylemaps(constantPyramid(2), constantPyramid(6), amount);
    for (const size of latentSizesPx) expect([...new Set(between[size].data)]).toEqual([expected]);
  });
});
