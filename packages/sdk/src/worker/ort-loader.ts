import { TryOnError } from '@stylemap-tryon/core';
import type { Backend } from '../shared/engine-info.js';
import type { Bytes } from '../runtime/bytes.js';
import type { Ort } from '../runtime/ort.js';

/** Threads in wasm need shared memory, which needs COOP and COEP headers that most shops cannot set: taken where present only. */
const maxThreads = 4;

/** Makes an onnxruntime of its WebAssembly. */
export type OrtStart = (wasm: Bytes) => Ort;

/**
 * Loads the script of the onnxruntime build for a backend. Never the package's root: that build runs int8 graphs wrongly without an error.
 * @throws TryOnError `model-unavailable`
 */
export async function importOrt(backend: Backend): Promise<OrtStart> {
  const ort: Ort = await importScript(() =>
    backend === 'webgpu' ? import('onnxruntime-web/webgpu') : import('onnxruntime-web/wasm'),
  );
  return (wasm) => {
    ort.env.wasm.wasmBinary = wasm;
    ort.env.wasm.numThreads = threadCount();
    return ort;
  };
}

/** A chunk of the worker. @throws TryOnError `model-unavailable` */
export async function importScript<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    throw new TryOnError('model-unavailable', 'A script of the folder chunks/ could not be loaded.', 'load', { cause });
  }
}

/** onnxruntime starts its threads from its own script, which the browser allows on the page's own origin only. */
function threadCount(): number {
  const ownOrigin = new URL(import.meta.url).origin === location.origin;
  return globalThis.crossOriginIsolated && ownOrigin ? Math.min(maxThreads, navigator.hardwareConcurrency) : 1;
}
