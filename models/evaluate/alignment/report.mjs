/** The figures on rendered shoppers for people to read. */

/**
 * @typedef {object} AlignmentReport
 * @property {string} perceptualDistance
 * @property {readonly { id: string, errorCode: string }[]} refusedProducts which are not tried on
 * @property {ReturnType<typeof import('./summary.mjs').summariseAlignment>} alignment
 * @property {Awaited<ReturnType<typeof import('../parser-measurement.mjs').measurePeople>>} parser
 * @property {Awaited<ReturnType<typeof import('./light-measurement.mjs').measureLight>>} light
 * @property {Awaited<ReturnType<typeof import('./answer-measurement.mjs').measureAnswers>>} answers
 */

/** IoU of garments against the rest. */
export const garmentIouBar = 0.9;

/** @param {AlignmentReport} report */
export function alignmentTable({ perceptualDistance, refusedProducts, alignment, parser, light, answers }) {
  const { garments, refused, predicted, exact } = alignment;
  return [
    `Rendered shoppers. Alignment: ${garments} worn garments, ${refused} refused; end-point error, mean of garments`,
    ...refusedProducts.map(({ id, errorCode }) => `  ${id} could not be cut out: ${errorCode}`),
    ...fitLines('on the mask that the product finds', predicted),
    ...fitLines('on the exact mask', exact),
    ...parserLines(parser),
    '',
    `Folds against the true light, ${light.samples} garments replaced by plain grey: correlation, mean (median)`,
    ...(light.samples > 0 ? lightLines(light) : []),
    '',
    `Try-ons against the true answer, ${answers.samples} done, ${answers.refused.length} refused; in the true mask, mean (median); perceptual distance: ${perceptualDistance}`,
    ...Object.entries(answers.methods).map(([name, figures]) => row(name, pictureFigures(figures))),
    ...Object.entries(answers.kinds).map(([kind, { result }]) =>
      row(`result, ${kind} (${result.psnrDb.count})`, pictureFigures(result)),
    ),
    '',
  ].join('\n');
}

/** @param {string} title @param {AlignmentReport['alignment']['predicted']} fits */
function fitLines(title, { covered, methods, kinds, regions }) {
  const line = (/** @type {string} */ name, /** @type {import('./summary.mjs').MeanFigures} */ figures) =>
    row(
      `${name} (${figures.garments})`,
      [
        figures.meanPx.toFixed(1).padStart(7),
        figures.medianPx.toFixed(1).padStart(7),
        figures.p90Px.toFixed(1).padStart(7),
        figures.shareNear.toFixed(3).padStart(9),
        percent(figures.meanOfWidth).padStart(12),
        percent(figures.medianOfWidth).padStart(8),
        `${signed(figures.shiftXPx)}, ${signed(figures.shiftYPx)}`.padStart(14),
      ].join(''),
    );
  if (Object.keys(methods).length === 0) return ['', `${title}: nothing to measure`];
  return [
    '',
    `${title}, which covers ${percent(covered)} of the known cloth`,
    row('', 'mean px median    p90  under 8 px  mean of width  median  shift x, y'),
    ...Object.entries(methods).map(([name, figures]) => line(name, figures)),
    ...Object.entries(kinds).map(([kind, figures]) => line(`alignment, ${kind}`, figures)),
    ...Object.entries(regions).map(([region, figures]) => line(`alignment, ${region}`, figures)),
  ];
}

/** @param {AlignmentReport['parser']} parser */
function parserLines({ photos, garmentIou, classIou, garmentBoundaryF, refined }) {
  const verdict = garmentIou >= garmentIouBar ? 'clears' : 'MISSES';
  return [
    '',
    `Parser, ${photos} photos: IoU of all pixels`,
    row('garment against rest', `${garmentIou.toFixed(3)}  ${verdict} ${garmentIouBar.toFixed(3)}`),
    ...Object.entries(classIou).map(([name, iou]) => row(name, Number.isNaN(iou) ? 'no such pixel' : iou.toFixed(3))),
    row('boundary F of garments, mean', garmentBoundaryF.toFixed(3)),
    row(`refined mask of the largest garment (${refined.photos})`, `IoU ${refined.meanIou.toFixed(3)}`),
  ];
}

/** @param {AlignmentReport['light']} light */
function lightLines({ result, photo, kinds }) {
  return [
    row('try-on', pair(result, 3)),
    row('the photo itself', pair(photo, 3)),
    ...Object.entries(kinds).map(([kind, figures]) =>
      row(`${kind} (${figures.result.count})`, `${pair(figures.result, 3)}, photo ${pair(figures.photo, 3)}`),
    ),
  ];
}

/** @param {import('../tryon/score.mjs').PictureSummary} figures */
function pictureFigures({ psnrDb, ssim, perceptual }) {
  return `PSNR ${pair(psnrDb, 2)}  SSIM ${pair(ssim, 3)}${perceptual ? `  perceptual ${pair(perceptual, 3)}` : ''}`;
}

/** @param {import('../tryon/score.mjs').Summary} summary @param {number} digits */
function pair({ mean, median }, digits) {
  return `${mean.toFixed(digits)} (${median.toFixed(digits)})`;
}

/** @param {number} share */
function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}

/** @param {number} value */
function signed(value) {
  return `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(1)}`;
}

/** @param {string} name @param {string} text */
function row(name, text) {
  return `  ${name.padEnd(44)}${text}`;
}
