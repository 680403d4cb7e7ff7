import { describe, expect, it } from 'vitest';
import { codeFromLinear, linearFromCode, linearFromSrgb, srgbFromLinear } from './colour.js';

describe('sRGB transfer', () => {
  it('brings every 8-bit code back to itself', () => {
    for (let code = 0; code < 256; code++) expect(codeFromLinear(linearFromCode(code))).toBe(code);
  });

  it('is its own inverse between codes', () => {
    for (const value of [0, 0.001, 0.0031308, 0.04, 0.2, 0.5, 0.99, 1]) {
      expect(linearFromSrgb(srgbFromLinear(value))).toBeCloseTo(value, 6);
    }
  });

  it('clamps what a lamp or a filter pushes out of range', () => {
    expect(codeFromLinear(-0.3)).toBe(0);
    expect(codeFromLinear(1.7)).toBe(255);
  });
});
