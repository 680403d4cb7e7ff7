/**
 * Figures of merit inside a garment's mask, on the canonical grid: the definitions of the training's `metrics.py`. Pictures are three planes,
 * sRGB-encoded in [0, 1].
 */
import { canonicalSizePx } from '@stylemap-tryon/core';
import { canonicalCount } from '../pictures/canonical-view.mjs';
import { linearFromSrgb, logLuminance, luminanceOf } from '../pictures/light.mjs';
import { gaussianKernel, maskedLowPass, weightedMean } from '../pictures/planes.mjs';

/**
 * @typedef {import('../pictures/canonical-view.mjs').CanonicalPicture} CanonicalPicture
 * @typedef {import('@stylemap-tryon/core').Plane} Plane
 */

const channels = [0, 1, 2];
const ssimSigmaPx = 1.5;
const ssimRadiusPx = 5;
const [c1, c2] = [0.01 ** 2, 0.03 ** 2];
/** Equal pictures have 100 dB. */
const smallestError = 1e-10;
const foldSigmaPx = 4;
const foldLimit = 2.5;

/** @param {CanonicalPicture} a @param {CanonicalPicture} b @param {Plane} mask */
export function psnrDb(a, b, mask) {
  return -10 * Math.log10(meanOver(a, b, mask, (difference) => difference * difference) + smallestError);
}

/** Mean absolute difference in 8-bit codes. @param {CanonicalPicture} a @param {CanonicalPicture} b @param {Plane} mask */
export function meanDifferenceCodes(a, b, mask) {
  return 255 * meanOver(a, b, mask, Math.abs);
}

/** Of the channels and the mask. @param {CanonicalPicture} a @param {CanonicalPicture} b @param {Plane} mask @param {(difference: number) => number} measure */
function meanOver(a, b, { data: weights }, measure) {
  let [sum, total] = [0, 0];
  for (let i = 0; i < canonicalCount; i++) {
    const weight = weights[i];
    if (weight === 0) continue;
    total += 3 * weight;
    for (let at = i; at < a.length; at += canonicalCount) sum += weight * measure(a[at] - b[at]);
  }
  return sum / total;
}

/** Structural similarity under a Gaussian window of sigma 1.5, 11 wide. @param {CanonicalPicture} a @param {CanonicalPicture} b @param {Plane} mask */
export function ssim(a, b, mask) {
  return mean(channels.map((c) => weightedMean(ssimMap(channel(a, c), channel(b, c)), mask.data)));
}

/** @param {Float32Array} a @param {Float32Array} b */
function ssimMap(a, b) {
  const product = (/** @type {Float32Array} */ x, /** @type {Float32Array} */ y) => x.map((value, i) => value * y[i]);
  const [meanA, meanB] = [window(a), window(b)];
  const [squareA, squareB, both] = [window(product(a, a)), window(product(b, b)), window(product(a, b))];
  return meanA.map((muA, i) => {
    const muB = meanB[i];
    const [varianceA, varianceB, covariance] = [squareA[i] - muA * muA, squareB[i] - muB * muB, both[i] - muA * muB];
    return ((2 * muA * muB + c1) * (2 * covariance + c2)) / ((muA * muA + muB * muB + c1) * (varianceA + varianceB + c2));
  });
}

const ssimKernel = gaussianKernel(ssimSigmaPx, ssimRadiusPx);

/** Gaussian mean; the picture is mirrored at its rim. @param {Float32Array} plane */
function window(plane) {
  const size = canonicalSizePx;
  const line = new Float64Array(size + 2 * ssimRadiusPx);
  const pass = (/** @type {Float32Array} */ from, /** @type {number} */ stride, /** @type {number} */ lineStride) => {
    const to = new Float32Array(from.length);
    for (let start = 0; start < size * lineStride; start += lineStride) {
      for (let i = 0; i < size; i++) line[ssimRadiusPx + i] = from[start + i * stride];
      for (let i = 1; i <= ssimRadiusPx; i++) {
        line[ssimRadiusPx - i] = line[ssimRadiusPx + i];
        line[ssimRadiusPx + size - 1 + i] = line[ssimRadiusPx + size - 1 - i];
      }
      for (let i = 0; i < size; i++) {
        let sum = 0;
        for (let k = 0; k < ssimKernel.length; k++) sum += ssimKernel[k] * line[i + k];
        to[start + i * stride] = sum;
      }
    }
    return to;
  };
  return pass(pass(plane, 1, size), size, 1);
}

/** Correlation of the low-passed log-luminance of two pictures: 1 where every fold is kept. @param {CanonicalPicture} a @param {CanonicalPicture} b @param {Plane} mask */
export function foldCorrelation(a, b, mask) {
  return lowPassedCorrelation(logLuminancePlane(a), logLuminancePlane(b), mask);
}

/**
 * Correlation, inside a mask, of what a Gaussian of 4 px leaves of two logarithms of light: 1 where one is a multiple of the other.
 * @param {Plane} a natural logarithms
 * @param {Plane} b
 * @param {Plane} mask
 */
export function lowPassedCorrelation(a, b, mask) {
  const [foldsA, foldsB] = [foldsOf(a, mask), foldsOf(b, mask)];
  const covariance = (/** @type {Float32Array} */ x, /** @type {Float32Array} */ y) =>
    weightedMean(
      x.map((value, i) => value * y[i]),
      mask.data,
    );
  const scale = Math.sqrt(covariance(foldsA, foldsA) * covariance(foldsB, foldsB));
  return covariance(foldsA, foldsB) / Math.max(1e-6, scale);
}

/** Natural logarithm of the luminance, with a floor. @param {CanonicalPicture} picture @returns {Plane} */
export function logLuminancePlane(picture) {
  const data = new Float32Array(canonicalCount);
  for (let i = 0; i < data.length; i++) {
    const [red, green, blue] = channels.map((c) => linearFromSrgb(picture[c * canonicalCount + i]));
    data[i] = logLuminance(luminanceOf(red, green, blue));
  }
  return { widthPx: canonicalSizePx, heightPx: canonicalSizePx, data };
}

/** @param {Plane} plane @param {Plane} mask */
function foldsOf({ data }, mask) {
  const centre = weightedMean(data, mask.data);
  const limited = data.map((value) => Math.min(foldLimit, Math.max(-foldLimit, value - centre)));
  const low = maskedLowPass({ ...mask, data: limited }, mask, foldSigmaPx).data.map((value, i) => value * mask.data[i]);
  const lowCentre = weightedMean(low, mask.data);
  return low.map((value) => value - lowCentre);
}

/** @param {CanonicalPicture} picture @param {number} c */
function channel(picture, c) {
  return picture.subarray(c * canonicalCount, (c + 1) * canonicalCount);
}

/** @param {readonly number[]} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
