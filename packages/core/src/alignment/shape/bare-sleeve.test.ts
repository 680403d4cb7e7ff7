import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plane } from '../../image/image.js';
import { createPlane } from '../../image/image.js';
import type { Landmarks } from '../../locate/landmarks.js';
import { fakeLandmarks } from '../../testing/fake-landmarks.js';
import { bare } from '../proportions.js';
import { findWornTop } from '../locate/worn-top.js';
import { toUpright, uprightPlane } from '../locate/upright.js';
import { bareArm } from './bare-sleeve.js';

const size = 256;
const shoulderWidthPx = 60;

function planeOf(inside: (x: number, y: number) => boolean): Plane {
  const plane = createPlane(size, size);
  plane.data.forEach((_, i) => (plane.data[i] = inside((i % size) + 0.5, Math.floor(i / size) + 0.5) ? 1 : 0));
  return plane;
}

/** A body in a shirt whose sleeves go down to the wrists of arms that are a little away from it. */
function wornTop(landmarks: Landmarks) {
  const limbs = [
    [landmarks.leftShoulder, landmarks.leftElbow, landmarks.leftWrist],
    [landmarks.rightShoulder, landmarks.rightElbow, landmarks.rightWrist],
  ] as const;
  const near = (x: number, y: number, reach: number) =>
    limbs.some((joints) =>
      [0, 1].some((i) => {
        const [a, b] = [joints[i]!, joints[i + 1]!];
        const [dx, dy] = [b.xPx - a.xPx, b.yPx - a.yPx];
        const t = Math.min(1, Math.max(0, ((x - a.xPx) * dx + (y - a.yPx) * dy) / (dx * dx + dy * dy)));
        return Math.hypot(x - a.xPx - t * dx, y - a.yPx - t * dy) < reach;
      }),
    );
  const mask = planeOf((x, y) => near(x, y, 9) || (Math.abs(x - 128) < 32 && y > 60 && y < 170));
  const background = planeOf((x, y) => mask.data[Math.floor(y) * size + Math.floor(x)]! < 0.5);
  return { top: findWornTop({ mask, background, landmarks, hemSeen: true }, false), mask };
}

const body = fakeLandmarks({ xPx: 128, yPx: 70, shoulderWidthPx });
const noSkin = createPlane(size, size);

function holesOf(landmarks: Landmarks, cut: number) {
  const { top } = wornTop(landmarks);
  return top.sleeves.map((sleeve, i) =>
    bareArm(sleeve, i === 0 ? -1 : 1, top.body, top.trunk, uprightPlane(top.body.frame, noSkin), cut * sleeve.arm.lengthPx),
  );
}

describe('an arm that is bared', () => {
  it('goes from the cut to the worn cuff, and is as wide as an arm', () => {
    const { top } = wornTop(body);
    const [left] = holesOf(body, 0.4);
    const arm = top.sleeves[0].arm;
    const at = (share: number) => arm.spine[Math.round(share * 64)]!;
    for (const share of [0.5, 0.7, 0.9]) {
      expect(left!.hole(at(share).x, at(share).y)).toBeGreaterThan(0);
      const across = Array.from({ length: 17 }, (_, i) => left!.limb(at(share).x + i - 8, at(share).y));
      expect(Math.max(...across)).toBeGreaterThan(3);
      expect(Math.max(...across)).toBeLessThan(12);
    }
    for (const share of [0.1, 0.3]) expect(left!.hole(at(share).x, at(share).y)).toBeLessThan(0);
  });

  it('shows nothing of the trunk, wherever the cut is asked for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 1, noNaN: true }),
        fc.double({ min: -12, max: 12, noNaN: true }),
        (cut, leanDegrees) => {
          const landmarks = fakeLandmarks({ xPx: 128, yPx: 70, shoulderWidthPx, leanDegrees });
          const { top } = wornTop(landmarks);
          const { axisX, shoulderRow } = top.body;
          const armpitRow = shoulderRow + bare.armpitBelow * shoulderWidthPx;
          for (const { hole } of holesOf(landmarks, cut)) {
            for (let y = shoulderRow - 40; y < 260; y += 4) {
              for (let x = axisX - 0.4 * shoulderWidthPx; x <= axisX + 0.4 * shoulderWidthPx; x += 4) {
                expect(hole(x, y)).toBeLessThanOrEqual(0);
              }
            }
            // Above the armpits nothing but the arm's own side of the armhole.
            for (let y = shoulderRow - 40; y < armpitRow; y += 3) {
              for (let out = 0; out < bare.leastChest * shoulderWidthPx - 1; out += 3) {
                expect(hole(axisX + out, y)).toBeLessThanOrEqual(0);
                expect(hole(axisX - out, y)).toBeLessThanOrEqual(0);
              }
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never reaches beyond the worn cuff by more than a shirt cuff', () => {
    const { top } = wornTop(body);
    const [left] = holesOf(body, 0.3);
    const wrist = toUpright(top.body.frame, { x: body.rightWrist.xPx, y: body.rightWrist.yPx });
    expect(left!.hole(wrist.x, wrist.y + (bare.cuff + 0.2) * shoulderWidthPx)).toBeLessThan(0);
  });
});
