import { describe, expect, it } from 'vitest';
import type { Plane } from '../../image/image.js';
import { createPlane } from '../../image/image.js';
import { findWornSleeve, placeOnArm, smoothArm } from './arm.js';

const joints = {
  shoulder: { x: 100, y: 60 },
  elbow: { x: 70, y: 120 },
  wrist: { x: 120, y: 150 },
  elbowSeen: true,
  foreSeen: true,
};
const straight = {
  shoulder: { x: 100, y: 40 },
  elbow: { x: 100, y: 110 },
  wrist: { x: 100, y: 180 },
  elbowSeen: true,
  foreSeen: true,
};

function planeOf(inside: (x: number, y: number) => boolean): Plane {
  const plane = createPlane(256, 256);
  plane.data.forEach((_, i) => (plane.data[i] = inside((i % 256) + 0.5, Math.floor(i / 256) + 0.5) ? 1 : 0));
  return plane;
}

describe('a place on an arm', () => {
  it('is measured along it and away from the trunk, on both sides of the body', () => {
    const left = placeOnArm(smoothArm(straight, 60, -1), { x: 90, y: 80 });
    const right = placeOnArm(smoothArm(straight, 60, 1), { x: 90, y: 80 });
    expect(left.along).toBeCloseTo(40, 0);
    expect(left.outward).toBeCloseTo(10, 0);
    expect(right.outward).toBeCloseTo(-10, 0);
  });

  it('goes on beyond both ends', () => {
    const arm = smoothArm(straight, 60, 1);
    expect(placeOnArm(arm, { x: 100, y: 20 }).along).toBeCloseTo(-20, 0);
    expect(placeOnArm(arm, { x: 100, y: 200 }).along).toBeCloseTo(160, 0);
  });

  it('goes round the elbow without a jump on its outside', () => {
    const arm = smoothArm(joints, 60, -1);
    let before = placeOnArm(arm, { x: 58, y: 90 }).along;
    for (let degrees = 190; degrees > 60; degrees -= 2) {
      const radians = (degrees * Math.PI) / 180;
      const place = placeOnArm(arm, { x: 76 + 26 * Math.cos(radians), y: 118 + 26 * Math.sin(radians) });
      expect(Math.abs(place.along - before)).toBeLessThan(degrees === 190 ? 40 : 4);
      before = place.along;
    }
  });
});

describe('findWornSleeve', () => {
  const arm = smoothArm(straight, 60, 1);
  const sleeve = (x: number, y: number) => x > 90 && x < 112 && y > 30 && y < 130;
  const background = planeOf((x, y) => !sleeve(x, y));

  it('ends where the cloth does, and is as wide as that', () => {
    const found = findWornSleeve(planeOf(sleeve), background, arm);
    expect(found.cuffPx).toBeGreaterThan(86);
    expect(found.cuffPx).toBeLessThan(94);
    expect(found.outerPx[20]).toBeCloseTo(12, -0.5);
    expect(found.innerPx[20]).toBeCloseTo(10, -0.5);
  });

  it('goes on under a strap', () => {
    const strapped = planeOf((x, y) => sleeve(x, y) && Math.abs(y - 80) > 4);
    expect(findWornSleeve(strapped, background, arm).cuffPx).toBeGreaterThan(86);
  });

  it('ends nowhere that is seen where the forearm is hidden', () => {
    const hidden = smoothArm({ ...straight, foreSeen: false }, 60, 1);
    expect(findWornSleeve(planeOf(sleeve), background, hidden).cuffPx).toBeUndefined();
  });
});
