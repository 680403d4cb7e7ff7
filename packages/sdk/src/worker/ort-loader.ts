import type { Backend } from '../shared/engine-info.js';
import type { Ort } from '../runtime/ort.js';

/** Threads in wasm need shared memory, which needs COOP and COEP headers that most shops cannot set: taken where present only. */
const maxThreads = 4;

/**
 * Loads the onnxruntime build for a backend. Never the package's root: that build runs int8 graphs wrongly without an error.
 * @param ortBase absolute URL of the folder with the `.wasm` and `.mjs` files, with a slash at its end
 */
export async function loadOrt(backend: Backend, ortBase: string): Promise<Ort> {
  const ort: Ort = backend === 'webgpu' ? await import('onnxruntime-web/webgpu') : await import('onnxruntime-web/wasm');
  ort.env.wasm.wasmPaths = ortBase;
  ort.env.wasm.numThreads = globalThis.crossOriginIsolated ? Math.min(maxThreads, navigator.hardwareConcurrency) : 1;
  return ort;
}
