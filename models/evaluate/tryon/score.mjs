/** Pictures against the truth, and what all the numbers come to. */
import { perceptualDistance } from '../fidelity/squeezenet.mjs';
import { psnrDb, ssim } from '../fidelity/picture-metrics.mjs';

/**
 * @typedef {import('../pictures/canonical-view.mjs').CanonicalPicture} CanonicalPicture
 * @typedef {import('../fidelity/squeezenet.mjs').PerceptualNetwork} PerceptualNetwork
 * @typedef {{ psnrDb: number, ssim: number, perceptual?: number }} PictureScore
 * @typedef {{ mean: number, median: number, count: number }} Summary
 * @typedef {{ psnrDb: Summary, ssim: Summary, perceptual?: Summary }} PictureSummary
 */

/**
 * @template {string} Name
 * @param {Readonly<Record<Name, CanonicalPicture>>} pictures by the method that made them
 * @param {CanonicalPicture} truth
 * @param {import('@stylemap-tryon/core').Plane} mask
 * @param {PerceptualNetwork | undefined} perceptual without it there is no perceptual distance
 * @returns {Promise<Record<Name, PictureScore>>}
 */
export async function scorePictures(pictures, truth, mask, perceptual) {
  const wanted = await perceptual?.describe(truth);
  /** @type {Partial<Record<Name, PictureScore>>} */
  const scores = {};
  for (const [name, picture] of /** @type {[Name, CanonicalPicture][]} */ (Object.entries(pictures))) {
    scores[name] = {
      psnrDb: psnrDb(picture, truth, mask),
      ssim: ssim(picture, truth, mask),
      ...(perceptual && wanted && { perceptual: perceptualDistance(await perceptual.describe(picture), wanted, mask) }),
    };
  }
  return /** @type {Record<Name, PictureScore>} */ (scores);
}

/** @param {readonly number[]} values @returns {Summary} */
export function summarise(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return {
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    median: (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2,
    count: sorted.length,
  };
}

/**
 * Every figure of every row.
 * @template {string} Name
 * @param {readonly Readonly<Record<Name, number>>[]} rows
 * @returns {Record<Name, Summary>}
 */
export function summariseFigures(rows) {
  const names = /** @type {Name[]} */ (Object.keys(rows[0] ?? {}));
  const entries = names.map((name) => [name, summarise(rows.map((row) => row[name]))]);
  return /** @type {Record<Name, Summary>} */ (Object.fromEntries(entries));
}

/**
 * The same for every method.
 * @template {string} Name
 * @param {readonly Readonly<Record<Name, PictureScore>>[]} rows all with a perceptual distance, or all without
 * @returns {Record<Name, PictureSummary>}
 */
export function summariseMethods(rows) {
  const names = /** @type {Name[]} */ (Object.keys(rows[0] ?? {}));
  const entries = names.map((name) => [
    name,
    summariseFigures(rows.map((row) => /** @type {Record<string, number>} */ ({ ...row[name] }))),
  ]);
  return /** @type {Record<Name, PictureSummary>} */ (Object.fromEntries(entries));
}

/**
 * Of each kind of garment apart.
 * @template {{ kind: import('@stylemap-tryon/core').GarmentKind }} Row
 * @template Result
 * @param {readonly Row[]} rows
 * @param {(rows: readonly Row[]) => Result} summary
 * @returns {Partial<Record<import('@stylemap-tryon/core').GarmentKind, Result>>}
 */
export function perKind(rows, summary) {
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort();
  return Object.fromEntries(kinds.map((kind) => [kind, summary(rows.filter((row) => row.kind === kind))]));
}
