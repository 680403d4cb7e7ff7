/**
 * Cloth that nobody wears, for measuring only: patterns of known geometry, drawn analytically so that they are sharp at any size.
 * Positions are fractions (u, v) of a garment's canonical crop.
 */
import { createSmoothField } from './random.mjs';

/**
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {readonly [red: number, green: number, blue: number]} Colour sRGB-encoded, 0..255
 * @typedef {(u: number, v: number, pixel: number) => number} Coverage in [0, 1], for a pixel of that size (a fraction of the crop)
 * @typedef {{ base: Colour, layers: readonly { colour: Colour, coverage: Coverage }[] }} Texture
 */

/**
 * A colour as clothes have them: many near-neutral, black and white among them.
 * @param {Random} random
 * @returns {Colour}
 */
export function randomColour(random) {
  const draw = random.uniform(0, 1);
  const around = (/** @type {number} */ level, /** @type {number} */ spread) =>
    channels(() => level + random.uniform(-spread, spread));
  if (draw < 0.15) return around(random.uniform(12, 50), 6);
  if (draw < 0.32) return around(random.uniform(200, 250), 5);
  if (draw < 0.5) return around(random.uniform(50, 210), 12);
  return channels(() => random.uniform(15, 240));
}

/** Two colours that can be told apart by their brightness. @param {Random} random @returns {[Colour, Colour]} */
export function contrastingColours(random) {
  const pair = /** @type {[Colour, Colour]} */ ([
    channels(() => random.uniform(25, 90)),
    channels(() => random.uniform(165, 230)),
  ]);
  return random.uniform(0, 1) < 0.5 ? pair : [pair[1], pair[0]];
}

/** @param {Colour} colour @returns {Texture} */
export function plain(colour) {
  return { base: colour, layers: [] };
}

/**
 * Bands of two colours.
 * @param {{ base: Colour, colour: Colour, periodFraction: number, angle: number, phase?: number, share?: number }} stripes `angle` of the
 *   direction in which they repeat, from the x axis; `share` of the second colour
 * @returns {Texture}
 */
export function stripes({ base, colour, periodFraction, angle, phase = 0, share = 0.5 }) {
  const coverage = band((u, v) => (Math.cos(angle) * u + Math.sin(angle) * v) / periodFraction + phase, periodFraction, share);
  return { base, layers: [{ colour, coverage }] };
}

/** One of stripes, checks, dots and blobs. @param {Random} random @returns {Texture} */
export function randomPattern(random) {
  const base = randomColour(random);
  const angle = random.uniform(0, 1) < 0.7 ? random.pick([0, Math.PI / 2]) + 0.05 * random.normal() : random.uniform(0, Math.PI);
  const periodFraction = Math.exp(random.uniform(Math.log(0.022), Math.log(0.25)));
  const along = (/** @type {number} */ u, /** @type {number} */ v) => Math.cos(angle) * u + Math.sin(angle) * v;
  const across = (/** @type {number} */ u, /** @type {number} */ v) => Math.cos(angle) * v - Math.sin(angle) * u;
  const draw = random.uniform(0, 1);
  const share = random.uniform(0.3, 0.7);
  if (draw < 0.34) return stripes({ base, colour: randomColour(random), periodFraction, angle, share });
  if (draw < 0.62) {
    const period = 1.5 * periodFraction;
    const layers = [along, across].map((axis) => {
      const [colour, opacity] = [randomColour(random), random.uniform(0.3, 0.6)];
      const lines = band((u, v) => axis(u, v) / period, period, share);
      return { colour, coverage: /** @type {Coverage} */ ((u, v, pixel) => opacity * lines(u, v, pixel)) };
    });
    return { base, layers };
  }
  if (draw < 0.8) {
    const period = Math.max(0.024, periodFraction);
    const radius = random.uniform(0.15, 0.4);
    /** @type {Coverage} */
    const dots = (u, v, pixel) => {
      const row = Math.floor(across(u, v) / period);
      const shifted = along(u, v) / period + 0.5 * (row & 1);
      const distance = Math.hypot(shifted - Math.floor(shifted) - 0.5, across(u, v) / period - row - 0.5);
      return clamp(((radius - distance) * period) / pixel + 0.5);
    };
    return { base, layers: [{ colour: randomColour(random), coverage: dots }] };
  }
  const layers = Array.from({ length: Math.floor(random.uniform(1, 4)) }, () => {
    const field = createSmoothField(random, Math.floor(random.uniform(5, 40)));
    const level = random.uniform(0, 0.9);
    return { colour: randomColour(random), coverage: /** @type {Coverage} */ ((u, v) => clamp((field(u, v) - level) * 6)) };
  });
  return { base, layers };
}

/**
 * Soft-edged periodic bands, about a pixel wide at their edges.
 * @param {(u: number, v: number) => number} position in periods
 * @param {number} periodFraction
 * @param {number} share covered
 * @returns {Coverage}
 */
function band(position, periodFraction, share) {
  return (u, v, pixel) => {
    const at = position(u, v);
    const fromCentre = Math.abs(at - Math.floor(at) - 0.5);
    return clamp(((share / 2 - fromCentre) * periodFraction) / pixel + 0.5);
  };
}

/**
 * The texture over a whole picture.
 * @param {Texture} texture
 * @param {import('@stylemap-tryon/core').Rect} crop
 * @param {{ widthPx: number, heightPx: number }} size
 * @returns {import('@stylemap-tryon/core').RgbaImage}
 */
export function paintTexture({ base, layers }, crop, { widthPx, heightPx }) {
  const data = new Uint8ClampedArray(4 * widthPx * heightPx);
  const pixel = 1 / crop.widthPx;
  for (let i = 0; i < widthPx * heightPx; i++) {
    const u = ((i % widthPx) + 0.5 - crop.xPx) * pixel;
    const v = (Math.floor(i / widthPx) + 0.5 - crop.yPx) / crop.heightPx;
    let [red, green, blue] = base;
    for (const { colour, coverage } of layers) {
      const share = coverage(u, v, pixel);
      red += share * (colour[0] - red);
      green += share * (colour[1] - green);
      blue += share * (colour[2] - blue);
    }
    data.set([red, green, blue, 255], 4 * i);
  }
  return { widthPx, heightPx, data };
}

/** @param {() => number} level @returns {Colour} */
function channels(level) {
  return [level(), level(), level()];
}

/** @param {number} value */
function clamp(value) {
  return Math.min(1, Math.max(0, value));
}
