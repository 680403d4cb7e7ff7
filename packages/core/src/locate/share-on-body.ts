import type { Patch } from '../image/view.js';
import type { JointName, Landmarks } from './landmarks.js';
import { patchShare } from './patch-share.js';

/** Joints less sure than this tell nothing. */
const sureFrom = 0.3;
/** How far cloth stands off the bones, in lengths of the trunk: a wide coat or skirt stays below it. */
const reach = 0.5;
/** Legs of which no joint is seen go on from the hips, in lengths of the trunk. */
const legLength = 1.6;

const bones: readonly (readonly [JointName, JointName])[] = [
  ['leftShoulder', 'rightShoulder'],
  ['leftShoulder', 'leftHip'],
  ['rightShoulder', 'rightHip'],
  ['leftHip', 'rightHip'],
  ['leftShoulder', 'leftElbow'],
  ['leftElbow', 'leftWrist'],
  ['rightShoulder', 'rightElbow'],
  ['rightElbow', 'rightWrist'],
  ['leftHip', 'leftKnee'],
  ['leftKnee', 'leftAnkle'],
  ['rightHip', 'rightKnee'],
  ['rightKnee', 'rightAnkle'],
];

interface Position {
  readonly xPx: number;
  readonly yPx: number;
}

/**
 * The share of a garment that lies where the body is, in [0, 1].
 *
 * @param landmarks in the patch's pixels.
 * @returns `undefined` where it is not known how the trunk lies.
 */
export function shareOnBody(patch: Patch, landmarks: Landmarks): number | undefined {
  const isSure = (name: JointName) => landmarks[name].confidence >= sureFrom;
  const { leftShoulder, rightShoulder, leftHip, rightHip } = landmarks;
  if (!(['leftShoulder', 'rightShoulder', 'leftHip', 'rightHip'] as const).every(isSure)) return undefined;
  const down = {
    xPx: (leftHip.xPx + rightHip.xPx - leftShoulder.xPx - rightShoulder.xPx) / 2,
    yPx: (leftHip.yPx + rightHip.yPx - leftShoulder.yPx - rightShoulder.yPx) / 2,
  };
  const lines: (readonly [Position, Position])[] = bones
    .filter(([from, to]) => isSure(from) && isSure(to))
    .map(([from, to]) => [landmarks[from], landmarks[to]]);
  for (const hip of [leftHip, rightHip]) {
    lines.push([hip, { xPx: hip.xPx + legLength * down.xPx, yPx: hip.yPx + legLength * down.yPx }]);
  }
  const reachPx = reach * Math.hypot(down.xPx, down.yPx);
  return patchShare(patch, (xPx, yPx) => {
    const position = { xPx: xPx + 0.5, yPx: yPx + 0.5 };
    return lines.some(([from, to]) => distancePx(position, from, to) <= reachPx);
  });
}

/** From a position to the line between two others. */
function distancePx({ xPx, yPx }: Position, from: Position, to: Position): number {
  const [alongX, alongY] = [to.xPx - from.xPx, to.yPx - from.yPx];
  const squared = Math.max(1e-6, alongX * alongX + alongY * alongY);
  const share = Math.min(1, Math.max(0, ((xPx - from.xPx) * alongX + (yPx - from.yPx) * alongY) / squared));
  return Math.hypot(xPx - from.xPx - share * alongX, yPx - from.yPx - share * alongY);
}
