/** Photos of which somebody knows where the joints are: a teacher on street photos, the renderer on rendered shoppers. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readImage } from '@stylemap-tryon/cli';
import { jointNames } from '@stylemap-tryon/core';
import { isHeldOutPhoto, thinOut } from './held-out.mjs';

/**
 * @typedef {import('@stylemap-tryon/core').JointName} JointName
 * @typedef {{ x: number, y: number, visibility: number }} KnownJoint in fractions of the picture; visibility 0 to 1
 * @typedef {Partial<Record<JointName, KnownJoint>>} KnownJoints
 * @typedef {object} PosedPhoto
 * @property {string} id
 * @property {() => Promise<import('@stylemap-tryon/core').RgbaImage>} photo
 * @property {KnownJoints} joints
 */

/**
 * Street photos with `landmarks.json`, the held-out ones of them unless all are asked for.
 * @param {string} folder
 * @param {{ limit: number, all: boolean }} options
 */
export function openTaught(folder, { limit, all }) {
  return open(folder, 'landmarks.json', 'jpg', limit, (id) => all || isHeldOutPhoto(id));
}

/**
 * What `python -m garment_parser.rendered --out` writes.
 * @param {string} folder
 * @param {{ limit: number }} options
 */
export function openRendered(folder, { limit }) {
  return open(folder, 'joints.json', 'png', limit, () => true);
}

/**
 * @param {string} folder with `photos/`
 * @param {string} table `joints`, the names, and `photos`, a row of [x, y, visibility] for each
 * @param {string} extension
 * @param {number} limit
 * @param {(id: string) => boolean} isWanted
 * @returns {PosedPhoto[]}
 */
function open(folder, table, extension, limit, isWanted) {
  /** @type {{ joints: string[], photos: Record<string, [number, number, number][]> }} */
  const { joints, photos } = JSON.parse(readFileSync(join(folder, table), 'utf8'));
  const names = joints.map(jointName);
  const path = (/** @type {string} */ id) => join(folder, 'photos', `${id}.${extension}`);
  const ids = Object.keys(photos).sort();
  return thinOut(
    ids.filter((id) => isWanted(id) && existsSync(path(id))),
    limit,
  ).map((id) => ({
    id,
    photo: () => readImage(path(id)),
    joints: Object.fromEntries(
      names.flatMap((name, i) => {
        const [x, y, visibility] = photos[id][i];
        return name && visibility >= 0 ? [[name, { x, y, visibility }]] : [];
      }),
    ),
  }));
}

/**
 * `left-shoulder` and `leftShoulder` are one joint; others are none of ours.
 * @param {string} name
 */
function jointName(name) {
  const camelCase = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  return jointNames.find((own) => own === camelCase);
}
