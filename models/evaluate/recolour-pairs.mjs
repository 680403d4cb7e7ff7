/** Studio photos with the mask of one garment, known from photos of the same garment in other colours. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readImage } from '@stylemap-tryon/cli';
import { heldOutGroups, thinOut } from './held-out.mjs';
import { largestPiece, readGreyPicture } from './masks.mjs';

/** @typedef {import('@stylemap-tryon/core').GarmentKind} GarmentKind */

/**
 * The letters of a group's name tell what its garment is: the table of `models/training/garment_parser/labels.py`, held to it by a test.
 * @type {Readonly<Record<string, GarmentKind>>}
 */
export const kindsOfPrefixes = {
  ...{ mh: 'top', ms: 'top', mt: 'top', wb: 'top', wh: 'top', ws: 'top', wt: 'top' },
  ...{ mj: 'outerwear', wj: 'outerwear' },
  ...{ mp: 'bottom', msh: 'bottom', wp: 'bottom', wsh: 'bottom' },
};

/**
 * @typedef {object} MaskedPhoto
 * @property {string} id file name
 * @property {string} group
 * @property {GarmentKind} kind
 * @property {() => Promise<import('@stylemap-tryon/core').RgbaImage>} photo
 * @property {() => Promise<import('./masks.mjs').LabelMap>} garment 1 inside, 0 outside, `unknown` where a second garment changed colour too
 * @property {() => Promise<import('./masks.mjs').LabelMap>} recoloured 1 wherever the colour changed, 0 elsewhere
 */

/**
 * @param {string} folder
 * @param {{ limit: number, all: boolean }} options
 * @returns {MaskedPhoto[]}
 */
export function openPairs(folder, { limit, all }) {
  const rows = readTable(readFileSync(join(folder, 'pairs.csv'), 'utf8'));
  const groups = heldOutGroups(rows.map(({ group }) => group));
  /** @type {Map<string, { group: string, mask: string }>} */
  const photos = new Map();
  for (const { group, photo_a, photo_b, mask } of rows) {
    if (all || groups.has(group)) for (const id of [photo_a, photo_b]) photos.set(id, { group, mask });
  }
  const chosen = thinOut([...photos].sort(), limit);
  return chosen.map(([id, { group, mask }]) => {
    const recoloured = async () => {
      const grey = await readGreyPicture(join(folder, 'masks', mask));
      return { ...grey, data: grey.data.map((value) => (value > 127 ? 1 : 0)) };
    };
    return {
      id,
      group,
      kind: kindOfGroup(group),
      photo: () => readImage(join(folder, 'photos', id)),
      garment: async () => largestPiece(await recoloured()),
      recoloured,
    };
  });
}

/**
 * @param {string} group
 * @throws RangeError for letters of no garment
 */
export function kindOfGroup(group) {
  const prefix = group.replace(/_main$/, '').replace(/\d+$/, '');
  const kind = kindsOfPrefixes[prefix];
  if (!kind) throw new RangeError(`The group ${group} has a prefix of no garment.`);
  return kind;
}

/** @param {string} csv */
function readTable(csv) {
  const [header = '', ...lines] = csv.trim().split(/\r?\n/);
  if (header !== 'group,photo_a,photo_b,mask') throw new RangeError(`pairs.csv has other columns than expected: ${header}`);
  return lines.map((line) => {
    const [group = '', photo_a = '', photo_b = '', mask = ''] = line.split(',');
    return { group, photo_a, photo_b, mask };
  });
}
