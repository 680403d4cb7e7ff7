import { describe, expect, it } from 'vitest';
import { fakeLandmarks } from '../../testing/fake-landmarks.js';
import { findLowerBody, findUpperBody } from './body.js';

const standing = { xPx: 120, yPx: 60, shoulderWidthPx: 60 };

describe('findUpperBody', () => {
  it.each([-20, 0, 15])('stands upright in its own frame, leaning by %d degrees in the picture', (leanDegrees) => {
    const body = findUpperBody(fakeLandmarks({ ...standing, leanDegrees }), 256);
    expect(body.shoulderWidthPx).toBeCloseTo(60, 3);
    expect(body.hipRow - body.shoulderRow).toBeCloseTo(1.55 * 60, 3);
    expect(body.arms[0].elbow.x).toBeCloseTo(body.axisX - 0.85 * 60, 3);
  });

  it('has arms on their sides of the picture, seen from behind too', () => {
    const front = fakeLandmarks(standing);
    const behind = { ...front, leftShoulder: front.rightShoulder, rightShoulder: front.leftShoulder };
    const body = findUpperBody({ ...behind, leftElbow: front.rightElbow, rightElbow: front.leftElbow }, 256);
    expect(body.arms[0].shoulder.x).toBeLessThan(body.axisX);
    expect(body.arms[1].shoulder.x).toBeGreaterThan(body.axisX);
  });

  it('takes the size of a turned body from its trunk', () => {
    const front = fakeLandmarks(standing);
    const turned = {
      ...front,
      leftShoulder: { ...front.leftShoulder, xPx: 130 },
      rightShoulder: { ...front.rightShoulder, xPx: 110 },
    };
    expect(findUpperBody(turned, 256).shoulderWidthPx).toBeCloseTo(0.6 * 1.55 * 60, 3);
  });

  it('knows a hidden forearm', () => {
    const { arms } = findUpperBody(fakeLandmarks({ ...standing, unsure: ['rightWrist'] }), 256);
    expect(arms.map(({ foreSeen }) => foreSeen)).toEqual([false, true]);
  });
});

describe('findLowerBody', () => {
  it('measures legs from hips to ankles', () => {
    expect(findLowerBody(fakeLandmarks(standing), 256).legPx).toBeCloseTo(2.4 * 60, 1);
  });
});
