import { canonicalSizePx, clothingClasses, TryOnError } from '@stylemap-tryon/core';

/** One input or output of a graph. */
export interface TensorSpec {
  readonly name: string;
  readonly shape: readonly number[];
  /** Value range in words, for readers. */
  readonly range: string;
}

/** A file with a published hash. */
export interface ListedFile {
  /** Path below the asset base, e.g. `weights/decoder.onnx`. */
  readonly file: string;
  /** Lower-case hex; of a packed file, that of what is in it. */
  readonly sha256: string;
  /** Length of what has the hash. */
  readonly bytes: number;
  /** What is downloaded: less than `bytes` where the file is packed with gzip. */
  readonly packedBytes: number;
}

/** One weights file as `manifest.json` describes it. */
export interface ModelFile extends ListedFile {
  readonly name: string;
  readonly license: string;
  readonly inputs: readonly TensorSpec[];
  readonly outputs: readonly TensorSpec[];
}

export const runtimeNames = ['ort-wasm', 'ort-webgpu', 'mediapipe'] as const;

/** What of WebAssembly there is to load: onnxruntime for either backend, MediaPipe for the parser. */
export type RuntimeName = (typeof runtimeNames)[number];

/** The WebAssembly of one runtime. */
export interface RuntimeFile extends ListedFile {
  readonly name: RuntimeName;
}

/** `manifest.json`: generated from the files, the only list of what there is to load. */
export interface Manifest {
  readonly version: string;
  readonly parserLabels: readonly string[];
  readonly files: readonly ModelFile[];
  /** Empty beside the sources of the weights; a site may have left out the one for WebGPU. */
  readonly runtimes: readonly RuntimeFile[];
}

/**
 * Reads a manifest and refuses one that this code cannot run: other classes, another crop size.
 * @throws TryOnError `model-corrupt`
 */
export function parseManifest(value: unknown): Manifest {
  const root = record(value, 'manifest');
  const parserLabels = list(root['parserLabels'], 'parserLabels').map((label) => text(label, 'parserLabels'));
  if (parserLabels.join() !== clothingClasses.join()) {
    throw corrupt(`parserLabels are ${parserLabels.join(', ')}`);
  }
  if (root['canonicalSizePx'] !== canonicalSizePx) throw corrupt(`canonicalSizePx is ${String(root['canonicalSizePx'])}`);
  return {
    version: text(root['version'], 'version'),
    parserLabels,
    files: list(root['files'], 'files').map(parseModel),
    runtimes: list(root['runtimes'] ?? [], 'runtimes').flatMap(parseRuntime),
  };
}

/** @throws TryOnError `model-corrupt` when the manifest lists no such file */
export function findFile(manifest: Manifest, file: string): ListedFile {
  const found = [...manifest.files, ...manifest.runtimes].find((entry) => entry.file === file);
  if (!found) throw corrupt(`${file} is not listed`);
  return found;
}

/** The file of a runtime, or `undefined` where the site does not have it. */
export function findRuntime(manifest: Manifest, name: RuntimeName): RuntimeFile | undefined {
  return manifest.runtimes.find((runtime) => runtime.name === name);
}

function parseModel(value: unknown): ModelFile {
  const entry = record(value, 'files');
  return {
    ...parseListed(entry),
    name: text(entry['name'], 'name'),
    license: text(entry['license'], 'license'),
    inputs: list(entry['inputs'], 'inputs').map(parseTensor),
    outputs: list(entry['outputs'], 'outputs').map(parseTensor),
  };
}

/** A runtime that a later release adds is none of ours. */
function parseRuntime(value: unknown): RuntimeFile[] {
  const entry = record(value, 'runtimes');
  const name = runtimeNames.find((known) => known === entry['name']);
  return name ? [{ ...parseListed(entry), name }] : [];
}

function parseListed(entry: Record<string, unknown>): ListedFile {
  const file = text(entry['file'], 'file');
  // The path is joined to the asset base: it must not lead out of it.
  if (!/^[\w-]+(\/[\w-][\w.-]*)*$/.test(file)) throw corrupt(`"${file}" is not a path below the asset base`);
  const sha256 = text(entry['sha256'], 'sha256');
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw corrupt(`sha256 of ${file} is not 64 hex digits`);
  const bytes = count(entry['bytes'], 'bytes');
  return { file, sha256, bytes, packedBytes: count(entry['packedBytes'] ?? bytes, 'packedBytes') };
}

function parseTensor(value: unknown): TensorSpec {
  const entry = record(value, 'tensor');
  return {
    name: text(entry['name'], 'tensor name'),
    shape: list(entry['shape'], 'shape').map((side) => count(side, 'shape')),
    range: text(entry['range'], 'range'),
  };
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) throw corrupt(`${what} is not an object`);
  return value as Record<string, unknown>;
}

function list(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) throw corrupt(`${what} is not a list`);
  return value;
}

function text(value: unknown, what: string): string {
  if (typeof value !== 'string') throw corrupt(`${what} is not a string`);
  return value;
}

function count(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value <= 0) throw corrupt(`${what} is not a positive integer`);
  return value;
}

function corrupt(detail: string): TryOnError {
  return new TryOnError('model-corrupt', `The model manifest cannot be used: ${detail}.`, 'load');
}
