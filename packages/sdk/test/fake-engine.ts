import { createColourSegmenter, createFakeNetwork } from '@stylemap-tryon/core/testing';
import type { EngineConfig } from '../src/shared/protocol.js';
import { sdkVersion } from '../src/shared/version.js';
import { WorkerEngine, type EngineParts } from '../src/worker/engine.js';
import type { LoadedEngine } from '../src/worker/load-engine.js';
import { palette } from './drawn-pictures.js';

export const testConfig: EngineConfig = {
  assetBase: 'https://shop.example/assets/',
  backend: 'auto',
  segmenter: 'auto',
  maxPhotoPixels: 64_000_000,
  allowSoftwareAdapter: false,
};

/** An engine that knows drawn pictures and puts the product on as it is. */
export function createFakeLoadedEngine(): LoadedEngine {
  return {
    segmenter: createColourSegmenter(palette),
    network: createFakeNetwork(),
    info: () => ({ backend: 'wasm', segmenter: 'onnx', models: { 'decoder.onnx': 'f'.repeat(64) }, version: sdkVersion }),
    dispose: () => undefined,
  };
}

/** Parts of an engine that a test replaces. */
export type TestParts = { -readonly [Name in keyof EngineParts]?: EngineParts[Name] };

/** The real worker engine on fakes; only `pixels` payloads can be decoded. */
export function createTestEngine(parts: TestParts = {}, config = testConfig): WorkerEngine {
  return new WorkerEngine(config, {
    load: () => Promise.resolve(createFakeLoadedEngine()),
    download: (url) => Promise.reject(new Error(`no ${url} here`)),
    decode: (payload) =>
      payload.kind === 'pixels'
        ? Promise.resolve({ ...payload.image, scale: 1 })
        : Promise.reject(new Error(`no ${payload.kind} here`)),
    findProduct: () => Promise.resolve(undefined),
    toBitmap: () => Promise.reject(new Error('no bitmaps in Node')),
    now: () => performance.now(),
    ...parts,
  });
}
