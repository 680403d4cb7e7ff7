/** The rendered shoppers, and what the renderer knows about them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readImage } from '@stylemap-tryon/cli';
import { thinOut } from '../held-out.mjs';
import { readFlowMap } from './flow-map.mjs';
import { readPaletteLabels } from './palette-labels.mjs';

/**
 * @typedef {import('@stylemap-tryon/core').GarmentKind} GarmentKind
 * @typedef {import('@stylemap-tryon/core').RgbaImage} RgbaImage
 * @typedef {import('../tryon/products.mjs').ProductPhoto} ProductPhoto
 * @typedef {{ product: string, type: GarmentKind }} Worn
 */

/**
 * @typedef {object} Sample
 * @property {string} id
 * @property {readonly Worn[]} wears
 * @property {() => Promise<RgbaImage>} photo
 * @property {() => Promise<import('../masks.mjs').LabelMap>} classes class index of every pixel
 * @property {(() => Promise<import('./flow-map.mjs').FlowMap>) | undefined} flow
 * @property {(() => Promise<RgbaImage>) | undefined} shading grey: light that reaches the cloth, encoded; of a part of the photo's size
 * @property {readonly { product: string, picture: () => Promise<RgbaImage> }[]} answers the shopper rendered in other products
 */

/**
 * @param {string} folder with `products.json`, `shoppers.json`, `truth/`
 * @param {number} limit
 * @returns {{ samples: Sample[], products: ProductPhoto[] }} samples with labels only, and all products
 * @throws Error where a file is missing
 */
export function openSamples(folder, limit) {
  /** @type {{ id: string, file: string, type: GarmentKind }[]} */
  const products = readJson(folder, 'products.json');
  /** @type {{ id: string, file: string, wears: Worn[] }[]} */
  const shoppers = readJson(folder, 'shoppers.json');
  const truth = (/** @type {string} */ name) => join(folder, 'truth', name);
  const labelled = shoppers.filter(({ id }) => existsSync(truth(`${id}-labels.png`)));
  return {
    products: products.map(({ id, file, type }) => ({ id, kind: type, path: join(folder, file) })),
    samples: thinOut(labelled, limit).map(({ id, file, wears }) => ({
      id,
      wears,
      photo: () => readImage(join(folder, file)),
      classes: () => readPaletteLabels(truth(`${id}-labels.png`)),
      flow: ifThere(truth(`${id}-flow.png`), readFlowMap),
      shading: ifThere(truth(`${id}-shading.webp`), readImage),
      answers: products.flatMap(({ id: product }) => {
        const picture = ifThere(truth(`${id}--${product}.webp`), readImage);
        return picture ? [{ product, picture }] : [];
      }),
    })),
  };
}

/** @param {string} folder @param {string} name */
function readJson(folder, name) {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

/** @template T @param {string} path @param {(path: string) => Promise<T>} read */
function ifThere(path, read) {
  return existsSync(path) ? () => read(path) : undefined;
}
