/** Continues a garment over everything around it. */

/** @typedef {import('@stylemap-tryon/core').Plane} Plane */

/**
 * Fills a picture where nothing is known: means over ever larger cells, then back from coarse to fine (pull and push).
 * @param {Float32Array} rgb interleaved
 * @param {Plane} known weights in [0, 1]
 * @returns {Float32Array} interleaved; where `known` is 1, the picture as it is
 */
export function fillOutside(rgb, known) {
  const weighted = rgb.map((value, i) => value * known.data[Math.floor(i / 3)]);
  /** @type {Level[]} */
  const levels = [{ ...known, rgb: weighted }];
  for (let last = levels[0]; last.widthPx > 1 || last.heightPx > 1; last = levels[levels.length - 1]) levels.push(halve(last));
  let coarse = levels[levels.length - 1];
  /** @type {Float32Array} */
  let filled = coarse.rgb.map((value, i) => value / Math.max(1e-6, coarse.data[Math.floor(i / 3)]));
  for (const level of levels.slice(0, -1).reverse()) {
    filled = fillFrom(level, filled, coarse);
    coarse = level;
  }
  return filled;
}

/**
 * @typedef {Plane & { rgb: Float32Array }} Level weights, and colours times weights
 * @param {Level} level
 * @returns {Level}
 */
function halve({ widthPx: fromWidth, heightPx: fromHeight, data: weights, rgb: colours }) {
  const [widthPx, heightPx] = [Math.ceil(fromWidth / 2), Math.ceil(fromHeight / 2)];
  const data = new Float32Array(widthPx * heightPx);
  const rgb = new Float32Array(3 * data.length);
  for (let y = 0; y < fromHeight; y++) {
    for (let x = 0; x < fromWidth; x++) {
      const [from, to] = [y * fromWidth + x, (y >> 1) * widthPx + (x >> 1)];
      data[to] += weights[from] / 4;
      for (let c = 0; c < 3; c++) rgb[3 * to + c] += colours[3 * from + c] / 4;
    }
  }
  return { widthPx, heightPx, data, rgb };
}

/**
 * @param {Level} level
 * @param {Float32Array} filled the level above, filled
 * @param {{ widthPx: number, heightPx: number }} coarse its size
 */
function fillFrom({ widthPx, heightPx, data, rgb }, filled, coarse) {
  const output = new Float32Array(rgb.length);
  for (let y = 0; y < heightPx; y++) {
    const [top, bottom, down] = neighbours(y, coarse.heightPx);
    for (let x = 0; x < widthPx; x++) {
      const [left, right, across] = neighbours(x, coarse.widthPx);
      const at = y * widthPx + x;
      const trust = Math.min(1, data[at]);
      for (let c = 0; c < 3; c++) {
        const texel = (/** @type {number} */ column, /** @type {number} */ row) =>
          filled[3 * (row * coarse.widthPx + column) + c];
        const upper = texel(left, top) * (1 - across) + texel(right, top) * across;
        const lower = texel(left, bottom) * (1 - across) + texel(right, bottom) * across;
        const around = upper * (1 - down) + lower * down;
        const own = data[at] > 0 ? rgb[3 * at + c] / data[at] : 0;
        output[3 * at + c] = trust * own + (1 - trust) * around;
      }
    }
  }
  return output;
}

/**
 * The two coarse pixels about a fine one, and the share of the second.
 * @param {number} index
 * @param {number} length of the coarse line
 * @returns {[number, number, number]}
 */
function neighbours(index, length) {
  const position = Math.max(0, (index + 0.5) / 2 - 0.5);
  const low = Math.min(length - 1, Math.floor(position));
  return [low, Math.min(length - 1, low + 1), position - Math.floor(position)];
}
