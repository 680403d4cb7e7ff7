/** Pictures of products and of other things, with what is known of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readImage } from '@stylemap-tryon/cli';
import { heldOutEvery, thinOut } from '../held-out.mjs';
import { groundNames, onGround, rotated, mirrored } from './views.mjs';

/** @typedef {import('@stylemap-tryon/core').RgbaImage} RgbaImage */

/**
 * @typedef {object} KnownPicture
 * @property {string} id
 * @property {string} view
 * @property {string} kind of a garment, or `none`
 * @property {readonly string[]} [sleeve] those that are right
 * @property {readonly string[]} [length]
 * @property {boolean} isCut its own alpha is the true cut-out
 * @property {() => Promise<RgbaImage>} read
 */

/** What a tag of `garments-cc0` means: `GARMENT_TAGS` of the training. */
export const kindsOfTags = {
  ...{ 'T-Shirt': 'top', Longsleeve: 'top', Shirt: 'top', Polo: 'top', Hoodie: 'top', Top: 'top', Blouse: 'top' },
  ...{ Outwear: 'outerwear', Blazer: 'outerwear', Pants: 'bottom', Shorts: 'bottom', Skirt: 'bottom', Dress: 'dress' },
};

/** @type {Readonly<Record<string, readonly string[]>>} */
const sleevesOfTags = {
  'T-Shirt': ['short'],
  Hoodie: ['long'],
  Blazer: ['three-quarter', 'long'],
  Longsleeve: ['three-quarter', 'long'],
};
/** @type {Readonly<Record<string, readonly string[]>>} */
const lengthsOfTags = { Pants: ['long'], Shorts: ['short', 'knee'] };

/** By the shapes of the demo shop. */
const shapes = {
  sleeve: {
    ...{ 'tee-short': ['short'], 'shirt-short': ['short'], polo: ['short'], 'dress-shirt': ['short'] },
    ...{ 'tee-long': ['long'], 'shirt-long': ['long'], sweater: ['long'], hoodie: ['long'], jacket: ['long'], bomber: ['long'] },
    ...{ blazer: ['long'], 'dress-sun': ['none'], 'dress-slip': ['none'] },
  },
  length: {
    ...{ 'trousers-straight': ['long'], 'trousers-wide': ['long'], 'skirt-pleated': ['long'], 'skirt-a': ['short'] },
    ...{ 'dress-sun': ['short', 'knee'], 'dress-slip': ['short', 'knee'], 'dress-shirt': ['short', 'knee'] },
  },
};

/**
 * Every tenth laid garment, which the training holds out.
 * @param {string} folder
 * @param {number} limit
 * @returns {KnownPicture[]}
 */
export function laidGarments(folder, limit) {
  const rows = readFileSync(join(folder, 'labels.csv'), 'utf8').trim().split(/\r?\n/).slice(1);
  const sorted = rows.map((row) => row.split(',')).sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  const heldOut = sorted.filter((_, index) => index % heldOutEvery === 0);
  return thinOut(heldOut, limit).map(([id = '', tag = '']) => ({
    id,
    view: 'laid',
    kind: kindsOfTags[/** @type {keyof typeof kindsOfTags} */ (tag)],
    sleeve: sleevesOfTags[tag],
    length: lengthsOfTags[tag],
    isCut: false,
    read: () => readImage(join(folder, 'photos', `${id}.jpg`)),
  }));
}

/**
 * The demo shop's products as they are, mirrored, turned, on other grounds, and their backs where these have been drawn.
 * @param {string} folder
 * @param {string | undefined} backs
 * @param {number} limit
 * @returns {KnownPicture[]}
 */
export function ownProducts(folder, backs, limit) {
  /** @type {{ id: string, file: string, type: string, shape: string }[]} */
  const products = JSON.parse(readFileSync(join(folder, 'products.json'), 'utf8'));
  return thinOut(products, limit).flatMap(({ id, file, type, shape }) => {
    const front = () => readImage(join(folder, file));
    const back = backs && join(backs, `${id}-back.png`);
    /** @type {[string, () => Promise<RgbaImage>][]} */
    const views = [
      ['as it is', front],
      ['mirrored', async () => mirrored(await front())],
      ['turned', async () => rotated(await front(), 10)],
      ...groundNames.map(
        (name) => /** @type {[string, () => Promise<RgbaImage>]} */ ([`on ${name}`, async () => onGround(await front(), name)]),
      ),
      ...(back && existsSync(back) ? [/** @type {[string, () => Promise<RgbaImage>]} */ (['back', () => readImage(back)])] : []),
    ];
    const sleeve = shapes.sleeve[/** @type {keyof typeof shapes.sleeve} */ (shape)];
    const length = shapes.length[/** @type {keyof typeof shapes.length} */ (shape)];
    return views.map(([view, read]) => ({ id, view, kind: type, sleeve, length, isCut: true, read }));
  });
}

/**
 * Every tenth drawing, which the training holds out; the same order as `sorted(folder.rglob("*.png"))`.
 * @param {string} folder
 * @param {number} limit
 * @returns {KnownPicture[]}
 */
export function drawings(folder, limit) {
  const banned = ['people/', 'gradients', '/stars/', 'patterns', 'buttons'];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.png'));
  const parts = (/** @type {string} */ name) => name.split('/');
  const inOrder = names.sort((a, b) => {
    const [x, y] = [parts(a), parts(b)];
    const i = x.findIndex((part, k) => part !== y[k]);
    return i < 0 ? 0 : (x[i] ?? '') < (y[i] ?? '') ? -1 : 1;
  });
  const heldOut = inOrder.filter(
    (name, index) => index % heldOutEvery === 0 && !banned.some((part) => `/${name}`.includes(part)),
  );
  return thinOut(heldOut, limit).map((name) => thing(join(folder, name)));
}

/**
 * @param {string} path of a picture of no garment
 * @returns {KnownPicture}
 */
export function thing(path) {
  return { id: basename(path), view: 'thing', kind: 'none', isCut: false, read: () => readImage(path) };
}
