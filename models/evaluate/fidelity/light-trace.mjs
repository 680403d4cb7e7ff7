/**
 * What of the worn garment is seen in the light that a try-on puts on a product, where no true answer is known. The product's own pattern is taken
 * out first, so that it passes neither for folds nor for what is left of the old pattern. Pictures are on the canonical grid.
 */
import { erode, maskedLowPass } from '../pictures/planes.mjs';
import { logLuminancePlane, lowPassedCorrelation } from './picture-metrics.mjs';

/**
 * @typedef {import('../pictures/canonical-view.mjs').CanonicalPicture} CanonicalPicture
 * @typedef {import('@stylemap-tryon/core').Plane} Plane
 */

/** What is finer than this counts as pattern where cloth is patterned: as `splitGarment` has it. */
const fineSigmaPx = 8;
/** Beside the outline the pictures are a mixture with the photo. */
const edgePx = 3;

/**
 * The light that was put on a product: `log Y(result) - log Y(unlit)`, natural logarithms with the floor of `logLuminance`.
 * @param {CanonicalPicture} result
 * @param {CanonicalPicture} unlit the same pixels of the product at the same places, with a gain of 1
 * @returns {Plane}
 */
export function lightOn(result, unlit) {
  const [lit, own] = [logLuminancePlane(result), logLuminancePlane(unlit)];
  return { ...lit, data: lit.data.map((value, i) => value - own.data[i]) };
}

/** Correlation of that light with the photo's log-luminance, both low-passed. @param {Plane} light @param {CanonicalPicture} photo @param {Plane} mask */
export function foldCorrelationOfLight(light, photo, mask) {
  return lowPassedCorrelation(light, logLuminancePlane(photo), mask);
}

/**
 * How much of the fine contrast of the photo's garment is found in the light: with f the photo's log-luminance and g the light, each less its own
 * Gaussian low-pass of 8 px inside the mask's core, `share = sum(f g) / sum(f f)` and `correlation = sum(f g) / sqrt(sum(f f) sum(g g))`.
 *
 * A share of 0 means that nothing of it is seen, 1 that all is, as in classical shading transfer. Where the garment is patterned this is what is
 * left of the pattern *and* of fine folds, which should be; where it is plain, it is the fine folds that were kept. Patterns larger than the
 * low-pass are not in it.
 * @param {Plane} light see `lightOn`
 * @param {CanonicalPicture} photo
 * @param {Plane} mask
 * @returns {{ share: number, correlation: number }} 0 where the photo has no fine contrast
 */
export function fineTrace(light, photo, mask) {
  const core = erode(mask, edgePx);
  const [f, g] = [fineOf(logLuminancePlane(photo), core), fineOf(light, core)];
  let [ff, fg, gg] = [0, 0, 0];
  core.data.forEach((weight, i) => {
    ff += weight * f[i] * f[i];
    fg += weight * f[i] * g[i];
    gg += weight * g[i] * g[i];
  });
  return { share: ff > 0 ? fg / ff : 0, correlation: ff * gg > 0 ? fg / Math.sqrt(ff * gg) : 0 };
}

/** @param {Plane} plane @param {Plane} core */
function fineOf(plane, core) {
  const low = maskedLowPass(plane, core, fineSigmaPx);
  return plane.data.map((value, i) => value - low.data[i]);
}
