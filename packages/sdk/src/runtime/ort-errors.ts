import { TryOnError } from '@stylemap-tryon/core';
import type { Backend } from '../shared/engine-info.js';

/*
 * onnxruntime-web throws strings, numbers and errors of several classes, all of them as prose. What a shop can do something about is
 * told apart by the words; the rest is a lost engine.
 */

/** Why a session could not be created. */
export function startError(cause: unknown, backend: Backend): TryOnError {
  const words = String(cause);
  if (isOutOfMemory(words)) return outOfMemory(cause);
  if (/SIMD is not supported/.test(words)) {
    return new TryOnError('unsupported', 'This device has no WebAssembly SIMD.', 'load', { cause });
  }
  if (/unsafe-eval/.test(words)) {
    const message = "The page's content security policy forbids WebAssembly: script-src needs 'wasm-unsafe-eval'.";
    return new TryOnError('unsupported', message, 'load', { cause });
  }
  // Said when the runtime itself did not start, nearly always for a file that is missing or a page served in its place.
  if (/no available backend found/.test(words)) {
    const message = 'onnxruntime could not be started from the files in ort/ below the asset base.';
    return new TryOnError('model-unavailable', message, 'load', { cause });
  }
  return new TryOnError('engine-lost', `The ${backend} backend could not be started.`, 'load', { cause });
}

/** Why a session that was created could not be run. */
export function runError(cause: unknown): TryOnError {
  if (isOutOfMemory(String(cause))) return outOfMemory(cause);
  return new TryOnError('engine-lost', 'The network could not be run.', undefined, { cause });
}

function isOutOfMemory(words: string): boolean {
  return /bad_alloc|out of memory|memory allocation|Array buffer allocation/i.test(words);
}

function outOfMemory(cause: unknown): TryOnError {
  return new TryOnError('out-of-memory', 'Not enough memory to run the network.', undefined, { cause });
}
