/** `evaluate alignment`: arguments in, table and JSON out. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { assetFolder } from '@stylemap-tryon/assets';
import { createNodeEngine } from '@stylemap-tryon/cli';
import { measureAlignment } from './alignment/alignment-measurement.mjs';
import { measureAnswers } from './alignment/answer-measurement.mjs';
import { measureLight } from './alignment/light-measurement.mjs';
import { alignmentTable } from './alignment/report.mjs';
import { openSamples } from './alignment/samples.mjs';
import { summariseAlignment } from './alignment/summary.mjs';
import { openFeatures, usualFeatures } from './fidelity/features.mjs';
import { parseLimit } from './limit-option.mjs';
import { measurePeople } from './parser-measurement.mjs';
import { timePasses } from './timed-segmenter.mjs';
import { prepareProducts } from './tryon/products.mjs';

const usualSamples = 'examples/assets';

export const alignmentUsage = `  npm run evaluate -- alignment [options]
      --samples DIR   rendered shoppers: products.json, shoppers.json, truth/ (default: ${usualSamples})
      --json FILE     writes every figure, garment by garment
      --features FILE SqueezeNet v1.0 for the perceptual distance (default: ${usualFeatures} where it exists)
      --limit N       at most N shoppers, evenly chosen, for a quick look
`;

/** @typedef {{ samples: string, json?: string, features?: string, limit: number }} AlignmentOptions */

/** @param {AlignmentOptions} options */
export async function evaluateAlignment({ samples: folder, json, features, limit }) {
  const { samples, products } = openSamples(folder, limit);
  if (samples.length === 0) throw new Error(`No shopper of ${folder} has labels in truth/.`);
  const perceptual = await openFeatures(features, note);
  const engine = await createNodeEngine(assetFolder());
  const { segmenter, passes } = timePasses(engine.segmenter);
  const timedEngine = { segmenter, network: engine.network };
  try {
    const wanted = new Set(samples.flatMap(({ wears, answers }) => [...wears, ...answers].map(({ product }) => product)));
    const prepared = await prepareProducts(
      products.filter(({ id }) => wanted.has(id)),
      engine,
    );
    const garments = new Map(prepared.products.map(({ id, garment }) => [id, garment]));
    note(`${garments.size} products`);
    const alignment = summariseAlignment(await measureAlignment(samples, garments, engine));
    note('alignment');
    const parser = await measurePeople(samples, timedEngine, passes);
    note('parser');
    const light = await measureLight(samples, engine.network);
    note('light');
    const answers = await measureAnswers(samples, garments, engine, perceptual);
    const report = {
      version: engine.info.version,
      machine: { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version },
      perceptualDistance: perceptual ? 'SqueezeNet v1.0' : 'not measured',
      refusedProducts: prepared.refused,
      ...{ alignment, parser, light, answers },
    };
    process.stdout.write(alignmentTable(report));
    if (json) writeFileSync(json, `${JSON.stringify(report, undefined, 1)}\n`);
  } finally {
    await perceptual?.dispose();
    engine.dispose();
  }
}

/**
 * @param {string[]} args
 * @returns {AlignmentOptions}
 * @throws TypeError that names the option
 */
export function parseAlignmentArguments(args) {
  const text = /** @type {const} */ ({ type: 'string' });
  const { values } = parseArgs({ args, options: { samples: text, json: text, features: text, limit: text } });
  return { ...values, samples: values.samples ?? usualSamples, limit: parseLimit(values.limit) ?? Infinity };
}

/** The measurement takes minutes; what is done is said aside. @param {string} line */
function note(line) {
  process.stderr.write(`${line}\n`);
}
