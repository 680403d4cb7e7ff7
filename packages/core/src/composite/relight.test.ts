import { describe, expect, it } from 'vitest';
import { luminance } from '../image/colour.js';
import { relight } from './relight.js';

const lit = (cloth: readonly number[], logGain: number): Float32Array => {
  const out = Float32Array.from(cloth);
  relight(out, logGain);
  return out;
};

describe('relight', () => {
  it.each([
    [[0.4, 0.1, 0.1], -1, [0.17743, 0.02861, 0.02861]],
    [[0.05, 0.2, 0.6], 0.5, [0.10326, 0.33802, 0.84591]],
    [[0.9, 0.85, 0.8], -2, [0.12588, 0.11433, 0.10324]],
    [[0, 0.01, 0.3], 1.2, [0, 0.06307, 0.70014]],
  ])('makes of %j under %f what the training does (`stylemapgan.colour.relit`)', (cloth, logGain, expected) => {
    lit(cloth, logGain).forEach((value, c) => expect(value).toBeCloseTo(expected[c] as number, 4));
  });

  it('leaves cloth alone where the light is the same', () => {
    lit([0.31, 0.02, 0.77], 0).forEach((value, c) => expect(value).toBeCloseTo([0.31, 0.02, 0.77][c] as number, 6));
  });

  it('multiplies the luminance by the gain and saturates shadows', () => {
    const [red, green, blue] = lit([0.5, 0.25, 0.2], -0.8) as unknown as [number, number, number];
    expect(luminance(red, green, blue)).toBeCloseTo(Math.exp(-0.8) * luminance(0.5, 0.25, 0.2), 6);
    expect(red / green).toBeGreaterThan(2.2);
  });

  it('stays finite and in range for black, white and gains that no light has', () => {
    for (const cloth of [
      [0, 0, 0],
      [1, 1, 1],
      [1, 0, 0],
    ])
      for (const logGain of [-99, 99])
        for (const value of lit(cloth, logGain)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
  });

  it('keeps greys grey', () => {
    const [red, green, blue] = lit([0.3, 0.3, 0.3], -0.7);
    expect(green).toBeCloseTo(red as number, 6);
    expect(blue).toBeCloseTo(red as number, 6);
  });
});
