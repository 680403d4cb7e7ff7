import { describe, expect, it } from 'vitest';
import { scoreMethods } from './alignment-measurement.mjs';
import { lookUp } from './answer-measurement.mjs';
import { boxOf, choosePoints, listPoints, placesByAlignment, placesByBox } from './correspondence.mjs';
import { endPointErrors, withoutMeanShift } from './end-point-error.mjs';
import { regionsOf } from './garment-regions.mjs';

const size = 256;

/** @param {(x: number, y: number) => boolean} test of fractions @returns {import('@stylemap-tryon/core').Plane} */
function maskWhere(test) {
  const data = Float32Array.from({ length: size ** 2 }, (_, i) =>
    Number(test(((i % size) + 0.5) / size, (Math.floor(i / size) + 0.5) / size)),
  );
  return { widthPx: size, heightPx: size, data };
}

/** @param {(x: number, y: number) => readonly [number, number]} map @returns {import('@stylemap-tryon/core').AlignmentMap} */
function mapOf(map) {
  const sizePx = 128;
  const nodes = Float32Array.from({ length: 2 * sizePx ** 2 }, (_, i) => {
    const node = i >> 1;
    return map(((node % sizePx) + 0.5) / sizePx, (Math.floor(node / sizePx) + 0.5) / sizePx)[i % 2];
  });
  return { sizePx, nodes };
}

const seen = Float64Array.from(
  { length: 2 * 400 },
  (_, i) => 0.2 + 0.03 * (i % 2 === 0 ? (i >> 1) % 20 : Math.floor((i >> 1) / 20)),
);

describe('the end-point error', () => {
  it('is 0 for the identity and 5 for a shift by 5 px', () => {
    const identity = endPointErrors(
      placesByAlignment(
        seen,
        mapOf((x, y) => [x, y]),
      ),
      seen,
      0.5,
    );
    expect(identity?.meanPx).toBeLessThan(1e-4);
    expect(identity).toMatchObject({ points: 400, shareNear: 1 });
    const shifted = endPointErrors(
      placesByAlignment(
        seen,
        mapOf((x, y) => [x + 3 / size, y - 4 / size]),
      ),
      seen,
      0.5,
    );
    expect(shifted?.meanPx).toBeCloseTo(5, 3);
    expect(shifted?.medianPx).toBeCloseTo(5, 3);
    expect(shifted?.p90Px).toBeCloseTo(5, 3);
    expect(shifted?.shiftXPx).toBeCloseTo(3, 3);
    expect(shifted?.shiftYPx).toBeCloseTo(-4, 3);
    expect(shifted?.meanOfWidth).toBeCloseTo(5 / 128, 5);
    expect(shifted?.shareNear).toBe(1);
  });

  it('tells the middle from the tail', () => {
    const truth = new Float64Array(20);
    const places = truth.map((_, i) => (i % 2 === 0 ? i / 2 / size : 0));
    const figures = endPointErrors(places, truth, 1);
    expect(figures).toMatchObject({ medianPx: 4.5, p90Px: 9, shareNear: 0.8 });
    expect(endPointErrors(new Float64Array(), new Float64Array(), 1)).toBeUndefined();
    expect(() => endPointErrors(places, truth.subarray(2), 1)).toThrow(RangeError);
  });

  it('loses a shift, not a stretch, when the mean shift is known', () => {
    const shifted = seen.map((value) => value + 0.1);
    expect(endPointErrors(withoutMeanShift(shifted, seen), seen, 1)?.meanPx).toBeCloseTo(0, 6);
    const stretched = seen.map((value) => 1.2 * value);
    expect(Number(endPointErrors(withoutMeanShift(stretched, seen), seen, 1)?.meanPx)).toBeGreaterThan(5);
  });
});

