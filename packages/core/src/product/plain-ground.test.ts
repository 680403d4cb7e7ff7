import { expect, it } from 'vitest';
import type { RgbaImage } from '../image/image.js';
import { clothingClasses, type ClassConfidences } from '../ports.js';
import { clearGaps, keyedMask } from './plain-ground.js';

/** A dark square on white with two white holes, left and right. */
function squareWithHoles(): RgbaImage {
  const data = new Uint8ClampedArray(64 * 64 * 4).fill(255);
  for (let y = 8; y < 56; y++) {
    for (let x = 8; x < 56; x++) {
      const isHole = y >= 24 && y < 40 && ((x >= 14 && x < 26) || (x >= 38 && x < 50));
      if (!isHole) data.set([40, 40, 60], (y * 64 + x) * 4);
    }
  }
  return { widthPx: 64, heightPx: 64, data };
}

it('tells a gap from a print of the same colour by what the parser takes for cloth', () => {
  // The left half is background to the parser, the right half a top.
  const parsed: ClassConfidences = { widthPx: 64, heightPx: 64, data: new Float32Array(clothingClasses.length * 64 * 64) };
  for (let i = 0; i < 64 * 64; i++) parsed.data[(i % 64 < 32 ? 0 : clothingClasses.indexOf('top')) * 64 * 64 + i] = 1;
  const keyed = keyedMask(squareWithHoles(), parsed, 64, 64)!;
  const [left, right] = [32 * 64 + 20, 32 * 64 + 44];
  expect([keyed.mask.data[left], keyed.mask.data[right]]).toEqual([1, 1]);
  expect(keyed.enclosed.components).toHaveLength(2);
  clearGaps(keyed.mask, keyed.enclosed, parsed);
  expect([keyed.mask.data[left], keyed.mask.data[right]]).toEqual([0, 1]);
});
