/** The whole product, parser and alignment included, on photos and products that nobody has matched. */
import { createRun, dress, preparePerson, preparePersonStages, stagesToDress, TryOnError } from '@stylemap-tryon/core';
import { ciede2000 } from '../fidelity/colour-difference.mjs';
import { differenceOutside, seamEnergy } from '../fidelity/garment-edge.mjs';
import { foldCorrelation } from '../fidelity/picture-metrics.mjs';
import { canonicalView } from '../pictures/canonical-view.mjs';
import { medianLab } from './paired-measurement.mjs';
import { fixedBlend, meanShare, withBlend } from './blend-override.mjs';
import { summarise } from './score.mjs';

/**
 * @typedef {import('@stylemap-tryon/core').Engine} Engine
 * @typedef {import('@stylemap-tryon/core').Stage} Stage
 * @typedef {import('@stylemap-tryon/core').Tensor} Tensor
 * @typedef {import('../pictures/canonical-view.mjs').CanonicalPicture} CanonicalPicture
 * @typedef {import('./swaps.mjs').Swap} Swap
 */

/** Pictures of a swap for the contact sheet. @typedef {{ change: string, before: CanonicalPicture, product: CanonicalPicture, after: CanonicalPicture }} SwapPictures */

/**
 * @param {readonly Swap[]} swaps
 * @param {Engine} engine
 */
export async function measureSwaps(swaps, engine) {
  const rows = [];
  const refused = [];
  /** @type {SwapPictures[]} */
  const pictures = [];
  for (const swap of swaps) {
    try {
      const { row, shown } = await measureSwap(swap, engine);
      rows.push(row);
      pictures.push(shown);
    } catch (error) {
      if (!(error instanceof TryOnError) || error.code === 'internal') throw error;
      refused.push({ worn: swap.worn.id, product: swap.product.id, errorCode: error.code });
    }
  }
  const plainRows = rows.filter(({ wornPlain }) => wornPlain);
  return {
    summary: {
      swaps: rows.length,
      differenceOutside: Math.max(0, ...rows.map((row) => row.differenceOutside)),
      seamOverPhoto: summarise(rows.map(({ seam }) => seam.result / seam.photo)),
      foldCorrelationOfPlainPhotos: summarise(plainRows.map((row) => row.foldCorrelation)),
      colourDifference: summarise(rows.map((row) => row.colourDifference)),
      warpShare: summarise(rows.map((row) => row.warpShare)),
      stageMs: summariseStages(rows.map(({ stageMs }) => stageMs)),
      refused,
      rows,
    },
    pictures,
  };
}

/** @param {Swap} swap @param {Engine} engine */
async function measureSwap({ change, worn, wornPlain, product }, { segmenter, network }) {
  const photo = await worn.whole();
  /** @type {Tensor | undefined} */
  let alpha;
  const watched = {
    segmenter,
    network: withBlend(network, (given) => (alpha = given)),
  };
  const clock = { now: () => performance.now() };
  const preparation = createRun(preparePersonStages, clock);
  const person = await preparePerson(photo, watched, preparation);
  const run = createRun(stagesToDress(person, [product]), clock);
  const { image, mask, kind } = await dress(person, product.garment, watched, run);
  const region = person.regions.get(kind);
  if (!region || !alpha) throw new Error('A try-on left no trace of its region or its blend.');

  const ownPixels = { segmenter, network: withBlend(network, fixedBlend.ownPixels) };
  const relit = await dress(person, product.garment, ownPixels, createRun(stagesToDress(person, [product]), clock));
  const [before, after] = [canonicalView(photo, region.crop), canonicalView(image, region.crop)];
  const opacity = wholeMask(mask, photo);
  const timings = [...preparation.timings.map(({ ms }) => ({ stage: /** @type {const} */ ('person'), ms })), ...run.timings];
  return {
    row: {
      change,
      worn: worn.id,
      product: product.id,
      kind,
      wornPlain,
      differenceOutside: differenceOutside(photo, image, opacity),
      seam: seamEnergy(photo, image, opacity),
      foldCorrelation: foldCorrelation(after, before, region.canonicalMask),
      colourDifference: ciede2000(
        medianLab(after, region.canonicalMask),
        medianLab(canonicalView(relit.image, region.crop), region.canonicalMask),
      ),
      warpShare: meanShare(alpha, region.canonicalMask),
      stageMs: /** @type {Record<string, number>} */ (Object.fromEntries(timings.map(({ stage, ms }) => [stage, ms]))),
    },
    shown: { change, before, product: product.picture, after },
  };
}

/** @param {import('@stylemap-tryon/core').GarmentMask} mask @param {{ widthPx: number, heightPx: number }} photo */
function wholeMask({ rect, alpha }, { widthPx, heightPx }) {
  const data = new Float32Array(widthPx * heightPx);
  alpha.forEach((value, i) => {
    const [x, y] = [rect.xPx + (i % rect.widthPx), rect.yPx + Math.floor(i / rect.widthPx)];
    data[y * widthPx + x] = value / 255;
  });
  return { widthPx, heightPx, data };
}

/** @param {readonly Readonly<Record<string, number>>[]} timings */
function summariseStages(timings) {
  const stages = [...new Set(timings.flatMap(Object.keys))];
  return Object.fromEntries(stages.map((stage) => [stage, summarise(timings.flatMap((times) => times[stage] ?? []))]));
}
