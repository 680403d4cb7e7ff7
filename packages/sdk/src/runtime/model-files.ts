import type { ModelHashes } from '../shared/engine-info.js';
import { networkFiles, parserFiles } from '../shared/model-paths.js';
import type { Bytes } from './bytes.js';
import { findFile, type Manifest } from './manifest.js';
import type { StylemapWeights } from './ort-stylemap-network.js';

export { networkFiles, parserFiles };

export function stylemapWeights(loaded: ReadonlyMap<string, Bytes>): StylemapWeights {
  const [contentEncoder, styleEncoder, decoder] = networkFiles;
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
