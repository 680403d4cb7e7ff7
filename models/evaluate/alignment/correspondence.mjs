/** Points of worn cloth: where they are seen, and where in the product they come from, truly and by each method. */
import { sampleAlignment } from '@stylemap-tryon/core';
import { boundsOf } from '../pictures/cut.mjs';

/**
 * @typedef {import('@stylemap-tryon/core').Plane} Plane
 * @typedef {import('@stylemap-tryon/core').Rect} Rect
 * @typedef {import('../masks.mjs').LabelMap} LabelMap
 * @typedef {import('./flow-map.mjs').FlowMap} FlowMap
 */

/**
 * Interleaved (x, y), in fractions: `seen` of the person's canonical crop, `truth` of the product's.
 * @typedef {{ seen: Float64Array, truth: Float64Array }} Points
 */

/**
 * The blocks of a garment of which the truth is known.
 * @param {{ flow: FlowMap, classes: LabelMap }} truth
 * @param {number} classIndex of the garment
 * @param {Rect} personCrop in photo pixels
 * @param {{ crop: Rect, image: { widthPx: number, heightPx: number } }} product crop in its picture's pixels
 * @returns {Points}
 */
export function listPoints({ flow, classes }, classIndex, personCrop, { crop, image }) {
  const [seen, truth] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  for (let i = 0; i < flow.widthPx * flow.heightPx; i++) {
    const [u, v] = flow.places.subarray(2 * i, 2 * i + 2);
    const x = (((i % flow.widthPx) + 0.5) * classes.widthPx) / flow.widthPx;
    const y = ((Math.floor(i / flow.widthPx) + 0.5) * classes.heightPx) / flow.heightPx;
    if (Number.isNaN(u) || classes.data[Math.floor(y) * classes.widthPx + Math.floor(x)] !== classIndex) continue;
    seen.push((x - personCrop.xPx) / personCrop.widthPx, (y - personCrop.yPx) / personCrop.heightPx);
    truth.push((u * image.widthPx - crop.xPx) / crop.widthPx, (v * image.heightPx - crop.yPx) / crop.heightPx);
  }
  return { seen: Float64Array.from(seen), truth: Float64Array.from(truth) };
}

/**
 * The points that a test chooses.
 * @param {Points} points
 * @param {(x: number, y: number) => boolean} test of the place in one of the crops
 * @param {keyof Points} of
 * @returns {Points}
 */
export function choosePoints(points, test, of) {
  const places = points[of];
  const keep = (/** @type {Float64Array} */ all) => all.filter((_, i) => test(places[i & ~1], places[i | 1]));
  return { seen: keep(points.seen), truth: keep(points.truth) };
}

/**
 * By the product's alignment; with the network's own flow, which moves the argument of the alignment, if it is given.
 * @param {Float64Array} seen
 * @param {import('@stylemap-tryon/core').AlignmentMap} alignment
 * @param {import('@stylemap-tryon/core').Tensor} [flow] two planes on the person's canonical crop, in fractions of it
 */
export function placesByAlignment(seen, alignment, flow) {
  const places = new Float64Array(seen.length);
  const place = new Float64Array(2);
  for (let i = 0; i < seen.length; i += 2) {
    const [dx, dy] = flow ? flowAt(flow, seen[i], seen[i + 1]) : [0, 0];
    sampleAlignment(alignment, seen[i] + dx, seen[i + 1] + dy, place);
    places.set(place, i);
  }
  return places;
}

/** Of the nearest cell. @param {import('@stylemap-tryon/core').Tensor} flow @param {number} x @param {number} y */
function flowAt({ shape, data }, x, y) {
  const [heightPx, widthPx] = [Number(shape[2]), Number(shape[3])];
  const column = Math.min(widthPx - 1, Math.max(0, Math.floor(x * widthPx)));
  const row = Math.min(heightPx - 1, Math.max(0, Math.floor(y * heightPx)));
  const at = row * widthPx + column;
  return [data[at], data[heightPx * widthPx + at]];
}

/**
 * By the boxes about the two masks alone, as a rough paste does.
 * @param {Float64Array} seen
 * @param {Rect} person box in fractions of its crop
 * @param {Rect} garment
 */
export function placesByBox(seen, person, garment) {
  return seen.map((value, i) =>
    i % 2 === 0
      ? garment.xPx + ((value - person.xPx) / person.widthPx) * garment.widthPx
      : garment.yPx + ((value - person.yPx) / person.heightPx) * garment.heightPx,
  );
}

/**
 * The box about the half-opaque pixels of a mask, in fractions of its grid; all of an empty one.
 * @param {Plane} mask
 * @returns {Rect}
 */
export function boxOf({ widthPx, heightPx, data }) {
  const box = boundsOf({ widthPx, heightPx, data: Uint8Array.from(data, (value) => Number(value >= 0.5)) });
  if (!box) return { xPx: 0, yPx: 0, widthPx: 1, heightPx: 1 };
  return {
    xPx: box.xPx / widthPx,
    yPx: box.yPx / heightPx,
    widthPx: box.widthPx / widthPx,
    heightPx: box.heightPx / heightPx,
  };
}

/** @param {Plane} mask @param {number} x in fractions of the grid @param {number} y */
export function covers({ widthPx, heightPx, data }, x, y) {
  if (!(x >= 0 && y >= 0 && x < 1 && y < 1)) return false;
  return data[Math.floor(y * heightPx) * widthPx + Math.floor(x * widthPx)] >= 0.5;
}
