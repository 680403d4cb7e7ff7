import { describe, expect, it } from 'vitest';
import { fitSurface } from './smooth-surface.js';

const vignette = (x: number, y: number) => 220 - 30 * (x * x + y * y) + 5 * x;

describe('a smooth surface', () => {
  it('goes on over what was not seen as it goes about it', () => {
    const seen: number[] = [];
    for (let x = -1; x <= 1; x += 0.05) {
      for (let y = -1; y <= 1; y += 0.05) if (Math.max(Math.abs(x), Math.abs(y)) > 0.6) seen.push(x, y, vignette(x, y));
    }
    const surface = fitSurface(Float64Array.from(seen), 2);
    for (const [x, y] of [
      [0, 0],
      [0.3, -0.4],
      [1, 1],
    ] as const)
      expect(surface.at(x, y)).toBeCloseTo(vignette(x, y), 1);
  });

  it('stays level where one sample is all there is', () => {
    const surface = fitSurface(Float64Array.from([0, 0, 128]), 2);
    expect(surface.at(0.9, -0.7)).toBeCloseTo(128, 0);
  });
});
