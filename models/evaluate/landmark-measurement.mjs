/** How far the product's landmarks are from the known joints. */
import { createRun, jointNames, preparePerson, preparePersonStages, TryOnError } from '@stylemap-tryon/core';

/**
 * @typedef {import('./landmark-truth.mjs').JointName} JointName
 * @typedef {import('./landmark-truth.mjs').KnownJoint} KnownJoint
 * @typedef {{ id: string, joint: JointName, errorTrunks: number, confidence: number }} JointError Infinity where nobody was found
 */

/** A joint is found within this share of the trunk's length (PCK: percentage of correct key points). */
export const foundWithinTrunks = 0.1;
/** Joints that are hidden, or outside of the picture, are not asked for. */
const visibleFrom = 0.5;
/** The run time asks a fallback where a joint is less sure. */
export const sureFrom = 0.3;

/**
 * @param {readonly import('./landmark-truth.mjs').PosedPhoto[]} photos
 * @param {import('@stylemap-tryon/core').Engine} engine
 */
export async function measureLandmarks(photos, engine) {
  /** @type {JointError[]} */
  const errors = [];
  for (const { id, photo: read, joints } of photos) {
    const photo = await read();
    const trunkPx = trunkLengthPx(joints, photo);
    if (!trunkPx) continue;
    const found = await landmarksOf(photo, engine);
    for (const joint of jointNames) {
      const known = joints[joint];
      if (!known || !isAsked(known)) continue;
      const mark = found?.[joint];
      const apartPx = mark ? Math.hypot(mark.xPx - known.x * photo.widthPx, mark.yPx - known.y * photo.heightPx) : Infinity;
      errors.push({ id, joint, errorTrunks: apartPx / trunkPx, confidence: mark?.confidence ?? 0 });
    }
  }
  return summarise(photos.length, errors);
}

/**
 * @param {number} photos
 * @param {readonly JointError[]} errors
 */
export function summarise(photos, errors) {
  const sure = errors.filter(({ confidence }) => confidence >= sureFrom);
  const byJoint = jointNames.flatMap((joint) => {
    const own = errors.filter((error) => error.joint === joint);
    return own.length > 0 ? [[joint, { joints: own.length, found: shareFound(own), medianTrunks: median(own) }]] : [];
  });
  const worst = [...new Set(errors.map(({ id }) => id))]
    .map((id) => ({ id, found: shareFound(errors.filter((error) => error.id === id)) }))
    .sort((a, b) => a.found - b.found);
  return {
    photos,
    joints: errors.length,
    found: shareFound(errors),
    medianTrunks: median(errors),
    sure: { share: sure.length / Math.max(1, errors.length), found: shareFound(sure) },
    /** @type {Record<string, { joints: number, found: number, medianTrunks: number }>} */
    byJoint: Object.fromEntries(byJoint),
    worst,
  };
}

/**
 * @param {import('@stylemap-tryon/core').RgbaImage} photo
 * @param {import('@stylemap-tryon/core').Engine} engine
 */
async function landmarksOf(photo, engine) {
  const run = createRun(preparePersonStages, { now: () => performance.now() });
  try {
    return (await preparePerson(photo, engine, run)).landmarks;
  } catch (error) {
    if (error instanceof TryOnError) return undefined;
    throw error;
  }
}

/** @param {KnownJoint} joint */
function isAsked({ x, y, visibility }) {
  return visibility > visibleFrom && x >= 0 && x < 1 && y >= 0 && y < 1;
}

/**
 * From the middle of the shoulders to that of the hips, which may lie outside of the picture.
 * @param {import('./landmark-truth.mjs').KnownJoints} joints
 * @param {{ widthPx: number, heightPx: number }} photo
 */
function trunkLengthPx({ leftShoulder, rightShoulder, leftHip, rightHip }, { widthPx, heightPx }) {
  if (!leftShoulder || !rightShoulder || !leftHip || !rightHip) return undefined;
  const across = (leftShoulder.x + rightShoulder.x - leftHip.x - rightHip.x) / 2;
  const down = (leftShoulder.y + rightShoulder.y - leftHip.y - rightHip.y) / 2;
  return Math.hypot(across * widthPx, down * heightPx);
}

/** @param {readonly JointError[]} errors */
function shareFound(errors) {
  return errors.filter(({ errorTrunks }) => errorTrunks < foundWithinTrunks).length / Math.max(1, errors.length);
}

/** @param {readonly JointError[]} errors */
function median(errors) {
  const sorted = errors.map(({ errorTrunks }) => errorTrunks).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
