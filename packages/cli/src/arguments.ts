import { parseArgs } from 'node:util';
import { backendSets, type BackendSet } from '@stylemap-tryon/assets';
import { garmentTypes, shapes, type GarmentType, type Shape } from '@stylemap-tryon/core';
import { shardOf, type Shard } from './catalogue/shard.js';
import { UsageError } from './usage-error.js';
import { outputFormats } from './write-image.js';

/** A product and what it is. */
export interface GarmentArgument {
  readonly path: string;
  readonly type: GarmentType;
}

export interface RenderCommand {
  readonly name: 'render';
  readonly personPath: string;
  /** At least one; several make an outfit. */
  readonly garments: readonly GarmentArgument[];
  readonly outPath: string;
  /** Of every garment. */
  readonly shape: Shape;
  readonly strength: number;
  readonly strengthMapPath: string | undefined;
  /** With one garment only. */
  readonly mix: { readonly path: string; readonly amount: number } | undefined;
  readonly modelsDir: string | undefined;
  readonly json: boolean;
}

export interface CopyAssetsCommand {
  readonly name: 'copy-assets';
  readonly targetDir: string;
  readonly backend: BackendSet;
}

export interface PrepareCommand {
  readonly name: 'prepare';
  readonly cataloguePath: string;
  readonly outDir: string;
  readonly shard: Shard;
  readonly modelsDir: string | undefined;
}

export interface MergeCommand {
  readonly name: 'merge';
  readonly dir: string;
}

export type Command =
  RenderCommand | CopyAssetsCommand | PrepareCommand | MergeCommand | { readonly name: 'help' } | { readonly name: 'version' };

export const usage = `Usage
  stylemap-tryon render --person PHOTO --garment PRODUCT --out FILE [options]
      --garment PRODUCT    again for each further piece of an outfit: a top and trousers
      --type TYPE          ${garmentTypes.join(', ')} (default auto); once for each --garment, in their order
      --shape SHAPE        ${shapes.join(', ')}: whose sleeves, hem and neckline the result has (default product)
      --strength N         0 to 1: how much of the new garments (default 1)
      --strength-map FILE  a grey picture of the photo's size: black keeps the photo, white is full strength
      --mix PRODUCT:N      a second product of the same type, and its share, 0 to 1
      --models DIR         folder with manifest.json and weights/ (default: those of @stylemap-tryon/assets)
      --json               print the receipt as JSON
      -o, --out FILE       ${outputFormats.join(', ')}; the photo's size
  stylemap-tryon prepare CATALOGUE --out DIR [options]
      looks at every product of a shop once, so that browsers need not: CATALOGUE is CSV, JSON lines or a Merchant feed (XML) with
      id, image (or image_link) and where they are known type, sleeve, length; a second run does only what is new
      --shard I/N          one of N parts, I from 0; /N takes I from the Indexed Job or array job it runs in
      --models DIR         as above
      -o, --out DIR        for manifest.json, garments/ and contact-sheet.html
  stylemap-tryon merge DIR
      makes manifest.json and contact-sheet.html of all parts
  stylemap-tryon copy-assets DIR [--backend ${backendSets.join('|')}]
      copies what the browser loads into DIR, for self-hosting; wasm leaves the WebGPU runtime out
  stylemap-tryon --help | --version
`;

/** @throws UsageError */
export function parseCommand(args: readonly string[]): Command {
  const [name, ...rest] = args;
  switch (name) {
    case undefined:
    case '--help':
    case '-h':
    case 'help':
      return { name: 'help' };
    case '--version':
      return { name: 'version' };
    case 'render':
      return parseRender(rest);
    case 'copy-assets':
      return parseCopyAssets(rest);
    case 'prepare':
      return parsePrepare(rest);
    case 'merge':
      return parseMerge(rest);
    default:
      throw new UsageError(`There is no command "${name}".`);
  }
}

