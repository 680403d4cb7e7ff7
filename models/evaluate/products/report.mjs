/** The figures for people to read, beside their bars. */

/** @typedef {import('./measurement.mjs').Verdict} Verdict */

const bars = { laidKind: 0.95, ownKind: 0.97, refused: 0.95, garmentsRefused: 0.01, attributes: 0.95 };
const worstListed = 12;

/**
 * @param {{ laid: readonly Verdict[], own: readonly Verdict[], things: readonly Verdict[] }} verdicts
 * @returns {string}
 */
export function productsTable({ laid, own, things }) {
  const garments = [...laid, ...own];
  return [
    ...(laid.length > 0
      ? [
          `Laid garments, ${laid.length} held out`,
          row('kind', share(laid, isKindRight), bars.laidKind),
          row('the same, top and outerwear as one', share(laid, isKindRoughlyRight)),
          row(
            'sleeve, where the tag tells',
            share(laid, ({ sleeveRight }) => sleeveRight),
          ),
          row(
            'length, where the tag tells',
            share(laid, ({ lengthRight }) => lengthRight),
          ),
          row(
            'said to be unsure',
            share(laid, ({ unsure }) => unsure),
          ),
        ]
      : []),
    ...(own.length > 0
      ? [
          `Own products, ${own.length} pictures (seen in training, in other frames)`,
          row('kind', share(own, isKindRight), bars.ownKind),
          ...[...new Set(own.map(({ view }) => view))].map((view) => row(`  ${view}`, share(of(own, view), isKindRight))),
          row(
            'sleeve',
            share(own, ({ sleeveRight }) => sleeveRight),
            bars.attributes,
          ),
          row(
            'length',
            share(own, ({ lengthRight }) => lengthRight),
            bars.attributes,
          ),
          row('cut-out on white, mean IoU', mean(own.flatMap(({ iou }) => iou ?? []))),
        ]
      : []),
    ...(things.length > 0
      ? [`Things that are no garments, ${things.length}`, row('refused', share(things, isKindRight), bars.refused)]
      : []),
    ...(garments.length > 0
      ? [
          row(
            'garments refused (at most)',
            share(garments, ({ kind }) => kind === 'none'),
            bars.garmentsRefused,
          ),
        ]
      : []),
    ...[...garments, ...things]
      .filter((verdict) => !isKindRight(verdict))
      .slice(0, worstListed)
      .map(({ id, view, truth, kind }) => `  wrong: ${id} (${view}) is ${truth}, taken for ${kind}`),
    '',
  ].join('\n');
}

/** @param {Verdict} verdict */
export function isKindRight({ truth, kind }) {
  return truth === kind;
}

/** @param {Verdict} verdict */
function isKindRoughlyRight({ truth, kind }) {
  const rough = (/** @type {string} */ name) => (name === 'outerwear' ? 'top' : name);
  return rough(truth) === rough(kind);
}

/** @param {readonly Verdict[]} verdicts @param {string} view */
function of(verdicts, view) {
  return verdicts.filter((verdict) => verdict.view === view);
}

/**
 * Of those of which it is known.
 * @param {readonly Verdict[]} verdicts
 * @param {(verdict: Verdict) => boolean | undefined} holds
 */
export function share(verdicts, holds) {
  return mean(
    verdicts.flatMap((verdict) => {
      const value = holds(verdict);
      return value === undefined ? [] : [Number(value)];
    }),
  );
}

/** @param {readonly number[]} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** @param {string} name @param {number} value @param {number} [bar] */
function row(name, value, bar) {
  return `  ${name.padEnd(40)}${value.toFixed(3)}${bar === undefined ? '' : `  bar ${bar}`}`;
}
