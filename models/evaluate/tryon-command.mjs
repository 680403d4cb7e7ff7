/** `evaluate tryon`: arguments in; tables, JSON and contact sheets out. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { assetFolder } from '@stylemap-tryon/assets';
import { createNodeEngine } from '@stylemap-tryon/cli';
import { parseLimit } from './limit-option.mjs';
import { lightRules } from './pictures/unlight.mjs';
import { openFeatures, usualFeatures } from './fidelity/features.mjs';
import { judge } from './tryon/bars.mjs';
import { writeContactSheets } from './tryon/contact-sheet.mjs';
import { describeGraphs, openGraphs } from './tryon/graph-folder.mjs';
import { measureNetwork, measureProduct } from './tryon/measurements.mjs';
import { compareNetworks } from './tryon/precision.mjs';
import { tryOnTable } from './tryon/report.mjs';

export const tryOnUsage = `  npm run evaluate -- tryon --people DIR --pairs DIR --garments DIR --products DIR [options]
      --people DIR    labelled photos: labels.json, labels/, photos/
      --pairs DIR     recoloured studio photos: pairs.csv, masks/, photos/
      --garments DIR  garments on floors and hangers: labels.csv, photos/
      --products DIR  product shots with alpha; of the four folders, what is left out is not measured
      --json FILE     writes every figure, sample by sample
      --sheet FILE    writes PNGs of the swaps, 15 on each: photo, product, result; of FILE.png, FILE-1.png and so on
      --weights DIR   folder with content-encoder.onnx, style-encoder.onnx, decoder.onnx (default: those of the sdk package)
      --fp32 DIR      the same graphs before quantisation, to compare with (stylemapgan.export --fp32)
      --features FILE SqueezeNet v1.0 for the perceptual distance (default: ${usualFeatures} where it exists)
      --limit N       at most N street photos, N pairs and N swaps, evenly chosen (default: 24, 60, 60; swaps on all photos)
      --unlight RULE  how street and exact take the light out of their references: grey, a division (default), or chroma,
                      the inverse of how cloth is relit, in which shadows are more saturated than lights
      --all           every photo, for folders that nothing was trained on (default: the held-out tenth)
`;

/**
 * @typedef {object} TryOnOptions
 * @property {string} [people]
 * @property {string} [pairs]
 * @property {string} [garments]
 * @property {string} [products]
 * @property {string} [json]
 * @property {string} [sheet]
 * @property {string} [weights]
 * @property {string} [fp32]
 * @property {string} [features]
 * @property {import('./tryon/measurements.mjs').Limits} limits
 * @property {boolean} all
 * @property {import('./pictures/unlight.mjs').LightRule} unlight
 */

/** @param {TryOnOptions} options */
export async function evaluateTryOn(options) {
  const graphFolder = options.weights ?? join(assetFolder(), 'weights');
  const perceptual = await openFeatures(options.features, note);
  const engine = await createNodeEngine(assetFolder());
  const network = options.weights ? await openGraphs(options.weights) : engine.network;
  try {
    const measured = await measureNetwork(options, network, perceptual, note);
    const swaps = await measureProduct(options, { ...engine, network }, note);
    const precision = options.fp32 && (await compareNetworks(options, { network, measured }, options.fp32, perceptual, note));
    const report = {
      version: engine.info.version,
      machine: { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version },
      graphs: describeGraphs(graphFolder),
      perceptualDistance: perceptual ? 'SqueezeNet v1.0' : 'not measured: no --features',
      referenceLight: options.unlight,
      ...measured,
      ...(swaps && { swaps: swaps.summary }),
      ...(precision && { precision }),
    };
    const verdicts = judge(report);
    process.stdout.write(tryOnTable(report, verdicts));
    if (options.json) writeFileSync(options.json, `${JSON.stringify({ ...report, verdicts }, undefined, 1)}\n`);
    if (options.sheet && swaps) await writeContactSheets(options.sheet, swaps.pictures);
  } finally {
    await perceptual?.dispose();
    if (options.weights) network.dispose();
    engine.dispose();
  }
}

/**
 * @param {string[]} args
 * @returns {TryOnOptions}
 * @throws TypeError that names the option
 */
export function parseTryOnArguments(args) {
  const text = /** @type {const} */ ({ type: 'string' });
  const { values } = parseArgs({
    args,
    options: {
      ...{ people: text, pairs: text, garments: text, products: text },
      ...{ json: text, sheet: text, weights: text, fp32: text, features: text, limit: text },
      unlight: { type: 'string', default: 'grey' },
      all: { type: 'boolean', default: false },
    },
  });
  const { limit: limitText, unlight: rule, ...options } = values;
  if (!options.people && !options.pairs) throw new TypeError('--people or --pairs is missing.');
  const hasSwaps = options.people && (options.garments ?? options.products);
  if (options.sheet && !hasSwaps) throw new TypeError('--sheet shows swaps, which take --people and --garments or --products.');
  const limit = parseLimit(limitText);
  const unlight = lightRules.find((known) => known === rule);
  if (!unlight) throw new TypeError(`--unlight is ${lightRules.join(' or ')}, not ${rule}.`);
  return {
    ...options,
    unlight,
    limits: { people: limit ?? 24, pairs: limit ?? 60, swaps: limit ?? 60, swapPhotos: limit ?? Infinity },
  };
}

/** The measurement takes minutes; what is done is said aside. @param {string} line */
function note(line) {
  process.stderr.write(`${line}\n`);
}
