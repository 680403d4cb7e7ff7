/** The swaps for people to read. */
import { pair, row } from './report-rows.mjs';

/**
 * @typedef {NonNullable<import('./bars.mjs').TryOnReport['swaps']>} Swaps
 * @typedef {import('./swap-figures.mjs').SwapFigures} SwapFigures
 */

/** @param {Swaps} swaps @returns {string[]} */
export function swapLines(swaps) {
  const {
    foldCorrelationOfPlainPhotos,
    foldCorrelationOfPlainPhotosWithPattern,
    stageMs,
    refused,
    refusedPhotos,
    refusedProducts,
  } = swaps;
  return [
    '',
    `Swaps: the whole product, ${swaps.swaps} done, ${refused.length} refused`,
    `  ${refusedPhotos.length} photos without a garment, ${refusedProducts.length} products that could not be cut out`,
    row('outside the mask', `largest difference ${swaps.differenceOutside} codes`),
    row('folds of plain photos', `correlation ${pair(foldCorrelationOfPlainPhotos, 3)}, the product's own pattern taken out`),
    row("the same, the product's pattern in it", pair(foldCorrelationOfPlainPhotosWithPattern, 3)),
    row('share of own pixels', pair(swaps.warpShare, 3)),
    ...Object.entries(stageMs).map(([stage, ms]) => row(`  ${stage}`, `${ms.median.toFixed(0)} ms in the median`)),
    '',
    'Swaps by kind; a swap can be of two kinds. Folds, residue and fine folds are of the light on the product, its own pattern taken out;',
    "colour is CIEDE2000 of medians against the product as relit, and as on its own photo; the seam is that of the result over the photo's.",
    ...figureLines('all', swaps),
    ...Object.entries(swaps.perKind).flatMap(([kind, figures]) => figureLines(kind, figures)),
    '',
    ...swaps.rows.map(
      ({ kinds, worn, product, kind }, i) => `  ${String(i + 1).padStart(2)}  ${kinds.join(', ')}: ${worn}, ${product} (${kind})`,
    ),
  ];
}

/** @param {string} name @param {SwapFigures} figures */
function figureLines(name, figures) {
  const { foldCorrelation, patternResidue, patternCorrelation, fineFoldsKept } = figures;
  const traces = [
    `folds ${pair(foldCorrelation, 3)}`,
    ...(patternResidue && patternCorrelation
      ? [`residue ${pair(patternResidue, 3)}, correlation ${pair(patternCorrelation, 3)}`]
      : []),
    ...(fineFoldsKept ? [`fine folds ${pair(fineFoldsKept, 3)}`] : []),
  ];
  const { colourDifference, colourFromProduct, seamOverPhoto } = figures;
  return [
    row(`${name} (${figures.swaps})`, traces.join('  ')),
    row('', `colour ${pair(colourDifference, 2)}, ${pair(colourFromProduct, 2)}  seam ${pair(seamOverPhoto, 2)}`),
  ];
}
