/** The whole product, parser and alignment included, on photos and products that nobody has matched. */
import {
  createRun,
  dress,
  lookThrough,
  preparePerson,
  preparePersonStages,
  stagesToDress,
  TryOnError,
} from '@stylemap-tryon/core';
import { ciede2000 } from '../fidelity/colour-difference.mjs';
import { differenceOutside, seamEnergy } from '../fidelity/garment-edge.mjs';
import { fineTrace, foldCorrelationOfLight, lightOn } from '../fidelity/light-trace.mjs';
import { foldCorrelation } from '../fidelity/picture-metrics.mjs';
import { canonicalView } from '../pictures/canonical-view.mjs';
import { meanShare, ownPixels, unlitPixels, withDecoder } from './decoder-override.mjs';
import { medianLab } from './paired-measurement.mjs';
import { summarise } from './score.mjs';
import { summariseSwapKinds, summariseSwaps } from './swap-figures.mjs';

/**
 * @typedef {import('@stylemap-tryon/core').Engine} Engine
 * @typedef {import('@stylemap-tryon/core').Tensor} Tensor
 * @typedef {import('../pictures/canonical-view.mjs').CanonicalPicture} CanonicalPicture
 * @typedef {import('./swaps.mjs').Swap} Swap
 * @typedef {Awaited<ReturnType<typeof measureSwap>>['row']} SwapRow
 */

/**
 * A swap for the contact sheets.
 * @typedef {{ number: number, row: SwapRow, before: CanonicalPicture, product: CanonicalPicture, after: CanonicalPicture }} SwapPictures
 */

const clock = { now: () => performance.now() };
/** Something is said of the progress after so many swaps. */
const noteEvery = 10;

/**
 * @param {readonly Swap[]} swaps
 * @param {Engine} engine
 * @param {(line: string) => void} note
 */
export async function measureSwaps(swaps, engine, note) {
  const rows = [];
  const refused = [];
  /** @type {SwapPictures[]} */
  const pictures = [];
  for (const [i, swap] of swaps.entries()) {
    if (i > 0 && i % noteEvery === 0) note(`swaps: ${i} of ${swaps.length} done`);
    try {
      const { row, shown } = await measureSwap(swap, engine);
      rows.push(row);
      pictures.push({ number: rows.length, row, ...shown });
    } catch (error) {
      if (!(error instanceof TryOnError) || error.code === 'internal') throw error;
      refused.push({ worn: swap.worn.id, product: swap.product.id, errorCode: error.code });
    }
  }
  const plainRows = rows.filter(({ wornPlain }) => wornPlain);
  return {
    summary: {
      ...summariseSwaps(rows),
      perKind: summariseSwapKinds(rows),
      differenceOutside: Math.max(0, ...rows.map((row) => row.differenceOutside)),
      foldCorrelationOfPlainPhotos: summarise(plainRows.map((row) => row.foldCorrelation)),
      foldCorrelationOfPlainPhotosWithPattern: summarise(plainRows.map((row) => row.foldCorrelationWithPattern)),
      warpShare: summarise(rows.map((row) => row.warpShare)),
      stageMs: summariseStages(rows.map(({ stageMs }) => stageMs)),
      refused,
      rows,
    },
    pictures,
  };
}

/** @param {Swap} swap @param {Engine} engine */
async function measureSwap({ kinds, worn, wornPlain, product }, { segmenter, network }) {
  const photo = await worn.whole();
  const preparation = createRun(preparePersonStages, clock);
  const person = await preparePerson(photo, { segmenter, network }, preparation);
  const dressed = async (/** @type {Parameters<typeof withDecoder>[1]} */ change) => {
    const run = createRun(stagesToDress(person, [{ ...product, shape: 'worn' }]), clock);
    const result = await dress(person, product.garment, { segmenter, network: withDecoder(network, change) }, run, {
      shape: 'worn',
    });
    return { ...result, timings: run.timings };
  };
  /** @type {Tensor | undefined} */
  let alpha;
  const { image, mask, kind, timings } = await dressed((decoded) => {
    alpha = decoded.alpha;
    return decoded;
  });
  const region = person.regions.get(kind);
  if (!region || !alpha) throw new Error('A try-on left no trace of its region or its blend.');

  const { crop, canonicalMask } = region;
  const canonical = (/** @type {import('@stylemap-tryon/core').RgbaImage} */ picture) =>
    canonicalView(lookThrough(picture, person.view), crop);
  const [relit, unlit] = [await dressed(ownPixels), await dressed(unlitPixels)].map(({ image }) => canonical(image));
  const [before, after] = [canonical(photo), canonical(image)];
  const light = lightOn(after, unlit);
  const opacity = wholeMask(mask, photo);
  const colour = medianLab(after, canonicalMask);
  const times = [...preparation.timings.map(({ ms }) => ({ stage: /** @type {const} */ ('person'), ms })), ...timings];
  return {
    row: {
      kinds,
      worn: worn.id,
      product: product.id,
      kind,
      wornPlain,
      differenceOutside: differenceOutside(photo, image, opacity),
      seam: seamEnergy(photo, image, opacity),
      foldCorrelation: foldCorrelationOfLight(light, before, canonicalMask),
      foldCorrelationWithPattern: foldCorrelation(after, before, canonicalMask),
      fineTrace: fineTrace(light, before, canonicalMask),
      colourDifference: ciede2000(colour, medianLab(relit, canonicalMask)),
      colourFromProduct: ciede2000(colour, medianLab(unlit, canonicalMask)),
      warpShare: meanShare(alpha, canonicalMask),
      stageMs: /** @type {Record<string, number>} */ (Object.fromEntries(times.map(({ stage, ms }) => [stage, ms]))),
    },
    shown: { before, product: product.picture, after },
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
