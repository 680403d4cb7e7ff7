/** What the parser and the refinement make of each photo, and the figures of all. */
import {
  clothingClasses,
  createRun,
  preparePerson,
  patchToPhoto,
  preparePersonStages,
  prepareRegion,
  prepareRegionStages,
  TryOnError,
} from '@stylemap-tryon/core';
import { boundaryFScore, Confusion, maskIou } from './metrics.mjs';
import { pixelsOf, solidPixels, strongestClasses } from './masks.mjs';
import { onlyCertain } from './studio-truth.mjs';

/**
 * @typedef {import('@stylemap-tryon/core').Engine} Engine
 * @typedef {import('@stylemap-tryon/core').GarmentKind} GarmentKind
 * @typedef {import('@stylemap-tryon/core').RgbaImage} RgbaImage
 * @typedef {import('./masks.mjs').LabelMap} LabelMap
 * @typedef {{ kind: GarmentKind, iou: number, boundaryF: number, errorCode?: string }} MaskScore
 */

/** @type {readonly GarmentKind[]} */
const garmentKinds = ['top', 'outerwear', 'bottom', 'dress'];
const garmentIndices = garmentKinds.map(classIndex);

/**
 * The classes of a figure on the photo's pixels; what its view leaves out is background.
 * @param {import('@stylemap-tryon/core').PreparedPerson} person
 * @param {RgbaImage} photo
 * @returns {LabelMap}
 */
function readFigure({ view, seen }, photo) {
  const { widthPx, heightPx } = seen.photo;
  const labels = strongestClasses(seen.confidences, widthPx, heightPx);
  const { rect, alpha } = patchToPhoto({ rect: { xPx: 0, yPx: 0, widthPx, heightPx }, alpha: labels.data }, view);
  const data = new Uint8Array(photo.widthPx * photo.heightPx);
  for (let y = 0; y < rect.heightPx; y++) {
    data.set(alpha.subarray(y * rect.widthPx, (y + 1) * rect.widthPx), (rect.yPx + y) * photo.widthPx + rect.xPx);
  }
  return { widthPx: photo.widthPx, heightPx: photo.heightPx, data };
}

/**
 * Every class on the whole photo, as the product reads the figure (both ways round, one person, a dress or two pieces) and as one pass of the
 * parser answers; and the mask on which the largest labelled garment would be replaced.
 * @param {readonly import('./ccp-people.mjs').LabelledPhoto[]} photos
 * @param {Engine} engine
 * @param {import('./timed-segmenter.mjs').Passes} passes of the engine's segmenter
 */
export async function measurePeople(photos, engine, passes) {
  const [total, raw] = [new Confusion(clothingClasses.length), new Confusion(clothingClasses.length)];
  const rows = [];
  for (const { id, photo: readPhoto, classes } of photos) {
    const [photo, truth] = [await readPhoto(), await classes()];
    passes.first = undefined;
    const person = await attempt(() => preparePerson(photo, engine, newRun(preparePersonStages)));
    if (!passes.first) throw new Error('The parser was not asked.');
    const onePass = strongestClasses(passes.first, photo.widthPx, photo.heightPx);
    const prediction = person instanceof TryOnError ? onePass : readFigure(person, photo);
    total.add(truth, prediction);
    raw.add(truth, onePass);
    const [garments, predictedGarments] = [pixelsOf(truth, garmentIndices), pixelsOf(prediction, garmentIndices)];
    const kind = largestGarment(truth);
    rows.push({
      id,
      onePass: { garmentIou: maskIou(garments, predictedGarments), boundaryF: boundaryFScore(garments, predictedGarments) },
      // A photo of shoes has no garment to replace.
      ...(kind && { refined: score(kind, pixelsOf(truth, [classIndex(kind)]), await refine(photo, kind, person, engine)) }),
    });
  }
  return {
    photos: rows.length,
    garmentIou: total.iou(garmentIndices),
    classIou: iouByClass(total),
    rawClassIou: iouByClass(raw),
    garmentBoundaryF: mean(rows.map(({ onePass }) => onePass.boundaryF)),
    refined: summarise(rows.flatMap(({ refined }) => refined ?? [])),
    confusion: total.rows(),
    perPhoto: rows,
  };
}

