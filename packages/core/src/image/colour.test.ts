import { describe, expect, it } from 'vitest';
import { codeFromLinear, fadeLight, linearFromAverage, linearFromCode, linearFromSrgb, srgbFromLinear } from './colour.js';

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

describe('a fade between two lights', () => {
  it('begins and ends at them to the bit, and does not leap near either', () => {
    expect([fadeLight(0.3, 0.7, 0), fadeLight(0.3, 0.7, 1)]).toEqual([0.3, 0.7]);
    expect(fadeLight(0.3, 0.7, 1e-9)).toBeCloseTo(0.3, 7);
    expect(fadeLight(0.3, 0.7, 1 - 1e-9)).toBeCloseTo(0.7, 7);
  });

  it('looks even: halfway between black and white is a middle grey', () => {
    const codes = [0.25, 0.5, 0.75].map((share) => codeFromLinear(fadeLight(0, 1, share)));
    for (const [i, even] of [64, 128, 191].entries()) expect(Math.abs(codes[i]! - even)).toBeLessThan(12);
  });

  it('takes light below zero, as interpolation leaves it, for black', () => {
    expect(fadeLight(-0.01, 0.04, 0.5)).toBeCloseTo(0.01, 6);
  });
});
