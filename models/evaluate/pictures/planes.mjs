/** Low passes, erosion and weighted sums over one-channel pictures. */

/** @typedef {import('@stylemap-tryon/core').Plane} Plane */

/** Wider Gaussians are three running means, which cost the same at any width. */
const widestKernelSigmaPx = 10;

/**
 * Separable Gaussian, truncated at three sigma; nothing lies outside the plane.
 * @param {Plane} plane
 * @param {number} sigmaPx
 * @returns {Plane}
 */
export function blur({ widthPx, heightPx, data }, sigmaPx) {
  const kernel = sigmaPx > widestKernelSigmaPx ? undefined : gaussianKernel(sigmaPx, Math.ceil(3 * sigmaPx));
  const pass = (/** @type {Float32Array} */ from, /** @type {readonly [number, number, number, number]} */ lines) =>
    kernel ? convolveLines(from, kernel, ...lines) : averageLines(from, boxRadii(sigmaPx), ...lines);
  const rows = pass(data, [widthPx, 1, heightPx, widthPx]);
  return { widthPx, heightPx, data: pass(rows, [heightPx, widthPx, widthPx, 1]) };
}

/**
 * Radii of three boxes with the variance of a Gaussian, as nearly as whole pixels allow: a box has (width^2 - 1) / 12.
 * @param {number} sigmaPx
 */
function boxRadii(sigmaPx) {
  const narrow = Math.floor((Math.sqrt(4 * sigmaPx ** 2 + 1) - 1) / 2);
  const variance = (/** @type {number} */ radius) => ((2 * radius + 1) ** 2 - 1) / 12;
  const missing = (sigmaPx ** 2 - 3 * variance(narrow)) / (variance(narrow + 1) - variance(narrow));
  return [0, 1, 2].map((i) => narrow + Number(i < Math.round(missing)));
}

/**
 * @param {Float32Array} data
 * @param {readonly number[]} radii of running means, one after the other
 * @param {number} length of a line
 * @param {number} stride between neighbours of a line
 * @param {number} lines
 * @param {number} lineStride between the starts of two lines
 */
function averageLines(data, radii, length, stride, lines, lineStride) {
  const output = new Float32Array(data.length);
  // What runs past an end comes back in the next pass, as it would under one wide kernel.
  const room = radii.reduce((sum, radius) => sum + radius, 0);
  let [from, to] = [new Float64Array(length + 2 * room), new Float64Array(length + 2 * room)];
  for (let line = 0; line < lines; line++) {
    from.fill(0);
    for (let i = 0; i < length; i++) from[room + i] = data[line * lineStride + i * stride];
    for (const radius of radii) {
      let sum = 0;
      for (let i = -radius; i < from.length; i++) {
        if (i + radius < from.length) sum += from[i + radius];
        if (i - radius - 1 >= 0) sum -= from[i - radius - 1];
        if (i >= 0) to[i] = sum / (2 * radius + 1);
      }
      [from, to] = [to, from];
    }
    for (let i = 0; i < length; i++) output[line * lineStride + i * stride] = from[room + i];
  }
  return output;
}

/**
 * @param {number} sigmaPx
 * @param {number} radiusPx
 */
export function gaussianKernel(sigmaPx, radiusPx) {
  const kernel = Float64Array.from({ length: 2 * radiusPx + 1 }, (_, i) => Math.exp(-0.5 * ((i - radiusPx) / sigmaPx) ** 2));
  const total = kernel.reduce((sum, value) => sum + value, 0);
  return kernel.map((value) => value / total);
}

/**
 * @param {Float32Array} data
 * @param {Float64Array} kernel
 * @param {number} length of a line
 * @param {number} stride between neighbours of a line
 * @param {number} lines
 * @param {number} lineStride between the starts of two lines
 */
function convolveLines(data, kernel, length, stride, lines, lineStride) {
  const radius = (kernel.length - 1) / 2;
  const output = new Float32Array(data.length);
  for (let line = 0; line < lines; line++) {
    const start = line * lineStride;
    for (let i = 0; i < length; i++) {
      let sum = 0;
      const last = Math.min(length - 1, i + radius);
      for (let j = Math.max(0, i - radius); j <= last; j++) sum += kernel[j - i + radius] * data[start + j * stride];
      output[start + i * stride] = sum;
    }
  }
  return output;
}

/**
 * Gaussian low pass of what lies inside a mask, continued outside it as far as the kernel reaches.
 * @param {Plane} plane
 * @param {Plane} mask in [0, 1]
 * @param {number} sigmaPx
 * @returns {Plane}
 */
export function maskedLowPass(plane, mask, sigmaPx) {
  const weighted = blur({ ...plane, data: plane.data.map((value, i) => value * mask.data[i]) }, sigmaPx);
  const weight = blur(mask, sigmaPx);
  return { ...plane, data: weighted.data.map((value, i) => value / Math.max(1e-3, weight.data[i])) };
}

/**
 * The smallest value within a square.
 * @param {Plane} plane
 * @param {number} radiusPx
 * @returns {Plane}
 */
export function erode({ widthPx, heightPx, data }, radiusPx) {
  const rows = smallestOfLines(data, radiusPx, widthPx, 1, heightPx, widthPx);
  return { widthPx, heightPx, data: smallestOfLines(rows, radiusPx, heightPx, widthPx, widthPx, 1) };
}

/**
 * @param {Float32Array} data
 * @param {number} radius
 * @param {number} length
 * @param {number} stride
 * @param {number} lines
 * @param {number} lineStride
 */
function smallestOfLines(data, radius, length, stride, lines, lineStride) {
  const output = new Float32Array(data.length);
  for (let line = 0; line < lines; line++) {
    const start = line * lineStride;
    for (let i = 0; i < length; i++) {
      let smallest = Infinity;
      const last = Math.min(length - 1, i + radius);
      for (let j = Math.max(0, i - radius); j <= last; j++) smallest = Math.min(smallest, data[start + j * stride]);
      output[start + i * stride] = smallest;
    }
  }
  return output;
}

/**
 * Mean of values under weights; NaN where there is no weight.
 * @param {Float32Array} values
 * @param {Float32Array} weights
 */
export function weightedMean(values, weights) {
  let [sum, total] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    sum += values[i] * weights[i];
    total += weights[i];
  }
  return sum / total;
}

/**
 * The middle one of the values whose weight is above a half; NaN where there is none.
 * @param {ArrayLike<number>} values
 * @param {Float32Array} weights
 */
export function medianInside(values, weights) {
  const inside = Float64Array.from(values)
    .filter((_, i) => weights[i] > 0.5)
    .sort();
  return inside.length === 0 ? NaN : (inside[(inside.length - 1) >> 1] + inside[inside.length >> 1]) / 2;
}
