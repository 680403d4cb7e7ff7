/** What became of a print of known geometry, at the photo's own resolution. */
import { brightnessPlane } from '../pictures/light.mjs';
import { maskedLowPass } from '../pictures/planes.mjs';
import { strongestWave } from './fourier.mjs';

/**
 * @typedef {import('@stylemap-tryon/core').Plane} Plane
 * @typedef {import('@stylemap-tryon/core').Rect} Rect
 * @typedef {import('@stylemap-tryon/core').RgbaImage} RgbaImage
 */

/** Folds are wider than this part of the crop, prints narrower. */
const foldFraction = 0.04;
const windowPx = 512;
/** Waves that fit less often into the window are not told from folds. */
const fewestCycles = 3;
/** How far a print may have moved to be still compared with its template, of the crop. */
const shiftFraction = 0.012;

/**
 * Frequency and direction of stripes against the truth.
 * @param {RgbaImage} image
 * @param {Plane} mask of the garment, the image's size
 * @param {Rect} crop
 * @param {{ periodFraction: number, angle: number }} truth
 * @returns {{ frequencyError: number, orientationErrorDeg: number }} the frequency error is relative
 */
export function stripeErrors(image, mask, crop, { periodFraction, angle }) {
  const detail = printDetail(image, mask, crop);
  const { left, top, widthPx, heightPx } = centralWindow(mask);
  const values = new Float64Array(windowPx ** 2);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const at = (top + y) * mask.widthPx + left + x;
      const taper = Math.sin((Math.PI * (x + 0.5)) / widthPx) ** 2 * Math.sin((Math.PI * (y + 0.5)) / heightPx) ** 2;
      values[y * windowPx + x] = detail.data[at] * taper;
    }
  }
  const found = strongestWave(values, windowPx, fewestCycles / Math.max(widthPx, heightPx));
  const frequency = 1 / (periodFraction * crop.widthPx);
  const turn = ((Math.atan2(found.y, found.x) - angle) * 180) / Math.PI;
  return {
    frequencyError: Math.abs(Math.hypot(found.x, found.y) / frequency - 1),
    orientationErrorDeg: Math.abs(turn - 180 * Math.round(turn / 180)),
  };
}

/**
 * Normalised correlation of a print with its template inside a box, the best of small shifts.
 * @param {RgbaImage} image
 * @param {RgbaImage} template of the same size
 * @param {Plane} mask
 * @param {Rect} box in pixels
 * @param {Rect} crop
 */
export function templateCorrelation(image, template, mask, box, crop) {
  const [seen, wanted] = [brightnessPlane(image), brightnessPlane(template)];
  const reach = Math.ceil(shiftFraction * crop.widthPx);
  const [left, top] = [Math.max(reach, Math.floor(box.xPx)), Math.max(reach, Math.floor(box.yPx))];
  const right = Math.min(image.widthPx - reach, Math.ceil(box.xPx + box.widthPx));
  const bottom = Math.min(image.heightPx - reach, Math.ceil(box.yPx + box.heightPx));
  const inside = Array.from({ length: Math.max(0, (right - left) * (bottom - top)) }, (_, i) => {
    return (top + Math.floor(i / (right - left))) * image.widthPx + left + (i % (right - left));
  }).filter((at) => mask.data[at] >= 0.5);
  let best = { dx: 0, dy: 0, value: correlation(seen.data, wanted.data, inside, 0) };
  // From coarse to fine; a step of a quarter of the reach is narrower than a stroke.
  for (let step = Math.max(1, Math.ceil(reach / 4)), from = best, span = 4; step >= 1; step >>= 1, from = best, span = 1) {
    for (let i = -span; i <= span; i++) {
      for (let j = -span; j <= span; j++) {
        const [dx, dy] = [from.dx + i * step, from.dy + j * step];
        if (Math.max(Math.abs(dx), Math.abs(dy)) > reach) continue;
        const value = correlation(seen.data, wanted.data, inside, dy * image.widthPx + dx);
        if (value > best.value) best = { dx, dy, value };
      }
    }
  }
  return best.value;
}

/** @param {Float32Array} seen @param {Float32Array} wanted @param {readonly number[]} pixels @param {number} shift of what is seen */
function correlation(seen, wanted, pixels, shift) {
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (const at of pixels) {
    const [x, y] = [seen[at + shift], wanted[at]];
    a += x;
    b += y;
    aa += x * x;
    bb += y * y;
    ab += x * y;
  }
  const n = pixels.length;
  return (ab - (a * b) / n) / Math.sqrt(Math.max(1e-12, (aa - (a * a) / n) * (bb - (b * b) / n)));
}

/**
 * How strongly a print shows beside the same print elsewhere: the slope of one's fine detail on the other's.
 * @param {RgbaImage} image
 * @param {RgbaImage} standard
 * @param {Plane} mask
 * @param {Rect} crop
 */
export function printContrast(image, standard, mask, crop) {
  const [seen, wanted] = [printDetail(image, mask, crop), printDetail(standard, mask, crop)];
  let [both, own] = [0, 0];
  for (let i = 0; i < seen.data.length; i++) {
    both += seen.data[i] * wanted.data[i];
    own += wanted.data[i] ** 2;
  }
  return both / own;
}

/** What is finer than folds inside the mask, zero outside. @param {RgbaImage} image @param {Plane} mask @param {Rect} crop */
function printDetail(image, mask, crop) {
  const brightness = brightnessPlane(image);
  const low = maskedLowPass(brightness, mask, foldFraction * crop.widthPx);
  return { ...low, data: low.data.map((value, i) => mask.data[i] * (brightness.data[i] - value)) };
}

/** At most the transform's size, about the middle of the mask. @param {Plane} mask */
function centralWindow({ widthPx, heightPx, data }) {
  let [left, top, right, bottom] = [widthPx, heightPx, 0, 0];
  let [sum, sumX, sumY] = [0, 0, 0];
  data.forEach((value, i) => {
    if (value < 0.5) return;
    const [x, y] = [i % widthPx, Math.floor(i / widthPx)];
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
    sum++;
    sumX += x;
    sumY += y;
  });
  const fit = (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ centre) => {
    const length = Math.min(windowPx, to - from);
    return [Math.round(Math.min(to - length, Math.max(from, centre - length / 2))), length];
  };
  const [[x, width], [y, height]] = [fit(left, right, sumX / sum), fit(top, bottom, sumY / sum)];
  return { left: x, top: y, widthPx: width, heightPx: height };
}
