import { expect, it } from 'vitest';
import { print } from '../pictures/glyphs.mjs';
import { codeFromLinear, linearFromCode } from '../pictures/light.mjs';
import { paintTexture, plain, stripes } from '../pictures/texture.mjs';
import { strongestWave, transformSquare } from './fourier.mjs';
import { printContrast, stripeErrors, templateCorrelation } from './print-fidelity.mjs';

/** @typedef {import('../pictures/texture.mjs').Colour} Colour */

const size = { widthPx: 300, heightPx: 300 };
const frame = { xPx: 10, yPx: 10, widthPx: 280, heightPx: 280 };
/** @type {Colour} */
const dark = [60, 50, 40];
/** @type {Colour} */
const light = [190, 200, 210];
const mask = {
  ...size,
  data: Float32Array.from({ length: 300 * 300 }, (_, i) => Number(Math.hypot((i % 300) - 150, Math.floor(i / 300) - 140) < 110)),
};

/** Folds over a picture. @param {import('@stylemap-tryon/core').RgbaImage} image */
function folded(image) {
  const data = image.data.map((code, i) => {
    const fold = Math.exp(0.5 * Math.sin(((i >> 2) % 300) / 25));
    return i % 4 === 3 ? 255 : codeFromLinear(fold * linearFromCode(code));
  });
  return { ...image, data };
}

it('the transform of a wave is one line in its bin', () => {
  const n = 32;
  const values = Float64Array.from({ length: n * n }, (_, i) =>
    Math.cos((2 * Math.PI * (3 * (i % n) + 5 * Math.floor(i / n))) / n),
  );
  const { real, imaginary } = transformSquare(values.slice(), n);
  expect(real[5 * n + 3]).toBeCloseTo((n * n) / 2);
  expect(real[(n - 5) * n + n - 3]).toBeCloseTo((n * n) / 2);
  const others = real.map((value, i) => (i === 5 * n + 3 || i === (n - 5) * n + n - 3 ? 0 : Math.hypot(value, imaginary[i])));
  expect(Math.max(...others)).toBeLessThan(1e-9);
  expect(strongestWave(values, n, 0.05)).toMatchObject({ x: expect.closeTo(3 / n, 3), y: expect.closeTo(5 / n, 3) });
});

it.each([
  { periodFraction: 0.04, angle: 0.3 },
  { periodFraction: 0.06, angle: 1.5 },
  { periodFraction: 0.035, angle: 2.6 },
])('stripes on folds are found at $periodFraction and $angle', (truth) => {
  const image = folded(paintTexture(stripes({ base: dark, colour: light, ...truth }), frame, size));
  const { frequencyError, orientationErrorDeg } = stripeErrors(image, mask, frame, truth);
  expect(frequencyError).toBeLessThan(0.01);
  expect(orientationErrorDeg).toBeLessThan(0.5);
});

it('stripes that were stretched and turned are off by that much', () => {
  const truth = { periodFraction: 0.05, angle: 0.4 };
  const turned = { periodFraction: 0.055, angle: 0.4 + (10 * Math.PI) / 180 };
  const image = paintTexture(stripes({ base: dark, colour: light, ...turned }), frame, size);
  const { frequencyError, orientationErrorDeg } = stripeErrors(image, mask, frame, truth);
  expect(frequencyError).toBeCloseTo(1 - 0.05 / 0.055, 2);
  expect(orientationErrorDeg).toBeCloseTo(10, 0);
});

it('a word is known again on folds and a few pixels away, but neither elsewhere nor as another word', () => {
  const box = { xPx: 0.3, yPx: 0.4, widthPx: 0.4, heightPx: 0.16 };
  const boxPx = { xPx: 94, yPx: 122, widthPx: 112, heightPx: 45 };
  const draw = (/** @type {string} */ word, /** @type {number} */ shift) =>
    paintTexture(print({ base: dark, colour: light, word, box: { ...box, xPx: box.xPx + shift } }), frame, size);
  const template = draw('SUN', 0);
  const seen = (/** @type {import('@stylemap-tryon/core').RgbaImage} */ image) =>
    templateCorrelation(image, template, mask, boxPx, frame);
  expect(seen(template)).toBeCloseTo(1, 5);
  expect(seen(folded(template))).toBeGreaterThan(0.9);
  expect(seen(draw('SUN', 3 / 280))).toBeGreaterThan(0.99);
  expect(seen(draw('SUN', 0.06))).toBeLessThan(0.7);
  expect(seen(draw('MOON', 0))).toBeLessThan(0.7);
});

it('contrast is the share of the print that is left', () => {
  const whole = paintTexture(
    stripes({ base: [100, 100, 100], colour: [160, 160, 160], periodFraction: 0.05, angle: 1 }),
    frame,
    size,
  );
  const half = paintTexture(
    stripes({ base: [115, 115, 115], colour: [145, 145, 145], periodFraction: 0.05, angle: 1 }),
    frame,
    size,
  );
  expect(printContrast(whole, whole, mask, frame)).toBeCloseTo(1, 6);
  expect(printContrast(half, whole, mask, frame)).toBeCloseTo(0.5, 1);
  expect(printContrast(paintTexture(plain(dark), frame, size), whole, mask, frame)).toBeCloseTo(0, 2);
});
