/** What a release has to clear. */

/**
 * @typedef {import('./measurements.mjs').NetworkFigures & {
 *   graphs: { file: string, bytes: number }[],
 *   perceptualDistance: string,
 *   swaps?: Awaited<ReturnType<typeof import('./swap-measurement.mjs').measureSwaps>>['summary'] & { refusedPhotos: { id: string }[], refusedProducts: { id: string }[] },
 *   precision?: Awaited<ReturnType<typeof import('./precision.mjs').compareNetworks>>,
 * }} TryOnReport
 * @typedef {{ name: string, value: number, bar: number, clears: boolean }} Verdict
 */

/** @param {TryOnReport} report @returns {Verdict[]} only of what was measured */
export function judge({ graphs, recolour, street, exact, leak, folds, prints, swaps, precision }) {
  /** @type {Verdict[]} */
  const verdicts = [];
  const atLeast = (/** @type {string} */ name, /** @type {number} */ value, /** @type {number} */ bar) =>
    verdicts.push({ name, value, bar, clears: value >= bar });
  const atMost = (/** @type {string} */ name, /** @type {number} */ value, /** @type {number} */ bar) =>
    verdicts.push({ name, value, bar, clears: value <= bar });

  if (street && street.samples > 0) {
    const { result, classical, 'generator only': generator } = street.methods;
    atLeast('street, PSNR over classical transfer, dB', result.psnrDb.mean - classical.psnrDb.mean, 2.5);
    if (result.perceptual && classical.perceptual) {
      atMost('street, perceptual over classical', result.perceptual.mean / classical.perceptual.mean, 0.75);
    }
    atLeast('street, PSNR over generator only, dB', result.psnrDb.mean - generator.psnrDb.mean, 0);
    if (result.perceptual && generator.perceptual) {
      atMost('street, perceptual over generator', result.perceptual.mean / generator.perceptual.mean, 1);
    }
  }
  if (recolour && recolour.samples > 0) {
    atLeast('recolour, PSNR, median dB', recolour.methods.result.psnrDb.median, 31);
    atLeast('recolour, SSIM, median', recolour.methods.result.ssim.median, 0.93);
  }
  if (folds && folds.samples > 0) atLeast('fold correlation of plain photos, mean', folds.correlation.mean, 0.85);
  if (leak && leak.samples > 0) atMost('leak over that of classical transfer', leak.ratioOfMeans, 1 / 3);
  if (prints.samples > 0) {
    const { frequencyError, orientationErrorDeg, glyphCorrelation, stripeContrast, glyphContrast } = prints.figures;
    atMost('stripes, frequency error, mean', frequencyError.mean, 0.03);
    atMost('stripes, orientation error, mean degrees', orientationErrorDeg.mean, 3);
    atLeast('glyph correlation, mean', glyphCorrelation.mean, 0.85);
    atLeast('contrast of prints, result over relit product', Math.min(stripeContrast.mean, glyphContrast.mean), 0.9);
  }
  if (exact && exact.samples > 0) atLeast('share of own pixels where the warp is valid', exact.warpShare.mean, 0.9);
  if (swaps && swaps.foldCorrelationOfPlainPhotos.count > 0) {
    atLeast('fold correlation of swaps on plain photos, mean', swaps.foldCorrelationOfPlainPhotos.mean, 0.85);
  }
  if (swaps && swaps.swaps > 0) atMost('largest difference outside the mask, codes', swaps.differenceOutside, 0);
  if (precision) {
    if (precision.agreementDb.count > 0) atLeast('INT8 against FP32, worst dB', precision.agreementDb.worst, 42);
    const changes = Object.values(precision.figures).map(({ relativeChange }) => relativeChange);
    atMost('INT8 against FP32, largest change of a metric', Math.max(...changes), 0.03);
  }
  atMost('three graphs, MB', graphs.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6, 4.5);
  return verdicts;
}
