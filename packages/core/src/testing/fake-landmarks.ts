import type { JointName, Landmarks } from '../locate/landmarks.js';
import { jointNames } from '../locate/landmarks.js';

/** A body from the front, its arms a little away from it; lengths in pixels, angles in degrees. */
export interface FakeBody {
  /** Middle of the shoulder joints. */
  readonly xPx: number;
  readonly yPx: number;
  readonly shoulderWidthPx: number;
  /** Clockwise, about the middle of the shoulders. */
  readonly leanDegrees?: number;
  /** Joints that are hidden. */
  readonly unsure?: readonly JointName[];
}

/** In shoulder widths from the middle of the shoulders; the person's left is on the right of the picture. */
const places: Readonly<Record<JointName, readonly [x: number, y: number]>> = {
  nose: [0, -0.75],
  chin: [0, -0.5],
  neck: [0, -0.2],
  crotch: [0, 1.85],
  leftShoulder: [0.5, 0],
  rightShoulder: [-0.5, 0],
  leftElbow: [0.85, 0.75],
  rightElbow: [-0.85, 0.75],
  leftWrist: [1.1, 1.45],
  rightWrist: [-1.1, 1.45],
  leftHip: [0.27, 1.55],
  rightHip: [-0.27, 1.55],
  leftKnee: [0.29, 2.75],
  rightKnee: [-0.29, 2.75],
  leftAnkle: [0.3, 3.95],
  rightAnkle: [-0.3, 3.95],
};

/** Joints for tests, exact and sure unless said. */
export function fakeLandmarks({ xPx, yPx, shoulderWidthPx, leanDegrees = 0, unsure = [] }: FakeBody): Landmarks {
  const [cos, sin] = [Math.cos((leanDegrees * Math.PI) / 180), Math.sin((leanDegrees * Math.PI) / 180)];
  const joint = (name: JointName) => {
    const [x, y] = places[name];
    return {
      xPx: xPx + shoulderWidthPx * (x * cos - y * sin),
      yPx: yPx + shoulderWidthPx * (x * sin + y * cos),
      confidence: unsure.includes(name) ? 0 : 1,
    };
  };
  return Object.fromEntries(jointNames.map((name) => [name, joint(name)])) as Landmarks;
}

/** Of a body of which nothing is known. */
export const unknownLandmarks: Landmarks = fakeLandmarks({ xPx: 0, yPx: 0, shoulderWidthPx: 0, unsure: jointNames });
