import { describe, expect, it } from 'vitest';
import { canonicalCount } from '../pictures/canonical-view.mjs';
import { codeFromLinear } from '../pictures/light.mjs';
import { createRandom } from '../pictures/random.mjs';
import { paintTexture, plain, stripes } from '../pictures/texture.mjs';
import { bestGammaTransfer, classicalTransfer, meanColour, roughPaste, shadingOf } from './baselines.mjs';
import { judge } from './bars.mjs';
import { psnrDb } from '../fidelity/picture-metrics.mjs';
import { perKind, summarise } from './score.mjs';
import { dressIn, splitGarment } from './shading.mjs';
import { planSwaps } from './swaps.mjs';
import { cutGarment } from './worn-garment.mjs';

const size = { widthPx: 200, heightPx: 200 };
const whole = { xPx: 0, yPx: 0, ...size };
const inGarment = (/** @type {number} */ x, /** @type {number} */ y) => x >= 40 && x < 160 && y >= 40 && y < 160;

/**
 * A square garment in front of a grey wall, in the given cloth, with folds.
 * @param {string} id
 * @param {import('../pictures/texture.mjs').Texture} texture
 */
function drawnGarment(id, texture) {
  const cloth = paintTexture(texture, whole, size);
  const data = cloth.data.map((code, i) => {
    const [x, y] = [(i >> 2) % 200, Math.floor((i >> 2) / 200)];
    if (i % 4 === 3) return 255;
    const light = (code / 255) ** 2.2 * Math.exp(0.3 * Math.sin(x / 9));
    return inGarment(x, y) ? codeFromLinear(light) : 128;
  });
  const garment = {
    ...size,
    data: Uint8Array.from({ length: 40000 }, (_, i) => Number(inGarment(i % 200, Math.floor(i / 200)))),
  };
  const classes = { ...size, data: garment.data.map((inside) => (inside ? 3 : 0)) };
  const cut = cutGarment({ id, kind: 'top', photo: { ...size, data }, classes, garment });
  if (!cut) throw new Error('The drawn garment was taken for a fragment.');
  return { ...cut, whole: async () => cut.photo };
}

const red = drawnGarment('red', plain([190, 60, 50]));
const striped = drawnGarment('striped', stripes({ base: [30, 30, 60], colour: [230, 230, 220], periodFraction: 0.08, angle: 1 }));
const black = drawnGarment('black', plain([25, 25, 28]));

describe('a worn garment', () => {
  it('is cut out with its surroundings, and fragments are not', () => {
    expect(red.photo.widthPx).toBe(2 * Math.ceil(120 * 0.6 + 4));
    expect(red.frame).toMatchObject({ widthPx: 138, heightPx: 138 });
    const speck = { ...size, data: new Uint8Array(40000).fill(1, 100, 130) };
    expect(cutGarment({ id: '', kind: 'top', photo: red.photo, classes: speck, garment: speck })).toBeUndefined();
  });

  it('is plain with folds, but not with stripes', () => {
    expect([red, striped, black].map((garment) => splitGarment(garment).plain)).toEqual([true, false, true]);
    expect(splitGarment(black).medianLuminance).toBeLessThan(0.02);
  });

  it('comes apart into cloth and light, which make the photo again', () => {
    const split = splitGarment(red);
    const cloth = split.cloth('grey');
    const middle = 4 * (75 * red.photo.widthPx + 75);
    expect([...cloth.data.subarray(middle, middle + 3)].map((code, c) => Math.abs(code - [190, 60, 50][c]) < 12)).toEqual([
      true,
      true,
      true,
    ]);
    const again = dressIn(red, split, cloth, 1);
    again.data.forEach((code, i) => expect(Math.abs(code - red.photo.data[i])).toBeLessThanOrEqual(inRim(i) ? 40 : 3));
    const white = paintTexture(plain([250, 250, 250]), red.frame, red.photo);
    const flat = dressIn(red, split, white, 0);
    expect([...flat.data.subarray(middle, middle + 3)]).toEqual([250, 250, 250]);
    expect([...flat.data.subarray(0, 3)]).toEqual([...red.photo.data.subarray(0, 3)]);
  });

  /** Beside the garment's outline, where the soft mask and the drawn one differ. @param {number} i */
  function inRim(i) {
    const share = red.opacity.data[i >> 2];
    return share > 0 && share < 1;
  }
});

