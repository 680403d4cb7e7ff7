import { fileURLToPath } from 'node:url';

/** Absolute path of the folder that a site serves: `manifest.json`, `weights/`, `runtimes/`, the worker and the tag. */
export function assetFolder(): string {
  return fileURLToPath(new URL('../public/', import.meta.url));
}
