import * as ort from 'onnxruntime-web/wasm';
import type { Engine } from '@stylemap-tryon/core';
import {
  modelBytes,
  modelHashes,
  ModelStore,
  networkFiles,
  OnnxSegmenter,
  OrtStylemapNetwork,
  parserFiles,
  sdkVersion,
  stylemapWeights,
  type EngineInfo,
} from '@stylemap-tryon/sdk/runtime';
import { createFolderSource } from './folder-source.js';

export interface NodeEngine extends Engine {
  readonly info: EngineInfo;
  dispose(): void;
}

/**
 * Both networks in Node, on onnxruntime-web's wasm with one thread: the browser's arithmetic, and the same bytes every time.
 * @param modelsDir folder with `manifest.json` and `weights/`
 * @throws TryOnError `model-unavailable`, `model-corrupt`, `engine-lost`
 */
export async function createNodeEngine(modelsDir: string): Promise<NodeEngine> {
  const store = new ModelStore(createFolderSource(modelsDir));
  const manifest = await store.manifest();
  const files = [...networkFiles, parserFiles.onnx];
  const loaded = await store.load(manifest, files);

  ort.env.wasm.numThreads = 1;
  const network = await OrtStylemapNetwork.create(ort, stylemapWeights(loaded), 'wasm');
  const segmenter = await OnnxSegmenter.create(ort, modelBytes(loaded, parserFiles.onnx));
  return {
    network,
    segmenter,
    info: {
      backend: 'wasm',
      segmenter: 'onnx',
      models: modelHashes(manifest, files),
      version: sdkVersion,
      warnings: [],
    },
    dispose() {
      network.dispose();
      segmenter.dispose();
    },
  };
}
