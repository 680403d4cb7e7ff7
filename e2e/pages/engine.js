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

Object.assign(globalThis, { sdk, compare, pixelsOf, hashOf, failureOf, fit });
document.documentElement.dataset.ready = 'true';
