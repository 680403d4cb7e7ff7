import { TryOnError } from '@stylemap-tryon/core';
import type { ByteCache } from '../src/runtime/byte-cache.js';
import type { ByteSource, ReadOptions } from '../src/runtime/byte-source.js';
import { sha256Hex, type Bytes } from '../src/runtime/bytes.js';

export interface MemorySource extends ByteSource {
  readonly files: Map<string, Bytes>;
  readonly reads: { path: string; freshness: ReadOptions['freshness'] }[];
  offline: boolean;
}

/** A server in memory, in chunks of 4 bytes. */
export function createMemorySource(files: Record<string, Bytes>): MemorySource {
  const source: MemorySource = {
    base: 'https://shop.example/assets/',
    files: new Map(Object.entries(files)),
    reads: [],
    offline: false,
    read(path, { freshness, onBytes, signal } = {}) {
      source.reads.push({ path, freshness });
      const bytes = source.files.get(path);
      if (source.offline || !bytes) return Promise.reject(new TryOnError('model-unavailable', path, 'load'));
      if (signal?.aborted) return Promise.reject(new DOMException('aborted', 'AbortError'));
      for (let offset = 0; offset < bytes.length; offset += 4) onBytes?.(Math.min(4, bytes.length - offset));
      return Promise.resolve(bytes.slice());
    },
  };
  return source;
}

export interface MemoryCache extends ByteCache {
  readonly entries: Map<string, Bytes>;
}

export function createMemoryCache(): MemoryCache {
  const entries = new Map<string, Bytes>();
  return {
    entries,
    get: (key) => Promise.resolve(entries.get(key)),
    put: (key, bytes) => Promise.resolve(void entries.set(key, bytes)),
    delete: (key) => Promise.resolve(void entries.delete(key)),
  };
}

/** A manifest that is right for `files`, and for `runtimes` that are named like their files. */
export async function manifestOf(
  files: Record<string, Bytes>,
  runtimes: Record<string, Bytes> = {},
): Promise<Record<string, unknown>> {
  const runtimeEntries = Object.entries(runtimes).map(async ([file, bytes]) => ({
    name: file.replace(/^.*\/|\.wasm.*$/g, ''),
    file,
    sha256: await sha256Hex(bytes),
    bytes: bytes.length,
  }));
  const entries = Object.entries(files).map(async ([file, bytes]) => ({
    name: file,
    file,
    sha256: await sha256Hex(bytes),
    bytes: bytes.length,
    license: 'Apache-2.0',
    inputs: [{ name: 'content', shape: [1, 8, 256, 256], range: '[-1, 1]' }],
    outputs: [],
  }));
  return {
    version: '0.1.0',
    canonicalSizePx: 256,
    parserLabels: ['background', 'hair', 'skin', 'top', 'outerwear', 'bottom', 'dress', 'footwear', 'accessory'],
    files: await Promise.all(entries),
    runtimes: await Promise.all(runtimeEntries),
  };
}

export function jsonBytes(value: unknown): Bytes {
  return new TextEncoder().encode(JSON.stringify(value));
}
