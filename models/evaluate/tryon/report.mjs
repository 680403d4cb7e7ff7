/** The figures for people to read: means, medians in brackets. */
import { groupLines } from './group-report.mjs';
import { pair, row } from './report-rows.mjs';
import { swapLines } from './swap-report.mjs';

/** @typedef {import('./bars.mjs').TryOnReport} TryOnReport */

/** @param {TryOnReport} report @param {readonly import('./bars.mjs').Verdict[]} verdicts */
export function tryOnTable(report, verdicts) {
  const { graphs, recolour, street, exact, leak, folds, prints, swaps, precision } = report;
  return [
    ...graphs.map(({ file, bytes }) => `${file}  ${bytes} bytes`),
    `Perceptual distance: ${report.perceptualDistance}. Inside the mask, mean (median).`,
    ...(recolour ? pairedLines('Recolour: studio pairs, reference the flat true colour', recolour) : []),
    ...(recolour ? [row('colour against the truth', `CIEDE2000 ${pair(recolour.colourDifference, 2)}`)] : []),
    ...(recolour ? groupLines(recolour) : []),
    ...(street ? pairedLines('Street: retextured photo, the garment itself as a bent reference', street) : []),
    ...(exact ? pairedLines('Exact: the same, the reference in place', exact) : []),
    ...(exact ? [row('share of own pixels', pair(exact.warpShare, 3))] : []),
    ...traceLines(leak, folds),
    ...printLines(prints),
    ...(swaps ? swapLines(swaps) : []),
    ...(precision ? precisionLines(precision) : ['', 'INT8 against FP32: not measured, no --fp32 given']),
    '',
    'Bars',
    ...verdicts.map(({ name, value, bar, clears }) =>
      row(name, `${value.toFixed(3)}  ${clears ? 'clears' : 'MISSES'} ${bar.toFixed(3)}`),
    ),
    '  Bars of other commands: the decoder in Chromium (npm run bench), the published StyleMapGAN (python -m stylemapgan.cost), skips',
    '  (python -m stylemapgan.ablate).',
    '',
  ].join('\n');
}

/** @param {string} title @param {NonNullable<TryOnReport['recolour'] | TryOnReport['street']>} set */
function pairedLines(title, { samples, methods, perKind }) {
  const line = (/** @type {string} */ name, /** @type {import('./score.mjs').PictureSummary} */ { psnrDb, ssim, perceptual }) =>
    row(name, `PSNR ${pair(psnrDb, 2)}  SSIM ${pair(ssim, 3)}${perceptual ? `  perceptual ${pair(perceptual, 3)}` : ''}`);
  return [
    '',
    `${title}, ${samples} samples`,
    ...(samples > 0 ? Object.entries(methods).map(([name, figures]) => line(name, figures)) : []),
    ...Object.entries(perKind).map(([kind, { result }]) => line(`result, ${kind} (${result.psnrDb.count})`, result)),
  ];
}

/** @param {TryOnReport['leak']} leak @param {TryOnReport['folds']} folds */
function traceLines(leak, folds) {
  if (!leak || !folds) return [];
  return [
    '',
    'What of the worn garment is left',
    row(`leak, ${leak.samples} photos`, `${pair(leak.result, 1)} codes, classical ${pair(leak.classical, 1)}`),
    row(`folds, ${folds.samples} plain photos`, `correlation ${pair(folds.correlation, 3)}`),
  ];
}

/** @param {TryOnReport['prints']} prints */
function printLines({ samples, figures }) {
  const names = Object.entries(figures).map(([name, summary]) => row(name, pair(summary, 4)));
  return ['', `Prints on plain garments at photo resolution, ${samples} samples`, ...names];
}

/** @param {NonNullable<TryOnReport['precision']>} precision */
function precisionLines({ agreementDb, figures }) {
  return [
    '',
    'INT8 against FP32',
    row('results in the mask', `${pair(agreementDb, 2)} dB, worst ${agreementDb.worst.toFixed(2)}`),
    ...Object.entries(figures).map(([name, { int8, fp32, relativeChange }]) =>
      row(name, `${int8.toFixed(4)} against ${fp32.toFixed(4)}, ${(100 * relativeChange).toFixed(2)} %`),
    ),
  ];
}
