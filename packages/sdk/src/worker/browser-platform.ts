import { createBrowserCache } from '../runtime/byte-cache.js';
import { createFetchSource } from '../runtime/byte-source.js';
import { ModelStore } from '../runtime/model-store.js';
import { OnnxSegmenter } from '../runtime/onnx-segmenter.js';
import { OrtStylemapNetwork } from '../runtime/ort-stylemap-network.js';
import { hasUsableAdapter } from '../shared/adapter-probe.js';
import type { EnginePlatform } from './load-engine.js';
import { importOrt, importScript } from './ort-loader.js';
import { hasWebGl } from './webgl.js';

/** The real thing: network, Cache API, WebGPU, onnxruntime-web, MediaPipe. */
export const browserPlatform: EnginePlatform = {
  openStore: (assetBase) => new ModelStore(createFetchSource(assetBase), createBrowserCache()),
  hasUsableAdapter: (options) => hasUsableAdapter(navigator, options),
  hasWebGl,
  importOrt,
  importMediaPipe: async () => {
    const { MediaPipeSegmenter } = await importScript(() => import('./mediapipe-segmenter.js'));
    return (wasm, model) => MediaPipeSegmenter.create(wasm, model);
  },
  createNetwork: (ort, weights, backend) => OrtStylemapNetwork.create(ort, weights, backend),
  createOnnxSegmenter: (ort, model) => OnnxSegmenter.create(ort, model),
};
