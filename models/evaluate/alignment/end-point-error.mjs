/** How far places are from the true ones. Places are interleaved (x, y) in fractions of the product's canonical crop. */
import { canonicalSizePx } from '@stylemap-tryon/core';

/** Nearer than this is near. */
const nearPx = 8;

/**
 * @typedef {object} ErrorFigures
 * @property {number} points
 * @property {number} meanPx in pixels of the 256 px canonical crop, as the next two
 * @property {number} medianPx
 * @property {number} p90Px
 * @property {number} shareNear under 8 px
 * @property {number} meanOfWidth in garment widths, as the next one
 * @property {number} medianOfWidth
 * @property {number} shiftXPx mean error to the right
 * @property {number} shiftYPx mean error downwards
 */

/**
 * @param {Float64Array} places
 * @param {Float64Array} truth as many
 * @param {number} garmentWidth as a fraction of the crop
 * @returns {ErrorFigures | undefined} nothing of no point
 */
export function endPointErrors(places, truth, garmentWidth) {
  const points = truth.length / 2;
  if (places.length !== truth.length) throw new RangeError(`${places.length / 2} places for ${points} points.`);
  if (points === 0) return undefined;
  const errors = new Float64Array(points);
  for (let i = 0; i < points; i++) errors[i] = Math.hypot(places[2 * i] - truth[2 * i], places[2 * i + 1] - truth[2 * i + 1]);
  const px = errors.map((error) => error * canonicalSizePx).sort();
  const meanPx = px.reduce((sum, error) => sum + error, 0) / points;
  const medianPx = (px[(points - 1) >> 1] + px[points >> 1]) / 2;
  const widthPx = garmentWidth * canonicalSizePx;
  const shift = meanShift(places, truth);
  return {
    points,
    meanPx,
    medianPx,
    p90Px: px[Math.min(points - 1, Math.floor(0.9 * points))],
    shareNear: px.filter((error) => error < nearPx).length / points,
    meanOfWidth: meanPx / widthPx,
    medianOfWidth: medianPx / widthPx,
    shiftXPx: shift.x * canonicalSizePx,
    shiftYPx: shift.y * canonicalSizePx,
  };
}

/**
 * The places moved by the one shift that helps most, which nobody can know: what is left is not a matter of position.
 * @param {Float64Array} places
 * @param {Float64Array} truth
 */
export function withoutMeanShift(places, truth) {
  const { x, y } = meanShift(places, truth);
  return places.map((value, i) => value - (i % 2 === 0 ? x : y));
}

/** @param {Float64Array} places @param {Float64Array} truth */
function meanShift(places, truth) {
  let [x, y] = [0, 0];
  for (let i = 0; i < truth.length; i += 2) {
    x += places[i] - truth[i];
    y += places[i + 1] - truth[i + 1];
  }
  return { x: (2 * x) / truth.length, y: (2 * y) / truth.length };
}
