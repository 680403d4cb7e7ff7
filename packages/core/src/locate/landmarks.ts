import type { View } from '../image/view.js';
import { pointToPhoto } from '../image/view.js';

/** Left and right are the person's own. In the order of the parser's heat maps. */
export const jointNames = [
  'nose',
  'chin',
  'neck',
  'crotch',
  'leftShoulder',
  'rightShoulder',
  'leftElbow',
  'rightElbow',
  'leftWrist',
  'rightWrist',
  'leftHip',
  'rightHip',
  'leftKnee',
  'rightKnee',
  'leftAnkle',
  'rightAnkle',
] as const;

export type JointName = (typeof jointNames)[number];

/** Where a joint is, in photo pixels; it may lie outside the picture. */
export interface Landmark {
  readonly xPx: number;
  readonly yPx: number;
  /** 0: nothing is known, 1: sure. */
  readonly confidence: number;
}

/** The joints of one person. */
export type Landmarks = Readonly<Record<JointName, Landmark>>;

/** Joints that were seen through a view, in photo pixels. */
export function landmarksToPhoto(landmarks: Landmarks, view: View): Landmarks {
  const entries = jointNames.map((name) => [name, { ...landmarks[name], ...pointToPhoto(landmarks[name], view) }]);
  return Object.fromEntries(entries) as Landmarks;
}
