/** What kind of cloth the product sees, on a shopper or on a product's own photo. */
import { createRun, findRegion, findRegionStages, preparePerson, preparePersonStages, TryOnError } from '@stylemap-tryon/core';
import { canonicalView } from '../pictures/canonical-view.mjs';
import { splitGarment } from './shading.mjs';

/**
 * @typedef {import('./street-garments.mjs').StreetGarment} StreetGarment
 * @typedef {{ plain: boolean, medianLuminance: number }} Cloth as `splitGarment` judges it
 * @typedef {{ garment: StreetGarment } & Cloth} Wearer
 */

/**
 * @param {import('@stylemap-tryon/core').RgbaImage} image
 * @param {import('@stylemap-tryon/core').Rect} crop canonical, in pixels of the image
 * @param {import('@stylemap-tryon/core').Plane} mask of the garment, on the canonical grid
 * @returns {Cloth}
 */
export function judgeCloth(image, crop, mask) {
  const view = canonicalView(image, crop);
  const count = mask.data.length;
  const data = Uint8ClampedArray.from({ length: 4 * count }, (_, i) =>
    i % 4 === 3 ? 255 : 255 * view[(i % 4) * count + (i >> 2)],
  );
  const frame = { xPx: 0, yPx: 0, widthPx: mask.widthPx, heightPx: mask.heightPx };
  const { plain, medianLuminance } = splitGarment({ photo: { ...frame, data }, opacity: mask, frame });
  return { plain, medianLuminance };
}

/**
 * The cloth that a product of each garment's kind would replace. It is the product that finds it, and it may find more than the label says: a coat
 * over the blouse. Photos on which it finds nothing are counted by their error code.
 * @param {readonly StreetGarment[]} garments
 * @param {import('@stylemap-tryon/core').Engine} engine
 * @returns {Promise<{ wearers: Wearer[], refused: { id: string, errorCode: string }[] }>}
 */
export async function findWearers(garments, engine) {
  const clock = { now: () => performance.now() };
  const wearers = [];
  const refused = [];
  for (const garment of garments) {
    try {
      const photo = await garment.whole();
      const person = await preparePerson(photo, engine, createRun(preparePersonStages, clock));
      const { crop, canonicalMask } = await findRegion(person, garment.kind, engine, createRun(findRegionStages, clock));
      wearers.push({ garment, ...judgeCloth(photo, crop, canonicalMask) });
    } catch (error) {
      if (!(error instanceof TryOnError) || error.code === 'internal') throw error;
      refused.push({ id: garment.id, errorCode: error.code });
    }
  }
  return { wearers, refused };
}
