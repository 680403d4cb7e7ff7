import { describe, expect, it } from 'vitest';
import type { Plane } from '../../image/image.js';
import { createPlane } from '../../image/image.js';
import { profileAt } from '../../image/row-runs.js';
import { fakeLandmarks } from '../../testing/fake-landmarks.js';
import { findLowerBody } from './body.js';
import { findLegs, hasTwoLegs } from './legs.js';
import { findLimb } from './limb.js';

const size = 256;

function planeOf(isInside: (x: number, y: number) => boolean): Plane {
  const plane = createPlane(size, size);
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = Number(isInside(i % size, Math.floor(i / size)));
  return plane;
}

const isSkirt = (x: number, y: number) => y > 40 && y < 200 && Math.abs(x - 128) < 30 + 0.15 * y;
const isTrousers = (x: number, y: number) => y > 40 && y < 220 && Math.abs(x - 128) < 50 && (y < 100 || Math.abs(x - 128) > 10);

describe('findLegs', () => {
  it('goes on behind a hand at the outer side, where background shows the rest of that side', () => {
    const isHand = (x: number, y: number) => y > 90 && y < 120 && x > 150;
    const mask = planeOf((x, y) => isSkirt(x, y) && !isHand(x, y));
    const background = planeOf((x, y) => !isSkirt(x, y) && !isHand(x, y));
    const whole = profileAt(findLegs(planeOf(isSkirt)).right, 105);
    expect(profileAt(findLegs(mask).right, 105)).toBeLessThan(whole - 15);
    expect(Math.abs(profileAt(findLegs(mask, background).right, 105) - whole)).toBeLessThan(2);
  });

  it('tells two legs from a skirt with a hand before it', () => {
    expect(hasTwoLegs(findLegs(planeOf(isTrousers)))).toBe(true);
    const hand = (x: number, y: number) => y > 70 && y < 105 && Math.abs(x - 128) < 8;
    expect(hasTwoLegs(findLegs(planeOf((x, y) => isSkirt(x, y) && !hand(x, y))))).toBe(false);
  });
});

describe('findLimb', () => {
  const body = findLowerBody(fakeLandmarks({ xPx: 128, yPx: 10, shoulderWidthPx: 50 }), size);
  const [left, right] = body.legs;

  it('follows a leg, and neither the other one nor a hand beside it', () => {
    const isLeg = (x: number) => Math.abs(x - left[1].x) < 9 || Math.abs(x - right[1].x) < 9;
    const isHand = (x: number, y: number) => x < left[1].x && x > left[1].x - 60 && y < left[1].y;
    const limb = findLimb(
      planeOf((x, y) => isLeg(x) || isHand(x, y)),
      { body },
      0,
    );
    const row = (left[1].y + left[2].y) / 2;
    expect(profileAt(limb.right, row)).toBeLessThan((left[1].x + right[1].x) / 2 + 1);
    const beside = left[1].x - profileAt(limb.left, left[0].y + 4);
    expect(beside).toBeLessThan(0.2 * body.legPx);
  });

  it('is as wide as legs are where nothing is seen of it', () => {
    const limb = findLimb(createPlane(size, size), { body }, 1);
    const width = profileAt(limb.right, right[1].y) - profileAt(limb.left, right[1].y);
    expect(width / body.legPx).toBeGreaterThan(0.08);
    expect(width / body.legPx).toBeLessThan(0.2);
  });
});
