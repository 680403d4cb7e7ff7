/** The grid on which pictures are compared: the network's square crop at 256 x 256. */
import { canonicalSizePx } from '@stylemap-tryon/core';

/**
 * Three planes of 256 x 256, sRGB-encoded in [0, 1].
 * @typedef {Float32Array} CanonicalPicture
 */

export const canonicalCount = canonicalSizePx ** 2;

/**
 * What the crop shows of a picture; its edge goes on where the crop sticks out.
 * @param {import('@stylemap-tryon/core').RgbaImage} image
 * @param {import('@stylemap-tryon/core').Rect} crop
 * @returns {CanonicalPicture}
 */
export function canonicalView({ widthPx, heightPx, data }, crop) {
  const columns = resamplingTaps(crop.xPx, crop.widthPx, widthPx);
  const rows = resamplingTaps(crop.yPx, crop.heightPx, heightPx);
  const view = new Float32Array(3 * canonicalCount);
  /** Rows of the picture at the view's width, made when first needed. @type {Map<number, Float32Array>} */
  const narrowed = new Map();
  rows.forEach((taps, y) => {
    for (const [sourceY, weight] of taps) {
      const row = narrowed.get(sourceY) ?? narrowRow(data.subarray(4 * sourceY * widthPx, 4 * (sourceY + 1) * widthPx), columns);
      narrowed.set(sourceY, row);
      for (let c = 0; c < 3; c++) {
        const start = c * canonicalCount + y * canonicalSizePx;
        for (let x = 0; x < canonicalSizePx; x++) view[start + x] += (weight * row[3 * x + c]) / 255;
      }
    }
  });
  return view;
}

/**
 * @param {Uint8ClampedArray} pixels
 * @param {readonly (readonly [number, number])[][]} columns
 */
function narrowRow(pixels, columns) {
  const row = new Float32Array(3 * columns.length);
  columns.forEach((taps, x) => {
    for (const [sourceX, weight] of taps) {
      for (let c = 0; c < 3; c++) row[3 * x + c] += weight * pixels[4 * sourceX + c];
    }
  });
  return row;
}

/**
 * Source pixels and weights of every pixel of the view along an axis: the mean over its extent where it shrinks the picture, linear
 * interpolation where it enlarges it.
 * @param {number} fromPx
 * @param {number} spanPx
 * @param {number} lengthPx of the picture
 * @returns {[number, number][][]}
 */
function resamplingTaps(fromPx, spanPx, lengthPx) {
  const scale = spanPx / canonicalSizePx;
  const reach = Math.max(1, scale);
  return Array.from({ length: canonicalSizePx }, (_, i) => {
    const centre = fromPx + (i + 0.5) * scale;
    const first = Math.floor(centre - (scale > 1 ? scale / 2 : 0.5));
    /** @type {[number, number][]} */
    const taps = [];
    for (let source = first; source <= first + Math.ceil(reach); source++) {
      const overlap = Math.min(centre + scale / 2, source + 1) - Math.max(centre - scale / 2, source);
      const weight = scale > 1 ? Math.max(0, overlap) / scale : Math.max(0, 1 - Math.abs(centre - 0.5 - source));
      if (weight > 0) taps.push([Math.min(lengthPx - 1, Math.max(0, source)), weight]);
    }
    return taps;
  });
}
