import { describe, expect, it } from 'vitest';
import { fakeLandmarks, unknownLandmarks } from '../../testing/fake-landmarks.js';
import { findLowerBody, findUpperBody } from './body.js';

const standing = { xPx: 120, yPx: 60, shoulderWidthPx: 60 };

describe('findUpperBody', () => {
  it.each([-20, 0, 15])('stands upright in its own frame, leaning by %d degrees in the picture', (leanDegrees) => {
    const body = findUpperBody(fakeLandmarks({ ...standing, leanDegrees }), 256);
    expect(body?.shoulderWidthPx).toBeCloseTo(60, 3);
    expect((body?.hipRow ?? NaN) - (body?.shoulderRow ?? NaN)).toBeCloseTo(1.55 * 60, 3);
    expect(body?.arms[0]?.elbow.x).toBeCloseTo((body?.axisX ?? NaN) - 0.85 * 60, 3);
  });

  it('has arms on their sides of the picture, seen from behind too', () => {
    const front = fakeLandmarks(standing);
    const behind = { ...front, leftShoulder: front.rightShoulder, rightShoulder: front.leftShoulder };
    const body = findUpperBody({ ...behind, leftElbow: front.rightElbow, rightElbow: front.leftElbow }, 256);
    expect(body?.arms[0]?.shoulder.x).toBeLessThan(body?.axisX ?? NaN);
    expect(body?.arms[1]?.shoulder.x).toBeGreaterThan(body?.axisX ?? NaN);
  });

  it('takes the size of a turned body from its trunk', () => {
    const front = fakeLandmarks(standing);
    const turned = {
      ...front,
      leftShoulder: { ...front.leftShoulder, xPx: 130 },
      rightShoulder: { ...front.rightShoulder, xPx: 110 },
    };
    expect(findUpperBody(turned, 256)?.shoulderWidthPx).toBeCloseTo(0.6 * 1.55 * 60, 3);
  });

  it('goes on without hips and wrists, with an arm hanging down that nobody sees, and not without shoulders', () => {
    const noHips = findUpperBody(
      fakeLandmarks({ ...standing, unsure: ['leftHip', 'rightWrist', 'leftElbow', 'leftWrist'] }),
      256,
    );
    expect((noHips?.hipRow ?? NaN) - (noHips?.shoulderRow ?? NaN)).toBeCloseTo(1.55 * 60, 3);
    expect(noHips?.arms[0]?.foreSeen).toBe(false);
    expect(noHips?.arms[1]?.foreSeen).toBe(false);
    expect(noHips?.arms[1]?.elbow.y).toBeCloseTo((noHips?.shoulderRow ?? NaN) + 0.85 * 60, 3);
    expect(findUpperBody(fakeLandmarks({ ...standing, unsure: ['leftShoulder'] }), 256)).toBeUndefined();
    expect(findUpperBody(unknownLandmarks, 256)).toBeUndefined();
  });
});

describe('findLowerBody', () => {
  it('measures legs by their ankles, else by their knees, else by the trunk', () => {
    const legOf = (...unsure: Parameters<typeof fakeLandmarks>[0]['unsure'] & object) =>
      findLowerBody(fakeLandmarks({ ...standing, unsure }), 256)?.legPx ?? NaN;
    expect(legOf()).toBeCloseTo(2.4 * 60, 1);
    expect(Math.abs(legOf('leftAnkle') - 144)).toBeLessThan(4);
    expect(Math.abs(legOf('leftAnkle', 'rightKnee') - 144)).toBeLessThan(9);
    expect(findLowerBody(unknownLandmarks, 256)).toBeUndefined();
  });
});
