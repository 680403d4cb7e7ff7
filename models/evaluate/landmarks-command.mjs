/** `evaluate landmarks`: arguments in, table and JSON out. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assetFolder } from '@stylemap-tryon/assets';
import { createNodeEngine } from '@stylemap-tryon/cli';
import { measureLandmarks } from './landmark-measurement.mjs';
import { landmarkTable } from './landmark-report.mjs';
import { openRendered, openTaught } from './landmark-truth.mjs';
import { parseLimit } from './limit-option.mjs';

export const landmarksUsage = `  npm run evaluate -- landmarks --people DIR --renders DIR [options]
      --people DIR   photos with joints of a teacher: landmarks.json, photos/
      --renders DIR  rendered shoppers with exact joints: joints.json, photos/ (python -m garment_parser.rendered --out DIR);
                     either folder may be left out
      --json FILE    writes every figure
      --models DIR   folder with manifest.json and weights/ (default: those of the assets package)
      --limit N      at most N photos of each folder, evenly chosen, for a quick look
      --all          every photo, for folders that nothing was trained on (default: the held-out tenth)
`;

/** @typedef {{ people?: string, renders?: string, json?: string, models?: string, limit: number, all: boolean }} LandmarksOptions */

/** @param {LandmarksOptions} options */
export async function evaluateLandmarks(options) {
  const engine = await createNodeEngine(options.models ?? assetFolder());
  try {
    const taught = options.people ? await measureLandmarks(openTaught(options.people, options), engine) : undefined;
    const rendered = options.renders ? await measureLandmarks(openRendered(options.renders, options), engine) : undefined;
    process.stdout.write(landmarkTable({ taught, rendered }));
    const report = { version: engine.info.version, taught, rendered };
    if (options.json) writeFileSync(options.json, `${JSON.stringify(report, undefined, 1)}\n`);
  } finally {
    engine.dispose();
  }
}

/**
 * @param {string[]} args
 * @returns {LandmarksOptions}
 * @throws TypeError that names the option
 */
export function parseLandmarksArguments(args) {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: 'string' },
      renders: { type: 'string' },
      json: { type: 'string' },
      models: { type: 'string' },
      limit: { type: 'string' },
      all: { type: 'boolean', default: false },
    },
  });
  if (!values.people && !values.renders) throw new TypeError('--people or --renders is missing.');
  return { ...values, limit: parseLimit(values.limit) ?? Infinity };
}
