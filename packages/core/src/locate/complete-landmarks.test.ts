import { describe, expect, it } from 'vitest';
import type { Plane } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { fakeLandmarks, unknownLandmarks } from '../testing/fake-landmarks.js';
import { completeLandmarks } from './complete-landmarks.js';
import type { Landmark, Landmarks } from './landmarks.js';
import { jointNames } from './landmarks.js';

const size = 256;
const photo = { widthPx: size, heightPx: size };
type Shape = (x: number, y: number) => boolean;

function planeOf(...shapes: readonly Shape[]): Plane {
  const plane = createPlane(size, size);
  plane.data.forEach((_, i) => {
    plane.data[i] = shapes.some((shape) => shape((i % size) + 0.5, Math.floor(i / size) + 0.5)) ? 1 : 0;
  });
  return plane;
}

/** A figure of 220 px from row 20: head, tee with a sleeve that points to the right, trousers, shoes. */
const head: Shape = (x, y) => y > 20 && y < 54 && Math.abs(x - 120) < 10;
const tee: Shape = (x, y) => y >= 54 && y < 125 && Math.abs(x - 120) < 29;
const sleeve: Shape = (x, y) => x >= 149 && x < 200 && Math.abs(y - 68) < 9;
const trousers: Shape = (x, y) => y >= 125 && y < 230 && Math.abs(x - 120) < 24;
const shoes: Shape = (x, y) => y >= 230 && y < 240 && Math.abs(x - 120) < 24;
const silhouettes = {
  person: planeOf(head, tee, sleeve, trousers, shoes),
  upper: planeOf(tee, sleeve),
  lower: planeOf(trousers),
  skin: planeOf(head),
  footwear: planeOf(shoes),
};
const complete = (seen: Landmarks) => completeLandmarks(seen, silhouettes, photo);
const level = ({ yPx }: Landmark) => (240 - yPx) / 220;

describe('completeLandmarks', () => {
  it('keeps what is sure', () => {
    const sure = fakeLandmarks({ xPx: 120, yPx: 70, shoulderWidthPx: 44 });
    expect(complete(sure)).toEqual(sure);
  });

  it('guesses a body that nobody has seen from what is worn', () => {
    const { leftShoulder, rightShoulder, leftHip, leftKnee, leftAnkle, leftWrist, rightWrist } = complete(unknownLandmarks);
    expect((leftShoulder.xPx + rightShoulder.xPx) / 2).toBeCloseTo(120, -0.5);
    expect(leftShoulder.xPx - rightShoulder.xPx).toBeCloseTo(43, -1);
    for (const [joint, expected] of [
      [leftShoulder, 0.79],
      [leftHip, 0.49],
      [leftKnee, 0.28],
      [leftAnkle, 0.06],
    ] as const)
      expect(Math.abs(level(joint) - expected)).toBeLessThan(0.03);
    // One arm points along its sleeve, the other one hangs.
    expect(leftWrist.yPx - leftShoulder.yPx).toBeLessThan(15);
    expect(leftWrist.xPx).toBeGreaterThan(180);
    expect(rightWrist.yPx - rightShoulder.yPx).toBeGreaterThan(60);
  });

  it('puts hips below the shoulders, a wrist on along the upper arm, an ankle on along the thigh', () => {
    const unsure = ['leftHip', 'rightWrist', 'leftAnkle'] as const;
    const seen = fakeLandmarks({ xPx: 120, yPx: 70, shoulderWidthPx: 44, unsure });
    const { leftHip, rightHip, rightElbow, rightWrist, leftKnee, leftAnkle } = complete(seen);
    expect((leftHip.yPx + rightHip.yPx) / 2).toBeCloseTo(70 + 1.55 * 44, 3);
    expect(rightWrist.xPx).toBeLessThan(rightElbow.xPx);
    expect(rightWrist.confidence).toBe(0);
    expect((leftAnkle.yPx - leftHip.yPx) / (leftKnee.yPx - leftHip.yPx)).toBeCloseTo(2.02, 2);
  });

  it('follows the outline with the arm of which no joint is sure', () => {
    const seen = fakeLandmarks({ xPx: 120, yPx: 70, shoulderWidthPx: 44, unsure: ['leftElbow', 'leftWrist'] });
    const { leftShoulder, leftElbow, leftWrist, rightElbow } = complete(seen);
    expect(Math.abs(leftWrist.yPx - leftShoulder.yPx)).toBeLessThan(12);
    expect(leftElbow.xPx).toBeLessThan(leftWrist.xPx);
    expect(rightElbow).toEqual(seen.rightElbow);
  });

  it('has a place for every joint, whatever is seen', () => {
    const broken = { xPx: NaN, yPx: Infinity, confidence: 1 };
    const nothing = Object.fromEntries(Object.keys(silhouettes).map((name) => [name, createPlane(size, size)]));
    for (const planes of [silhouettes, nothing as typeof silhouettes]) {
      for (const name of jointNames.filter((joint) => /Shoulder|Elbow|Wrist|Hip|Knee|Ankle/.test(joint))) {
        const seen = { ...fakeLandmarks({ xPx: 120, yPx: 70, shoulderWidthPx: 44 }), [name]: broken };
        const { xPx, yPx } = completeLandmarks(seen, planes, photo)[name];
        expect(Number.isFinite(xPx) && Number.isFinite(yPx)).toBe(true);
      }
    }
  });
});