function parseRender(args: string[]): Command {
  const { values } = parsed(() =>
    parseArgs({
      args,
      options: {
        person: { type: 'string' },
        garment: { type: 'string', multiple: true, default: [] },
        out: { type: 'string', short: 'o' },
        type: { type: 'string', multiple: true, default: [] },
        shape: { type: 'string', default: shapes[0] },
        strength: { type: 'string', default: '1' },
        'strength-map': { type: 'string' },
        mix: { type: 'string' },
        models: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    }),
  );
  if (values.help) return { name: 'help' };
  const outPath = required('--out', values.out);
  if (!outputFormats.some((format) => outPath.toLowerCase().endsWith(format))) {
    throw new UsageError(`--out ends with one of ${outputFormats.join(', ')}.`);
  }
  return {
    name: 'render',
    personPath: required('--person', values.person),
    garments: garments(values.garment, values.type),
    outPath,
    shape: shapeOf(values.shape),
    strength: fraction('--strength', values.strength),
    strengthMapPath: values['strength-map'],
    mix: mix(values.mix, values.garment.length),
    modelsDir: values.models,
    json: values.json,
  };
}

function shapeOf(value: string): Shape {
  const shape = shapes.find((known) => known === value);
  if (!shape) throw new UsageError(`--shape is one of ${shapes.join(', ')}.`);
  return shape;
}

function parseCopyAssets(args: string[]): Command {
  const { positionals, values } = parsed(() =>
    parseArgs({ args, allowPositionals: true, options: { backend: { type: 'string', default: 'all' } } }),
  );
  const [targetDir] = positionals;
  if (targetDir === undefined || positionals.length > 1) throw new UsageError('copy-assets takes one folder.');
  const backend = backendSets.find((known) => known === values.backend);
  if (!backend) throw new UsageError(`--backend is one of ${backendSets.join(', ')}.`);
  return { name: 'copy-assets', targetDir, backend };
}

function parsePrepare(args: string[]): Command {
  const options = {
    out: { type: 'string', short: 'o' },
    shard: { type: 'string' },
    models: { type: 'string' },
    help: { type: 'boolean', default: false, short: 'h' },
  } as const;
  const { positionals, values } = parsed(() => parseArgs({ args, allowPositionals: true, options }));
  if (values.help) return { name: 'help' };
  const [cataloguePath] = positionals;
  if (cataloguePath === undefined || positionals.length > 1) throw new UsageError('prepare takes one catalogue.');
  const shard = shardOf(values.shard, process.env);
  return { name: 'prepare', cataloguePath, outDir: required('--out', values.out), shard, modelsDir: values.models };
}

function parseMerge(args: string[]): Command {
  const { positionals } = parsed(() => parseArgs({ args, allowPositionals: true, options: {} }));
  const [dir] = positionals;
  if (dir === undefined || positionals.length > 1) throw new UsageError('merge takes one folder.');
  return { name: 'merge', dir };
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function required(option: string, value: string | undefined): string {
  if (!value) throw new UsageError(`${option} is missing.`);
  return value;
}

function garments(paths: readonly string[], types: readonly string[]): GarmentArgument[] {
  required('--garment', paths[0]);
  if (types.length > 0 && types.length !== paths.length) {
    throw new UsageError('--type is given once for each --garment, in their order, or not at all.');
  }
  return paths.map((path, i) => ({ path: required('--garment', path), type: garmentType(types[i] ?? 'auto') }));
}

function garmentType(value: string): GarmentType {
  const type = garmentTypes.find((candidate) => candidate === value);
  if (!type) throw new UsageError(`--type is one of ${garmentTypes.join(', ')}.`);
  return type;
}

function mix(value: string | undefined, garmentCount: number): RenderCommand['mix'] {
  if (value === undefined) return undefined;
  if (garmentCount > 1) throw new UsageError('--mix goes with one --garment.');
  const colon = value.lastIndexOf(':');
  if (colon < 1) throw new UsageError('--mix is a file and a share, for example shirt.png:0.4.');
  return { path: value.slice(0, colon), amount: fraction('the share of --mix', value.slice(colon + 1)) };
}

function fraction(name: string, value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= 0 && number <= 1)) throw new UsageError(`${name} is a number from 0 to 1.`);
  return number;
}
