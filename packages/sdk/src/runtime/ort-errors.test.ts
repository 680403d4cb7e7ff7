import { describe, expect, it } from 'vitest';
import { runError, startError } from './ort-errors.js';

const start = 'Error: no available backend found. ERR: [wasm] ';

describe('what onnxruntime throws', () => {
  it.each([
    ['model-unavailable', `${start}TypeError: Failed to fetch dynamically imported module: https://shop.example/ort/x.mjs`],
    [
      'model-unavailable',
      `${start}RuntimeError: Aborted(CompileError: WebAssembly.instantiate(): BufferSource argument is empty)`,
    ],
    ['model-unavailable', `${start}RuntimeError: Aborted(CompileError: expected magic word 00 61 73 6d, found 3c 21 64 6f)`],
    ['unsupported', `${start}Error: WebAssembly SIMD is not supported in the current environment.`],
    [
      'unsupported',
      `${start}CompileError: Refused to compile or instantiate WebAssembly module because 'unsafe-eval' is not allowed`,
    ],
    ['out-of-memory', `${start}RangeError: WebAssembly.Memory(): could not allocate memory: Out of memory`],
    [
      'engine-lost',
      "Error: Can't create a session. ERROR_CODE: 7, ERROR_MESSAGE: Failed to load model because protobuf parsing failed.",
    ],
  ])('at the start is %s: %s', (code, words) => {
    expect(startError(words, 'wasm')).toMatchObject({ code, cause: words });
  });

  it.each([
    ['out-of-memory', 'Error: failed to call OrtRun(). ERROR_CODE: 6, ERROR_MESSAGE: std::bad_alloc'],
    ['out-of-memory', new RangeError('Array buffer allocation failed')],
    ['engine-lost', new Error('device was lost')],
    ['engine-lost', 12_345_678],
  ])('in a run is %s: %s', (code, cause) => {
    expect(runError(cause)).toMatchObject({ code, cause });
  });
});
