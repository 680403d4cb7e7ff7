import { describe, expect, it } from 'vitest';
import { createPlane } from './image.js';
import type { LatentPyramid, LatentSizePx } from './ports.js';
import { latentSizesPx } from './ports.js';
import { createLatentMasks, mixStylemaps } from './stylemap.js';

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

describe('mixStylemaps', () => {
  it.each([0, 0.25, 1])('moves by strength %s inside the mask and not outside', (strength) => {
    const mixed = mixStylemaps(constantPyramid(2), constantPyramid(6), createLatentMasks(leftHalf()), strength);
    for (const size of latentSizesPx) {
      expect(mixed[size].data[0]).toBeCloseTo(2 + 4 * strength, 5);
      expect(mixed[size].data[size - 1]).toBe(2);
    }
  });
});
