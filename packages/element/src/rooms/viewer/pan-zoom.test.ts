import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestScale, pan, whole, zoom } from './pan-zoom.js';

const size = { widthPx: 400, heightPx: 300 };

describe('a magnified picture', () => {
  it('keeps what lies under the pointer where it is', () => {
    const twice = zoom(whole, 2, 100, -50, size);
    expect(twice).toEqual({ scale: 2, xPx: -100, yPx: 50 });
    // The point's place in the picture, before and after.
    expect((100 - twice.xPx) / twice.scale).toBe(100);
  });

  it('is whole again in the middle, however it was moved', () => {
    const moved = pan(zoom(whole, 4, 0, 0, size), 500, 500, size);
    expect(zoom(moved, 0.1, 30, 30, size)).toEqual(whole);
  });

  it('never leaves its window uncovered, and is never larger than six times', () => {
    const act = fc.tuple(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.integer({ min: -300, max: 300 }));
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const end = acts.reduce((state, [factor, by]) => pan(zoom(state, factor, by, -by, size), by, by, size), whole);
        expect(end.scale).toBeGreaterThanOrEqual(1);
        expect(end.scale).toBeLessThanOrEqual(largestScale);
        expect(Math.abs(end.xPx)).toBeLessThanOrEqual(((end.scale - 1) * size.widthPx) / 2 + 1e-6);
        expect(Math.abs(end.yPx)).toBeLessThanOrEqual(((end.scale - 1) * size.heightPx) / 2 + 1e-6);
      }),
    );
  });
});
