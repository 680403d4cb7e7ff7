import { TryOnError } from '@stylemap-tryon/core';

const moduleUrl = import.meta.url;

/**
 * Starts the module worker.
 * @throws TryOnError `unsupported` outside of browsers, in old ones, and on pages without https
 */
export function spawnWorker(workerUrl: URL | undefined): Worker {
  requirePlatform();
  try {
    // Bundlers recognise exactly this expression and emit the worker as a file of its own.
    if (!workerUrl) return new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    return new Worker(workerUrl, { type: 'module' });
  } catch {
    // A script of another origin (a CDN) is refused; a module of this page that imports it is not. The page's policy then has
    // to allow `worker-src blob:`.
    return spawnThroughBlob(workerUrl ?? new URL('worker.js', moduleUrl));
  }
}

function spawnThroughBlob(url: URL): Worker {
  const source = `import ${JSON.stringify(url.href)};`;
  const blobUrl = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(blobUrl, { type: 'module' });
  worker.addEventListener('message', () => URL.revokeObjectURL(blobUrl), { once: true });
  return worker;
}

function requirePlatform(): void {
  const missing = (['Worker', 'OffscreenCanvas', 'WebAssembly', 'createImageBitmap'] as const).find(
    (name) => typeof globalThis[name] === 'undefined',
  );
  if (missing) throw new TryOnError('unsupported', `The try-on needs a browser with ${missing}.`);
  // Without https there is no crypto.subtle to check the models with.
  if (!globalThis.isSecureContext) throw new TryOnError('unsupported', 'The try-on needs a page served by https or localhost.');
}
