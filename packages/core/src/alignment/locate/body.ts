import type { Landmark, Landmarks } from '../../locate/landmarks.js';
import type { Point } from '../alignment-map.js';
import { arm as armLengths, sureJoint, trunk } from '../proportions.js';
import type { UprightFrame } from './upright.js';
import { toUpright, uprightAlong } from './upright.js';

/** An arm in the upright frame: shoulder, elbow, and the wrist where it is seen or can be told. */
export interface ArmJoints {
  readonly shoulder: Point;
  readonly elbow: Point;
  readonly wrist: Point;
  /** Whether the forearm is where it says; a hidden one, behind the back, is nowhere. */
  readonly foreSeen: boolean;
}

/** The upper body in its upright frame. */
export interface UpperBody {
  readonly frame: UprightFrame;
  readonly axisX: number;
  readonly shoulderRow: number;
  readonly hipRow: number;
  /** Distance of the shoulders; of a body that is turned what it would be from the front. */
  readonly shoulderWidthPx: number;
  /** On the left and right of the picture; `undefined` where nothing tells where the arm is. */
  readonly arms: readonly [ArmJoints | undefined, ArmJoints | undefined];
}

const isSure = ({ confidence }: Landmark) => confidence >= sureJoint;
const pointOf = ({ xPx, yPx }: Landmark): Point => ({ x: xPx, y: yPx });
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const along = (from: Point, to: Point, length: number): Point => {
  const distance = Math.max(1e-6, Math.hypot(to.x - from.x, to.y - from.y));
  return { x: from.x + ((to.x - from.x) * length) / distance, y: from.y + ((to.y - from.y) * length) / distance };
};

/**
 * The upper body by its joints; `undefined` where a shoulder is unsure, as then nothing hangs anywhere. Hips that are unsure, or outside of the
 * picture, are taken to lie straight below.
 *
 * @param landmarks in canonical pixels.
 */
export function findUpperBody(landmarks: Landmarks, sizePx: number): UpperBody | undefined {
  const { leftShoulder, rightShoulder, leftHip, rightHip } = landmarks;
  if (!isSure(leftShoulder) || !isSure(rightShoulder)) return undefined;
  const shoulders = middle(pointOf(leftShoulder), pointOf(rightShoulder));
  const below = { x: shoulders.x, y: shoulders.y + 1 };
  const hips = isSure(leftHip) && isSure(rightHip) ? middle(pointOf(leftHip), pointOf(rightHip)) : undefined;
  const frame = uprightAlong(shoulders, hips ?? below, sizePx);
  const [origin, left, right] = [shoulders, pointOf(leftShoulder), pointOf(rightShoulder)].map((point) =>
    toUpright(frame, point),
  ) as [Point, Point, Point];
  const seenWidthPx = Math.abs(left.x - right.x);
  const lengthPx = hips ? toUpright(frame, hips).y - origin.y : trunk.lengthOfWidth * seenWidthPx;
  const shoulderWidthPx = Math.max(4, seenWidthPx, hips ? trunk.widthOfLength * lengthPx : 0);
  const arms = (['left', 'right'] as const).map((side) => findArm(landmarks, side, frame, origin.x, shoulderWidthPx));
  if (left.x > right.x) arms.reverse();
  return {
    frame,
    axisX: origin.x,
    shoulderRow: origin.y,
    hipRow: origin.y + lengthPx,
    shoulderWidthPx,
    arms: [arms[0], arms[1]],
  };
}

/** An arm as far as its joints are sure; one that nobody sees hangs down. */
function findArm(
  landmarks: Landmarks,
  side: 'left' | 'right',
  frame: UprightFrame,
  axisX: number,
  shoulderWidthPx: number,
): ArmJoints {
  const [elbow, wrist] = [landmarks[`${side}Elbow`], landmarks[`${side}Wrist`]];
  const at = (landmark: Landmark) => toUpright(frame, pointOf(landmark));
  const shoulder = at(landmarks[`${side}Shoulder`]);
  if (isSure(elbow)) {
    const joint = at(elbow);
    const fore = along(
      shoulder,
      joint,
      Math.hypot(joint.x - shoulder.x, joint.y - shoulder.y) + armLengths.fore * shoulderWidthPx,
    );
    return { shoulder, elbow: joint, wrist: isSure(wrist) ? at(wrist) : fore, foreSeen: isSure(wrist) };
  }
  if (!isSure(wrist)) {
    const outward = Math.sign(shoulder.x - axisX) * armLengths.out * shoulderWidthPx;
    const down = (length: number): Point => ({ x: shoulder.x + outward, y: shoulder.y + length * shoulderWidthPx });
    return { shoulder, elbow: down(armLengths.upper), wrist: down(armLengths.upper + armLengths.fore), foreSeen: false };
  }
  const hand = at(wrist);
  return { shoulder, elbow: middle(shoulder, hand), wrist: hand, foreSeen: true };
}

/** Levels of the lower body in its upright frame, rows of that. */
export interface LowerBody {
  readonly frame: UprightFrame;
  readonly hipRow: number;
  /** Hip joint to ankle. */
  readonly legPx: number;
  readonly ankleRow: number;
  readonly axisX: number;
}

/** Thigh and lower leg are about as long. */
const legOfThigh = 2.02;
/** Leg lengths per length of the trunk, where no knee is in the picture. */
const legOfTrunk = 1.62;

/** The lower body by its joints; `undefined` where the hips are unsure. @param landmarks in canonical pixels. */
export function findLowerBody(landmarks: Landmarks, sizePx: number): LowerBody | undefined {
  const { leftHip, rightHip, leftShoulder, rightShoulder } = landmarks;
  if (!isSure(leftHip) || !isSure(rightHip)) return undefined;
  const hips = middle(pointOf(leftHip), pointOf(rightHip));
  const pair = (a: Landmark, b: Landmark) => (isSure(a) && isSure(b) ? middle(pointOf(a), pointOf(b)) : undefined);
  const ankles = pair(landmarks.leftAnkle, landmarks.rightAnkle);
  const knees = pair(landmarks.leftKnee, landmarks.rightKnee);
  const shoulders = pair(leftShoulder, rightShoulder);
  const down = ankles ?? knees;
  const frame = down
    ? uprightAlong(hips, down, sizePx)
    : shoulders
      ? uprightAlong(shoulders, hips, sizePx)
      : uprightAlong(hips, { x: hips.x, y: hips.y + 10 }, sizePx);
  const origin = toUpright(frame, hips);
  const rowsTo = (point: Point | undefined) => (point ? toUpright(frame, point).y - origin.y : undefined);
  const trunkPx = shoulders && Math.hypot(hips.x - shoulders.x, hips.y - shoulders.y);
  const thighPx = rowsTo(knees);
  const legPx = rowsTo(ankles) ?? (thighPx !== undefined ? legOfThigh * thighPx : trunkPx && legOfTrunk * trunkPx);
  if (!legPx || legPx < 4) return undefined;
  return { frame, hipRow: origin.y, legPx, ankleRow: origin.y + legPx, axisX: origin.x };
}
