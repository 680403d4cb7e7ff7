import { expect, it } from 'vitest';
import { differenceOutside, seamEnergy } from './garment-edge.mjs';

const [widthPx, heightPx] = [40, 20];
const mask = {
  widthPx,
  heightPx,
  data: Float32Array.from({ length: widthPx * heightPx }, (_, i) => (i % widthPx < 20 ? 1 : i % widthPx === 20 ? 0.2 : 0)),
};

/** @param {(x: number) => number} code */
function columns(code) {
  const data = Uint8ClampedArray.from({ length: 4 * widthPx * heightPx }, (_, i) =>
    i % 4 === 3 ? 255 : code((i >> 2) % widthPx),
  );
  return { widthPx, heightPx, data };
}

it('what changes under the mask, even a little of it, is not outside', () => {
  const photo = columns(() => 100);
  expect(
    differenceOutside(
      photo,
      columns((x) => (x <= 20 ? 30 : 100)),
      mask,
    ),
  ).toBe(0);
  expect(
    differenceOutside(
      photo,
      columns((x) => (x <= 21 ? 93 : 100)),
      mask,
    ),
  ).toBe(7);
});

it('seam energy is the steepness about the edge only', () => {
  const photo = columns((x) => 4 * x);
  const elsewhere = columns((x) => (x < 8 ? 0 : 4 * x));
  const hard = columns((x) => (x < 20 ? 20 : 140));
  expect(seamEnergy(photo, elsewhere, mask)).toEqual({ photo: expect.closeTo(4, 1), result: expect.closeTo(4, 1) });
  expect(seamEnergy(photo, photo, mask).result).toBeCloseTo(4, 1);
  // Two of six columns of the ring see the step, each half of it.
  expect(seamEnergy(photo, hard, mask).result).toBeCloseTo(120 / 6, 0);
});
