/** `evaluate shape`: arguments in, table and JSON out. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { parseArgs } from 'node:util';
import { assetFolder } from '@stylemap-tryon/assets';
import { createNodeEngine, readImage } from '@stylemap-tryon/cli';
import { isHeldOutPhoto, thinOut } from './held-out.mjs';
import { parseLimit } from './limit-option.mjs';
import { ownProducts } from './products/sources.mjs';
import { shapeTable } from './shape/report.mjs';
import { measureSkin, summariseSkin } from './shape/skin-measurement.mjs';
import { measureSleeves, summariseSleeves } from './shape/sleeve-measurement.mjs';

export const shapeUsage = `  npm run evaluate -- shape --people DIR [options]
      --people DIR    photos of people: photos/0010.jpg and so on
      --products DIR  the demo shop's products (default: examples/assets)
      --json FILE     writes every figure
      --models DIR    folder with manifest.json and weights/ (default: those of the assets package)
      --limit N       at most N photos, evenly chosen, for a quick look
      --all           every photo (default: the held-out tenth)
`;

/** @typedef {{ people: string, products: string, json?: string, models?: string, limit: number, all: boolean }} ShapeOptions */

/** @param {ShapeOptions} options */
export async function evaluateShape({ people, products, json, models, limit, all }) {
  const engine = await createNodeEngine(models ?? assetFolder());
  try {
    const ids = readdirSync(join(people, 'photos')).map((file) => parse(file).name);
    const chosen = thinOut(
      ids.sort().filter((id) => all || isHeldOutPhoto(id)),
      limit,
    );
    const tops = ownProducts(products, undefined, Infinity).filter(({ kind, view }) => kind === 'top' && view === 'as it is');
    const dresses = ownProducts(products, undefined, Infinity).filter(
      ({ kind, view }) => kind === 'dress' && view === 'as it is',
    );
    const ofLength = (/** @type {string} */ length) => [...tops, ...dresses].filter(({ sleeve }) => sleeve?.[0] === length);
    const [none, short, long] = ['none', 'short', 'long'].map(ofLength);
    /** @type {import('./shape/sleeve-measurement.mjs').SleeveCase[]} */
    const sleeves = [];
    /** @type {import('./shape/skin-measurement.mjs').SkinCase[]} */
    const skin = [];
    for (const [i, id] of chosen.entries()) {
      const photo = { id, read: () => readImage(join(people, 'photos', `${id}.jpg`)) };
      const one = (/** @type {readonly import('./products/sources.mjs').KnownPicture[]} */ of) => of[(7 * i) % of.length];
      const shortTops = short.filter(({ kind }) => kind === 'top');
      sleeves.push(...(await measureSleeves(photo, [one(none), one(shortTops), one(long)], engine)));
      skin.push(...(await measureSkin(photo, { long: one(long), short: one(shortTops) }, engine)));
    }
    const report = {
      version: engine.info.version,
      photos: chosen.length,
      sleeves: summariseSleeves(sleeves),
      skin: summariseSkin(skin),
    };
    process.stdout.write(shapeTable(report));
    if (json) writeFileSync(json, `${JSON.stringify({ ...report, cases: { sleeves, skin } }, undefined, 1)}\n`);
  } finally {
    engine.dispose();
  }
}

/**
 * @param {string[]} args
 * @returns {ShapeOptions}
 * @throws TypeError that names the option
 */
export function parseShapeArguments(args) {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: 'string' },
      products: { type: 'string', default: 'examples/assets' },
      json: { type: 'string' },
      models: { type: 'string' },
      limit: { type: 'string' },
      all: { type: 'boolean', default: false },
    },
  });
  if (!values.people) throw new TypeError('--people is missing.');
  return { ...values, people: values.people, limit: parseLimit(values.limit) ?? Infinity };
}
