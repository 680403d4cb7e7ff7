import { describe, expect, it } from 'vitest';
import { boxMean, gaussianBlur } from './box-blur.js';
import { createPlane } from './image.js';

function impulse(size: number, x: number, y: number) {
  const plane = createPlane(size, size);
  plane.data[y * size + x] = 1;
  return plane;
}

describe('boxMean', () => {
  it('spreads a point over the square and keeps the total inside', () => {
    const { data } = boxMean(impulse(11, 5, 5), 2);
    expect(data[5 * 11 + 5]).toBeCloseTo(1 / 25, 6);
    expect(data[3 * 11 + 7]).toBeCloseTo(1 / 25, 6);
    expect(data[2 * 11 + 5]).toBeCloseTo(0, 6);
  });

  it('counts only existing pixels at the edges', () => {
    const plane = createPlane(6, 6);
    plane.data.fill(3);
    for (const value of boxMean(plane, 4).data) expect(value).toBeCloseTo(3, 5);
  });
});

describe('gaussianBlur', () => {
  it('has the shape of a Gaussian and is zero beyond three sigma', () => {
    const { data } = gaussianBlur(impulse(41, 20, 20), 4);
    const at = (dx: number, dy: number) => data[(20 + dy) * 41 + 20 + dx] ?? NaN;
    expect(at(4, 0) / at(0, 0)).toBeCloseTo(Math.exp(-0.5), 4);
    expect(at(3, 4)).toBeCloseTo(at(4, 3), 6);
    expect(at(13, 0)).toBe(0);
    expect(data.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 4);
  });

  it('loses light at the border, as zeros outside do', () => {
    const { data } = gaussianBlur(impulse(41, 0, 20), 4);
    expect(data.reduce((a, b) => a + b, 0)).toBeLessThan(0.6);
  });
});
