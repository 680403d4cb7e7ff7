/** Whole try-ons against the same shopper rendered in the other product. */
import {
  clothingClasses,
  createRun,
  dress,
  preparePerson,
  preparePersonStages,
  stagesToDress,
  TryOnError,
} from '@stylemap-tryon/core';
import { pixelsOf } from '../masks.mjs';
import { canonicalCount, canonicalView } from '../pictures/canonical-view.mjs';
import { classicalTransfer, meanColour, roughPaste, shadingOf } from '../tryon/baselines.mjs';
import { perKind, scorePictures, summariseMethods } from '../tryon/score.mjs';
import { boxOf, placesByAlignment, placesByBox } from './correspondence.mjs';
import { resizeTo } from './light-measurement.mjs';

/**
 * @typedef {import('@stylemap-tryon/core').PreparedGarment} PreparedGarment
 * @typedef {import('../pictures/canonical-view.mjs').CanonicalPicture} CanonicalPicture
 * @typedef {'result' | 'classical' | 'rough paste' | 'mean colour' | 'photo as it is'} Method
 * @typedef {object} AnswerRow
 * @property {string} id
 * @property {string} product
 * @property {import('@stylemap-tryon/core').GarmentKind} kind
 * @property {Record<Method, import('../tryon/score.mjs').PictureScore>} methods
 */

const clock = { now: () => performance.now() };
/** The middles of the canonical pixels, in fractions. */
const middles = Float64Array.from({ length: 2 * canonicalCount }, (_, i) => {
  const side = Math.sqrt(canonicalCount);
  return ((i % 2 === 0 ? (i >> 1) % side : Math.floor((i >> 1) / side)) + 0.5) / side;
});

/**
 * In the true mask of the worn garment, at the resolution of the answer. The baselines have the product's own cut-out and alignment.
 * @param {readonly import('./samples.mjs').Sample[]} samples
 * @param {ReadonlyMap<string, PreparedGarment>} garments by product
 * @param {import('@stylemap-tryon/core').Engine} engine
 * @param {import('../fidelity/squeezenet.mjs').PerceptualNetwork | undefined} perceptual
 */
export async function measureAnswers(samples, garments, engine, perceptual) {
  /** @type {AnswerRow[]} */
  const rows = [];
  /** @type {{ id: string, product: string, errorCode: string }[]} */
  const refused = [];
  for (const { id, photo: readPhoto, classes: readClasses, answers } of samples) {
    for (const { product, picture } of answers) {
      const garment = garments.get(product);
      if (!garment) continue;
      const [photo, classes, answer] = [await readPhoto(), await readClasses(), await picture()];
      try {
        const person = await preparePerson(photo, engine, createRun(preparePersonStages, clock));
        const run = createRun(stagesToDress(person, [{ garment, shape: 'worn' }]), clock);
        const { image, kind } = await dress(person, garment, engine, run, { shape: 'worn' });
        const region = person.regions.get(kind);
        const alignment = region && garment.fittings.get(region)?.alignment;
        if (!region || !alignment) throw new Error('A try-on left no trace of its alignment.');
        const scale = answer.widthPx / photo.widthPx;
        const { xPx, yPx, widthPx, heightPx } = region.crop;
        const crop = { xPx: scale * xPx, yPx: scale * yPx, widthPx: scale * widthPx, heightPx: scale * heightPx };
        const mask = maskView(pixelsOf(classes, [clothingClasses.indexOf(kind)]), region.crop);
        const cloth = canonicalView(garment.image, garment.crop);
        const before = canonicalView(await resizeTo(photo, answer), crop);
        const task = { photo: before, reference: lookUp(cloth, placesByAlignment(middles, alignment)), mask };
        const pasted = lookUp(cloth, placesByBox(middles, boxOf(region.canonicalMask), boxOf(garment.mask)));
        const pictures = {
          result: canonicalView(await resizeTo(image, answer), crop),
          classical: classicalTransfer(task, shadingOf(before, mask, { lowPass: false })),
          'rough paste': roughPaste({ ...task, reference: pasted }),
          'mean colour': meanColour(task),
          'photo as it is': before,
        };
        rows.push({ id, product, kind, methods: await scorePictures(pictures, canonicalView(answer, crop), mask, perceptual) });
      } catch (error) {
        if (!(error instanceof TryOnError) || error.code === 'internal') throw error;
        refused.push({ id, product, errorCode: error.code });
      }
    }
  }
  const summary = (/** @type {readonly AnswerRow[]} */ some) => summariseMethods(some.map(({ methods }) => methods));
  return { samples: rows.length, methods: summary(rows), kinds: perKind(rows, summary), refused, rows };
}

/** @param {import('../masks.mjs').LabelMap} mask @param {import('@stylemap-tryon/core').Rect} crop @returns {import('@stylemap-tryon/core').Plane} */
function maskView({ widthPx, heightPx, data }, crop) {
  const codes = Uint8ClampedArray.from({ length: 4 * data.length }, (_, i) => 255 * data[i >> 2]);
  const view = canonicalView({ widthPx, heightPx, data: codes }, crop).slice(0, canonicalCount);
  return { widthPx: Math.sqrt(canonicalCount), heightPx: Math.sqrt(canonicalCount), data: view };
}

/**
 * A picture rearranged: every pixel looks its source up, linear between the middles of pixels.
 * @param {CanonicalPicture} picture
 * @param {Float64Array} places interleaved (x, y), in fractions
 * @returns {CanonicalPicture}
 */
export function lookUp(picture, places) {
  const side = Math.sqrt(canonicalCount);
  const made = new Float32Array(picture.length);
  for (let i = 0; i < canonicalCount; i++) {
    const [x, y] = [places[2 * i], places[2 * i + 1]].map((value) => Math.min(side - 1, Math.max(0, value * side - 0.5)));
    const [left, top] = [Math.min(side - 2, Math.floor(x)), Math.min(side - 2, Math.floor(y))];
    const [fx, fy] = [x - left, y - top];
    for (let c = 0; c < 3; c++) {
      const at = c * canonicalCount + top * side + left;
      const upper = picture[at] * (1 - fx) + picture[at + 1] * fx;
      made[c * canonicalCount + i] = upper * (1 - fy) + (picture[at + side] * (1 - fx) + picture[at + side + 1] * fx) * fy;
    }
  }
  return made;
}
