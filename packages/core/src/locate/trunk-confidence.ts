import type { Landmarks } from './landmarks.js';

/** Joints of the trunk: they are in nearly every photo that clothes are tried on, and the parser is surest of them. */
const trunkJoints = ['neck', 'leftShoulder', 'rightShoulder', 'leftHip', 'rightHip'] as const;

/** How sure the joints of a trunk are, in [0, 1]. */
export function trunkConfidence(landmarks: Landmarks): number {
  return trunkJoints.reduce((sum, name) => sum + landmarks[name].confidence, 0) / trunkJoints.length;
}
