import type { Backend, SegmenterName } from './engine-info.js';

/** The network's three graphs, by their paths in the manifest. */
export const networkFiles = ['weights/content-encoder.onnx', 'weights/style-encoder.onnx', 'weights/decoder.onnx'] as const;

/** The same parser weights in each runtime's format. */
export const parserFiles: Readonly<Record<SegmenterName, string>> = {
  mediapipe: 'weights/garment-parser.tflite',
  onnx: 'weights/garment-parser.onnx',
};

/** Names in the manifest of onnxruntime's builds. */
export const ortRuntimes: Readonly<Record<Backend, 'ort-wasm' | 'ort-webgpu'>> = { wasm: 'ort-wasm', webgpu: 'ort-webgpu' };
