import type { Bytes } from './bytes.js';

/**
 * Keeps files between visits. A cache never fails a load: adapters answer `undefined` and drop writes when storage is
 * full, blocked or absent.
 */
export interface ByteCache {
  get(key: string): Promise<Bytes | undefined>;
  put(key: string, bytes: Bytes): Promise<void>;
  delete(key: string): Promise<void>;
}

const cacheName = 'stylemap-tryon';

// The Cache API wants http(s) URLs as keys. The reserved top-level domain can never be requested by accident.
const urlOfKey = (key: string) => `https://stylemap-tryon.invalid/${encodeURIComponent(key)}`;

/** The browser's Cache API, or `undefined` where there is none (plain http, some private modes, sandboxed frames). */
export function createBrowserCache(storage: CacheStorage | undefined = cacheStorage()): ByteCache | undefined {
  if (!storage) return undefined;
  return {
    async get(key) {
      try {
        const response = await (await storage.open(cacheName)).match(urlOfKey(key));
        return response && new Uint8Array(await response.arrayBuffer());
      } catch {
        return undefined;
      }
    },
    async put(key, bytes) {
      try {
        await (await storage.open(cacheName)).put(urlOfKey(key), new Response(bytes));
      } catch {
        // Quota exceeded or storage blocked: the next visit downloads again.
      }
    },
    async delete(key) {
      try {
        await (await storage.open(cacheName)).delete(urlOfKey(key));
      } catch {
        // Then there is nothing that could be read back either.
      }
    },
  };
}

/** A frame with `sandbox` and without `allow-same-origin` may not even ask. */
function cacheStorage(): CacheStorage | undefined {
  try {
    return globalThis.caches;
  } catch {
    return undefined;
  }
}
