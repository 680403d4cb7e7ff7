import type { ModelHashes, SegmenterName } from '../shared/engine-info.js';
import type { Bytes } from './bytes.js';
import { findFile, type Manifest } from './manifest.js';
import type { StylemapWeights } from './ort-stylemap-network.js';

const contentEncoder = 'weights/content-encoder.onnx';
const styleEncoder = 'weights/style-encoder.onnx';
const decoder = 'weights/decoder.onnx';

/** The network's three graphs, by their paths in the manifest. */
export const networkFiles = [contentEncoder, styleEncoder, decoder] as const;

/** The same parser weights in each runtime's format. */
export const parserFiles: Readonly<Record<SegmenterName, string>> = {
  mediapipe: 'weights/garment-parser.tflite',
  onnx: 'weights/garment-parser.onnx',
};

export function stylemapWeights(loaded: ReadonlyMap<string, Bytes>): StylemapWeights {
  return {
    contentEncoder: modelBytes(loaded, contentEncoder),
    styleEncoder: modelBytes(loaded, styleEncoder),
    decoder: modelBytes(loaded, decoder),
  };
}

/** Bytes of a file that `ModelStore.load` was asked for. */
export function modelBytes(loaded: ReadonlyMap<string, Bytes>, file: string): Bytes {
  const bytes = loaded.get(file);
  if (!bytes) throw new Error(`${file} was not loaded`);
  return bytes;
}

/** Hashes for the receipt, by file name. */
export function modelHashes(manifest: Manifest, files: readonly string[]): ModelHashes {
  return Object.fromEntries(files.map((file) => [file.slice(file.lastIndexOf('/') + 1), findFile(manifest, file).sha256]));
}