describe('the methods', () => {
  it('follow the flow before the alignment', () => {
    const flow = { shape: [1, 2, 4, 4], data: new Float32Array(32).fill(0.02, 0, 16).fill(-0.01, 16) };
    const places = placesByAlignment(
      seen,
      mapOf((x, y) => [0.5 * x, 0.5 * y]),
      flow,
    );
    places.forEach((place, i) => expect(place).toBeCloseTo(0.5 * (seen[i] + (i % 2 === 0 ? 0.02 : -0.01)), 5));
  });

  it('fit one box into the other', () => {
    const person = boxOf(maskWhere((x, y) => x > 0.25 && x < 0.75 && y > 0.125 && y < 0.875));
    expect(person).toEqual({ xPx: 0.25, yPx: 0.125, widthPx: 0.5, heightPx: 0.75 });
    const places = placesByBox(Float64Array.from([0.25, 0.875, 0.5, 0.5]), person, {
      xPx: 0,
      yPx: 0.5,
      widthPx: 1,
      heightPx: 0.5,
    });
    expect([...places]).toEqual([0, 1, 0.5, 0.75]);
  });

  it('score apart by the region that the cloth comes from', () => {
    // A T: sleeves in the upper third, a trunk of a third of the width.
    const mask = maskWhere((x, y) => y > 0.1 && y < 0.9 && (Math.abs(x - 0.5) < 0.15 || (y < 0.35 && Math.abs(x - 0.5) < 0.45)));
    const regionOf = regionsOf('top', mask, boxOf(mask));
    expect([regionOf(0.5, 0.2), regionOf(0.4, 0.8), regionOf(0.1, 0.2), regionOf(0.9, 0.2)]).toEqual([
      'torso',
      'torso',
      'sleeves',
      'sleeves',
    ]);
    expect(regionsOf('bottom', mask, boxOf(mask))(0.1, 0.2)).toBe('legs');
    const wide = Float64Array.from([0.1, 0.2, 0.9, 0.2, 0.5, 0.6]);
    const alignment = mapOf((x, y) => [Math.abs(x - 0.5) > 0.3 ? x + 10 / size : x, y]);
    const made = { alignment, kind: /** @type {const} */ ('top'), personMask: mask, garmentMask: mask };
    const { methods, regions } = scoreMethods({ seen: wide, truth: wide }, made);
    expect(regions.sleeves?.meanPx).toBeCloseTo(10, 3);
    expect(regions.torso?.meanPx).toBeCloseTo(0, 3);
    expect(regions.legs).toBeUndefined();
    expect(methods['bounding box'].meanPx).toBeCloseTo(0, 6);
    expect(methods.alignment.meanPx).toBeCloseTo(20 / 3, 3);
  });

  it('look a picture up', () => {
    const picture = Float32Array.from({ length: 3 * size ** 2 }, (_, i) => (i % size) / size);
    const places = Float64Array.from({ length: 2 * size ** 2 }, (_, i) => (i % 2 === 0 ? 100.5 / size : 0.3));
    const differences = lookUp(picture, places).map((value) => Math.abs(value - 100 / size));
    expect(Math.max(...differences.subarray(0, size), ...differences.subarray(-size))).toBeLessThan(1e-6);
  });
});

describe('the known points', () => {
  it('are blocks of the garment with a place, in fractions of both crops', () => {
    const classes = { widthPx: 8, heightPx: 4, data: new Uint8Array(32).fill(3, 16) };
    const flow = { widthPx: 4, heightPx: 2, places: new Float32Array(16).fill(0.5) };
    flow.places.fill(NaN, 8, 10);
    const product = { crop: { xPx: 100, yPx: 0, widthPx: 800, heightPx: 800 }, image: { widthPx: 1000, heightPx: 500 } };
    const points = listPoints({ flow, classes }, 3, { xPx: -2, yPx: 0, widthPx: 8, heightPx: 8 }, product);
    expect([...points.seen]).toEqual([5 / 8, 3 / 8, 7 / 8, 3 / 8, 9 / 8, 3 / 8]);
    expect([...points.truth]).toEqual([0.5, 0.3125, 0.5, 0.3125, 0.5, 0.3125]);
    const inside = choosePoints(points, (x) => x < 0.8, 'seen');
    expect(inside.truth).toHaveLength(2);
  });
});
