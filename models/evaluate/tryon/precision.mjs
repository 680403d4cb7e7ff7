/** What quantisation has changed. */
import { psnrDb } from '../fidelity/picture-metrics.mjs';
import { canonicalView } from '../pictures/canonical-view.mjs';
import { openGraphs } from './graph-folder.mjs';
import { measureNetwork } from './measurements.mjs';
import { streetTask } from './paired-measurement.mjs';
import { tryOnPlaced } from './placed-garment.mjs';
import { summarise } from './score.mjs';
import { openStreetGarments } from './street-garments.mjs';
import { wear } from './worn-garment.mjs';

/**
 * @typedef {import('./measurements.mjs').NetworkFigures} NetworkFigures
 * @typedef {import('@stylemap-tryon/core').StylemapNetwork} StylemapNetwork
 */

/**
 * @param {import('./measurements.mjs').Folders} folders
 * @param {{ network: StylemapNetwork, measured: NetworkFigures }} quantised
 * @param {string} fp32 folder of the graphs before quantisation
 * @param {import('../fidelity/squeezenet.mjs').PerceptualNetwork | undefined} perceptual
 * @param {import('./measurements.mjs').Note} note
 */
export async function compareNetworks(folders, quantised, fp32, perceptual, note) {
  const network = await openGraphs(fp32);
  try {
    note('Again with the graphs before quantisation:');
    const original = headlines(await measureNetwork(folders, network, perceptual, note));
    const now = headlines(quantised.measured);
    const figures = Object.entries(original).map(([name, before]) => [
      name,
      { fp32: before, int8: now[name], relativeChange: Math.abs(now[name] / before - 1) },
    ]);
    return {
      agreementDb: await measureAgreement(folders, quantised.network, network),
      /** @type {Record<string, { fp32: number, int8: number, relativeChange: number }>} */
      figures: Object.fromEntries(figures),
    };
  } finally {
    network.dispose();
  }
}

/** @param {import('./measurements.mjs').Folders} folders @param {StylemapNetwork} one @param {StylemapNetwork} two */
async function measureAgreement({ people, limits, all, unlight }, one, two) {
  const garments = people ? await openStreetGarments(people, { limit: limits.people, all }) : [];
  const values = [];
  for (const garment of garments) {
    const { photo, reference } = streetTask(garment, { bent: true, unlight });
    const views = [];
    for (const network of [one, two]) {
      const wearing = await wear(garment, photo, network);
      const { result } = await tryOnPlaced(wearing, reference, network);
      views.push({ mask: wearing.region.canonicalMask, picture: canonicalView(result, wearing.region.crop) });
    }
    values.push(psnrDb(views[0].picture, views[1].picture, views[0].mask));
  }
  return { ...summarise(values), worst: Math.min(...values) };
}

/** The figures that a release is judged by, but for errors near nothing, of which no share can be told. @param {NetworkFigures} measured @returns {Record<string, number>} */
function headlines({ recolour, street, exact, leak, folds, prints }) {
  /** @type {Record<string, number>} */
  const figures = {};
  for (const [name, set] of Object.entries({ recolour, street, exact })) {
    for (const [metric, { mean }] of Object.entries(set?.methods.result ?? {})) figures[`${name} ${metric}`] = mean;
  }
  if (leak) figures['leak'] = leak.result.mean;
  if (folds && folds.samples > 0) figures['folds'] = folds.correlation.mean;
  if (prints.samples === 0) return figures;
  for (const metric of /** @type {const} */ (['glyphCorrelation', 'stripeContrast', 'glyphContrast', 'warpShare'])) {
    figures[`prints ${metric}`] = prints.figures[metric].mean;
  }
  return figures;
}
