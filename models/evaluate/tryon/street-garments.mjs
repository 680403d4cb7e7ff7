/** Every labelled garment of the street photos. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { readImage } from '@stylemap-tryon/cli';
import { ccpGroups, classesOfTags } from '../ccp-labels.mjs';
import { isHeldOutPhoto, thinOut } from '../held-out.mjs';
import { readGreyPicture } from '../masks.mjs';
import { cutGarment } from './worn-garment.mjs';

/**
 * @typedef {import('@stylemap-tryon/core').GarmentKind} GarmentKind
 * @typedef {import('./worn-garment.mjs').WornGarment & { whole: () => Promise<import('@stylemap-tryon/core').RgbaImage> }} StreetGarment
 */

/** @type {readonly GarmentKind[]} */
const garmentKinds = ['top', 'outerwear', 'bottom', 'dress'];
/** Of the tags with a kind, those that are no garment to replace. */
const underwear = ['bra', 'intimate', 'panties', 'swimwear'];

/**
 * One garment of each photo, the kinds taken in turn as far as photos have them.
 * @param {string} folder with `labels.json`, `labels/` and `photos/`
 * @param {{ limit: number, all: boolean }} options
 * @returns {Promise<StreetGarment[]>}
 */
export async function openStreetGarments(folder, { limit, all }) {
  /** @type {string[]} */
  const tags = JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8'));
  const classes = classesOfTags(tags);
  const files = readdirSync(join(folder, 'labels')).filter((file) => file.endsWith('.png'));
  const ids = files.map((file) => parse(file).name).sort();
  const chosen = thinOut(
    ids.filter((id) => all || isHeldOutPhoto(id)),
    limit,
  );
  const taken = new Map(garmentKinds.map((kind) => [kind, 0]));
  const garments = [];
  for (const id of chosen) {
    const whole = () => readImage(join(folder, 'photos', `${id}.jpg`));
    const [map, photo] = [await readGreyPicture(join(folder, 'labels', `${id}.png`)), await whole()];
    const classMap = { ...map, data: map.data.map((tag) => classes[tag]) };
    const found = [...new Set(map.data)].flatMap((tag) => {
      const kind = garmentKind(tags[tag]);
      const garment = { ...map, data: map.data.map((value) => Number(value === tag)) };
      return (kind && cutGarment({ id: `${id} ${tags[tag]}`, kind, photo, classes: classMap, garment })) ?? [];
    });
    const rarest = found.sort((a, b) => Number(taken.get(a.kind)) - Number(taken.get(b.kind)) || a.id.localeCompare(b.id))[0];
    if (!rarest) continue;
    taken.set(rarest.kind, Number(taken.get(rarest.kind)) + 1);
    garments.push({ ...rarest, whole });
  }
  return garments;
}

/** @param {string} tag */
function garmentKind(tag) {
  return underwear.includes(tag) ? undefined : garmentKinds.find((kind) => ccpGroups[kind].includes(tag));
}
