import type { Bytes } from '../src/runtime/bytes.js';

// The test server's root is the repository's.
const url = (path: string) => new URL(`/${path}`, location.origin).href;

/** The WebAssembly of the runtimes, in the packages that ship it. */
const wasmPaths = {
  wasm: 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm',
  webgpu: 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.asyncify.wasm',
  mediapipe: 'node_modules/@mediapipe/tasks-vision/wasm/vision_wasm_module_internal.wasm',
};

export function fetchWasm(runtime: keyof typeof wasmPaths): Promise<Bytes> {
  return fetchBytes(wasmPaths[runtime]);
}

/** @param path below `models/` */
export function fetchModel(path: string): Promise<Bytes> {
  return fetchBytes(`models/${path}`);
}

async function fetchBytes(path: string): Promise<Bytes> {
  const response = await fetch(url(path));
  if (!response.ok) throw new Error(`${path}: HTTP status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

export async function fetchModelJson(path: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await fetchModel(path)));
}
