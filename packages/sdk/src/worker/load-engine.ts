import { isAbortError, TryOnError, type Engine, type Segmenter, type StylemapNetwork } from '@stylemap-tryon/core';
import type { Backend, EngineInfo, SegmenterName } from '../shared/engine-info.js';
import type { EngineConfig } from '../shared/protocol.js';
import { asTryOnError } from '../shared/serialized-error.js';
import { sdkVersion } from '../shared/version.js';
import type { Bytes } from '../runtime/bytes.js';
import type { Manifest } from '../runtime/manifest.js';
import { modelBytes, modelHashes, networkFiles, parserFiles, stylemapWeights } from '../runtime/model-files.js';
import type { LoadModelsOptions, ModelStore } from '../runtime/model-store.js';
import type { Ort } from '../runtime/ort.js';
import type { StylemapWeights } from '../runtime/ort-stylemap-network.js';
import { ResilientNetwork } from '../runtime/resilient-network.js';
import type { ProbeOptions } from './adapter-probe.js';

/** What a worker has around it, so that tests can stand in for the browser. */
export interface EnginePlatform {
  openStore(assetBase: string): ModelStore;
  hasUsableAdapter(options: ProbeOptions): Promise<boolean>;
  hasWebGl(): boolean;
  loadOrt(backend: Backend, ortBase: string): Promise<Ort>;
  createNetwork(ort: Ort, weights: StylemapWeights, backend: Backend): Promise<StylemapNetwork>;
  createOnnxSegmenter(ort: Ort, model: Bytes): Promise<Segmenter>;
  createMediaPipeSegmenter(wasmBase: string, model: Bytes): Promise<Segmenter>;
}

export interface LoadHooks extends LoadModelsOptions {
  /** Told when WebGPU is given up, now or in a later run. */
  readonly onFallback: (reason: unknown) => void;
}

export interface LoadedEngine extends Engine {
  /** As of now: the backend changes when a run falls back. */
  info(): Omit<EngineInfo, 'warnings'>;
  dispose(): void;
}

/** Loads models and runtimes as the options and the device allow. @throws TryOnError; AbortError */
export async function loadEngine(config: EngineConfig, platform: EnginePlatform, hooks: LoadHooks): Promise<LoadedEngine> {
  const store = platform.openStore(config.assetBase);
  const first = await chooseBackend(config, platform, hooks.onFallback);
  const preferred = chooseSegmenter(config, platform);
  const manifest = await store.manifest(hooks.signal);
  const loaded = await store.load(manifest, [...networkFiles, parserFiles[preferred]], hooks);

  const ortOf = rememberPerBackend((backend) => platform.loadOrt(backend, `${config.assetBase}ort/`));
  const network = await ResilientNetwork.create({
    first,
    create: async (backend) => platform.createNetwork(await ortOf(backend), stylemapWeights(loaded), backend),
    selfCheck: () => store.selfCheck(hooks.signal),
    onFallback: hooks.onFallback,
  });
  try {
    const { segmenter, name } = await createSegmenter();
    return {
      segmenter,
      network,
      info: () => ({
        backend: network.backend,
        segmenter: name,
        models: modelHashes(manifest, [...networkFiles, parserFiles[name]]),
        version: sdkVersion,
      }),
      dispose() {
        segmenter.dispose();
        network.dispose();
      },
    };
  } catch (error) {
    network.dispose();
    throw error;
  }

  async function createSegmenter(): Promise<{ segmenter: Segmenter; name: SegmenterName }> {
    if (preferred === 'mediapipe') {
      try {
        const model = modelBytes(loaded, parserFiles.mediapipe);
        return { segmenter: await createMediaPipe(config, platform, model), name: 'mediapipe' };
      } catch (error) {
        if (config.segmenter === 'mediapipe' || isAbortError(error)) throw error;
      }
    }
    const model = await parserBytes(manifest, loaded, store, hooks);
    return { segmenter: await platform.createOnnxSegmenter(await ortOf(network.backend), model), name: 'onnx' };
  }
}

async function chooseBackend(
  { backend, allowSoftwareAdapter }: EngineConfig,
  platform: EnginePlatform,
  onFallback: (reason: unknown) => void,
): Promise<Backend> {
  if (backend === 'wasm') return 'wasm';
  const explicit = backend === 'webgpu';
  if (await platform.hasUsableAdapter({ explicit, allowSoftwareAdapter })) return 'webgpu';
  if (explicit) onFallback(new Error('No usable WebGPU adapter.'));
  return 'wasm';
}

function chooseSegmenter({ segmenter }: EngineConfig, platform: EnginePlatform): SegmenterName {
  if (segmenter !== 'auto') return segmenter;
  return platform.hasWebGl() ? 'mediapipe' : 'onnx';
}

async function createMediaPipe(config: EngineConfig, platform: EnginePlatform, model: Bytes): Promise<Segmenter> {
  try {
    return await platform.createMediaPipeSegmenter(`${config.assetBase}mediapipe`, model);
  } catch (error) {
    throw asTryOnError(error, (cause) => {
      return new TryOnError('model-unavailable', 'MediaPipe could not be started from the asset base.', 'load', { cause });
    });
  }
}

/** The ONNX twin is loaded on its own when MediaPipe was preferred and failed. */
async function parserBytes(
  manifest: Manifest,
  loaded: ReadonlyMap<string, Bytes>,
  store: ModelStore,
  { signal }: LoadHooks,
): Promise<Bytes> {
  const file = parserFiles.onnx;
  return modelBytes(loaded.has(file) ? loaded : await store.load(manifest, [file], { signal }), file);
}

function rememberPerBackend(load: (backend: Backend) => Promise<Ort>): (backend: Backend) => Promise<Ort> {
  const loaded = new Map<Backend, Promise<Ort>>();
  return (backend) => {
    const ort = loaded.get(backend) ?? load(backend);
    loaded.set(backend, ort);
    return ort;
  };
}