describe('baselines', () => {
  const mask = { widthPx: 256, heightPx: 256, data: new Float32Array(canonicalCount).fill(1) };
  const random = createRandom('baselines');
  const shade = Float32Array.from({ length: canonicalCount }, () => random.uniform(0.7, 1.3));
  const lit = (/** @type {readonly number[]} */ colour, /** @type {number} */ gamma) =>
    Float32Array.from({ length: 3 * canonicalCount }, (_, i) => {
      const light = colour[Math.floor(i / canonicalCount)] * shade[i % canonicalCount] ** gamma;
      return codeFromLinear(light) / 255;
    });
  const task = { photo: lit([0.3, 0.3, 0.3], 1), reference: lit([0.1, 0.4, 0.2], 0), mask };
  const shading = shadingOf(task.photo, mask, { lowPass: false });

  it('classical transfer is the answer where cloth only differs in colour', () => {
    expect(psnrDb(classicalTransfer(task, shading), lit([0.1, 0.4, 0.2], 1), mask)).toBeGreaterThan(40);
  });

  it('the best gamma finds another contrast', () => {
    const truth = lit([0.1, 0.4, 0.2], 0.6);
    expect(psnrDb(bestGammaTransfer(task, shading, truth), truth, mask)).toBeGreaterThan(45);
    expect(psnrDb(classicalTransfer(task, shading), truth, mask)).toBeLessThan(40);
  });

  it('paste is the reference, mean colour its mean', () => {
    expect(psnrDb(roughPaste(task), task.reference, mask)).toBeGreaterThan(60);
    const half = Float32Array.from({ length: 3 * canonicalCount }, (_, i) => i % 2);
    expect(meanColour({ ...task, reference: half })[0]).toBeCloseTo(0.735, 2);
  });
});

describe('swaps', () => {
  const wearer = (/** @type {typeof red} */ garment) => ({ garment, ...splitGarment(garment) });
  const product = (
    /** @type {string} */ id,
    /** @type {boolean} */ isPlain,
    /** @type {number} */ medianLuminance,
    kind = 'top',
  ) => /** @type {import('./products.mjs').Product} */ (/** @type {unknown} */ ({ id, kind, plain: isPlain, medianLuminance }));
  const products = [product('white', true, 0.8), product('print', false, 0.2), product('skirt', true, 0.8, 'bottom')];

  it('take turns by kind, are named by all their kinds and bring together each pair once', () => {
    const swaps = planSwaps([red, striped, black].map(wearer), products, 20);
    expect(swaps.map(({ kinds, worn, product: { id } }) => `${kinds.join(', ')}: ${worn.id}, ${id}`)).toEqual([
      'patterned to plain: striped, white',
      'plain to patterned: red, print',
      'plain to patterned: black, print',
      'plain to plain, dark to light: black, white',
      'plain to plain: red, white',
      'patterned to patterned: striped, print',
    ]);
  });

  it('from dark to light and back are of a second kind', () => {
    const dark = [product('white', true, 0.8), product('navy', true, 0.03)];
    const white = drawnGarment('white', plain([245, 245, 245]));
    const swaps = planSwaps([black, white].map(wearer), dark, 20);
    expect(swaps.map(({ kinds, worn, product: { id } }) => `${kinds.join(', ')}: ${worn.id}, ${id}`)).toEqual([
      'plain to plain, dark to light: black, white',
      'plain to plain: black, navy',
      'plain to plain: white, white',
      'light to dark, plain to plain: white, navy',
    ]);
  });

  it('stop at the limit', () => {
    expect(planSwaps([red, striped, black].map(wearer), products, 2)).toHaveLength(2);
  });
});

describe('figures', () => {
  it('are summarised by mean and median, of each kind apart', () => {
    expect(summarise([4, 1, 100, 3])).toEqual({ mean: 27, median: 3.5, count: 4 });
    const rows = /** @type {const} */ ([
      { kind: 'top', value: 1 },
      { kind: 'dress', value: 5 },
      { kind: 'top', value: 3 },
    ]);
    expect(perKind(rows, (some) => summarise(some.map(({ value }) => value)).mean)).toEqual({ dress: 5, top: 2 });
  });

  it('are held against bars, only what was measured', () => {
    const figure = (/** @type {number} */ mean) => ({ mean, median: mean, count: 1 });
    const report = /** @type {import('./bars.mjs').TryOnReport} */ (
      /** @type {unknown} */ ({
        graphs: [
          { file: 'a', bytes: 3e6 },
          { file: 'b', bytes: 1e6 },
        ],
        recolour: { samples: 1, methods: { result: { psnrDb: figure(31), ssim: figure(0.9) } } },
        prints: { samples: 0, figures: {} },
        precision: {
          agreementDb: { ...figure(50), worst: 41 },
          figures: { a: { relativeChange: 0.01 }, b: { relativeChange: 0.04 } },
        },
      })
    );
    expect(judge(report).map(({ value, clears }) => [value, clears])).toEqual([
      [31, true],
      [0.9, false],
      [41, false],
      [0.04, false],
      [4, true],
    ]);
  });
});
