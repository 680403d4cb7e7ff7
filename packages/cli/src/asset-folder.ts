import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { TryOnError } from '@stylemap-tryon/core';

/** The sdk package's `dist/assets`, with models and runtimes. @throws TryOnError `model-unavailable` before a build */
export function sdkAssetFolder(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve('@stylemap-tryon/sdk/assets/manifest.json'));
  } catch (cause) {
    throw new TryOnError('model-unavailable', 'The sdk package has no dist/assets. Build it, or give --models.', 'load', {
      cause,
    });
  }
}
