/**
 * What a few lines without a network achieve on the same task, on the canonical grid and in floats. Light is linear, pictures are sRGB-encoded.
 */
import { canonicalCount } from '../pictures/canonical-view.mjs';
import { linearFromSrgb, luminanceOf, srgbFromLinear } from '../pictures/light.mjs';
import { maskedLowPass, medianInside, weightedMean } from '../pictures/planes.mjs';
import { psnrDb } from '../fidelity/picture-metrics.mjs';

/**
 * @typedef {import('../pictures/canonical-view.mjs').CanonicalPicture} CanonicalPicture
 * @typedef {import('@stylemap-tryon/core').Plane} Plane
 * @typedef {{ photo: CanonicalPicture, reference: CanonicalPicture, mask: Plane }} Task
 */

/** The finest folds that can be told from pattern where the answer's own luminance is the source. */
const lowPassSigmaPx = 4;
const darkest = 0.005;
/** Contrasts to try, then finer ones about the best. */
const gammas = Array.from({ length: 9 }, (_, i) => 0.25 * i);
const finerGammas = [-0.2, -0.15, -0.1, -0.05, 0.05, 0.1, 0.15, 0.2];

/** The garment as one colour: the reference's mean. @param {Task} task */
export function meanColour({ photo, reference, mask }) {
  const linear = reference.map(linearFromSrgb);
  const means = [0, 1, 2].map((c) => weightedMean(linear.subarray(c * canonicalCount, (c + 1) * canonicalCount), mask.data));
  return over(photo, mask, (c) => means[c]);
}

/** The reference as it is. @param {Task} task */
export function roughPaste({ photo, reference, mask }) {
  return over(photo, mask, (c, i) => linearFromSrgb(reference[c * canonicalCount + i]));
}

/**
 * Shading transfer: the reference times a luminance over its median in the mask.
 * @param {Task} task
 * @param {Plane} shading see `shadingOf`
 * @param {number} gamma contrast of the shading
 */
export function classicalTransfer({ photo, reference, mask }, shading, gamma = 1) {
  const gain = shading.data.map((value) => value ** gamma);
  return over(photo, mask, (c, i) => linearFromSrgb(reference[c * canonicalCount + i]) * gain[i]);
}

/**
 * The same with the contrast that fits the true answer best, which nobody can know.
 * @param {Task} task
 * @param {Plane} shading
 * @param {CanonicalPicture} truth
 */
export function bestGammaTransfer(task, shading, truth) {
  const attempt = (/** @type {number} */ gamma) => {
    const picture = classicalTransfer(task, shading, gamma);
    return { gamma, picture, scoreDb: psnrDb(picture, truth, task.mask) };
  };
  const better = (/** @type {ReturnType<typeof attempt>} */ a, /** @type {ReturnType<typeof attempt>} */ b) =>
    b.scoreDb > a.scoreDb ? b : a;
  const best = gammas.map(attempt).reduce(better);
  return finerGammas.map((step) => attempt(best.gamma + step)).reduce(better, best).picture;
}

/**
 * Linear luminance over its median in the mask.
 * @param {CanonicalPicture} picture
 * @param {Plane} mask
 * @param {{ lowPass: boolean }} options for pictures whose pattern must not pass for shading
 * @returns {Plane}
 */
export function shadingOf(picture, mask, { lowPass }) {
  const linear = picture.map(linearFromSrgb);
  const light = Float32Array.from({ length: canonicalCount }, (_, i) =>
    luminanceOf(linear[i], linear[canonicalCount + i], linear[2 * canonicalCount + i]),
  );
  const plane = lowPass ? maskedLowPass({ ...mask, data: light }, mask, lowPassSigmaPx) : { ...mask, data: light };
  const median = Math.max(darkest, medianInside(plane.data, mask.data));
  return { ...plane, data: plane.data.map((value) => value / median) };
}

/** @param {CanonicalPicture} photo @param {Plane} mask @param {(c: number, i: number) => number} garment linear light @returns {CanonicalPicture} */
function over(photo, mask, garment) {
  return photo.map((before, at) => {
    const [c, i] = [Math.floor(at / canonicalCount), at % canonicalCount];
    const share = mask.data[i];
    if (share === 0) return before;
    return srgbFromLinear(share * Math.min(1, garment(c, i)) + (1 - share) * linearFromSrgb(before));
  });
}
