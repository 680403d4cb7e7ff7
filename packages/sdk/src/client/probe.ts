import { TryOnError } from '@stylemap-tryon/core';
import { hasUsableAdapter } from '../shared/adapter-probe.js';
import { networkFiles, ortRuntimes, parserFiles } from '../shared/model-paths.js';
import type { EngineConfig } from '../shared/protocol.js';
import { requirePlatform } from './spawn-worker.js';
import type { Probe } from './try-on.js';

interface Listed {
  readonly name?: string;
  readonly file: string;
  readonly bytes: number;
  readonly packedBytes?: number;
}

/** What the worker would choose and load here, without a worker. @throws TryOnError `model-unavailable` */
export async function probe(config: EngineConfig): Promise<Probe> {
  const reason = missing();
  const { files, runtimes } = await fetchManifest(config.assetBase);
  const hasAdapter =
    config.backend !== 'wasm' &&
    (await hasUsableAdapter(navigator, {
      explicit: config.backend === 'webgpu',
      allowSoftwareAdapter: config.allowSoftwareAdapter,
    }));
  const backend = hasAdapter && runtimes.some(({ name }) => name === ortRuntimes.webgpu) ? 'webgpu' : 'wasm';
  const segmenter = config.segmenter === 'auto' ? (hasWebGl() ? 'mediapipe' : 'onnx') : config.segmenter;
  const paths: readonly string[] = [...networkFiles, parserFiles[segmenter]];
  const names: readonly (string | undefined)[] = [ortRuntimes[backend], segmenter];
  const loaded = [...files.filter(({ file }) => paths.includes(file)), ...runtimes.filter(({ name }) => names.includes(name))];
  const bytesToLoad = loaded.reduce((sum, { bytes, packedBytes = bytes }) => sum + packedBytes, 0);
  return { supported: reason === undefined, reason, backend, bytesToLoad };
}

function missing(): string | undefined {
  try {
    requirePlatform();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

async function fetchManifest(assetBase: string): Promise<{ files: readonly Listed[]; runtimes: readonly Listed[] }> {
  try {
    const response = await fetch(new URL('manifest.json', assetBase), { cache: 'no-cache' });
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return (await response.json()) as Awaited<ReturnType<typeof fetchManifest>>;
  } catch (cause) {
    throw new TryOnError('model-unavailable', 'The manifest of the asset base could not be fetched.', 'load', { cause });
  }
}

/** As the worker asks. */
function hasWebGl(): boolean {
  return typeof OffscreenCanvas !== 'undefined' && new OffscreenCanvas(1, 1).getContext('webgl2') !== null;
}
