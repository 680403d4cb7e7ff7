/** The strongest wave in a picture. */

/**
 * Fourier transform of a square of real values, in place of a library: radix 2, rows then columns.
 * @param {Float64Array} real `size * size`, overwritten
 * @param {number} size a power of two
 * @returns {{ real: Float64Array, imaginary: Float64Array }}
 */
export function transformSquare(real, size) {
  const imaginary = new Float64Array(real.length);
  for (let line = 0; line < size; line++) transformLine(real, imaginary, line * size, 1, size);
  for (let line = 0; line < size; line++) transformLine(real, imaginary, line, size, size);
  return { real, imaginary };
}

/**
 * @param {Float64Array} real
 * @param {Float64Array} imaginary
 * @param {number} start
 * @param {number} stride
 * @param {number} length
 */
function transformLine(real, imaginary, start, stride, length) {
  for (let i = 1, j = 0; i < length; i++) {
    let bit = length >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j |= bit;
    if (i >= j) continue;
    const [a, b] = [start + i * stride, start + j * stride];
    [real[a], real[b]] = [real[b], real[a]];
    [imaginary[a], imaginary[b]] = [imaginary[b], imaginary[a]];
  }
  for (let span = 2; span <= length; span *= 2) {
    const step = (-2 * Math.PI) / span;
    for (let k = 0; k < span / 2; k++) {
      const [cosine, sine] = [Math.cos(step * k), Math.sin(step * k)];
      for (let block = k; block < length; block += span) {
        const [a, b] = [start + block * stride, start + (block + span / 2) * stride];
        const [re, im] = [real[b] * cosine - imaginary[b] * sine, real[b] * sine + imaginary[b] * cosine];
        [real[b], imaginary[b]] = [real[a] - re, imaginary[a] - im];
        [real[a], imaginary[a]] = [real[a] + re, imaginary[a] + im];
      }
    }
  }
}

/**
 * Frequency of the strongest wave, found everywhere and refined between bins by parabolas through the log-magnitudes.
 * @param {Float64Array} values `size * size`, tapered to zero at the edges; overwritten
 * @param {number} size a power of two
 * @param {number} lowestFrequency in cycles per pixel: slower waves do not count
 * @returns {{ x: number, y: number }} cycles per pixel; x is not negative
 */
export function strongestWave(values, size, lowestFrequency) {
  const { real, imaginary } = transformSquare(values, size);
  const wrap = (/** @type {number} */ bin) => (bin + size) % size;
  const power = (/** @type {number} */ x, /** @type {number} */ y) => {
    const at = wrap(y) * size + wrap(x);
    return real[at] ** 2 + imaginary[at] ** 2;
  };
  let [bestX, bestY, best] = [0, 0, -1];
  // The other half-plane mirrors this one, the picture being real.
  for (let x = 0; x < size / 2; x++) {
    for (let y = 1 - size / 2; y < size / 2; y++) {
      if (Math.hypot(x, y) < lowestFrequency * size || power(x, y) <= best) continue;
      [bestX, bestY, best] = [x, y, power(x, y)];
    }
  }
  const logPower = (/** @type {number} */ x, /** @type {number} */ y) => Math.log(power(x, y) + 1e-30);
  const refine = (/** @type {number} */ before, /** @type {number} */ at, /** @type {number} */ after) => {
    const curvature = before - 2 * at + after;
    return curvature < 0 ? (0.5 * (before - after)) / curvature : 0;
  };
  const middle = logPower(bestX, bestY);
  return {
    x: (bestX + refine(logPower(bestX - 1, bestY), middle, logPower(bestX + 1, bestY))) / size,
    y: (bestY + refine(logPower(bestX, bestY - 1), middle, logPower(bestX, bestY + 1))) / size,
  };
}
