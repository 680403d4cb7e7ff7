/** Puts the published sdk within reach of `page.evaluate`, with the pixel arithmetic that several tests need. */
import * as sdk from '@stylemap-tryon/sdk';

/**
 * Where two pictures of one size differ: the largest difference of a channel, the number of pixels, and the box around them.
 * @param {ImageData} before
 * @param {ImageData} after
 */
function compare(before, after) {
  if (before.width !== after.width || before.height !== after.height) throw new Error('The pictures differ in size.');
  let maxDifference = 0;
  let changedPixels = 0;
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (let i = 0; i < before.data.length; i += 4) {
    let difference = 0;
    for (let channel = 0; channel < 4; channel++) {
      difference = Math.max(difference, Math.abs(before.data[i + channel] - after.data[i + channel]));
    }
    if (difference === 0) continue;
    const x = (i / 4) % before.width;
    const y = Math.floor(i / 4 / before.width);
    maxDifference = Math.max(maxDifference, difference);
    changedPixels++;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { maxDifference, changedPixels, left, top, right, bottom };
}

/**
 * Pixels of a decoded picture.
 * @param {ImageBitmap} bitmap
 */
function pixelsOf(bitmap) {
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

/**
 * The pixels that have the colour of the pixel at (x, y), as one byte each; of a label map, that pixel's class.
 * @param {ImageData} image
 */
function maskLike(image, x, y) {
  const colours = new Uint32Array(image.data.buffer);
  const wanted = colours[y * image.width + x];
  return Uint8Array.from(colours, (colour) => Number(colour === wanted));
}

/**
 * How two pictures of one size differ in and around a mask: the largest difference of a channel farther than `marginPx` outside of it, and
 * the share of changed pixels farther than `marginPx` inside, and the share of the picture that this inside is.
 */
function compareAround(before, after, mask, marginPx) {
  const near = blurredCount(mask, before.width, marginPx);
  const full = (2 * marginPx + 1) ** 2;
  let [maxDifferenceOutside, inside, changedInside] = [0, 0, 0];
  for (let i = 0; i < mask.length; i++) {
    let difference = 0;
    for (let byte = 4 * i; byte < 4 * i + 4; byte++)
      difference = Math.max(difference, Math.abs(before.data[byte] - after.data[byte]));
    if (near[i] === 0) maxDifferenceOutside = Math.max(maxDifferenceOutside, difference);
    if (near[i] !== full) continue;
    inside++;
    if (difference > 0) changedInside++;
  }
  return { maxDifferenceOutside, changedShareInside: changedInside / inside, maskShare: inside / mask.length };
}

/** For each pixel, how many pixels of the mask lie in the square of `2 * radius + 1` around it. */
function blurredCount(mask, width, radius) {
  const height = mask.length / width;
  const sums = new Int32Array((width + 1) * (height + 1));
  const at = (x, y) => y * (width + 1) + x;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      sums[at(x + 1, y + 1)] = mask[y * width + x] + sums[at(x, y + 1)] + sums[at(x + 1, y)] - sums[at(x, y)];
    }
  }
  return Int32Array.from(mask, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const [left, right] = [Math.max(0, x - radius), Math.min(width, x + radius + 1)];
    const [top, bottom] = [Math.max(0, y - radius), Math.min(height, y + radius + 1)];
    return sums[at(right, bottom)] - sums[at(left, bottom)] - sums[at(right, top)] + sums[at(left, top)];
  });
}

/** A result's mask over the whole photo: 1 where the garment shows at all. */
function maskOf({ widthPx, heightPx, mask }) {
  const whole = new Uint8Array(widthPx * heightPx);
  for (let row = 0; row < mask.heightPx; row++) {
    for (let column = 0; column < mask.widthPx; column++) {
      if (mask.alpha[row * mask.widthPx + column] > 0) whole[(mask.yPx + row) * widthPx + mask.xPx + column] = 1;
    }
  }
  return whole;
}

/** @param {ImageData} image */
async function hashOf(image) {
  const digest = await crypto.subtle.digest('SHA-256', image.data);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a promise is rejected with, as plain data that can leave the page; undefined when it is kept. */
async function failureOf(promise) {
  try {
    await promise;
    return undefined;
  } catch (error) {
    return { name: error.name, code: error.code, stage: error.stage };
  }
}

/** The whole flow on one engine, every call with the same options. */
async function fit(tryOn, { photo, product, type = 'top', ...options }) {
  const person = await tryOn.preparePerson(photo, options);
  const garment = await tryOn.prepareGarment(product, { ...options, type });
  const result = await tryOn.dress(person, garment, options);
  return { person, garment, result };
}

Object.assign(globalThis, { sdk, compare, compareAround, maskLike, maskOf, pixelsOf, hashOf, failureOf, fit });
document.documentElement.dataset.ready = 'true';
