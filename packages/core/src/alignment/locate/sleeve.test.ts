import { describe, expect, it } from 'vitest';
import { reachFrom } from '../../image/geodesic-distance.js';
import { findLimb, placeOn, pointOn } from './sleeve.js';

const grid = { widthPx: 120, heightPx: 120 };

function setOf(test: (x: number, y: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: grid.widthPx * grid.heightPx }, (_, i) =>
    Number(test((i % grid.widthPx) + 0.5, Math.floor(i / grid.widthPx) + 0.5)),
  );
}

/** Within `half` of the line between two points. */
function bar([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number], half: number) {
  const length = Math.hypot(bx - ax, by - ay);
  const [ux, uy] = [(bx - ax) / length, (by - ay) / length];
  return (x: number, y: number) => {
    const along = Math.min(length, Math.max(0, (x - ax) * ux + (y - ay) * uy));
    return Math.hypot(x - ax - along * ux, y - ay - along * uy) <= half;
  };
}

describe('reachFrom', () => {
  it('goes round corners and not through walls', () => {
    const inside = setOf((x, y) => !(x > 50 && x < 54 && y > 10) && x < 100 && y < 100);
    const at = (x: number, y: number) => y * grid.widthPx + x;
    const reach = reachFrom([at(20, 80)], inside, grid);
    expect(reach[at(20, 90)]).toBeCloseTo(10);
    expect(reach[at(80, 80)]).toBeGreaterThan(130);
    expect(reach[at(52, 60)]).toBe(Infinity);
  });
});

describe('findLimb', () => {
  const shoulder = { x: 30, y: 20 };

  it('follows a straight sleeve from shoulder to cuff', () => {
    const limb = findLimb(setOf(bar([30, 20], [70, 90], 8)), grid, shoulder, 1);
    expect(limb?.joints).toHaveLength(2);
    expect(Math.abs((limb?.lengthPx ?? NaN) - Math.hypot(40, 70))).toBeLessThan(12);
  });

  it('finds the elbow of a hand on the hip, and the cuff behind it', () => {
    const [upper, lower] = [bar([30, 20], [85, 60], 8), bar([85, 60], [40, 95], 8)];
    const limb = findLimb(
      setOf((x, y) => upper(x, y) || lower(x, y)),
      grid,
      shoulder,
      1,
    );
    expect(limb?.joints).toHaveLength(3);
    const [, elbow, cuff] = limb?.joints ?? [];
    expect(Math.hypot((elbow?.x ?? NaN) - 85, (elbow?.y ?? NaN) - 60)).toBeLessThan(16);
    expect(Math.hypot((cuff?.x ?? NaN) - 40, (cuff?.y ?? NaN) - 95)).toBeLessThan(12);
  });

  it('passes over cloth that hangs together with nothing of the sleeve', () => {
    const sleeve = bar([30, 20], [50, 60], 7);
    const pocket = bar([100, 110], [110, 115], 4);
    const limb = findLimb(
      setOf((x, y) => sleeve(x, y) || pocket(x, y)),
      grid,
      shoulder,
      1,
    );
    expect(limb?.joints.at(-1)?.x).toBeLessThan(60);
  });

  it('finds nothing in nothing', () => {
    expect(
      findLimb(
        setOf(() => false),
        grid,
        shoulder,
        1,
      ),
    ).toBeUndefined();
  });
});

describe('places on a limb', () => {
  const limb = {
    joints: [
      { x: 10, y: 10 },
      { x: 60, y: 10 },
      { x: 60, y: 70 },
    ],
    lengthPx: 110,
    widthPx: 10,
    middlePx: 0,
    sign: 1 as const,
  };

  it('lead back to their points on both parts and beyond both ends', () => {
    for (const point of [
      { x: 4, y: 13 },
      { x: 30, y: 6 },
      { x: 64, y: 40 },
      { x: 57, y: 82 },
    ]) {
      const back = pointOn(limb, placeOn(limb, point));
      expect(back.x).toBeCloseTo(point.x);
      expect(back.y).toBeCloseTo(point.y);
    }
    expect(placeOn(limb, { x: 62, y: 40 }).along).toBeCloseTo(80);
  });

  it('are outwards on the same side of the arm left and right', () => {
    const hanging = (sign: -1 | 1) => ({
      joints: [
        { x: 50, y: 10 },
        { x: 50, y: 90 },
      ],
      sign,
    });
    expect(placeOn(hanging(1), { x: 56, y: 40 }).outward).toBeCloseTo(6);
    expect(placeOn(hanging(-1), { x: 44, y: 40 }).outward).toBeCloseTo(6);
  });
});
