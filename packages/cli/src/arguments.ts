import { parseArgs } from 'node:util';
import { garmentTypes, type GarmentType } from '@stylemap-tryon/core';
import { outputFormats } from './write-image.js';

/** Wrong command line: the message says what is wrong; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface RenderCommand {
  readonly name: 'render';
  readonly personPath: string;
  readonly garmentPath: string;
  readonly outPath: string;
  readonly type: GarmentType;
  readonly strength: number;
  readonly modelsDir: string | undefined;
  readonly json: boolean;
}

export interface CopyAssetsCommand {
  readonly name: 'copy-assets';
  readonly targetDir: string;
}

export type Command = RenderCommand | CopyAssetsCommand | { readonly name: 'help' } | { readonly name: 'version' };

export const usage = `Usage
  stylemap-tryon render --person PHOTO --garment PRODUCT --out FILE [options]
      --type TYPE      ${garmentTypes.join(', ')} (default auto)
      --strength N     0 to 1: how much of the new garment (default 1)
      --models DIR     folder with manifest.json and weights/ (default: those of the sdk package)
      --json           print the receipt as JSON
      -o, --out FILE   ${outputFormats.join(', ')}; the photo's size
  stylemap-tryon copy-assets DIR
      copies models and runtimes that the browser needs into DIR, for self-hosting (asset-base)
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
        garment: { type: 'string' },
        out: { type: 'string', short: 'o' },
        type: { type: 'string', default: 'auto' },
        strength: { type: 'string', default: '1' },
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
    garmentPath: required('--garment', values.garment),
    outPath,
    type: garmentType(values.type),
    strength: strength(values.strength),
    modelsDir: values.models,
    json: values.json,
  };
}

function parseCopyAssets(args: string[]): Command {
  const { positionals } = parsed(() => parseArgs({ args, allowPositionals: true, options: {} }));
  const [targetDir] = positionals;
  if (targetDir === undefined || positionals.length > 1) throw new UsageError('copy-assets takes one folder.');
  return { name: 'copy-assets', targetDir };
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

function garmentType(value: string): GarmentType {
  const type = garmentTypes.find((candidate) => candidate === value);
  if (!type) throw new UsageError(`--type is one of ${garmentTypes.join(', ')}.`);
  return type;
}

function strength(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !(number >= 0 && number <= 1)) throw new UsageError('--strength is a number from 0 to 1.');
  return number;
}
