/** Whether results have the sleeves of their products, by what the parser sees in them: not by the way they were drawn. */
import { createRun, dress, prepareGarment, preparePerson, TryOnError } from '@stylemap-tryon/core';
import { armLines, armSteps, confidenceOf } from './arm-line.mjs';

/**
 * @typedef {import('@stylemap-tryon/core').Engine} Engine
 * @typedef {import('@stylemap-tryon/core').RgbaImage} RgbaImage
 * @typedef {'none' | 'short' | 'three-quarter' | 'long'} SleeveLength
 * @typedef {object} SleeveCase one arm
 * @property {string} id
 * @property {SleeveLength} product
 * @property {number} worn share of the arm that is covered in the photo
 * @property {number} shown the same in the result
 * @property {number} drawn the same by the result's own mask
 * @property {boolean} kept the result says so
 */

const clock = { now: () => performance.now() };
const cloths = /** @type {const} */ (['top', 'outerwear', 'dress']);
/** Classes are unsure of an arm where together they reach less; and an arm of which this share is unsure is passed over. */
const [surePoint, sureShare] = [0.3, 0.6];

/** The share of an arm that is covered for each length of sleeve: from, to. @type {Readonly<Record<SleeveLength, readonly [number, number]>>} */
export const coverOf = { none: [0, 0.2], short: [0.12, 0.6], 'three-quarter': [0.5, 0.9], long: [0.85, 1] };

/**
 * Where cloth ends on an arm, as a share of it: the cut that most points agree with, cloth before and skin after.
 * @param {import('./arm-line.mjs').ArmLine} arm
 * @param {(x: number, y: number) => number} cloth
 * @param {(x: number, y: number) => number} skin
 * @returns {number | undefined} where too little is seen
 */
export function coveredShare({ points }, cloth, skin) {
  const signs = points.map(([x, y]) => {
    const [c, s] = [cloth(x, y), skin(x, y)];
    return c + s < surePoint ? 0 : Math.sign(c - s);
  });
  if (signs.filter(Boolean).length < sureShare * signs.length) return undefined;
  let score = -signs.reduce((sum, sign) => sum + sign, 0);
  let [best, cut] = [score, 0];
  signs.forEach((sign, i) => {
    score += 2 * sign;
    if (score > best) [best, cut] = [score, i + 1];
  });
  return cut / (armSteps + 1);
}

/**
 * @param {{ id: string, read: () => Promise<RgbaImage> }} photo
 * @param {readonly { id: string, kind: string, sleeve?: readonly string[], read: () => Promise<RgbaImage> }[]} products one length of sleeve each
 * @param {Engine} engine
 * @returns {Promise<SleeveCase[]>}
 */
export async function measureSleeves(photo, products, engine) {
  /** @type {SleeveCase[]} */
  const cases = [];
  for (const product of products) {
    try {
      const person = await preparePerson(await photo.read(), engine, createRun([], clock));
      const arms = armLines(person);
      if (arms.length === 0) return cases;
      const kind = /** @type {'top'} */ (product.kind);
      const garment = await prepareGarment(await product.read(), kind, engine, createRun([], clock));
      const result = await dress(person, garment, engine, createRun([], clock), { shape: 'product' });
      const after = await preparePerson(result.image, engine, createRun([], clock));
      for (const arm of arms) {
        const worn = coveredShare(arm, confidenceOf(person, cloths), confidenceOf(person, ['skin']));
        const shown = coveredShare(arm, confidenceOf(after, cloths), confidenceOf(after, ['skin']));
        if (worn === undefined || shown === undefined) continue;
        const drawn = coveredShare(arm, maskAt(result.mask), (x, y) => 1 - maskAt(result.mask)(x, y)) ?? 0;
        const kept = result.warnings.includes('shape-kept');
        cases.push({ id: photo.id, product: /** @type {SleeveLength} */ (product.sleeve?.[0]), worn, shown, drawn, kept });
      }
    } catch (error) {
      if (!(error instanceof TryOnError)) throw error;
    }
  }
  return cases;
}

/** @param {import('@stylemap-tryon/core').GarmentMask} mask @returns {(x: number, y: number) => number} */
export function maskAt({ rect, alpha }) {
  return (x, y) => {
    const [column, row] = [Math.floor(x) - rect.xPx, Math.floor(y) - rect.yPx];
    return column < 0 || row < 0 || column >= rect.widthPx || row >= rect.heightPx ? 0 : alpha[row * rect.widthPx + column] / 255;
  };
}

/**
 * What a try-on has to do about an arm; `under`: the sleeve on it is another garment's, of a jacket that stays.
 * @param {SleeveCase} one @returns {'cover' | 'uncover' | 'same' | 'under'}
 */
export function directionOf({ product, worn, drawn }) {
  const [from, to] = coverOf[product];
  if (worn <= to) return worn < from ? 'cover' : 'same';
  return drawn < 0.5 * worn ? 'under' : 'uncover';
}

/** @param {SleeveLength} product @param {number} share */
const fits = (product, share) => share >= coverOf[product][0] && share <= coverOf[product][1];

/** @param {readonly number[]} values @param {number} share */
export function quantileOf(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

/** @param {readonly SleeveCase[]} cases */
export function summariseSleeves(cases) {
  return Object.fromEntries(
    /** @type {const} */ (['cover', 'uncover', 'same']).map((direction) => {
      const own = cases.filter((one) => directionOf(one) === direction);
      const changed = own.filter(({ kept }) => !kept);
      return [
        direction,
        {
          arms: own.length,
          kept: (own.length - changed.length) / Math.max(1, own.length),
          right: own.filter(({ product, shown }) => fits(product, shown)).length / Math.max(1, own.length),
          rightOfChanged: changed.filter(({ product, shown }) => fits(product, shown)).length / Math.max(1, changed.length),
          drawnAgainstSeen: quantileOf(
            changed.map(({ drawn, shown }) => Math.abs(drawn - shown)),
            0.5,
          ),
        },
      ];
    }),
  );
}
