/** Where the product's alignment takes the cloth that a shopper wears, against where that cloth comes from. */
import {
  clothingClasses,
  createRun,
  dress,
  preparePerson,
  preparePersonStages,
  replaceMask,
  replaceMaskStages,
  stagesToDress,
  TryOnError,
} from '@stylemap-tryon/core';
import { boundsOf } from '../pictures/cut.mjs';
import { pixelsOf } from '../masks.mjs';
import { boxOf, choosePoints, covers, listPoints, placesByAlignment, placesByBox } from './correspondence.mjs';
import { endPointErrors, withoutMeanShift } from './end-point-error.mjs';
import { regionsOf } from './garment-regions.mjs';

/**
 * @typedef {import('@stylemap-tryon/core').Engine} Engine
 * @typedef {import('@stylemap-tryon/core').GarmentKind} GarmentKind
 * @typedef {import('@stylemap-tryon/core').PreparedGarment} PreparedGarment
 * @typedef {import('@stylemap-tryon/core').PreparedPerson} PreparedPerson
 * @typedef {import('./end-point-error.mjs').ErrorFigures} ErrorFigures
 * @typedef {import('./correspondence.mjs').Points} Points
 * @typedef {import('./samples.mjs').Sample} Sample
 */

/**
 * @typedef {object} Fit
 * @property {number} covered share of the known points that lie in the mask; the others are not counted
 * @property {{ alignment: ErrorFigures } & Record<string, ErrorFigures>} methods
 * @property {Partial<Record<import('./garment-regions.mjs').Region, ErrorFigures>>} regions of the alignment alone
 * @typedef {{ id: string, product: string, kind: GarmentKind, predicted?: Fit | undefined, exact?: Fit | undefined, errorCode?: string }} AlignmentRow
 */

const clock = { now: () => performance.now() };

/**
 * Each shopper in the product that they already wear: on the mask that the product finds, and on the true one.
 * @param {readonly Sample[]} samples those without a flow are passed over
 * @param {ReadonlyMap<string, PreparedGarment>} garments by product
 * @param {Engine} engine
 * @returns {Promise<AlignmentRow[]>}
 */
export async function measureAlignment(samples, garments, engine) {
  /** @type {AlignmentRow[]} */
  const rows = [];
  for (const { id, wears, photo: readPhoto, classes: readClasses, flow: readFlow } of samples) {
    if (!readFlow) continue;
    const [photo, truth] = [await readPhoto(), { classes: await readClasses(), flow: await readFlow() }];
    /** @type {PreparedPerson | undefined} */
    let person;
    for (const { product, type } of wears) {
      const garment = garments.get(product);
      if (!garment) continue;
      const worn = pixelsOf(truth.classes, [clothingClasses.indexOf(type)]);
      const mask = exactMask(worn);
      // A garment that is wholly hidden leaves nothing to measure.
      if (!mask) continue;
      const row = { id, product, kind: type };
      try {
        person ??= await preparePerson(photo, engine, createRun(preparePersonStages, clock));
        const predicted = await fit(person, { ...garment, kind: type, fittings: new WeakMap() }, truth, engine);
        await replaceMask(person, type, mask, engine, createRun(replaceMaskStages, clock));
        const exact = await fit(person, { ...garment, kind: type, fittings: new WeakMap() }, truth, engine);
        rows.push({ ...row, predicted, exact });
      } catch (error) {
        if (!(error instanceof TryOnError) || error.code === 'internal') throw error;
        rows.push({ ...row, errorCode: error.code });
      }
    }
  }
  return rows;
}

/**
 * @param {PreparedPerson} person
 * @param {PreparedGarment} garment
 * @param {Parameters<typeof listPoints>[0]} truth
 * @param {Engine} engine
 * @returns {Promise<Fit | undefined>} nothing where no true place is known
 */
async function fit(person, garment, truth, { segmenter, network }) {
  /** @type {import('@stylemap-tryon/core').Tensor | undefined} */
  let flow;
  const watched = {
    encodeContent: network.encodeContent.bind(network),
    encodeStyle: network.encodeStyle.bind(network),
    async decode(/** @type {Parameters<typeof network.decode>} */ ...args) {
      const decoded = await network.decode(...args);
      flow = decoded.flow;
      return decoded;
    },
    dispose: () => undefined,
  };
  const run = createRun(stagesToDress(person, [{ garment, shape: 'worn' }]), clock);
  const { kind } = await dress(person, garment, { segmenter, network: watched }, run, { shape: 'worn' });
  const region = person.regions.get(kind);
  const alignment = region && garment.fittings.get(region)?.alignment;
  if (!region || !alignment) throw new Error('A try-on left no trace of its alignment.');
  const known = listPoints(truth, clothingClasses.indexOf(kind), region.crop, garment);
  const points = choosePoints(known, (x, y) => covers(region.canonicalMask, x, y), 'seen');
  if (points.truth.length === 0) return undefined;
  return {
    covered: points.truth.length / known.truth.length,
    ...scoreMethods(points, { alignment, flow, kind, personMask: region.canonicalMask, garmentMask: garment.mask }),
  };
}

/**
 * @param {Points} points at least one
 * @param {object} made
 * @param {import('@stylemap-tryon/core').AlignmentMap} made.alignment
 * @param {import('@stylemap-tryon/core').Tensor} [made.flow]
 * @param {GarmentKind} made.kind
 * @param {import('@stylemap-tryon/core').Plane} made.personMask
 * @param {import('@stylemap-tryon/core').Plane} made.garmentMask
 * @returns {Pick<Fit, 'methods' | 'regions'>}
 */
export function scoreMethods(points, { alignment, flow, kind, personMask, garmentMask }) {
  const box = boxOf(garmentMask);
  const aligned = placesByAlignment(points.seen, alignment);
  const pasted = placesByBox(points.seen, boxOf(personMask), box);
  const places = {
    alignment: aligned,
    ...(flow && { "with the network's flow": placesByAlignment(points.seen, alignment, flow) }),
    'its mean shift known': withoutMeanShift(aligned, points.truth),
    'bounding box': pasted,
    'box, mean shift known': withoutMeanShift(pasted, points.truth),
  };
  const methods = Object.entries(places).map(([name, made]) => [name, endPointErrors(made, points.truth, box.widthPx)]);
  const regionOf = regionsOf(kind, garmentMask, box);
  const regions = /** @type {const} */ (['torso', 'sleeves', 'legs']).flatMap((region) => {
    const part = choosePoints(points, (x, y) => regionOf(x, y) === region, 'truth');
    const figures = endPointErrors(placesByAlignment(part.seen, alignment), part.truth, box.widthPx);
    return figures ? [[region, figures]] : [];
  });
  return { methods: /** @type {Fit['methods']} */ (Object.fromEntries(methods)), regions: Object.fromEntries(regions) };
}

/** @param {import('../masks.mjs').LabelMap} worn 1 inside @returns {import('@stylemap-tryon/core').GarmentMask | undefined} */
export function exactMask({ widthPx, heightPx, data }) {
  if (!boundsOf({ widthPx, heightPx, data })) return undefined;
  return { rect: { xPx: 0, yPx: 0, widthPx, heightPx }, alpha: data.map((value) => 255 * value) };
}
