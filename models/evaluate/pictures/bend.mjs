/**
 * A reference that does not lie where it should: turned, stretched, shifted, bent, and half of the time under another light. The ranges are
 * those of the training's `perturb.py`.
 */
import { codeFromLinear, linearFromCode } from './light.mjs';
import { createSmoothField } from './random.mjs';

const rotation = (10 * Math.PI) / 180;
const logScale = 0.1;
const shiftFraction = 0.04;
const bendSigmaFraction = 0.025;
const bendNodes = 5;
const lightSigma = 0.15;

/**
 * @param {import('@stylemap-tryon/core').RgbaImage} image
 * @param {import('@stylemap-tryon/core').Rect} crop
 * @param {import('./random.mjs').Random} random
 * @returns {import('@stylemap-tryon/core').RgbaImage}
 */
export function bend({ widthPx, heightPx, data: source }, crop, random) {
  const strength = random.uniform(0.3, 1);
  const angle = random.uniform(-rotation, rotation) * strength;
  const [scaleX, scaleY] = [0, 0].map(() => Math.exp(random.uniform(-logScale, logScale) * strength));
  const [shiftX, shiftY] = [0, 0].map(() => random.uniform(-shiftFraction, shiftFraction) * strength);
  const [bendX, bendY] = [0, 0].map(() => createSmoothField(random, bendNodes));
  const light = random.uniform(0, 1) < 0.5 ? createSmoothField(random, 3) : () => 0;
  const sigma = bendSigmaFraction * strength;
  const data = new Uint8ClampedArray(source.length);
  for (let i = 0; i < widthPx * heightPx; i++) {
    const u = ((i % widthPx) + 0.5 - crop.xPx) / crop.widthPx;
    const v = (Math.floor(i / widthPx) + 0.5 - crop.yPx) / crop.heightPx;
    const [x, y] = [(u - 0.5) * scaleX, (v - 0.5) * scaleY];
    const fromU = Math.cos(angle) * x - Math.sin(angle) * y + 0.5 + shiftX + sigma * bendX(u, v);
    const fromV = Math.sin(angle) * x + Math.cos(angle) * y + 0.5 + shiftY + sigma * bendY(u, v);
    const column = Math.min(widthPx - 1, Math.max(0, fromU * crop.widthPx + crop.xPx - 0.5));
    const row = Math.min(heightPx - 1, Math.max(0, fromV * crop.heightPx + crop.yPx - 0.5));
    const gain = Math.exp(lightSigma * light(u, v));
    const [left, top] = [Math.floor(column), Math.floor(row)];
    const [right, bottom] = [Math.min(widthPx - 1, left + 1), Math.min(heightPx - 1, top + 1)];
    for (let c = 0; c < 3; c++) {
      const at = (/** @type {number} */ px, /** @type {number} */ py) => source[4 * (py * widthPx + px) + c];
      const upper = at(left, top) + (column - left) * (at(right, top) - at(left, top));
      const lower = at(left, bottom) + (column - left) * (at(right, bottom) - at(left, bottom));
      const code = Math.round(upper + (row - top) * (lower - upper));
      data[4 * i + c] = gain === 1 ? code : codeFromLinear(gain * linearFromCode(code));
    }
    data[4 * i + 3] = 255;
  }
  return { widthPx, heightPx, data };
}
