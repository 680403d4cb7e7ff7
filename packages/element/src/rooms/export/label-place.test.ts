import { describe, expect, it } from 'vitest';
import { labelPlace } from './label-place.js';

describe.each([
  [900, 1200],
  [4000, 3000],
  [240, 2000],
  [64, 64],
])('the label in a picture of %i x %i', (widthPx, heightPx) => {
  it.each(['ltr', 'rtl'] as const)('lies inside, in the lower corner of the end, %s', (direction) => {
    const place = labelPlace({ widthPx, heightPx }, 5, direction);
    expect(place.xPx).toBeGreaterThanOrEqual(0);
    expect(place.xPx + place.widthPx).toBeLessThanOrEqual(widthPx);
    expect(place.yPx + place.heightPx).toBeLessThanOrEqual(heightPx);
    expect(place.yPx).toBeGreaterThan(heightPx / 2);
    const [before, behind] = [place.xPx, widthPx - place.xPx - place.widthPx];
    expect(direction === 'ltr' ? before >= behind : behind >= before).toBe(true);
  });
});

it('the label grows with the picture', () => {
  const fontOf = (sidePx: number) => labelPlace({ widthPx: sidePx, heightPx: sidePx }, 5, 'ltr').fontPx;
  expect(fontOf(4000)).toBeCloseTo(fontOf(1000) * 4, 5);
});
