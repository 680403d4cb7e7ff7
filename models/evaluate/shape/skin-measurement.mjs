/**
 * How true skin is that a try-on uncovers. The truth: a bare forearm of a photo, put into a long sleeve by one try-on and uncovered again by the next,
 * which has never seen it. The sleeve is one of ours, so its light is ours too: real sleeves are harder.
 */
import { createRun, dress, prepareGarment, preparePerson, TryOnError } from '@stylemap-tryon/core';
import { ciede2000, labFromSrgb } from '../fidelity/colour-difference.mjs';
import { linearFromSrgb, srgbFromLinear } from '../pictures/light.mjs';
import { armLines, armSteps, confidenceOf } from './arm-line.mjs';
import { coveredShare, maskAt, quantileOf } from './sleeve-measurement.mjs';

/**
 * @typedef {import('@stylemap-tryon/core').RgbaImage} RgbaImage
 * @typedef {{ id: string, psnrDb: number, handPsnrDb: number, differences: number[], handDifferences: number[], iou: number }} SkinCase one arm
 */

const clock = { now: () => performance.now() };
const cloths = /** @type {const} */ (['top', 'outerwear', 'dress']);
/** The part of an arm that is judged, and how far beside its line, in shoulder widths. */
const [fromShare, toShare, besideWidths] = [0.6, 0.95, 0.16];
/** A hand, beyond the wrist by shares of the arm. */
const handShare = 0.12;
const skinFrom = 0.5;

/**
 * @param {{ id: string, read: () => Promise<RgbaImage> }} photo
 * @param {{ long: { read: () => Promise<RgbaImage> }, short: { read: () => Promise<RgbaImage> } }} products tops
 * @param {import('@stylemap-tryon/core').Engine} engine
 * @returns {Promise<SkinCase[]>}
 */
export async function measureSkin(photo, products, engine) {
  try {
    const before = await preparePerson(await photo.read(), engine, createRun([], clock));
    const skin = confidenceOf(before, ['skin']);
    const arms = armLines(before).filter((arm) => (coveredShare(arm, confidenceOf(before, cloths), skin) ?? 1) < fromShare - 0.1);
    if (arms.length === 0) return [];
    const wear = async (/** @type {typeof before} */ person, /** @type {{ read: () => Promise<RgbaImage> }} */ { read }) => {
      const garment = await prepareGarment(await read(), 'top', engine, createRun([], clock));
      return dress(person, garment, engine, createRun([], clock), { shape: 'product' });
    };
    const covered = await wear(before, products.long);
    const dressed = await preparePerson(covered.image, engine, createRun([], clock));
    const uncovered = await wear(dressed, products.short);
    if (uncovered.warnings.includes('shape-kept')) return [];
    const seen = confidenceOf(await preparePerson(uncovered.image, engine, createRun([], clock)), ['skin']);
    const hidden = maskAt(covered.mask);
    return arms.flatMap((arm) => {
      const found = judge(before.seen.photo, uncovered.image, arm, skin, seen, hidden);
      return found ? [{ id: photo.id, ...found }] : [];
    });
  } catch (error) {
    if (error instanceof TryOnError) return [];
    throw error;
  }
}

/**
 * @param {RgbaImage} truth @param {RgbaImage} result @param {import('./arm-line.mjs').ArmLine} arm
 * @param {(x: number, y: number) => number} skin @param {(x: number, y: number) => number} seen @param {(x: number, y: number) => number} hidden
 */
export function judge(truth, result, { points, shoulderWidthPx }, skin, seen, hidden) {
  const reach = besideWidths * shoulderWidthPx;
  const forearm = points.slice(Math.round(fromShare * armSteps), Math.round(toShare * armSteps));
  const [wrist, before] = [points[armSteps], points[armSteps - 8]];
  const middle = [0, 1].map((i) => wrist[i] + ((handShare * armSteps) / 8) * (wrist[i] - before[i]));
  const [both, hand] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  let [common, either] = [0, 0];
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const room = 2 * reach;
  for (let y = Math.max(0, Math.floor(Math.min(...ys) - room)); y < Math.min(truth.heightPx, Math.max(...ys) + room); y++) {
    for (let x = Math.max(0, Math.floor(Math.min(...xs) - room)); x < Math.min(truth.widthPx, Math.max(...xs) + room); x++) {
      const isSkin = skin(x, y) > skinFrom;
      if (isSkin && hidden(x, y) === 0 && Math.hypot(x - middle[0], y - middle[1]) < reach) hand.push(y * truth.widthPx + x);
      if (hidden(x, y) < 1 || !forearm.some(([px, py]) => Math.hypot(x - px, y - py) < reach)) continue;
      const isSeen = seen(x, y) > skinFrom;
      common += Number(isSkin && isSeen);
      either += Number(isSkin || isSeen);
      if (isSkin && isSeen) both.push(y * truth.widthPx + x);
    }
  }
  if (both.length < 50 || hand.length < 20) return undefined;
  const colourAt = (/** @type {RgbaImage} */ { data }, /** @type {number} */ i) => [0, 1, 2].map((c) => data[4 * i + c] / 255);
  const ofHand = [0, 1, 2].map((c) =>
    srgbFromLinear(hand.reduce((sum, i) => sum + linearFromSrgb(truth.data[4 * i + c] / 255), 0) / hand.length),
  );
  const compare = (/** @type {(i: number) => readonly number[]} */ guess) => {
    let squares = 0;
    const differences = both.map((i) => {
      const [a, b] = [colourAt(truth, i), guess(i)];
      squares += a.reduce((sum, value, c) => sum + (value - b[c]) ** 2, 0) / 3;
      return ciede2000(labFromSrgb(a), labFromSrgb(b));
    });
    return { psnrDb: -10 * Math.log10(squares / both.length + 1e-10), differences };
  };
  const own = compare((i) => colourAt(result, i));
  const baseline = compare(() => ofHand);
  return {
    psnrDb: own.psnrDb,
    handPsnrDb: baseline.psnrDb,
    differences: own.differences,
    handDifferences: baseline.differences,
    iou: common / Math.max(1, either),
  };
}

/** @param {readonly SkinCase[]} cases */
export function summariseSkin(cases) {
  const mean = (/** @type {(one: SkinCase) => number} */ of) =>
    cases.reduce((sum, one) => sum + of(one), 0) / Math.max(1, cases.length);
  const all = cases.flatMap(({ differences }) => differences);
  const hand = cases.flatMap(({ handDifferences }) => handDifferences);
  return {
    arms: cases.length,
    psnrDb: mean(({ psnrDb }) => psnrDb),
    handPsnrDb: mean(({ handPsnrDb }) => handPsnrDb),
    ciede2000: [quantileOf(all, 0.5), quantileOf(all, 0.9)],
    handCiede2000: [quantileOf(hand, 0.5), quantileOf(hand, 0.9)],
    iou: mean(({ iou }) => iou),
  };
}
