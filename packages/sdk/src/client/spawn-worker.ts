import { TryOnError } from '@stylemap-tryon/core';
import { sdkVersion } from '../shared/version.js';
import { policyName, trustedWorkerUrl } from './worker-url.js';

/**
 * The worker's file in the asset folder. Its name has the version, so that a new page never talks to an old worker out of some cache, and a
 * server may let it be cached for good.
 */
export const workerFile = `worker-${sdkVersion}.js`;

/**
 * Starts the module worker. It is a file by URL like the models, and not one that the shop's bundler finds in this code: bundlers take a worker
 * apart or rewrite what it loads.
 * @throws TryOnError `unsupported` outside of browsers, in old ones, on pages without https or with a policy against it
 */
export function spawnWorker(url: URL): Worker {
  requirePlatform();
  try {
    return new Worker(/* turbopackIgnore: true */ trustedWorkerUrl(url), { type: 'module' });
  } catch {
    // A script of another origin (a CDN) is refused; a module of this page that imports it is not. The page's policy then has
    // to allow `worker-src blob:`.
    return spawnThroughBlob(url);
  }
}

function spawnThroughBlob(url: URL): Worker {
  const source = `import ${JSON.stringify(url.href)};`;
  const blobUrl = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  try {
    const worker = new Worker(trustedWorkerUrl(new URL(blobUrl)), { type: 'module' });
    worker.addEventListener('message', () => URL.revokeObjectURL(blobUrl), { once: true });
    return worker;
  } catch (cause) {
    URL.revokeObjectURL(blobUrl);
    throw new TryOnError(
      'unsupported',
      `The page's policy forbids the worker (worker-src, trusted-types ${policyName}).`,
      undefined,
      {
        cause,
      },
    );
  }
}

/** @throws TryOnError `unsupported` */
export function requirePlatform(): void {
  const missing = (['Worker', 'OffscreenCanvas', 'WebAssembly', 'createImageBitmap', 'DecompressionStream'] as const).find(
    (name) => typeof globalThis[name] === 'undefined',
  );
  if (missing) throw new TryOnError('unsupported', `The try-on needs a browser with ${missing}.`);
  // Without https there is no crypto.subtle to check the models with.
  if (!globalThis.isSecureContext) throw new TryOnError('unsupported', 'The try-on needs a page served by https or localhost.');
}
