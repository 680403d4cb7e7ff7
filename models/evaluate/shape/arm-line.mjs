/** Shoulder, elbow and wrist of a photo, and what the parser sees along them. */
import { clothingClasses } from '@stylemap-tryon/core';

/**
 * @typedef {import('@stylemap-tryon/core').PreparedPerson} PreparedPerson
 * @typedef {readonly [number, number]} Point
 * @typedef {{ points: readonly Point[], shoulderWidthPx: number }} ArmLine
 */

/** Steps along an arm. */
export const armSteps = 64;
/** Arms with a joint that is less sure are passed over. */
const sureFrom = 0.5;

/**
 * The arms that are seen, in pixels of `person.seen.photo`.
 * @param {PreparedPerson} person
 * @returns {readonly ArmLine[]}
 */
export function armLines({ seen: { landmarks } }) {
  const { leftShoulder, rightShoulder } = landmarks;
  const shoulderWidthPx = Math.hypot(leftShoulder.xPx - rightShoulder.xPx, leftShoulder.yPx - rightShoulder.yPx);
  return /** @type {const} */ (['left', 'right']).flatMap((side) => {
    const joints = [landmarks[`${side}Shoulder`], landmarks[`${side}Elbow`], landmarks[`${side}Wrist`]];
    if (joints.some(({ confidence }) => confidence < sureFrom)) return [];
    const [shoulder, elbow, wrist] = joints.map(({ xPx, yPx }) => /** @type {Point} */ ([xPx, yPx]));
    return [{ points: polyline(shoulder, elbow, wrist), shoulderWidthPx }];
  });
}

/** @param {Point} a @param {Point} b @param {Point} c @returns {readonly Point[]} */
function polyline(a, b, c) {
  const [upper, fore] = [Math.hypot(b[0] - a[0], b[1] - a[1]), Math.hypot(c[0] - b[0], c[1] - b[1])];
  return Array.from({ length: armSteps + 1 }, (_, i) => {
    const at = (i / armSteps) * (upper + fore);
    const [from, to, t] = at < upper ? [a, b, at / upper] : [b, c, (at - upper) / Math.max(1e-6, fore)];
    return /** @type {Point} */ ([from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])]);
  });
}

/**
 * Confidence of classes at a place of the photo.
 * @param {PreparedPerson} person
 * @param {readonly import('@stylemap-tryon/core').ClothingClass[]} names
 * @returns {(x: number, y: number) => number}
 */
export function confidenceOf({ seen: { photo, confidences } }, names) {
  const { widthPx, heightPx, data } = confidences;
  const planes = names.map((name) => clothingClasses.indexOf(name) * widthPx * heightPx);
  return (x, y) => {
    const column = Math.min(widthPx - 1, Math.max(0, Math.floor((x * widthPx) / photo.widthPx)));
    const row = Math.min(heightPx - 1, Math.max(0, Math.floor((y * heightPx) / photo.heightPx)));
    return planes.reduce((sum, start) => sum + data[start + row * widthPx + column], 0);
  };
}
