/** Recolour figures of every garment apart: photos of one garment in many colours are no independent samples, and one garment can rule a mean. */
import { summarise, summariseMethods } from './score.mjs';

/** @typedef {import('./score.mjs').PictureScore} PictureScore */

/**
 * @template {string} Name
 * @param {readonly { group: string, kind: import('@stylemap-tryon/core').GarmentKind, methods: Record<Name, PictureScore>, colourDifference: number }[]} rows
 * @returns the figures of each group, and of each method and metric the mean of the groups' medians, in which every garment weighs the same
 */
export function summariseGroups(rows) {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const perGroup = groups.map((group) => {
    const some = rows.filter((row) => row.group === group);
    return {
      group,
      kind: some[0].kind,
      samples: some.length,
      methods: summariseMethods(some.map(({ methods }) => methods)),
      colourDifference: summarise(some.map(({ colourDifference }) => colourDifference)),
    };
  });
  const meanOfMedians = (/** @type {Name} */ name, /** @type {keyof PictureScore} */ metric) =>
    summarise(perGroup.map(({ methods }) => methods[name][metric]?.median ?? NaN)).mean;
  const scores = /** @type {[Name, PictureScore][]} */ (Object.entries(rows[0]?.methods ?? {}));
  const meanOfGroupMedians = scores.map(([name, score]) => {
    const metrics = /** @type {(keyof PictureScore)[]} */ (Object.keys(score));
    return [name, Object.fromEntries(metrics.map((metric) => [metric, meanOfMedians(name, metric)]))];
  });
  return { perGroup, meanOfGroupMedians: /** @type {Record<Name, PictureScore>} */ (Object.fromEntries(meanOfGroupMedians)) };
}
