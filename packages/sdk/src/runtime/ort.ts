import type * as OrtModule from 'onnxruntime-web';

/** The part of onnxruntime-web in use; injected, so that Node, the worker and tests choose the build. */
export type Ort = Pick<typeof OrtModule, 'InferenceSession' | 'Tensor' | 'env'>;

export type OrtSession = OrtModule.InferenceSession;
