import { createAbortError, TryOnError } from '@stylemap-tryon/core';
import type { Bytes } from './bytes.js';

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called with the number of bytes of each chunk. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
  /** `default`: a stored HTTP response will do. `revalidate`: ask the server. `reload`: never from the HTTP cache. */
  readonly freshness?: 'default' | 'revalidate' | 'reload' | undefined;
}

/** Where model files come from: the network in a browser, a folder in Node, memory in tests. */
export interface ByteSource {
  /** For messages and cache keys. */
  readonly base: string;
  /**
   * @param path below the base
   * @throws TryOnError `model-unavailable`; AbortError
   */
  read(path: string, options?: ReadOptions): Promise<Bytes>;
}

const cacheModes = { default: 'default', revalidate: 'no-cache', reload: 'reload' } as const;

/** @param base absolute URL that ends with a slash */
export function createFetchSource(base: string, fetchFile: typeof fetch = (...args) => fetch(...args)): ByteSource {
  return {
    base,
    async read(path, options = {}) {
      const url = new URL(path, base).href;
      try {
        const response = await fetchFile(url, {
          credentials: 'same-origin',
          cache: cacheModes[options.freshness ?? 'default'],
          signal: options.signal ?? null,
        });
        if (!response.ok) throw new Error(`HTTP status ${response.status}`);
        return await readBody(response, options.onBytes);
      } catch (cause) {
        if (options.signal?.aborted) throw createAbortError();
        throw new TryOnError(
          'model-unavailable',
          `${url} could not be fetched. The asset base is the folder that "stylemap-tryon copy-assets" makes.`,
          'load',
          { cause },
        );
      }
    },
  };
}

async function readBody(response: Response, onBytes?: (bytes: number) => void): Promise<Bytes> {
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let totalBytes = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    totalBytes += part.value.length;
    onBytes?.(part.value.length);
  }
  const bytes = new Uint8Array(totalBytes);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
