/** CIEDE2000 (ISO/CIE 11664-6), after Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula", Color Research & Application 30, 2005. */
import { linearFromSrgb } from '../pictures/light.mjs';

/** @typedef {readonly [lightness: number, a: number, b: number]} Lab */

/** White point D65, as of sRGB. */
const white = [0.95047, 1, 1.08883];
const toRadians = Math.PI / 180;
const twentyFiveToTheSeventh = 25 ** 7;

/**
 * CIELAB of an sRGB-encoded colour.
 * @param {readonly number[]} rgb each in [0, 1]
 * @returns {Lab}
 */
export function labFromSrgb(rgb) {
  const [red, green, blue] = rgb.map(linearFromSrgb);
  const [x, y, z] = [
    0.4124564 * red + 0.3575761 * green + 0.1804375 * blue,
    0.2126729 * red + 0.7151522 * green + 0.072175 * blue,
    0.0193339 * red + 0.119192 * green + 0.9503041 * blue,
  ].map((value, i) => {
    const share = value / white[i];
    return share > 216 / 24389 ? Math.cbrt(share) : (841 / 108) * share + 4 / 29;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/**
 * @param {Lab} one
 * @param {Lab} two
 * @returns {number} about 1 where a difference begins to be seen
 */
export function ciede2000([l1, a1, b1], [l2, a2, b2]) {
  const meanChroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const stretch = 1 + 0.5 * (1 - chromaShare(meanChroma));
  const [c1, c2] = [Math.hypot(stretch * a1, b1), Math.hypot(stretch * a2, b2)];
  const [h1, h2] = [hueDegrees(stretch * a1, b1), hueDegrees(stretch * a2, b2)];
  const isGrey = c1 * c2 === 0;

  const turn = isGrey ? 0 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1;
  const hueDifference = 2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * toRadians);
  const meanHue = isGrey ? h1 + h2 : Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2;
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];

  const cosine = (/** @type {number} */ degrees) => Math.cos(degrees * toRadians);
  const t =
    1 -
    0.17 * cosine(meanHue - 30) +
    0.24 * cosine(2 * meanHue) +
    0.32 * cosine(3 * meanHue + 6) -
    0.2 * cosine(4 * meanHue - 63);
  const lightness = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const chroma = (c2 - c1) / (1 + 0.045 * c);
  const hue = hueDifference / (1 + 0.015 * c * t);
  const rotation = -2 * chromaShare(c) * Math.sin(60 * Math.exp(-(((meanHue - 275) / 25) ** 2)) * toRadians);
  return Math.sqrt(lightness ** 2 + chroma ** 2 + hue ** 2 + rotation * chroma * hue);
}

/** @param {number} chroma */
function chromaShare(chroma) {
  return Math.sqrt(chroma ** 7 / (chroma ** 7 + twentyFiveToTheSeventh));
}

/** In [0, 360). @param {number} a @param {number} b */
function hueDegrees(a, b) {
  if (a === 0 && b === 0) return 0;
  const degrees = Math.atan2(b, a) / toRadians;
  return degrees < 0 ? degrees + 360 : degrees;
}
