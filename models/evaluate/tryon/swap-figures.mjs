/** What the figures of all swaps come to, and of every kind of swap apart. */
import { summarise } from './score.mjs';
import { swapKinds } from './swaps.mjs';

/**
 * @typedef {import('./swap-measurement.mjs').SwapRow} SwapRow
 * @typedef {import('./score.mjs').Summary} Summary
 */

/**
 * @typedef {object} SwapFigures
 * @property {number} swaps
 * @property {Summary} foldCorrelation of the light on the product with the photo's, see `foldCorrelationOfLight`
 * @property {Summary | undefined} patternResidue of photos with a pattern: share of their fine contrast that is left, see `fineTrace`
 * @property {Summary | undefined} patternCorrelation how much of the light's fine contrast that explains
 * @property {Summary | undefined} fineFoldsKept of plain photos: the same share, which are folds there
 * @property {Summary} colourDifference CIEDE2000 of the medians of the result and of the product's own pixels, moved and relit
 * @property {Summary} colourFromProduct the same against the product's pixels in the light of their own photo
 * @property {Summary} seamOverPhoto steepness of the brightness about the garment's edge, result over photo
 */

/** @param {readonly SwapRow[]} rows @returns {SwapFigures} */
export function summariseSwaps(rows) {
  const traces = (/** @type {boolean} */ plain) =>
    rows.filter(({ wornPlain }) => wornPlain === plain).map(({ fineTrace }) => fineTrace);
  const [patterned, plain] = [traces(false), traces(true)];
  return {
    swaps: rows.length,
    foldCorrelation: summarise(rows.map((row) => row.foldCorrelation)),
    patternResidue: summariseAny(patterned.map(({ share }) => share)),
    patternCorrelation: summariseAny(patterned.map(({ correlation }) => correlation)),
    fineFoldsKept: summariseAny(plain.map(({ share }) => share)),
    colourDifference: summarise(rows.map((row) => row.colourDifference)),
    colourFromProduct: summarise(rows.map((row) => row.colourFromProduct)),
    seamOverPhoto: summarise(rows.map(({ seam }) => seam.result / seam.photo)),
  };
}

/** A swap counts in each of its kinds; kinds without a swap are left out. @param {readonly SwapRow[]} rows @returns {Partial<Record<import('./swaps.mjs').SwapKind, SwapFigures>>} */
export function summariseSwapKinds(rows) {
  const entries = swapKinds.map(({ name }) => /** @type {const} */ ([name, rows.filter(({ kinds }) => kinds.includes(name))]));
  return Object.fromEntries(entries.filter(([, some]) => some.length > 0).map(([name, some]) => [name, summariseSwaps(some)]));
}

/** @param {readonly number[]} values */
function summariseAny(values) {
  return values.length > 0 ? summarise(values) : undefined;
}
