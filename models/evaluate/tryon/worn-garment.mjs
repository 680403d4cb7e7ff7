/** Garments of which the true mask is known, as a try-on would meet them had the parser been right. */
import {
  clothingClasses,
  jointMapsLength,
  createRun,
  parserSizePx,
  preparePerson,
  preparePersonStages,
  productScoresLength,
  replaceMask,
  replaceMaskStages,
} from '@stylemap-tryon/core';
import { unknown } from '../ccp-labels.mjs';
import { boundsOf, cutImage, cutMap, surroundings } from '../pictures/cut.mjs';
import { blur } from '../pictures/planes.mjs';

/**
 * @typedef {import('@stylemap-tryon/core').GarmentKind} GarmentKind
 * @typedef {import('@stylemap-tryon/core').GarmentMask} GarmentMask
 * @typedef {import('@stylemap-tryon/core').Plane} Plane
 * @typedef {import('@stylemap-tryon/core').PreparedPerson} PreparedPerson
 * @typedef {import('@stylemap-tryon/core').PreparedRegion} PreparedRegion
 * @typedef {import('@stylemap-tryon/core').RgbaImage} RgbaImage
 * @typedef {import('@stylemap-tryon/core').StylemapNetwork} StylemapNetwork
 * @typedef {import('../masks.mjs').LabelMap} LabelMap
 */

/**
 * @typedef {object} WornGarment
 * @property {string} id
 * @property {GarmentKind} kind
 * @property {RgbaImage} photo the garment and its surroundings, pixels as they are
 * @property {LabelMap} classes of the photo's pixels
 * @property {Plane} opacity of the garment, the photo's size, in [0, 1]
 * @property {GarmentMask} mask the same, as the pipeline has it
 * @property {import('@stylemap-tryon/core').Rect} frame about the canonical crop, in the photo's pixels: what textures are laid out on
 */

/**
 * @typedef {object} Wearing
 * @property {PreparedPerson} person
 * @property {PreparedRegion} region
 * @property {GarmentKind} kind
 */

/** Smaller garments are fragments: in pixels, and of their bounding box. */
const smallestSidePx = 80;
const smallestFill = 0.25;
/** True outlines are drawn in whole pixels; a photo has none so hard. */
const edgeSigmaPx = 1;
/** As in the pipeline, so that sizes given as fractions of the crop mean the same. */
const framePadding = 1.15;

/**
 * Cuts a garment out of its photo, with all that a try-on looks at.
 * @param {{ id: string, kind: GarmentKind, photo: RgbaImage, classes: LabelMap, garment: LabelMap }} labelled `garment` has 1 inside
 * @returns {WornGarment | undefined} nothing where there is hardly a garment
 */
export function cutGarment({ id, kind, photo, classes, garment }) {
  const box = boundsOf(garment);
  if (!box || Math.max(box.widthPx, box.heightPx) < smallestSidePx) return undefined;
  const areaPx = garment.data.reduce((area, value) => area + value, 0);
  if (areaPx < smallestFill * box.widthPx * box.heightPx) return undefined;
  const rect = surroundings(box, photo);
  const hard = cutMap(garment, rect);
  const opacity = blur({ ...hard, data: Float32Array.from(hard.data) }, edgeSigmaPx);
  const alpha = Uint8Array.from(opacity.data, (value) => Math.round(255 * value));
  return {
    id,
    kind,
    photo: cutImage(photo, rect),
    classes: cutMap(classes, rect),
    opacity,
    mask: { rect: { ...rect, xPx: 0, yPx: 0 }, alpha },
    frame: squareAround({ ...box, xPx: box.xPx - rect.xPx, yPx: box.yPx - rect.yPx }),
  };
}

/** @param {import('@stylemap-tryon/core').Rect} box */
function squareAround({ xPx, yPx, widthPx, heightPx }) {
  const sidePx = framePadding * Math.max(widthPx, heightPx);
  return { xPx: xPx + (widthPx - sidePx) / 2, yPx: yPx + (heightPx - sidePx) / 2, widthPx: sidePx, heightPx: sidePx };
}

/**
 * The photo, or another picture of the same garment, made ready for a try-on with the true mask instead of the parser's.
 * @param {WornGarment} garment
 * @param {RgbaImage} photo as large as the garment's own
 * @param {StylemapNetwork} network
 * @returns {Promise<Wearing>}
 */
export async function wear({ kind, classes, mask }, photo, network) {
  const engine = { segmenter: labelSegmenter(classes), network };
  const clock = { now: () => performance.now() };
  const person = await preparePerson(photo, engine, createRun(preparePersonStages, clock));
  const region = await replaceMask(person, kind, mask, engine, createRun(replaceMaskStages, clock));
  return { person, region, kind };
}

/**
 * Answers with labels, whatever it is shown: each class by the share of the pixels it has.
 * @param {LabelMap} labels
 * @returns {import('@stylemap-tryon/core').Segmenter}
 */
function labelSegmenter({ widthPx, heightPx, data: labels }) {
  const size = parserSizePx;
  const count = size ** 2;
  // Of what nobody knows only this is sure: it belongs to the person.
  const someoneIndex = clothingClasses.indexOf('skin');
  const confidences = new Float32Array(clothingClasses.length * count);
  for (let i = 0; i < count; i++) {
    const columns = cell(i % size, widthPx);
    const rows = cell(Math.floor(i / size), heightPx);
    const share = 1 / (columns.length * rows.length);
    for (const y of rows) {
      for (const x of columns) {
        const label = labels[y * widthPx + x];
        confidences[(label === unknown ? someoneIndex : label) * count + i] += share;
      }
    }
  }
  return {
    // Nothing is known of joints.
    segment: async () => ({
      widthPx: size,
      heightPx: size,
      data: confidences.slice(),
      jointMaps: new Float32Array(jointMapsLength),
      productScores: new Float32Array(productScoresLength),
    }),
    dispose: () => undefined,
  };
}

/** The pixels that a cell of the parser's grid is about. @param {number} index @param {number} lengthPx */
function cell(index, lengthPx) {
  const first = Math.floor((index * lengthPx) / parserSizePx);
  const end = Math.max(first + 1, Math.floor(((index + 1) * lengthPx) / parserSizePx));
  return Array.from({ length: end - first }, (_, i) => first + i);
}
