import type { InferenceSession } from 'onnxruntime-web';
import type { Tensor } from '@stylemap-tryon/core';
import type { Backend } from '../shared/engine-info.js';
import { asTryOnError } from '../shared/serialized-error.js';
import type { Bytes } from './bytes.js';
import type { Ort, OrtSession } from './ort.js';
import { runError, startError } from './ort-errors.js';

/**
 * Session options by backend. NCHW: the NHWC convolutions of the WebGPU provider are wrong for some channel counts, in silence.
 * `disable_quant_qdq` unfolds the int8 weights once at load instead of in every run.
 */
function sessionOptions(backend: Backend): InferenceSession.SessionOptions {
  return {
    executionProviders: backend === 'webgpu' ? [{ name: 'webgpu', preferredLayout: 'NCHW' }] : ['wasm'],
    graphOptimizationLevel: 'all',
    extra: { session: { disable_quant_qdq: '1' } },
    // Errors only: the default warns of every node that WebGPU leaves to the CPU.
    logSeverityLevel: 3,
  };
}

/** Sessions must not be created or run concurrently in one onnxruntime-web instance. */
export async function createSession(ort: Ort, model: Bytes, backend: Backend): Promise<OrtSession> {
  try {
    return await ort.InferenceSession.create(model, sessionOptions(backend));
  } catch (error) {
    throw asTryOnError(error, (cause) => startError(cause, backend));
  }
}

/** Runs a graph on named float inputs; the outputs are copies on the CPU. */
export async function runSession(
  ort: Ort,
  session: OrtSession,
  inputs: Readonly<Record<string, Tensor>>,
): Promise<Record<string, Tensor>> {
  try {
    const feeds = Object.entries(inputs).map(([name, { data, shape }]) => [name, new ort.Tensor('float32', data, shape)]);
    const results = await session.run(Object.fromEntries(feeds) as InferenceSession.FeedsType);
    const outputs = Object.entries(results).map(([name, { dims, data }]) => [name, { shape: dims, data }]);
    return Object.fromEntries(outputs) as Record<string, Tensor>;
  } catch (error) {
    throw asTryOnError(error, (cause) => runError(cause));
  }
}
