/**
 * sRGB transfer (IEC 61966-2-1) and luminance (Rec. 709). The evaluation has arithmetic of its own where the product has some too, so that a
 * mistake there does not cancel out here.
 */

/** @typedef {import('@stylemap-tryon/core').RgbaImage} RgbaImage */

const linearOfCode = Float32Array.from({ length: 256 }, (_, code) => linearFromSrgb(code / 255));

/** Keeps the logarithm finite in black cloth. */
const luminanceFloor = 0.02;

/** @param {number} value in [0, 1] */
export function linearFromSrgb(value) {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** @param {number} value in [0, 1]; what lies outside is clipped */
export function srgbFromLinear(value) {
  const light = Math.min(1, Math.max(0, value));
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

/** Linear light of an 8-bit code. @param {number} code */
export function linearFromCode(code) {
  return linearOfCode[code];
}

/** @param {number} value linear light */
export function codeFromLinear(value) {
  return Math.round(255 * srgbFromLinear(value));
}

/**
 * @param {number} red linear light
 * @param {number} green
 * @param {number} blue
 */
export function luminanceOf(red, green, blue) {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Linear luminance of every pixel. @param {RgbaImage} image */
export function luminancePlane({ widthPx, heightPx, data: rgba }) {
  const data = new Float32Array(widthPx * heightPx);
  for (let i = 0; i < data.length; i++) {
    data[i] = luminanceOf(linearOfCode[rgba[4 * i]], linearOfCode[rgba[4 * i + 1]], linearOfCode[rgba[4 * i + 2]]);
  }
  return { widthPx, heightPx, data };
}

/** How bright every pixel looks: encoded luminance, in [0, 1]. @param {RgbaImage} image */
export function brightnessPlane(image) {
  const plane = luminancePlane(image);
  return { ...plane, data: plane.data.map(srgbFromLinear) };
}

/** The signal that folds live in. @param {number} luminance linear */
export function logLuminance(luminance) {
  return Math.log(luminance + luminanceFloor);
}
