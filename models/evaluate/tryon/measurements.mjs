/** Everything that is measured, in its order; a folder that was not given is passed over. */
import { findWearers } from './cloth-judgement.mjs';
import { measureRecolouring, measureStreet } from './paired-measurement.mjs';
import { measurePrints } from './print-measurement.mjs';
import { listGarments, listProducts, prepareProducts } from './products.mjs';
import { openStreetGarments } from './street-garments.mjs';
import { openStudioGarments, openStudioPairs } from './studio-pairs.mjs';
import { measureSwaps } from './swap-measurement.mjs';
import { planSwaps } from './swaps.mjs';
import { measureFolds, measureLeak } from './worn-trace-measurement.mjs';

/**
 * @typedef {{ people: number, pairs: number, swaps: number, swapPhotos: number }} Limits
 * @typedef {{ people?: string, pairs?: string, garments?: string, products?: string, limits: Limits, all: boolean, unlight: import('../pictures/unlight.mjs').LightRule }} Folders
 * @typedef {Awaited<ReturnType<typeof measureNetwork>>} NetworkFigures
 * @typedef {(line: string) => void} Note
 */

/** Garments of each kind from which products are drawn. */
const garmentsPerKind = 12;

/**
 * The network and the composition alone: masks and references are the true ones.
 * @param {Folders} folders
 * @param {import('@stylemap-tryon/core').StylemapNetwork} network
 * @param {import('../fidelity/squeezenet.mjs').PerceptualNetwork | undefined} perceptual
 * @param {Note} note
 */
export async function measureNetwork({ people, pairs, limits, all, unlight }, network, perceptual, note) {
  const street = people ? await openStreetGarments(people, { limit: limits.people, all }) : [];
  const studio = pairs ? await openStudioGarments(pairs, { limit: limits.pairs, all }) : [];
  const ofPeople = people && {
    street: await timed('street', note, () => measureStreet(street, { bent: true, unlight }, network, perceptual)),
    exact: await timed('exact', note, () => measureStreet(street, { bent: false, unlight }, network, perceptual)),
    leak: await timed('leak', note, () => measureLeak(street, network)),
    folds: await timed('folds', note, () => measureFolds(street, network)),
  };
  const ofPairs = pairs && {
    recolour: await timed('recolour', note, () => {
      return measureRecolouring(openStudioPairs(pairs, { limit: limits.pairs, all }), network, perceptual);
    }),
  };
  const prints = await timed('prints', note, () => measurePrints([...street, ...studio], network));
  return { ...(ofPairs || undefined), ...(ofPeople || undefined), prints };
}

/**
 * The product from file to file.
 * @param {Folders} folders
 * @param {import('@stylemap-tryon/core').Engine} engine
 * @param {Note} note
 */
export async function measureProduct({ people, garments, products, limits, all }, engine, note) {
  if (!people || !(garments || products)) return undefined;
  const photos = [...(products ? listProducts(products) : []), ...(garments ? listGarments(garments, garmentsPerKind) : [])];
  return timed('swaps', note, async () => {
    const prepared = await prepareProducts(photos, engine);
    const street = await openStreetGarments(people, { limit: limits.swapPhotos, all });
    const found = await findWearers(street, engine);
    const { summary, pictures } = await measureSwaps(planSwaps(found.wearers, prepared.products, limits.swaps), engine, note);
    return { summary: { ...summary, refusedPhotos: found.refused, refusedProducts: prepared.refused }, pictures };
  });
}

/**
 * @template T
 * @param {string} name
 * @param {Note} note
 * @param {() => Promise<T>} measure
 */
async function timed(name, note, measure) {
  const startMs = performance.now();
  const result = await measure();
  note(`${name}: ${((performance.now() - startMs) / 1000).toFixed(0)} s`);
  return result;
}
