import { describe, expect, it } from 'vitest';
import { codeFromLinear, linearFromAverage, linearFromCode, linearFromSrgb, srgbFromLinear } from './colour.js';

describe('sRGB transfer', () => {
  it('brings every 8-bit code back to itself', () => {
    for (let code = 0; code < 256; code++) expect(codeFromLinear(linearFromCode(code))).toBe(code);
  });

  it('is its own inverse between codes', () => {
    for (const value of [0, 0.001, 0.0031308, 0.04, 0.2, 0.5, 0.99, 1]) {
      expect(linearFromSrgb(srgbFromLinear(value))).toBeCloseTo(value, 6);
    }
  });

  it('interpolates averages between codes', () => {
    for (let value = 0; value <= 255; value += 0.37) {
      expect(Math.abs(linearFromAverage(value) - linearFromSrgb(value / 255))).toBeLessThan(2e-5);
    }
    expect(linearFromAverage(-3)).toBeLessThanOrEqual(0);
    expect(linearFromAverage(300)).toBe(1);
  });

  it('clamps what a lamp or a filter pushes out of range', () => {
    expect(codeFromLinear(-0.3)).toBe(0);
    expect(codeFromLinear(1.7)).toBe(255);
  });
});
