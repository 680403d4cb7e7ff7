import { describe, expect, it } from 'vitest';
import { maxDifferenceOutsideMask } from './outside-difference.js';

describe('the difference outside the mask', () => {
  const photo = { widthPx: 4, heightPx: 3, data: new Uint8ClampedArray(48).fill(100) };
  /** Column 1 to 2 of row 1; the mask is set in column 2 only. */
  const mask = { rect: { xPx: 1, yPx: 1, widthPx: 2, heightPx: 1 }, alpha: new Uint8Array([0, 1]) };
  const changedAt = (xPx: number, yPx: number) => {
    const data = photo.data.slice();
    data[(yPx * 4 + xPx) * 4 + 2] = 93;
    return { ...photo, data };
  };

  it('does not see what the mask covers, however thinly', () => {
    expect(maxDifferenceOutsideMask(photo, changedAt(2, 1), [mask])).toBe(0);
  });

  it('is what no mask covers', () => {
    const second = { rect: { xPx: 0, yPx: 2, widthPx: 1, heightPx: 1 }, alpha: new Uint8Array([255]) };
    expect(maxDifferenceOutsideMask(photo, changedAt(0, 2), [mask])).toBe(7);
    expect(maxDifferenceOutsideMask(photo, changedAt(0, 2), [mask, second])).toBe(0);
  });

  it.each([
    [1, 1],
    [0, 1],
    [3, 1],
    [2, 0],
    [2, 2],
    [0, 0],
    [3, 2],
  ])('sees a change at %d, %d', (xPx, yPx) => {
    expect(maxDifferenceOutsideMask(photo, changedAt(xPx, yPx), [mask])).toBe(7);
  });
});
