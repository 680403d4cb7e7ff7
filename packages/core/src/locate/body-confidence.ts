import type { JointName, Landmarks } from './landmarks.js';

const trunkJoints = ['neck', 'leftShoulder', 'rightShoulder', 'leftHip', 'rightHip'] as const;
const legJoints = ['leftHip', 'rightHip', 'leftKnee', 'rightKnee', 'leftAnkle', 'rightAnkle'] as const;

/** How sure the joints of a trunk are, in [0, 1]. */
export function trunkConfidence(landmarks: Landmarks): number {
  return meanConfidence(landmarks, trunkJoints);
}

/** How sure it is that a body is seen the right way up, in [0, 1]: by its trunk, or by its legs where a photo ends at the waist. */
export function bodyConfidence(landmarks: Landmarks): number {
  return Math.max(trunkConfidence(landmarks), meanConfidence(landmarks, legJoints));
}

function meanConfidence(landmarks: Landmarks, names: readonly JointName[]): number {
  return names.reduce((sum, name) => sum + landmarks[name].confidence, 0) / names.length;
}
