import { describe, expect, it } from 'vitest';
import { createPlane } from '../image/image.js';
import { createShadeReference } from './shade-reference.js';

const size = 16;
const planeOf = (value: (y: number) => number) => {
  const plane = createPlane(size, size);
  for (let i = 0; i < size * size; i++) plane.data[i] = value(Math.floor(i / size));
  return plane;
};
const everywhere = planeOf(() => 1);

describe('createShadeReference', () => {
  it('is the mean over the mask for one garment', () => {
    const { data } = createShadeReference(
      planeOf((y) => (y < 4 ? -3 : -1)),
      planeOf((y) => (y < 8 ? 1 : 0)),
      planeOf(() => 0),
    );
    for (const value of data) expect(value).toBeCloseTo(-2, 5);
  });

  it('centres top and trousers each on its own', () => {
    const { data } = createShadeReference(
      planeOf((y) => (y < 8 ? -0.5 : -2.5)),
      everywhere,
      planeOf((y) => (y < 8 ? 0 : 1)),
    );
    expect(data[0]).toBeCloseTo(-0.5, 5);
    expect(data[size * size - 1]).toBeCloseTo(-2.5, 5);
  });

  it('does not take a strip at the hem for a second garment', () => {
    const { data } = createShadeReference(
      planeOf((y) => (y < 14 ? -0.5 : -2.5)),
      everywhere,
      planeOf((y) => (y < 14 ? 0 : 1)),
    );
    expect(new Set(data).size).toBe(1);
  });
});