/**
 * The mask of the recoloured garment. Of the rest of these photos nothing is known.
 * @param {readonly import('./recolour-pairs.mjs').MaskedPhoto[]} photos
 * @param {Engine} engine
 */
export async function measurePairs(photos, engine) {
  const rows = [];
  for (const { id, group, kind, photo: read, garment } of photos) {
    const photo = await read();
    const person = await attempt(() => preparePerson(photo, engine, newRun(preparePersonStages)));
    const [truth, mask] = [await garment(), await refine(photo, kind, person, engine)];
    rows.push({
      id,
      group,
      refined: score(kind, truth, mask),
      refinedWhereCertain: score(kind, onlyCertain(photo, truth), mask),
    });
  }
  return {
    photos: rows.length,
    groups: new Set(rows.map(({ group }) => group)).size,
    refined: summarise(rows.map(({ refined }) => refined)),
    refinedWhereCertain: summarise(rows.map(({ refinedWhereCertain }) => refinedWhereCertain)),
    perPhoto: rows,
  };
}

/**
 * @param {RgbaImage} photo
 * @param {GarmentKind} kind
 * @param {import('@stylemap-tryon/core').PreparedPerson | TryOnError} person
 * @param {Engine} engine
 * @returns {Promise<LabelMap | TryOnError>}
 */
async function refine(photo, kind, person, engine) {
  if (person instanceof TryOnError) return person;
  const region = await attempt(() => prepareRegion(person, kind, engine, newRun(prepareRegionStages)));
  return region instanceof TryOnError ? region : solidPixels(patchToPhoto(region.mask, person.view), photo);
}

/**
 * A mask that cannot be made scores nothing.
 * @param {GarmentKind} kind
 * @param {LabelMap} truth
 * @param {LabelMap | TryOnError} mask
 * @returns {MaskScore}
 */
function score(kind, truth, mask) {
  if (mask instanceof TryOnError) return { kind, iou: 0, boundaryF: 0, errorCode: mask.code };
  return { kind, iou: maskIou(truth, mask), boundaryF: boundaryFScore(truth, mask) };
}

/** @param {readonly MaskScore[]} scores */
function summarise(scores) {
  return {
    photos: scores.length,
    notFound: scores.filter(({ errorCode }) => errorCode).length,
    meanIou: mean(scores.map(({ iou }) => iou)),
    meanBoundaryF: mean(scores.map(({ boundaryF }) => boundaryF)),
  };
}

/** @param {Confusion} confusion */
function iouByClass(confusion) {
  const ious = clothingClasses.map((name, index) => [name, confusion.iou([index])]);
  return /** @type {Record<import('@stylemap-tryon/core').ClothingClass, number>} */ (Object.fromEntries(ious));
}

/** @param {LabelMap} truth */
function largestGarment({ data }) {
  const areas = garmentIndices.map((index) => data.reduce((area, label) => area + Number(label === index), 0));
  const largest = Math.max(...areas);
  return largest === 0 ? undefined : garmentKinds[areas.indexOf(largest)];
}

/** @param {GarmentKind} kind */
function classIndex(kind) {
  return clothingClasses.indexOf(kind);
}

/** @param {readonly import('@stylemap-tryon/core').Stage[]} stages */
function newRun(stages) {
  return createRun(stages, { now: () => performance.now() });
}

/**
 * What the product would refuse is a finding; a defect is not.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T | TryOnError>}
 */
async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TryOnError && error.code !== 'internal') return error;
    throw error;
  }
}

/** @param {readonly number[]} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
