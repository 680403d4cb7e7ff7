/** Product photos to try on: a shop's own with alpha, and garments on floors and hangers. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { readImage } from '@stylemap-tryon/cli';
import { createRun, prepareGarment, prepareGarmentStages, TryOnError } from '@stylemap-tryon/core';
import { thinOut } from '../held-out.mjs';
import { canonicalView } from '../pictures/canonical-view.mjs';
import { judgeCloth } from './cloth-judgement.mjs';

/**
 * @typedef {import('@stylemap-tryon/core').GarmentKind} GarmentKind
 * @typedef {{ id: string, kind: GarmentKind, path: string }} ProductPhoto
 */

/**
 * @typedef {object} Product
 * @property {string} id
 * @property {GarmentKind} kind
 * @property {boolean} plain
 * @property {number} medianLuminance linear
 * @property {import('@stylemap-tryon/core').PreparedGarment} garment
 * @property {import('../pictures/canonical-view.mjs').CanonicalPicture} picture the product photo about the garment
 */

/** Labels of clothing-dataset that are garments to try on. @type {Readonly<Record<string, GarmentKind>>} */
const kindsOfLabels = {
  ...{ 'T-Shirt': 'top', Longsleeve: 'top', Shirt: 'top', Polo: 'top', Hoodie: 'top', Top: 'top', Blouse: 'top' },
  ...{ Outwear: 'outerwear', Blazer: 'outerwear', Pants: 'bottom', Shorts: 'bottom', Skirt: 'bottom', Dress: 'dress' },
};

/**
 * Garments on floors and hangers, evenly chosen among those of each kind.
 * @param {string} folder with `labels.csv` and `photos/`
 * @param {number} perKind
 * @returns {ProductPhoto[]}
 */
export function listGarments(folder, perKind) {
  const [, ...rows] = readFileSync(join(folder, 'labels.csv'), 'utf8').trim().split(/\r?\n/);
  const photos = rows.map((row) => {
    const [id = '', label = ''] = row.split(',');
    return { id, kind: kindsOfLabels[label], path: join(folder, 'photos', `${id}.jpg`) };
  });
  const kinds = [...new Set(Object.values(kindsOfLabels))];
  const known = photos.filter(({ path }) => existsSync(path)).sort((a, b) => a.id.localeCompare(b.id));
  return kinds.flatMap((kind) =>
    thinOut(
      known.filter((photo) => photo.kind === kind),
      perKind,
    ),
  );
}

/**
 * A shop's product shots; all of this folder's are shirts and hoodies.
 * @param {string} folder of PNG files with alpha
 * @returns {ProductPhoto[]}
 */
export function listProducts(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.png'));
  return files.sort().map((file) => ({ id: parse(file).name, kind: 'top', path: join(folder, file) }));
}

/**
 * Cut-out products with what is to be known of their cloth; those that cannot be cut out are counted by their error code.
 * @param {readonly ProductPhoto[]} photos
 * @param {import('@stylemap-tryon/core').Engine} engine
 * @returns {Promise<{ products: Product[], refused: { id: string, errorCode: string }[] }>}
 */
export async function prepareProducts(photos, engine) {
  const products = [];
  const refused = [];
  for (const { id, kind, path } of photos) {
    const image = await readImage(path);
    try {
      const garment = await prepareGarment(
        image,
        kind,
        engine,
        createRun(prepareGarmentStages, { now: () => performance.now() }),
      );
      const cloth = judgeCloth(garment.image, garment.crop, garment.mask);
      products.push({ id, kind, garment, picture: canonicalView(onWhite(image), garment.crop), ...cloth });
    } catch (error) {
      if (!(error instanceof TryOnError) || error.code === 'internal') throw error;
      refused.push({ id, errorCode: error.code });
    }
  }
  return { products, refused };
}

/** @param {import('@stylemap-tryon/core').RgbaImage} image @returns {import('@stylemap-tryon/core').RgbaImage} */
function onWhite({ widthPx, heightPx, data }) {
  return { widthPx, heightPx, data: data.map((code, i) => 255 + (data[i | 3] / 255) * (code - 255)) };
}
