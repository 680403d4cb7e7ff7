import { guessArm } from './guess-arm.js';
import type { PhotoSize, Silhouettes } from './guess-landmarks.js';
import { guessLandmarks } from './guess-landmarks.js';
import type { Landmark, Landmarks } from './landmarks.js';

/** A joint less sure than this is not used. */
const leastConfidence = 0.35;
/** The trunk in shoulder widths; hip joint to ankle in lengths of the trunk, and of the thigh; forearm of the upper arm (MediaPipe, street photos). */
const [trunkOfWidth, legOfTrunk, legOfThigh, foreOfUpper] = [1.55, 1.5, 2.02, 0.88] as const;

type Limb<Middle extends string, End extends string> = Readonly<Record<Middle | End, Landmark>>;

export function isSure({ xPx, yPx, confidence }: Landmark): boolean {
  return confidence >= leastConfidence && Number.isFinite(xPx) && Number.isFinite(yPx);
}

/**
 * Puts what is not sure where it must be by what is. Without both shoulders: all of the upper body from the outline of what is worn. Without both hips:
 * straight below the shoulders. Of an arm, without its elbow: the outline beside the trunk; without its wrist: on along the upper arm. Of a leg, without
 * its ankle: on along the thigh; without its knee: as long as the trunk asks for. What is put somewhere is not sure there.
 *
 * @param seen in photo pixels, as the result
 */
export function completeLandmarks(seen: Landmarks, silhouettes: Silhouettes, photo: PhotoSize): Landmarks {
  const hasShoulders = isSure(seen.leftShoulder) && isSure(seen.rightShoulder);
  const hasHips = isSure(seen.leftHip) && isSure(seen.rightHip);
  const guess = hasShoulders && hasHips ? seen : guessLandmarks(silhouettes, photo);
  const { leftShoulder, rightShoulder } = hasShoulders ? seen : guess;
  const shoulders = between(leftShoulder, rightShoulder, 0.5);
  const widthPx = distance(leftShoulder, rightShoulder);
  const hipsBelow = {
    leftHip: below(leftShoulder, trunkOfWidth * widthPx),
    rightHip: below(rightShoulder, trunkOfWidth * widthPx),
  };
  const { leftHip, rightHip } = hasHips ? seen : hasShoulders ? hipsBelow : guess;
  const trunkPx = distance(shoulders, between(leftHip, rightHip, 0.5));

  const arm = (shoulder: Landmark, elbow: Landmark, wrist: Landmark): Limb<'elbow', 'wrist'> => {
    if (!hasShoulders || !(isSure(elbow) || isSure(wrist))) return guessArm(silhouettes, photo, shoulder, shoulders, widthPx);
    if (!isSure(elbow)) return { elbow: between(shoulder, wrist, 0.5), wrist };
    return { elbow, wrist: isSure(wrist) ? wrist : between(shoulder, elbow, 1 + foreOfUpper) };
  };
  const leg = (hip: Landmark, knee: Landmark, ankle: Landmark): Limb<'knee', 'ankle'> => {
    const end = isSure(ankle) ? ankle : isSure(knee) ? between(hip, knee, legOfThigh) : below(hip, legOfTrunk * trunkPx);
    return { knee: isSure(knee) ? knee : between(hip, end, 1 / legOfThigh), ankle: end };
  };
  const left = { ...arm(leftShoulder, seen.leftElbow, seen.leftWrist), ...leg(leftHip, seen.leftKnee, seen.leftAnkle) };
  const right = { ...arm(rightShoulder, seen.rightElbow, seen.rightWrist), ...leg(rightHip, seen.rightKnee, seen.rightAnkle) };
  return {
    ...{ nose: seen.nose, chin: seen.chin, neck: seen.neck, crotch: seen.crotch },
    ...{ leftShoulder, rightShoulder, leftHip, rightHip },
    ...{ leftElbow: left.elbow, rightElbow: right.elbow, leftWrist: left.wrist, rightWrist: right.wrist },
    ...{ leftKnee: left.knee, rightKnee: right.knee, leftAnkle: left.ankle, rightAnkle: right.ankle },
  };
}

function between(a: Landmark, b: Landmark, share: number): Landmark {
  return { xPx: a.xPx + share * (b.xPx - a.xPx), yPx: a.yPx + share * (b.yPx - a.yPx), confidence: 0 };
}

function below({ xPx, yPx }: Landmark, lengthPx: number): Landmark {
  return { xPx, yPx: yPx + lengthPx, confidence: 0 };
}

function distance(a: Landmark, b: Landmark): number {
  return Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx);
}
