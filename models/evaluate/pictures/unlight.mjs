/** Takes the light out of cloth, in linear light. */
import { luminanceOf } from './light.mjs';

/**
 * What light does to cloth besides its luminance. `grey`: nothing. `chroma`: shadows are more saturated than lights, as the product relights
 * cloth; log-chromaticities go with `1 - 0.35 log(gain)`.
 * @typedef {(typeof lightRules)[number]} LightRule
 */
export const lightRules = /** @type {const} */ (['grey', 'chroma']);

/** The product's constants, and the training's. */
const chromaExponent = 0.35;
const chromaFloor = 0.02;
/** The inverse has no closed form; after so many rounds it is within a code. */
const rounds = 6;

/**
 * The cloth of which a gain makes the worn colour.
 * @param {readonly [number, number, number]} worn linear RGB
 * @param {number} logGain natural logarithm
 * @param {LightRule} rule
 * @returns {readonly [number, number, number]} linear RGB of the worn luminance over the gain, not clipped
 */
export function unlightColour(worn, logGain, rule) {
  const [red, green, blue] = worn.map((value) => value * Math.exp(-logGain));
  /** @type {readonly [number, number, number]} */
  let cloth = [red, green, blue];
  if (rule === 'grey' || logGain === 0) return cloth;
  const luminance = luminanceOf(...cloth);
  for (let round = 0; round < rounds; round++) {
    const tinted = worn.map(
      (value, c) => value * ((cloth[c] + chromaFloor) / (luminance + chromaFloor)) ** (chromaExponent * logGain),
    );
    const scale = luminance / Math.max(1e-6, luminanceOf(tinted[0], tinted[1], tinted[2]));
    cloth = [scale * tinted[0], scale * tinted[1], scale * tinted[2]];
  }
  return cloth;
}
