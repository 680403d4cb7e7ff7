/** Street photos of which every pixel is labelled. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { readImage } from '@stylemap-tryon/cli';
import { classesOfTags } from './ccp-labels.mjs';
import { isHeldOutPhoto, thinOut } from './held-out.mjs';
import { readGreyPicture } from './masks.mjs';

/**
 * @typedef {object} LabelledPhoto
 * @property {string} id
 * @property {() => Promise<import('@stylemap-tryon/core').RgbaImage>} photo
 * @property {() => Promise<import('./masks.mjs').LabelMap>} classes class index of every pixel, or `unknown`
 */

/**
 * @param {string} folder
 * @param {{ limit: number, all: boolean }} options
 * @returns {LabelledPhoto[]}
 */
export function openPeople(folder, { limit, all }) {
  const classes = classesOfTags(JSON.parse(readFileSync(join(folder, 'labels.json'), 'utf8')));
  const files = readdirSync(join(folder, 'labels')).filter((file) => file.endsWith('.png'));
  const ids = files.map((file) => parse(file).name).sort();
  const chosen = thinOut(
    ids.filter((id) => all || isHeldOutPhoto(id)),
    limit,
  );
  return chosen.map((id) => ({
    id,
    photo: () => readImage(join(folder, 'photos', `${id}.jpg`)),
    classes: async () => {
      const map = await readGreyPicture(join(folder, 'labels', `${id}.png`));
      return { ...map, data: map.data.map((tag) => /** @type {number} */ (classes[tag])) };
    },
  }));
}
