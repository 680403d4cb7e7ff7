import { isAbortError, TryOnError, type Engine, type Segmenter, type StylemapNetwork } from '@stylemap-tryon/core';
import type { Backend, EngineInfo, SegmenterName } from '../shared/engine-info.js';
import type { ProbeOptions } from '../shared/adapter-probe.js';
import { ortRuntimes } from '../shared/model-paths.js';
import type { EngineConfig } from '../shared/protocol.js';
import { asTryOnError } from '../shared/serialized-error.js';
import { sdkVersion } from '../shared/version.js';
import type { Bytes } from '../runtime/bytes.js';
import { findRuntime, type Manifest, type RuntimeName } from '../runtime/manifest.js';
import { modelBytes, modelHashes, networkFiles, parserFiles, stylemapWeights } from '../runtime/model-files.js';
import type { LoadModelsOptions, ModelStore } from '../runtime/model-store.js';
import type { Ort } from '../runtime/ort.js';
import type { StylemapWeights } from '../runtime/ort-stylemap-network.js';
import { ResilientNetwork } from '../runtime/resilient-network.js';
import type { OrtStart } from './ort-loader.js';

/** What a worker has around it, so that tests can stand in for the browser. */
export interface EnginePlatform {
  openStore(assetBase: string): ModelStore;
  hasUsableAdapter(options: ProbeOptions): Promise<boolean>;
  hasWebGl(): boolean;
  importOrt(backend: Backend): Promise<OrtStart>;
  importMediaPipe(): Promise<MediaPipeStart>;
  createNetwork(ort: Ort, weights: StylemapWeights, backend: Backend): Promise<StylemapNetwork>;
  createOnnxSegmenter(ort: Ort, model: Bytes): Promise<Segmenter>;
}

/** Makes a parser of MediaPipe's WebAssembly and the parser's weights. */
export type MediaPipeStart = (wasm: Bytes, model: Bytes) => Promise<Segmenter>;

export interface LoadHooks extends LoadModelsOptions {
  /** Told when WebGPU is given up, now or in a later run. */
  readonly onFallback: (reason: unknown) => void;
}

export interface LoadedEngine extends Engine {
  /** As of now: the backend changes when a run falls back. */
  info(): Omit<EngineInfo, 'warnings'>;
  dispose(): void;
}

/** Loads models and runtimes as the options and the device allow, all beside each other. @throws TryOnError; AbortError */
export async function loadEngine(config: EngineConfig, platform: EnginePlatform, hooks: LoadHooks): Promise<LoadedEngine> {
  const store = platform.openStore(config.assetBase);
  const hasAdapter = begun(probeAdapter(config, platform));
  const preferred = chooseSegmenter(config, platform);
  const importMediaPipe = preferred === 'mediapipe' ? begun(platform.importMediaPipe()) : undefined;
  const manifest = await store.manifest(hooks.signal);
  const first = chooseBackend(config, manifest, await hasAdapter, hooks.onFallback);
  void begun(platform.importOrt(first));

  const runtimes = [ortRuntimes[first], ...(importMediaPipe ? (['mediapipe'] as const) : [])].map((name) =>
    runtimeFile(manifest, name),
  );
  const loaded = await store.load(manifest, [...networkFiles, parserFiles[preferred], ...runtimes], hooks);
  /** What the first choice of backend or parser did not need is loaded on its own. */
  const bytesOf = async (file: string): Promise<Bytes> =>
    modelBytes(loaded.has(file) ? loaded : await store.load(manifest, [file], { signal: hooks.signal }), file);
  const ortOn = rememberPerBackend(async (backend) => {
    const start = await platform.importOrt(backend);
    return start(await bytesOf(runtimeFile(manifest, ortRuntimes[backend])));
  });

  const network = await ResilientNetwork.create({
    first,
    create: async (backend) => platform.createNetwork(await ortOn(backend), stylemapWeights(loaded), backend),
    selfCheck: () => store.selfCheck(hooks.signal),
    onFallback: hooks.onFallback,
  });
  try {
    const { segmenter, name } = await createSegmenter();
    // Compiled by now, and tens of megabytes.
    for (const file of runtimes) loaded.delete(file);
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
    if (importMediaPipe) {
      try {
        const wasm = await bytesOf(runtimeFile(manifest, 'mediapipe'));
        const model = await bytesOf(parserFiles.mediapipe);
        return { segmenter: await startMediaPipe(importMediaPipe, wasm, model), name: 'mediapipe' };
      } catch (error) {
        if (config.segmenter === 'mediapipe' || isAbortError(error)) throw error;
      }
    }
    const model = await bytesOf(parserFiles.onnx);
    return { segmenter: await platform.createOnnxSegmenter(await ortOn(network.backend), model), name: 'onnx' };
  }
}

/** @throws TryOnError `model-unavailable` when the site does not have the runtime */
function runtimeFile(manifest: Manifest, name: RuntimeName): string {
  const runtime = findRuntime(manifest, name);
  if (runtime) return runtime.file;
  throw new TryOnError('model-unavailable', `The manifest of the asset base lists no runtime ${name}.`, 'load');
}

async function probeAdapter({ backend, allowSoftwareAdapter }: EngineConfig, platform: EnginePlatform): Promise<boolean> {
  return backend !== 'wasm' && platform.hasUsableAdapter({ explicit: backend === 'webgpu', allowSoftwareAdapter });
}

/** A site may have left the WebGPU runtime out (`copy-assets --backend wasm`). */
function chooseBackend(
  { backend }: EngineConfig,
  manifest: Manifest,
  hasAdapter: boolean,
  onFallback: (reason: unknown) => void,
): Backend {
  const isPublished = findRuntime(manifest, ortRuntimes.webgpu) !== undefined;
  if (hasAdapter && isPublished) return 'webgpu';
  if (backend === 'webgpu') onFallback(new Error(isPublished ? 'No usable WebGPU adapter.' : 'The site has no WebGPU runtime.'));
  return 'wasm';
}

function chooseSegmenter({ segmenter }: EngineConfig, platform: EnginePlatform): SegmenterName {
  if (segmenter !== 'auto') return segmenter;
  return platform.hasWebGl() ? 'mediapipe' : 'onnx';
}

async function startMediaPipe(importStart: Promise<MediaPipeStart>, wasm: Bytes, model: Bytes): Promise<Segmenter> {
  try {
    return await (
      await importStart
    )(wasm, model);
  } catch (error) {
    throw asTryOnError(error, (cause) => {
      return new TryOnError('model-unavailable', 'MediaPipe could not be started from the asset base.', 'load', { cause });
    });
  }
}

/** For work that starts early and is waited for later: its failure meanwhile is nobody's surprise. */
function begun<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

function rememberPerBackend<T>(load: (backend: Backend) => Promise<T>): (backend: Backend) => Promise<T> {
  const loaded = new Map<Backend, Promise<T>>();
  return (backend) => {
    const made = loaded.get(backend) ?? load(backend);
    loaded.set(backend, made);
    return made;
  };
}
