/** Splits a worn garment into cloth and light: the rules of the training's `shading.py`. */
import { canonicalSizePx } from '@stylemap-tryon/core';
import { fillOutside } from '../pictures/fill-outside.mjs';
import { codeFromLinear, linearFromCode, luminancePlane } from '../pictures/light.mjs';
import { erode, maskedLowPass, medianInside } from '../pictures/planes.mjs';
import { unlightColour } from '../pictures/unlight.mjs';

/**
 * @typedef {import('@stylemap-tryon/core').Plane} Plane
 * @typedef {import('@stylemap-tryon/core').RgbaImage} RgbaImage
 */

/** At the canonical size; both grow with the crop. */
const lowPassSigmaPx = 8;
const edgePx = 3;
const plainTextureBelow = 0.2;
const plainChromaBelow = 0.15;
const judgedFloor = 0.02;
const shadingFloor = 0.005;
const logShadingLimit = 1.9;

/**
 * @typedef {object} Split
 * @property {boolean} plain one hue, and all that is fine in its brightness is folds
 * @property {number} medianLuminance linear
 * @property {Plane} logShading natural logarithm, 0 at the median
 * @property {(rule: import('../pictures/unlight.mjs').LightRule) => RgbaImage} cloth the garment without its light, continued beyond its outline
 */

/**
 * @param {Pick<import('./worn-garment.mjs').WornGarment, 'photo' | 'opacity' | 'frame'>} garment
 * @returns {Split}
 */
export function splitGarment({ photo, opacity, frame }) {
  const scale = frame.widthPx / canonicalSizePx;
  const light = luminancePlane(photo);
  const low = maskedLowPass(light, opacity, lowPassSigmaPx * scale);
  const plain = isPlain(photo, light, opacity, scale);
  const median = medianInside(light.data, opacity.data);
  const logShading = (plain ? light : low).data.map((value) => {
    const shading = Math.log((value + shadingFloor) / (median + shadingFloor));
    return Math.min(logShadingLimit, Math.max(-logShadingLimit, shading));
  });
  return {
    plain,
    medianLuminance: median,
    logShading: { ...light, data: logShading },
    cloth: (rule) => clothOf(photo, opacity, logShading, rule),
  };
}

/** @param {RgbaImage} photo @param {Plane} light @param {Plane} opacity @param {number} scale */
function isPlain(photo, light, opacity, scale) {
  const core = erode(opacity, Math.max(1, Math.round(edgePx * scale)));
  const low = maskedLowPass(light, core, lowPassSigmaPx * scale);
  const inside = Array.from(core.data.keys()).filter((i) => core.data[i] > 0.5);
  const mean = (/** @type {(i: number) => number} */ value) => inside.reduce((sum, i) => sum + value(i), 0) / inside.length;
  const texture = mean((i) => Math.abs(light.data[i] - low.data[i])) / (mean((i) => light.data[i]) + judgedFloor);
  const spreads = [0, 2].map((c) => {
    const hue = light.data.map((y, i) => (linearFromCode(photo.data[4 * i + c]) - y) / (y + judgedFloor));
    const centre = medianInside(hue, core.data);
    return mean((i) => Math.abs(hue[i] - centre));
  });
  return texture < plainTextureBelow && (spreads[0] + spreads[1]) / 2 < plainChromaBelow;
}

/** @param {RgbaImage} photo @param {Plane} opacity @param {Float32Array} logShading @param {import('../pictures/unlight.mjs').LightRule} rule @returns {RgbaImage} */
function clothOf(photo, opacity, logShading, rule) {
  const rgb = new Float32Array(3 * logShading.length);
  logShading.forEach((shading, i) => {
    if (opacity.data[i] === 0) return;
    const [red, green, blue] = [0, 1, 2].map((c) => linearFromCode(photo.data[4 * i + c]));
    rgb.set(unlightColour([red, green, blue], shading, rule), 3 * i);
  });
  const core = erode(opacity, 1);
  const filled = fillOutside(rgb, { ...core, data: core.data.map((value) => Math.max(0, 2 * value - 1)) });
  const data = new Uint8ClampedArray(photo.data.length).fill(255);
  filled.forEach((value, i) => (data[4 * Math.floor(i / 3) + (i % 3)] = codeFromLinear(value)));
  return { widthPx: photo.widthPx, heightPx: photo.heightPx, data };
}

/**
 * The photo wearing other cloth under the same light.
 * @param {import('./worn-garment.mjs').WornGarment} garment
 * @param {Split} split
 * @param {RgbaImage} cloth
 * @param {number} exponent contrast of the light; 1 as it was
 * @returns {RgbaImage}
 */
export function dressIn({ photo, opacity }, { logShading }, cloth, exponent) {
  const data = photo.data.map((code, i) => {
    const share = i % 4 === 3 ? 0 : opacity.data[i >> 2];
    if (share === 0) return code;
    const worn = linearFromCode(cloth.data[i]) * Math.exp(exponent * logShading.data[i >> 2]);
    return codeFromLinear(share * worn + (1 - share) * linearFromCode(code));
  });
  return { widthPx: photo.widthPx, heightPx: photo.heightPx, data };
}
