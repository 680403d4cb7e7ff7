/** Overlap and outline of masks. Everything skips pixels that are `unknown` in the truth. */
import { unknown } from './ccp-labels.mjs';

/** @typedef {import('./masks.mjs').LabelMap} LabelMap */

/** Pixels by their true and their predicted class, over any number of pictures. */
export class Confusion {
  /** @param {number} classCount */
  constructor(classCount) {
    this.classCount = classCount;
    /** Row: truth; column: prediction. */
    this.counts = new Float64Array(classCount * classCount);
  }

  /**
   * @param {LabelMap} truth
   * @param {LabelMap} prediction
   */
  add(truth, prediction) {
    requireSameSize(truth, prediction);
    truth.data.forEach((label, i) => {
      if (label !== unknown) this.counts[label * this.classCount + prediction.data[i]]++;
    });
  }

  /**
   * Of these classes taken as one.
   * @param {readonly number[]} members
   * @returns {number} NaN when neither has such a pixel
   */
  iou(members) {
    let [both, either] = [0, 0];
    this.counts.forEach((count, i) => {
      const isTrue = members.includes(Math.floor(i / this.classCount));
      const isPredicted = members.includes(i % this.classCount);
      if (isTrue && isPredicted) both += count;
      if (isTrue || isPredicted) either += count;
    });
    return both / either;
  }

  rows() {
    return Array.from({ length: this.classCount }, (_, row) => [
      ...this.counts.subarray(row * this.classCount, (row + 1) * this.classCount),
    ]);
  }
}

/**
 * @param {LabelMap} truth
 * @param {LabelMap} prediction
 */
export function maskIou(truth, prediction) {
  const confusion = new Confusion(2);
  confusion.add(truth, prediction);
  return confusion.iou([1]);
}

/** 2 px where the longer side has 512. */
const toleranceFraction = 2 / 512;

/**
 * Share of each outline that the other one comes near, as a harmonic mean.
 * @param {LabelMap} truth
 * @param {LabelMap} prediction
 */
export function boundaryFScore(truth, prediction) {
  requireSameSize(truth, prediction);
  const tolerancePx = toleranceFraction * Math.max(truth.widthPx, truth.heightPx);
  // Beside unknown pixels nobody knows where the outline is; their eight neighbours are beside them at any tolerance.
  const unknownPixels = indicesWhere(truth.data, (value) => value === unknown);
  const doubtful = near(unknownPixels, truth, Math.max(tolerancePx, Math.SQRT2));
  const [trueEdge, predictedEdge] = [truth, prediction].map((mask) => outline(mask).filter((at) => !doubtful[at]));
  if (trueEdge.length === 0 || predictedEdge.length === 0) return trueEdge.length === predictedEdge.length ? 1 : 0;
  const precision = shareWithin(predictedEdge, near(trueEdge, truth, tolerancePx));
  const recall = shareWithin(trueEdge, near(predictedEdge, truth, tolerancePx));
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/**
 * Pixels of the mask with one outside it among their eight neighbours. The rim of the picture is no outline.
 * @param {LabelMap} mask
 */
function outline({ widthPx, heightPx, data }) {
  return indicesWhere(data, (value, at) => {
    if (value !== 1) return false;
    const [x, y] = [at % widthPx, Math.floor(at / widthPx)];
    for (let row = Math.max(0, y - 1); row <= Math.min(heightPx - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(widthPx - 1, x + 1); column++) {
        if (data[row * widthPx + column] !== 1) return true;
      }
    }
    return false;
  });
}

/**
 * Marks all pixels within a distance of some.
 * @param {readonly number[]} centres
 * @param {{ widthPx: number, heightPx: number }} size
 * @param {number} radiusPx
 */
function near(centres, { widthPx, heightPx }, radiusPx) {
  const marked = new Uint8Array(widthPx * heightPx);
  const reach = Math.floor(radiusPx);
  const halfWidths = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.floor(Math.sqrt(radiusPx ** 2 - (i - reach) ** 2)));
  for (const at of centres) {
    const [x, y] = [at % widthPx, Math.floor(at / widthPx)];
    for (let dy = Math.max(-reach, -y); dy <= Math.min(reach, heightPx - 1 - y); dy++) {
      const half = halfWidths[dy + reach];
      const start = (y + dy) * widthPx;
      marked.fill(1, start + Math.max(0, x - half), start + Math.min(widthPx, x + half + 1));
    }
  }
  return marked;
}

/**
 * @param {Uint8Array} data
 * @param {(value: number, at: number) => boolean} matches
 */
function indicesWhere(data, matches) {
  /** @type {number[]} */
  const found = [];
  for (let i = 0; i < data.length; i++) if (matches(data[i], i)) found.push(i);
  return found;
}

/**
 * @param {readonly number[]} pixels
 * @param {Uint8Array} marked
 */
function shareWithin(pixels, marked) {
  return pixels.filter((at) => marked[at]).length / pixels.length;
}

/**
 * @param {LabelMap} truth
 * @param {LabelMap} prediction
 */
function requireSameSize(truth, prediction) {
  if (truth.widthPx === prediction.widthPx && truth.heightPx === prediction.heightPx) return;
  const sizes = [truth, prediction].map(({ widthPx, heightPx }) => `${widthPx} x ${heightPx}`);
  throw new RangeError(`Truth and prediction differ in size: ${sizes.join(' and ')}.`);
}
