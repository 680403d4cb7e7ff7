import { describe, expect, it } from 'vitest';
import type { Plane } from './image.js';
import { resamplePlane, samplePlane, wholeOf } from './resample.js';
import { createRowSampler } from './row-sampler.js';

const ramp = (widthPx: number, heightPx: number): Plane => ({
  widthPx,
  heightPx,
  data: Float32Array.from({ length: widthPx * heightPx }, (_, i) => (i % widthPx) + 10 * Math.floor(i / widthPx)),
});

describe('resamplePlane', () => {
  it('keeps every value at the same size', () => {
    const plane = ramp(7, 5);
    expect(Array.from(resamplePlane(plane, wholeOf(plane), 7, 5, 'replicate').data)).toEqual(Array.from(plane.data));
  });

  it('averages areas when shrinking, so the mean stays', () => {
    const plane = ramp(31, 17);
    const small = resamplePlane(plane, wholeOf(plane), 6, 4, 'replicate');
    const mean = (data: Float32Array) => data.reduce((a, b) => a + b, 0) / data.length;
    expect(mean(small.data)).toBeCloseTo(mean(plane.data), 3);
  });

  it('interpolates a ramp exactly when growing', () => {
    const plane = ramp(8, 8);
    const large = resamplePlane(plane, wholeOf(plane), 32, 32, 'replicate');
    expect(large.data[16 * 32 + 16]).toBeCloseTo(samplePlane(plane, (16.5 / 32) * 8, (16.5 / 32) * 8), 4);
  });

  it('ends masks and continues colours outside the source', () => {
    const plane: Plane = { widthPx: 2, heightPx: 2, data: Float32Array.of(1, 1, 1, 1) };
    const beyond = { xPx: -2, yPx: -2, widthPx: 6, heightPx: 6 };
    expect(Array.from(resamplePlane(plane, beyond, 3, 3, 'zero').data)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0]);
    expect(Array.from(resamplePlane(plane, beyond, 3, 3, 'replicate').data)).toEqual(Array<number>(9).fill(1));
  });
});

describe('createRowSampler', () => {
  it('equals bilinear sampling of the whole grid', () => {
    const plane = ramp(9, 6);
    const fractions = Float32Array.of(0, 0.04, 0.3, 0.5, 0.77, 1);
    const sampler = createRowSampler({ shape: [1, 1, 6, 9], data: plane.data }, fractions);
    for (const y of [0, 0.2, 0.51, 0.99]) {
      sampler.moveTo(y);
      fractions.forEach((x, column) => {
        expect(sampler.at(0, column)).toBeCloseTo(samplePlane(plane, x * 9, y * 6), 3);
      });
    }
  });
});
