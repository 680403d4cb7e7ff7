import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TryOnError } from '@stylemap-tryon/core';
import type { ByteSource } from '@stylemap-tryon/sdk/runtime';

/** Model files from a folder of the same layout as the browser's asset base. */
export function createFolderSource(folder: string): ByteSource {
  return {
    base: folder,
    async read(path, { signal, onBytes } = {}) {
      const file = join(folder, path);
      try {
        const bytes = new Uint8Array(await readFile(file, { signal }));
        onBytes?.(bytes.length);
        return bytes;
      } catch (cause) {
        if (signal?.aborted) throw cause;
        throw new TryOnError('model-unavailable', `${file} could not be read.`, 'load', { cause });
      }
    },
  };
}
