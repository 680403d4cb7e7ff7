import { isSure } from '../../locate/complete-landmarks.js';
import type { Landmark, Landmarks } from '../../locate/landmarks.js';
import type { Point } from '../alignment-map.js';
import { trunk } from '../proportions.js';
import type { UprightFrame } from './upright.js';
import { toUpright, uprightAlong } from './upright.js';

/** An arm in the upright frame. */
export interface ArmJoints {
  readonly shoulder: Point;
  readonly elbow: Point;
  readonly wrist: Point;
  /** Whether the elbow is where it says. */
  readonly elbowSeen: boolean;
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
  /** On the left and right of the picture. */
  readonly arms: readonly [ArmJoints, ArmJoints];
}

/** Hip, knee and ankle of a leg in the upright frame. */
export type LegJoints = readonly [Point, Point, Point];

/** The lower body in its upright frame, which stands along the legs. */
export interface LowerBody {
  readonly frame: UprightFrame;
  readonly hipRow: number;
  /** Hip joint to ankle. */
  readonly legPx: number;
  /** Hip, knee and ankle, on the left and right of the picture. */
  readonly legs: readonly [LegJoints, LegJoints];
}

const pointOf = ({ xPx, yPx }: Landmark): Point => ({ x: xPx, y: yPx });
const middle = (a: Landmark, b: Landmark): Point => ({ x: (a.xPx + b.xPx) / 2, y: (a.yPx + b.yPx) / 2 });

/** @param landmarks complete, in pixels of a square grid of `sizePx`. */
export function findUpperBody(landmarks: Landmarks, sizePx: number): UpperBody {
  const { leftShoulder, rightShoulder, leftHip, rightHip } = landmarks;
  const [shoulders, hips] = [middle(leftShoulder, rightShoulder), middle(leftHip, rightHip)];
  const frame = uprightAlong(shoulders, hips, sizePx);
  const at = (landmark: Landmark) => toUpright(frame, pointOf(landmark));
  const arms = (['left', 'right'] as const).map((side): ArmJoints => {
    const [shoulder, elbow, wrist] = [landmarks[`${side}Shoulder`], landmarks[`${side}Elbow`], landmarks[`${side}Wrist`]];
    return { shoulder: at(shoulder), elbow: at(elbow), wrist: at(wrist), elbowSeen: isSure(elbow), foreSeen: isSure(wrist) };
  }) as [ArmJoints, ArmJoints];
  const [origin, end] = [toUpright(frame, shoulders), toUpright(frame, hips)];
  const lengthPx = Math.max(1, end.y - origin.y);
  const seenWidthPx = Math.abs(arms[0].shoulder.x - arms[1].shoulder.x);
  return {
    frame,
    axisX: origin.x,
    shoulderRow: origin.y,
    hipRow: origin.y + lengthPx,
    shoulderWidthPx: Math.max(4, seenWidthPx, trunk.widthOfLength * lengthPx),
    arms: arms[0].shoulder.x > arms[1].shoulder.x ? [arms[1], arms[0]] : arms,
  };
}

/** @param landmarks complete, in pixels of a square grid of `sizePx`. */
export function findLowerBody(landmarks: Landmarks, sizePx: number): LowerBody {
  const { leftHip, rightHip, leftAnkle, rightAnkle } = landmarks;
  const [hips, ankles] = [middle(leftHip, rightHip), middle(leftAnkle, rightAnkle)];
  const frame = uprightAlong(hips, ankles, sizePx);
  const hipRow = toUpright(frame, hips).y;
  const [a, b] = (['left', 'right'] as const).map((side): LegJoints => {
    const at = (landmark: Landmark) => toUpright(frame, pointOf(landmark));
    return [at(landmarks[`${side}Hip`]), at(landmarks[`${side}Knee`]), at(landmarks[`${side}Ankle`])];
  }) as [LegJoints, LegJoints];
  return {
    frame,
    hipRow,
    legPx: Math.max(4, toUpright(frame, ankles).y - hipRow),
    legs: a[1].x > b[1].x ? [b, a] : [a, b],
  };
}
