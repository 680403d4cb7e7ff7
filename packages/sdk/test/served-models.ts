import type { Bytes } from '../src/runtime/bytes.js';

// The test server's root is the repository's.
const url = (path: string) => new URL(`/${path}`, location.origin).href;

/** Folders of the runtimes, in the packages that ship them. */
export const ortBase = url('node_modules/onnxruntime-web/dist/');
export const mediapipeBase = url('node_modules/@mediapipe/tasks-vision/wasm');

/** @param path below `models/` */
export async function fetchModel(path: string): Promise<Bytes> {
  const response = await fetch(url(`models/${path}`));
  if (!response.ok) throw new Error(`${path}: HTTP status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

export async function fetchModelJson(path: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await fetchModel(path)));
}
