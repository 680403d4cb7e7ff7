/** `evaluate products`: arguments in, table and JSON out. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assetFolder } from '@stylemap-tryon/assets';
import { createNodeEngine } from '@stylemap-tryon/cli';
import { parseLimit } from './limit-option.mjs';
import { measureProducts } from './products/measurement.mjs';
import { productsTable } from './products/report.mjs';
import { drawings, laidGarments, ownProducts, thing } from './products/sources.mjs';

const usualProducts = 'examples/assets';
/** What was once worn without a word. */
const things = ['e2e/cases/product-mug.webp', 'e2e/cases/product-placeholder.webp'];

export const productsUsage = `  npm run evaluate -- products [options]
      --garments DIR  laid garments: labels.csv, photos/; every tenth is looked at
      --products DIR  the demo shop (default: ${usualProducts})
      --backs DIR     what make_assets.py --cloth has drawn: their backs
      --drawings DIR  PNGs of things that are no garments; every tenth is looked at
      --json FILE     writes every verdict
      --models DIR    folder with manifest.json and weights/ (default: those of the sdk package)
      --limit N       at most N pictures or products of each, evenly chosen, for a quick look
`;

/** @typedef {{ garments?: string, products: string, backs?: string, drawings?: string, json?: string, models?: string, limit: number }} ProductsOptions */

/** @param {ProductsOptions} options */
export async function evaluateProducts(options) {
  const engine = await createNodeEngine(options.models ?? assetFolder());
  try {
    const { limit } = options;
    /** @param {string} name @param {readonly import('./products/sources.mjs').KnownPicture[]} pictures */
    const measure = (name, pictures) =>
      measureProducts(
        pictures,
        engine,
        (done) => done % 50 === 0 && process.stderr.write(`${name}: ${done} of ${pictures.length}\n`),
      );
    const verdicts = {
      laid: await measure('laid', options.garments ? laidGarments(options.garments, limit) : []),
      own: await measure('own', ownProducts(options.products, options.backs, limit)),
      things: await measure('things', [...things.map(thing), ...(options.drawings ? drawings(options.drawings, limit) : [])]),
    };
    process.stdout.write(productsTable(verdicts));
    if (options.json) writeFileSync(options.json, `${JSON.stringify(verdicts, undefined, 1)}\n`);
  } finally {
    engine.dispose();
  }
}

/**
 * @param {string[]} args
 * @returns {ProductsOptions}
 * @throws TypeError that names the option
 */
export function parseProductsArguments(args) {
  const { values } = parseArgs({
    args,
    options: {
      garments: { type: 'string' },
      products: { type: 'string', default: usualProducts },
      backs: { type: 'string' },
      drawings: { type: 'string' },
      json: { type: 'string' },
      models: { type: 'string' },
      limit: { type: 'string' },
    },
  });
  return { ...values, limit: parseLimit(values.limit) ?? Infinity };
}
