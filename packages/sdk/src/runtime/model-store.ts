import { createAbortError, TryOnError } from '@stylemap-tryon/core';
import type { ByteCache } from './byte-cache.js';
import type { ByteSource } from './byte-source.js';
import { sha256Hex, type Bytes } from './bytes.js';
import { unpacked } from './gzip.js';
import { findFile, parseManifest, type ListedFile, type Manifest } from './manifest.js';
import { parseSelfCheck, type SelfCheck } from './self-check.js';

/** In bytes as they are downloaded, packed where the files are. */
export interface LoadProgress {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

export interface LoadModelsOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
}

/**
 * Hands out weights and runtimes whose SHA-256 is the published one, from the cache where it has them. They are cached by their
 * hash, so a new release never meets an old file and a second visit needs no network.
 */
export class ModelStore {
  readonly #source: ByteSource;
  readonly #cache: ByteCache | undefined;

  constructor(source: ByteSource, cache?: ByteCache) {
    this.#source = source;
    this.#cache = cache;
  }

  /** @throws TryOnError `model-unavailable`, `model-corrupt`; AbortError */
  async manifest(signal?: AbortSignal): Promise<Manifest> {
    return parseManifest(await this.#readJson('manifest.json', signal));
  }

  /** The known answers of the graphs. @throws as `manifest` does */
  async selfCheck(signal?: AbortSignal): Promise<SelfCheck> {
    return parseSelfCheck(await this.#readJson('self-check.json', signal));
  }

  /**
   * Loads files beside each other; an error stops the rest.
   * @param files paths as the manifest lists them
   * @returns their bytes by path, unpacked
   * @throws TryOnError `model-unavailable`, `model-corrupt`; AbortError
   */
  async load(manifest: Manifest, files: readonly string[], options: LoadModelsOptions = {}): Promise<Map<string, Bytes>> {
    const entries = files.map((file) => findFile(manifest, file));
    const totalBytes = sum(entries.map(({ packedBytes }) => packedBytes));
    const loadedBytes = new Map(entries.map(({ file }) => [file, 0]));
    const report = (entry: ListedFile, bytes: number) => {
      // A server that packs or unpacks and a repeated download may count more than the file has.
      loadedBytes.set(entry.file, Math.min(bytes, entry.packedBytes));
      options.onProgress?.({ loadedBytes: sum([...loadedBytes.values()]), totalBytes });
    };
    throwIfAborted(options.signal);
    const stop = new AbortController();
    const { signal } = stop;
    options.signal?.addEventListener('abort', () => stop.abort(), { signal });
    try {
      const loaded = entries.map(async (entry): Promise<[string, Bytes]> => {
        let receivedBytes = 0;
        const bytes = await this.#loadFile(entry, signal, (chunkBytes) => report(entry, (receivedBytes += chunkBytes)));
        report(entry, entry.packedBytes);
        return [entry.file, bytes];
      });
      return new Map(await Promise.all(loaded));
    } finally {
      stop.abort();
    }
  }

  async #loadFile(entry: ListedFile, signal: AbortSignal, onBytes: (bytes: number) => void): Promise<Bytes> {
    throwIfAborted(signal);
    const stored = await this.#cache?.get(entry.sha256);
    if (stored) {
      if (await hasHash(stored, entry)) return stored;
      await this.#cache?.delete(entry.sha256);
    }
    // The second attempt by-passes the HTTP cache: a deploy may have left an old response under the same URL.
    for (const freshness of ['default', 'reload'] as const) {
      throwIfAborted(signal);
      const bytes = await unpacked(await this.#source.read(entry.file, { signal, freshness, onBytes }));
      if (!bytes || !(await hasHash(bytes, entry))) continue;
      throwIfAborted(signal);
      await this.#cache?.put(entry.sha256, bytes);
      return bytes;
    }
    throw new TryOnError('model-corrupt', `${entry.file} does not have the published SHA-256.`, 'load');
  }

  /** Small files that a release may change under the same name: network first, the stored copy when offline. */
  async #readJson(path: string, signal: AbortSignal | undefined): Promise<unknown> {
    const key = `${this.#source.base}${path}`;
    let bytes: Bytes;
    try {
      bytes = await this.#source.read(path, { signal, freshness: 'revalidate' });
    } catch (error) {
      throwIfAborted(signal);
      const stored = await this.#cache?.get(key);
      if (!stored) throw error;
      return parseJson(stored, key);
    }
    const value = parseJson(bytes, key);
    await this.#cache?.put(key, bytes);
    return value;
  }
}

async function hasHash(bytes: Bytes, entry: ListedFile): Promise<boolean> {
  return bytes.length === entry.bytes && (await sha256Hex(bytes)) === entry.sha256;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function parseJson(bytes: Bytes, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    // A development server answers unknown paths with its start page and status 200.
    throw new TryOnError('model-unavailable', `${name} is not JSON. Is the asset base right?`, 'load', { cause });
  }
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw createAbortError();
}
