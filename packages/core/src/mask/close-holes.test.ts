import { describe, expect, it } from 'vitest';
import type { Plane } from '../image/image.js';
import { closeHoles } from './close-holes.js';

const sizePx = 40;
const square = (fromPx: number, toPx: number, inside: number, outside: number): Plane => ({
  widthPx: sizePx,
  heightPx: sizePx,
  data: Float32Array.from({ length: sizePx ** 2 }, (_, i) => {
    const [x, y] = [i % sizePx, Math.floor(i / sizePx)];
    return Math.min(x, y) >= fromPx && Math.max(x, y) < toPx ? inside : outside;
  }),
});
/** A garment of 34 by 34 pixels with a hole in its middle. */
function garmentWithHole(holePx: number): Plane {
  const garment = square(3, 37, 0.9, 0);
  const hole = square(18, 18 + holePx, 1, 0);
  garment.data.forEach((value, i) => (garment.data[i] = hole.data[i] === 1 ? 0.2 : value));
  return garment;
}
const middle = 19 * sizePx + 19;

describe('closeHoles', () => {
  it('closes a small hole that the first look calls cloth', () => {
    const garment = garmentWithHole(4);
    closeHoles(garment, square(3, 37, 0.8, 0));
    expect(garment.data[middle]).toBeCloseTo(0.8);
  });

  it('leaves a small hole that the first look calls something else', () => {
    const garment = garmentWithHole(4);
    closeHoles(garment, square(3, 37, 0.3, 0));
    expect(garment.data[middle]).toBeCloseTo(0.2);
  });

  it('leaves a large hole: a hand, a bag', () => {
    const garment = garmentWithHole(8);
    closeHoles(garment, square(3, 37, 0.8, 0));
    expect(garment.data[middle]).toBeCloseTo(0.2);
  });

  it('leaves what lies around the garment', () => {
    const garment = garmentWithHole(4);
    closeHoles(garment, square(0, sizePx, 0.8, 0));
    expect(garment.data[0]).toBe(0);
  });
});
