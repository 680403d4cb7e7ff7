/** What the figures of single garments come to: every garment weighs the same. */
import { perKind, summariseFigures } from '../tryon/score.mjs';

/**
 * @typedef {import('./alignment-measurement.mjs').AlignmentRow} AlignmentRow
 * @typedef {import('./alignment-measurement.mjs').Fit} Fit
 * @typedef {import('./end-point-error.mjs').ErrorFigures} ErrorFigures
 * @typedef {Record<keyof ErrorFigures, number> & { garments: number }} MeanFigures
 */

/** @param {readonly AlignmentRow[]} rows */
export function summariseAlignment(rows) {
  return {
    garments: rows.length,
    refused: rows.filter(({ errorCode }) => errorCode).length,
    predicted: summariseFits(rows, ({ predicted }) => predicted),
    exact: summariseFits(rows, ({ exact }) => exact),
    rows,
  };
}

/** @param {readonly AlignmentRow[]} rows @param {(row: AlignmentRow) => Fit | undefined} fitOf */
function summariseFits(rows, fitOf) {
  const fits = rows.flatMap((row) => {
    const fit = fitOf(row);
    return fit ? [{ kind: row.kind, fit }] : [];
  });
  const ofAlignment = (/** @type {readonly { fit: Fit }[]} */ some) => meanFigures(some.map(({ fit }) => fit.methods.alignment));
  return {
    covered: fits.reduce((sum, { fit }) => sum + fit.covered, 0) / fits.length,
    methods: byName(fits.map(({ fit }) => fit.methods)),
    kinds: perKind(fits, ofAlignment),
    regions: byName(fits.map(({ fit }) => fit.regions)),
  };
}

/** @param {readonly Readonly<Partial<Record<string, ErrorFigures>>>[]} figures */
function byName(figures) {
  const names = [...new Set(figures.flatMap(Object.keys))];
  return Object.fromEntries(names.map((name) => [name, meanFigures(figures.flatMap((some) => some[name] ?? []))]));
}

/** @param {readonly ErrorFigures[]} figures @returns {MeanFigures} */
function meanFigures(figures) {
  const means = Object.entries(summariseFigures(figures.map((some) => ({ ...some })))).map(([name, { mean }]) => [name, mean]);
  return { ...Object.fromEntries(means), garments: figures.length };
}
