import { describe, expect, it } from 'vitest';
import { createPlane } from './image.js';
import type { Tensor } from './image.js';
import { createSignalReference } from './signal-reference.js';

const size = 16;
const planeOf = (value: (y: number) => number) => {
  const plane = createPlane(size, size);
  for (let i = 0; i < size * size; i++) plane.data[i] = value(Math.floor(i / size));
  return plane;
};
/** The first signal as given, the others half and twice of it. */
const signalsOf = (value: (y: number) => number): Tensor => {
  const { data } = planeOf(value);
  return { shape: [1, 3, size, size], data: Float32Array.of(...data, ...data.map((v) => v / 2), ...data.map((v) => v * 2)) };
};
const everywhere = planeOf(() => 1);

describe('createSignalReference', () => {
  it('is the mean over the mask for one garment', () => {
    const { data } = createSignalReference(
      signalsOf((y) => (y < 4 ? -3 : -1)),
      planeOf((y) => (y < 8 ? 1 : 0)),
      planeOf(() => 0),
    );
    data.forEach((value, i) => expect(value).toBeCloseTo([-2, -1, -4][Math.floor(i / size ** 2)] as number, 5));
  });

  it('centres top and trousers each on its own', () => {
    const { data } = createSignalReference(
      signalsOf((y) => (y < 8 ? -0.5 : -2.5)),
      everywhere,
      planeOf((y) => (y < 8 ? 0 : 1)),
    );
    expect(data[0]).toBeCloseTo(-0.5, 5);
    expect(data[size * size - 1]).toBeCloseTo(-2.5, 5);
    expect(data[3 * size * size - 1]).toBeCloseTo(-5, 5);
  });

  it('does not take a strip at the hem for a second garment', () => {
    const { data } = createSignalReference(
      signalsOf((y) => (y < 14 ? -0.5 : -2.5)),
      everywhere,
      planeOf((y) => (y < 14 ? 0 : 1)),
    );
    expect(new Set(data).size).toBe(3);
  });
});
