/** The parser's figures for people to read, beside the bars that a release has to clear. */

const worstListed = 8;

/** Floors. */
const bars = {
  garmentIou: 0.86,
  /** @type {Record<string, number>} */
  classIou: { bottom: 0.75, dress: 0.65, top: 0.55, outerwear: 0.6, skin: 0.65, hair: 0.65 },
  pairsIou: 0.95,
  pairsBoundaryF: 0.85,
};

/**
 * @typedef {object} ParserReport
 * @property {{ file: string, bytes: number }[]} parser
 * @property {Awaited<ReturnType<typeof import('./parser-measurement.mjs').measurePeople>>} [people]
 * @property {Awaited<ReturnType<typeof import('./parser-measurement.mjs').measurePairs>>} [pairs]
 * @property {ReturnType<typeof import('./timed-segmenter.mjs').summarisePasses>} pass
 */

/** @param {ParserReport} report */
export function parserTable({ parser, people, pairs, pass }) {
  return [
    ...parser.map(({ file, bytes }) => `${file}  ${bytes} bytes`),
    ...(people ? peopleLines(people) : []),
    ...(pairs ? pairsLines(pairs) : []),
    '',
    `one pass of the parser: median ${pass.medianMs.toFixed(0)} ms, p95 ${pass.p95Ms.toFixed(0)} ms (${pass.passes} passes, wasm, 1 thread)`,
    '',
  ].join('\n');
}

/** @param {NonNullable<ParserReport['people']>} people */
function peopleLines({ photos, garmentIou, classIou, rawClassIou, garmentBoundaryF, refined, perPhoto }) {
  const scores = perPhoto.flatMap(({ id, refined: score }) => (score ? [{ id, ...score }] : []));
  return [
    '',
    `People, ${photos} photos: the whole photo, IoU of all pixels`,
    row('garment against rest', garmentIou, bars.garmentIou),
    ...Object.entries(classIou).map(([name, iou]) => row(name, iou, bars.classIou[name])),
    `  one pass, raw: top ${fixed(rawClassIou.top)}, bottom ${fixed(rawClassIou.bottom)}, dress ${fixed(rawClassIou.dress)}`,
    row('garment boundary F, mean', garmentBoundaryF),
    ...refinedLines(`the largest garment's refined mask, ${refined.photos} photos`, refined, scores),
  ];
}

/** @param {NonNullable<ParserReport['pairs']>} pairs */
function pairsLines({ photos, groups, refined, refinedWhereCertain, perPhoto }) {
  const certain = perPhoto.map(({ id, refinedWhereCertain: score }) => ({ id, ...score }));
  const all = perPhoto.map(({ id, refined: score }) => ({ id, ...score }));
  const bar = [bars.pairsIou, bars.pairsBoundaryF];
  return [
    '',
    `Recoloured garments, ${photos} photos of ${groups} groups: refined mask at photo resolution`,
    ...refinedLines('where the truth is certain: the mask, the wall and skin', refinedWhereCertain, certain, ...bar),
    ...refinedLines('all pixels: cloth that was not recoloured counts as outside', refined, all, ...bar),
  ];
}

/**
 * @param {string} title
 * @param {{ meanIou: number, meanBoundaryF: number, notFound: number }} refined
 * @param {readonly (import('./parser-measurement.mjs').MaskScore & { id: string })[]} scores
 * @param {number} [iouBar]
 * @param {number} [boundaryBar]
 */
function refinedLines(title, { meanIou, meanBoundaryF, notFound }, scores, iouBar, boundaryBar) {
  const worst = [...scores].sort((a, b) => a.iou - b.iou).slice(0, worstListed);
  return [
    title,
    row('IoU, mean of photos', meanIou, iouBar),
    row('boundary F, mean', meanBoundaryF, boundaryBar),
    `  not found: ${notFound}; worst:`,
    ...worst.map(
      ({ id, kind, iou, boundaryF, errorCode }) =>
        `    ${id}  ${kind}  IoU ${iou.toFixed(3)}  F ${boundaryF.toFixed(3)}${errorCode ? `  ${errorCode}` : ''}`,
    ),
  ];
}

/**
 * @param {string} name
 * @param {number} value
 * @param {number} [bar]
 */
function row(name, value, bar) {
  if (Number.isNaN(value)) return `  ${name.padEnd(26)}no such pixel`;
  const verdict = bar === undefined ? '' : `  ${value >= bar ? 'clears' : 'BELOW'} ${bar.toFixed(2)}`;
  return `  ${name.padEnd(26)}${value.toFixed(3)}${verdict}`;
}

/** @param {number} value */
function fixed(value) {
  return Number.isNaN(value) ? 'none' : value.toFixed(3);
}
