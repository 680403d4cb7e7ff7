/** Studio photos of one garment in several colours: the only real truth there is, as photo, pose and folds stay the same. */
import { clothingClasses } from '@stylemap-tryon/core';
import { thinOut } from '../held-out.mjs';
import { openPairs } from '../recolour-pairs.mjs';
import { cutGarment } from './worn-garment.mjs';

/** @typedef {import('./worn-garment.mjs').WornGarment} WornGarment */

/** @typedef {{ group: string, worn: WornGarment, wanted: WornGarment }} StudioPair photos of one size, garments of one mask */

/** The darkest channel of the white background. */
const whiteWall = 243;

/**
 * Every ordered pair of every group, in the order of the groups.
 * @param {string} folder
 * @param {{ limit: number, all: boolean }} options at most `limit` pairs, evenly chosen
 * @returns {AsyncGenerator<StudioPair>}
 */
export async function* openStudioPairs(folder, { limit, all }) {
  const photos = openPairs(folder, { limit: Infinity, all });
  const pairs = photos.flatMap((worn) => {
    const others = photos.filter((wanted) => wanted.group === worn.group && wanted !== worn);
    return others.map((wanted) => ({ worn, wanted }));
  });
  /** Photos of the group at hand. @type {Map<string, WornGarment | undefined>} */
  let opened = new Map();
  let group = '';
  for (const { worn, wanted } of thinOut(pairs, limit)) {
    if (worn.group !== group) opened = new Map();
    group = worn.group;
    for (const photo of [worn, wanted]) if (!opened.has(photo.id)) opened.set(photo.id, await openGarment(photo));
    const [wornGarment, wantedGarment] = [opened.get(worn.id), opened.get(wanted.id)];
    if (wornGarment && wantedGarment) yield { group, worn: wornGarment, wanted: wantedGarment };
  }
}

/**
 * The first photo of every group.
 * @param {string} folder
 * @param {{ limit: number, all: boolean }} options at most `limit` groups
 * @returns {Promise<WornGarment[]>}
 */
export async function openStudioGarments(folder, { limit, all }) {
  const photos = openPairs(folder, { limit: Infinity, all });
  const firsts = photos.filter(({ group }, i) => photos.findIndex((photo) => photo.group === group) === i);
  const garments = [];
  for (const photo of thinOut(firsts, limit)) garments.push((await openGarment(photo)) ?? []);
  return garments.flat();
}

/** @param {import('../recolour-pairs.mjs').MaskedPhoto} masked */
async function openGarment({ id, kind, photo: read, recoloured }) {
  const [photo, garment] = [await read(), await recoloured()];
  const [garmentIndex, someoneIndex] = [clothingClasses.indexOf(kind), clothingClasses.indexOf('skin')];
  const data = garment.data.map((inside, i) => {
    if (inside) return garmentIndex;
    const darkest = Math.min(photo.data[4 * i], photo.data[4 * i + 1], photo.data[4 * i + 2]);
    return darkest < whiteWall ? someoneIndex : 0;
  });
  return cutGarment({ id, kind, photo, classes: { ...garment, data }, garment });
}
