import { createBrowserCache } from '../runtime/byte-cache.js';
import { createFetchSource } from '../runtime/byte-source.js';
import { ModelStore } from '../runtime/model-store.js';
import { OnnxSegmenter } from '../runtime/onnx-segmenter.js';
import { OrtStylemapNetwork } from '../runtime/ort-stylemap-network.js';
import { hasUsableAdapter } from './adapter-probe.js';
import type { EnginePlatform } from './load-engine.js';
import { hasWebGl, MediaPipeSegmenter } from './mediapipe-segmenter.js';
import { loadOrt } from './ort-loader.js';

/** The real thing: network, Cache API, WebGPU, onnxruntime-web, MediaPipe. */
export const browserPlatform: EnginePlatform = {
  openStore: (assetBase) => new ModelStore(createFetchSource(assetBase), createBrowserCache()),
  hasUsableAdapter: (options) => hasUsableAdapter(navigator, options),
  hasWebGl,
  loadOrt,
  createNetwork: (ort, weights, backend) => OrtStylemapNetwork.create(ort, weights, backend),
  createOnnxSegmenter: (ort, model) => OnnxSegmenter.create(ort, model),
  createMediaPipeSegmenter: (wasmBase, model) => MediaPipeSegmenter.create(wasmBase, model),
};
