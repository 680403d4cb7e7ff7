import { expect, it } from 'vitest';
import { canonicalCount } from '../pictures/canonical-view.mjs';
import { srgbFromLinear } from '../pictures/light.mjs';
import { foldCorrelation, meanDifferenceCodes, psnrDb, ssim } from './picture-metrics.mjs';

const size = 256;

/** @param {(x: number, y: number, c: number) => number} value */
function picture(value) {
  return Float32Array.from({ length: 3 * canonicalCount }, (_, i) => {
    const at = i % canonicalCount;
    return value(at % size, Math.floor(at / size), Math.floor(i / canonicalCount));
  });
}

/** @param {(x: number, y: number) => number} value */
function mask(value) {
  const data = Float32Array.from({ length: canonicalCount }, (_, i) => value(i % size, Math.floor(i / size)));
  return { widthPx: size, heightPx: size, data };
}

const middle = mask((x, y) => Number(x > 60 && x < 200 && y > 60 && y < 200));
const grey = picture(() => 0.5);

it('PSNR is that of the mean squared error in the mask, whatever lies outside', () => {
  const off = picture((x) => (x > 60 && x < 200 ? 0.6 : 0));
  expect(psnrDb(off, grey, middle)).toBeCloseTo(20, 4);
  // An error in one channel of three is a third of the squared error.
  expect(
    psnrDb(
      picture((_x, _y, c) => (c === 1 ? 0.6 : 0.5)),
      grey,
      middle,
    ),
  ).toBeCloseTo(20 + 10 * Math.log10(3), 4);
  expect(psnrDb(grey, grey, middle)).toBeCloseTo(100, 4);
});

it('the mean difference is in 8-bit codes', () => {
  expect(
    meanDifferenceCodes(
      picture((_x, _y, c) => (c === 0 ? 0.8 : 0.5)),
      grey,
      middle,
    ),
  ).toBeCloseTo(255 * 0.1, 3);
});

it('SSIM of two flat pictures is its luminance term, of equal ones 1, and noise lowers it', () => {
  const light = picture(() => 0.7);
  expect(ssim(grey, light, middle)).toBeCloseTo((2 * 0.35 + 1e-4) / (0.25 + 0.49 + 1e-4), 4);
  const waves = picture((x, y) => 0.5 + 0.3 * Math.sin(x / 3) * Math.cos(y / 4));
  expect(ssim(waves, waves, middle)).toBeCloseTo(1, 6);
  const noisy = waves.map((value, i) => value + 0.15 * Math.sin(i * 12.9898));
  expect(ssim(noisy, waves, middle)).toBeLessThan(0.9);
  expect(ssim(noisy, waves, middle)).toBeGreaterThan(0.2);
});

it('fold correlation sees folds through another colour, and their opposite', () => {
  const folds = (/** @type {number} */ x) => 0.4 * Math.sin(x / 12);
  const light = picture((x) => srgbFromLinear(0.3 * Math.exp(folds(x))));
  const red = picture((x, _y, c) => srgbFromLinear([0.5, 0.1, 0.1][c] * Math.exp(folds(x))));
  const opposite = picture((x) => srgbFromLinear(0.3 * Math.exp(-folds(x))));
  const elsewhere = picture((_x, y) => srgbFromLinear(0.3 * Math.exp(0.4 * Math.sin(y / 12))));
  expect(foldCorrelation(red, light, middle)).toBeGreaterThan(0.99);
  expect(foldCorrelation(opposite, light, middle)).toBeLessThan(-0.98);
  expect(Math.abs(foldCorrelation(elsewhere, light, middle))).toBeLessThan(0.1);
});
