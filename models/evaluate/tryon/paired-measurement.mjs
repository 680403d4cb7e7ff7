/** Try-ons of which the true answer is known. */
import { ciede2000, labFromSrgb } from '../fidelity/colour-difference.mjs';
import { bend } from '../pictures/bend.mjs';
import { canonicalCount, canonicalView } from '../pictures/canonical-view.mjs';
import { medianInside } from '../pictures/planes.mjs';
import { createRandom } from '../pictures/random.mjs';
import { paintTexture, plain, randomColour, randomPattern } from '../pictures/texture.mjs';
import { bestGammaTransfer, classicalTransfer, meanColour, roughPaste, shadingOf } from './baselines.mjs';
import { summariseGroups } from './group-figures.mjs';
import { tryOnPlaced } from './placed-garment.mjs';
import { perKind, scorePictures, summarise, summariseMethods } from './score.mjs';
import { dressIn, splitGarment } from './shading.mjs';
import { wear } from './worn-garment.mjs';

/**
 * @typedef {import('../pictures/canonical-view.mjs').CanonicalPicture} CanonicalPicture
 * @typedef {import('../pictures/random.mjs').Random} Random
 * @typedef {import('../pictures/unlight.mjs').LightRule} LightRule
 * @typedef {import('@stylemap-tryon/core').Plane} Plane
 * @typedef {import('@stylemap-tryon/core').RgbaImage} RgbaImage
 * @typedef {import('@stylemap-tryon/core').StylemapNetwork} StylemapNetwork
 * @typedef {import('./score.mjs').PerceptualNetwork} PerceptualNetwork
 * @typedef {import('./worn-garment.mjs').WornGarment} WornGarment
 */

/** Half of what people wear is plain. */
const plainShare = 0.5;
const exponents = /** @type {const} */ ([0.8, 1.2]);

/**
 * Studio pairs: the photo in one colour, asked for in the other; the reference is the flat median of the wanted colour.
 * @param {AsyncIterable<import('./studio-pairs.mjs').StudioPair>} pairs
 * @param {StylemapNetwork} network
 * @param {PerceptualNetwork | undefined} perceptual
 */
export async function measureRecolouring(pairs, network, perceptual) {
  const rows = [];
  /** The garment last worn; pairs come in its order. @type {{ id: string, wearing: import('./worn-garment.mjs').Wearing } | undefined} */
  let last;
  for await (const { group, worn, wanted } of pairs) {
    if (last?.id !== worn.id) last = { id: worn.id, wearing: await wear(worn, worn.photo, network) };
    const { crop, canonicalMask: mask } = last.wearing.region;
    const reference = paintTexture(plain(medianColour(wanted.photo, wanted.opacity)), crop, worn.photo);
    const made = await tryOnPlaced(last.wearing, reference, network);
    const [photo, truth] = [canonicalView(worn.photo, crop), canonicalView(wanted.photo, crop)];
    const task = { photo, reference: canonicalView(reference, crop), mask };
    const shading = shadingOf(photo, mask, { lowPass: false });
    const pictures = {
      ...networkPictures(made, crop),
      classical: classicalTransfer(task, shading),
      'classical, best gamma': bestGammaTransfer(task, shading, truth),
      'rough paste': roughPaste(task),
      'mean colour': meanColour(task),
    };
    rows.push({
      id: `${worn.id} to ${wanted.id}`,
      group,
      kind: worn.kind,
      methods: await scorePictures(pictures, truth, mask, perceptual),
      colourDifference: ciede2000(medianLab(pictures.result, mask), medianLab(truth, mask)),
    });
  }
  return {
    ...summariseRows(rows),
    ...summariseGroups(rows),
    colourDifference: summarise(rows.map((row) => row.colourDifference)),
    rows,
  };
}

/**
 * Street photos retextured, so that the network never sees the garment it has to give back; the reference is the garment's own cloth without its
 * light, in place or bent. The classical transfer is given the answer's own low-passed luminance.
 * @param {readonly WornGarment[]} garments
 * @param {{ bent: boolean, unlight: LightRule }} options
 * @param {StylemapNetwork} network
 * @param {PerceptualNetwork | undefined} perceptual
 */
export async function measureStreet(garments, options, network, perceptual) {
  const rows = [];
  for (const garment of garments) {
    const { photo, reference } = streetTask(garment, options);
    const wearing = await wear(garment, photo, network);
    const { crop, canonicalMask: mask } = wearing.region;
    const made = await tryOnPlaced(wearing, reference, network);
    const truth = canonicalView(garment.photo, crop);
    const task = { photo: canonicalView(photo, crop), reference: canonicalView(reference, crop), mask };
    const pictures = {
      ...networkPictures(made, crop),
      classical: classicalTransfer(task, shadingOf(truth, mask, { lowPass: true })),
      'rough paste': roughPaste(task),
      'mean colour': meanColour(task),
    };
    const methods = await scorePictures(pictures, truth, mask, perceptual);
    rows.push({ id: garment.id, kind: garment.kind, methods, warpShare: made.warpShare });
  }
  return { ...summariseRows(rows), warpShare: summarise(rows.map(({ warpShare }) => warpShare)), rows };
}

/** @param {WornGarment} garment @param {{ bent: boolean, unlight: LightRule }} options */
export function streetTask(garment, { bent, unlight }) {
  const random = createRandom(`street ${garment.id}`);
  const split = splitGarment(garment);
  const photo = dressIn(garment, split, oldCloth(garment, random), random.uniform(...exponents));
  const cloth = split.cloth(unlight);
  return { photo, reference: bent ? bend(cloth, garment.frame, random) : cloth };
}

/** What the shopper seems to wear. @param {WornGarment} garment @param {Random} random */
function oldCloth({ photo, frame }, random) {
  const texture = random.uniform(0, 1) < plainShare ? plain(randomColour(random)) : randomPattern(random);
  return paintTexture(texture, frame, photo);
}

/** @param {import('./placed-garment.mjs').PlacedTryOn} made @param {import('@stylemap-tryon/core').Rect} crop */
function networkPictures({ result, generated, relit }, crop) {
  return {
    result: canonicalView(result, crop),
    'generator only': canonicalView(generated, crop),
    'relit warp only': canonicalView(relit, crop),
  };
}

/** @template {string} Name @param {readonly { kind: import('@stylemap-tryon/core').GarmentKind, methods: Record<Name, import('./score.mjs').PictureScore> }[]} rows */
function summariseRows(rows) {
  const summary = (/** @type {typeof rows} */ some) => summariseMethods(some.map(({ methods }) => methods));
  return { samples: rows.length, methods: summary(rows), perKind: perKind(rows, summary) };
}

/** @param {RgbaImage} image @param {Plane} opacity @returns {import('../pictures/texture.mjs').Colour} */
function medianColour({ data }, opacity) {
  const sure = opacity.data.map((value) => Number(value > 0.9));
  const [red, green, blue] = [0, 1, 2].map((c) =>
    medianInside(
      sure.map((_, i) => data[4 * i + c]),
      sure,
    ),
  );
  return [red, green, blue];
}

/** @param {CanonicalPicture} picture @param {Plane} mask */
export function medianLab(picture, mask) {
  return labFromSrgb(
    [0, 1, 2].map((c) => medianInside(picture.subarray(c * canonicalCount, (c + 1) * canonicalCount), mask.data)),
  );
}
