/** `evaluate parser`: arguments in, table and JSON out. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { assetFolder } from '@stylemap-tryon/assets';
import { createNodeEngine } from '@stylemap-tryon/cli';
import { openPeople } from './ccp-people.mjs';
import { parseLimit } from './limit-option.mjs';
import { measurePairs, measurePeople } from './parser-measurement.mjs';
import { parserTable } from './parser-report.mjs';
import { openPairs } from './recolour-pairs.mjs';
import { summarisePasses, timePasses } from './timed-segmenter.mjs';

export const parserUsage = `  npm run evaluate -- parser --people DIR --pairs DIR [options]
      --people DIR   labelled photos: labels.json, labels/, photos/
      --pairs DIR    recoloured studio photos: pairs.csv, masks/, photos/; either folder may be left out
      --json FILE    writes every figure, photo by photo
      --models DIR   folder with manifest.json and weights/ (default: those of the sdk package)
      --limit N      at most N photos of each folder, evenly chosen, for a quick look
      --all          every photo, for folders that nothing was trained on (default: the held-out tenth)
`;

/** @typedef {{ people?: string, pairs?: string, json?: string, models?: string, limit: number, all: boolean }} ParserOptions */

/** @param {ParserOptions} options */
export async function evaluateParser(options) {
  const modelsDir = options.models ?? assetFolder();
  const engine = await createNodeEngine(modelsDir);
  const { segmenter, passes } = timePasses(engine.segmenter);
  try {
    const people = options.people && (await measurePeople(openPeople(options.people, options), { ...engine, segmenter }, passes));
    const pairs = options.pairs && (await measurePairs(openPairs(options.pairs, options), { ...engine, segmenter }));
    const report = {
      version: engine.info.version,
      machine: { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version },
      parser: parserFiles(modelsDir),
      ...(people && { people }),
      ...(pairs && { pairs }),
      pass: summarisePasses(passes),
    };
    process.stdout.write(parserTable(report));
    if (options.json) writeFileSync(options.json, `${JSON.stringify(report, undefined, 1)}\n`);
  } finally {
    engine.dispose();
  }
}

/**
 * @param {string[]} args
 * @returns {ParserOptions}
 * @throws TypeError that names the option
 */
export function parseParserArguments(args) {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: 'string' },
      pairs: { type: 'string' },
      json: { type: 'string' },
      models: { type: 'string' },
      limit: { type: 'string' },
      all: { type: 'boolean', default: false },
    },
  });
  if (!values.people && !values.pairs) throw new TypeError('--people or --pairs is missing.');
  return { ...values, limit: parseLimit(values.limit) ?? Infinity };
}

/** @param {string} modelsDir */
function parserFiles(modelsDir) {
  /** @type {{ files: { file: string, sha256: string, bytes: number }[] }} */
  const manifest = JSON.parse(readFileSync(join(modelsDir, 'manifest.json'), 'utf8'));
  const files = manifest.files.filter(({ file }) => file.includes('garment-parser'));
  return files.map(({ file, sha256, bytes }) => ({ file, sha256, bytes }));
}
