import type { Rect } from '../image/image.js';
import type { JointMaps } from './joint-maps.js';
import { jointMapCells } from './joint-maps.js';
import type { Landmarks } from './landmarks.js';
import { jointNames } from './landmarks.js';

/** Joints of the trunk: they are in nearly every photo that clothes are tried on, and the parser is surest of them. */
const trunkJoints = ['neck', 'leftShoulder', 'rightShoulder', 'leftHip', 'rightHip'] as const;

/** How sure the joints of a trunk are, in [0, 1]. */
export function trunkConfidence(landmarks: Landmarks): number {
  return trunkJoints.reduce((sum, name) => sum + landmarks[name].confidence, 0) / trunkJoints.length;
}

/** The same of what is seen in a part of the picture. @param cells that the part covers, whole cells. */
export function trunkConfidenceWithin(maps: JointMaps, { xPx, yPx, widthPx, heightPx }: Rect): number {
  const peaks = trunkJoints.map((name) => {
    const start = jointNames.indexOf(name) * jointMapCells ** 2;
    let peak = 0;
    for (let y = yPx; y < yPx + heightPx; y++) {
      const row = start + y * jointMapCells + xPx;
      for (let cell = row; cell < row + widthPx; cell++) peak = Math.max(peak, maps[cell] as number);
    }
    return peak;
  });
  return peaks.reduce((sum, peak) => sum + peak, 0) / peaks.length;
}
