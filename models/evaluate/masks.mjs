/** Label maps and masks of whole pixels, and how the parser's answers become such. */
import sharp from 'sharp';
import { unknown } from './ccp-labels.mjs';

/**
 * One byte a pixel, row by row. A mask has 1 inside and 0 outside; `unknown` counts nowhere.
 * @typedef {{ widthPx: number, heightPx: number, data: Uint8Array }} LabelMap
 */

/**
 * The bytes of an 8-bit grey PNG as they are stored.
 * @param {string} path
 * @returns {Promise<LabelMap>}
 */
export async function readGreyPicture(path) {
  const { data, info } = await sharp(path).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 1) throw new RangeError(`${path} is not a grey picture.`);
  return { widthPx: info.width, heightPx: info.height, data };
}

/**
 * The strongest class of every pixel, confidences being interpolated between the centres of their own pixels.
 * @param {import('@stylemap-tryon/core').ClassConfidences} confidences
 * @param {number} widthPx
 * @param {number} heightPx
 * @returns {LabelMap}
 */
export function strongestClasses(confidences, widthPx, heightPx) {
  const { widthPx: gridWidth, heightPx: gridHeight, data: values } = confidences;
  const count = gridWidth * gridHeight;
  const classCount = values.length / count;
  const columns = Array.from({ length: widthPx }, (_, x) => interpolate(x, widthPx, gridWidth));
  const row = new Float32Array(gridWidth);
  const best = new Float32Array(widthPx);
  const data = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    const { low, high, share } = interpolate(y, heightPx, gridHeight);
    const labels = data.subarray(y * widthPx, (y + 1) * widthPx);
    best.fill(-1);
    for (let c = 0; c < classCount; c++) {
      const [upper, lower] = [c * count + low * gridWidth, c * count + high * gridWidth];
      for (let i = 0; i < gridWidth; i++) row[i] = values[upper + i] * (1 - share) + values[lower + i] * share;
      columns.forEach((column, x) => {
        const value = row[column.low] * (1 - column.share) + row[column.high] * column.share;
        if (value <= best[x]) return;
        best[x] = value;
        labels[x] = c;
      });
    }
  }
  return { widthPx, heightPx, data };
}

/**
 * @param {number} index of a pixel
 * @param {number} sizePx
 * @param {number} gridSize
 */
function interpolate(index, sizePx, gridSize) {
  const position = Math.min(gridSize - 1, Math.max(0, ((index + 0.5) * gridSize) / sizePx - 0.5));
  const low = Math.floor(position);
  return { low, high: Math.min(gridSize - 1, low + 1), share: position - low };
}

/**
 * The pixels of some labels, as a mask.
 * @param {LabelMap} labels
 * @param {readonly number[]} members
 * @returns {LabelMap}
 */
export function pixelsOf({ data, ...size }, members) {
  return { ...size, data: data.map((label) => (label === unknown ? unknown : members.includes(label) ? 1 : 0)) };
}

/**
 * The half-opaque and more opaque pixels of a garment's mask, on the whole photo.
 * @param {import('@stylemap-tryon/core').GarmentMask} mask
 * @param {{ widthPx: number, heightPx: number }} photo
 * @returns {LabelMap}
 */
export function solidPixels({ rect, alpha }, { widthPx, heightPx }) {
  const data = new Uint8Array(widthPx * heightPx);
  alpha.forEach((opacity, i) => {
    const [x, y] = [i % rect.widthPx, Math.floor(i / rect.widthPx)];
    if (opacity >= 128) data[(rect.yPx + y) * widthPx + rect.xPx + x] = 1;
  });
  return { widthPx, heightPx, data };
}

/**
 * Only the largest piece of a mask, corners touching; the others become unknown.
 * @param {LabelMap} mask
 * @returns {LabelMap}
 */
export function largestPiece({ widthPx, heightPx, data: mask }) {
  const data = mask.map((value) => (value ? unknown : 0));
  const seen = new Uint8Array(mask.length);
  /** @type {number[]} */
  let largest = [];
  for (let start = 0; start < mask.length; start++) {
    if (!mask[start] || seen[start]) continue;
    const piece = [start];
    seen[start] = 1;
    // Grows while it is walked through.
    for (const at of piece) {
      const x = at % widthPx;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const next = at + dy * widthPx + dx;
          if (x + dx < 0 || x + dx >= widthPx || !mask[next] || seen[next]) continue;
          seen[next] = 1;
          piece.push(next);
        }
      }
    }
    if (piece.length > largest.length) largest = piece;
  }
  for (const at of largest) data[at] = 1;
  return { widthPx, heightPx, data };
}
