/** Recolour figures of every garment apart, for people to read. */
import { row } from './report-rows.mjs';

/**
 * @typedef {NonNullable<import('./bars.mjs').TryOnReport['recolour']>} Recolour
 * @typedef {import('./score.mjs').PictureScore} PictureScore
 */

/** @param {Pick<Recolour, 'perGroup' | 'meanOfGroupMedians'>} recolour @returns {string[]} */
export function groupLines({ perGroup, meanOfGroupMedians }) {
  return [
    '',
    `Recolour, ${perGroup.length} garments: mean of the medians of each`,
    ...Object.entries(meanOfGroupMedians).map(([name, score]) => row(name, scoreText(score))),
    'Recolour, medians of each garment',
    ...perGroup.flatMap(({ group, kind, samples, methods: { result, classical } }) => [
      row(`${group}, ${kind} (${samples})`, scoreText(mediansOf(result))),
      row('  classical', scoreText(mediansOf(classical))),
    ]),
  ];
}

/** @param {import('./score.mjs').PictureSummary} summary @returns {PictureScore} */
function mediansOf({ psnrDb, ssim, perceptual }) {
  return { psnrDb: psnrDb.median, ssim: ssim.median, ...(perceptual && { perceptual: perceptual.median }) };
}

/** @param {PictureScore} score */
function scoreText({ psnrDb, ssim, perceptual }) {
  const distance = perceptual === undefined ? '' : `  perceptual ${perceptual.toFixed(3)}`;
  return `PSNR ${psnrDb.toFixed(2)}  SSIM ${ssim.toFixed(3)}${distance}`;
}
