import { beforeEach, describe, expect, it } from 'vitest';
import { isAbortError, type Segmenter } from '@stylemap-tryon/core';
import { createColourSegmenter, createFakeNetwork } from '@stylemap-tryon/core/testing';
import { networkFiles, parserFiles } from '../runtime/model-files.js';
import { ModelStore } from '../runtime/model-store.js';
import type { Ort } from '../runtime/ort.js';
import { palette } from '../../test/drawn-pictures.js';
import { testConfig } from '../../test/fake-engine.js';
import { createMemorySource, jsonBytes, manifestOf, type MemorySource } from '../../test/memory-store.js';
import { loadEngine, type EnginePlatform } from './load-engine.js';

const runtimes = {
  'runtimes/ort-wasm.wasm': new Uint8Array([1, 2]),
  'runtimes/ort-webgpu.wasm': new Uint8Array([3, 4]),
  'runtimes/mediapipe.wasm': new Uint8Array([5]),
};

describe('loading the engine', () => {
  let source: MemorySource;
  let platform: EnginePlatform;
  let log: string[];
  let fallbacks: unknown[];

  beforeEach(async () => {
    log = [];
    fallbacks = [];
    const weights = [...networkFiles, ...Object.values(parserFiles)].map((file, i) => [file, new Uint8Array([i])]);
    const files = Object.fromEntries(weights) as Record<string, Uint8Array<ArrayBuffer>>;
    source = createMemorySource({ ...files, ...runtimes, 'manifest.json': jsonBytes(await manifestOf(files, runtimes)) });
    const segmenter = (name: string): Segmenter => ({
      ...createColourSegmenter(palette),
      dispose: () => void log.push(`dispose ${name}`),
    });
    platform = {
      openStore: () => new ModelStore(source),
      hasUsableAdapter: () => Promise.resolve(false),
      hasWebGl: () => true,
      importOrt: (backend) =>
        Promise.resolve((wasm) => {
          log.push(`ort ${backend} of ${wasm.join()}`);
          return {} as Ort;
        }),
      createNetwork: (_ort, _weights, backend) => {
        log.push(`network on ${backend}`);
        return Promise.resolve({ ...createFakeNetwork(), dispose: () => void log.push(`dispose network on ${backend}`) });
      },
      createOnnxSegmenter: () => Promise.resolve(segmenter('onnx')),
      importMediaPipe: () =>
        Promise.resolve((wasm) => {
          log.push(`mediapipe of ${wasm.join()}`);
          return Promise.resolve(segmenter('mediapipe'));
        }),
    };
  });

  const load = (config = {}, signal?: AbortSignal) =>
    loadEngine({ ...testConfig, ...config }, platform, { signal, onFallback: (reason) => fallbacks.push(reason) });
  const readPaths = () => source.reads.map(({ path }) => path);

  it('takes wasm and MediaPipe where there is WebGL and no GPU, and loads nothing else', async () => {
    const engine = await load();
    expect(engine.info()).toMatchObject({ backend: 'wasm', segmenter: 'mediapipe' });
    expect(log).toEqual(['ort wasm of 1,2', 'network on wasm', 'mediapipe of 5']);
    expect(readPaths()).toEqual([
      'manifest.json',
      ...networkFiles,
      parserFiles.mediapipe,
      'runtimes/ort-wasm.wasm',
      'runtimes/mediapipe.wasm',
    ]);
    expect(Object.keys(engine.info().models)).toEqual([
      'content-encoder.onnx',
      'style-encoder.onnx',
      'decoder.onnx',
      'garment-parser.tflite',
    ]);
    expect(fallbacks).toEqual([]);
  });

  it('takes the ONNX parser where workers have no WebGL', async () => {
    platform.hasWebGl = () => false;
    const engine = await load();
    expect(engine.info().segmenter).toBe('onnx');
    expect(readPaths()).not.toContain(parserFiles.mediapipe);
    expect(readPaths()).not.toContain('runtimes/mediapipe.wasm');
    expect(log.filter((line) => line.startsWith('ort'))).toHaveLength(1);
  });

  it('takes the ONNX parser when MediaPipe does not start', async () => {
    platform.importMediaPipe = () => Promise.resolve(() => Promise.reject(new Error('no context')));
    const engine = await load();
    expect(engine.info().segmenter).toBe('onnx');
    expect(engine.info().models).toHaveProperty('garment-parser.onnx');
    expect(readPaths()).toContain(parserFiles.onnx);
  });

  it('fails when the page insists on MediaPipe and it does not start, and frees the network', async () => {
    platform.importMediaPipe = () => Promise.resolve(() => Promise.reject(new Error('no context')));
    await expect(load({ segmenter: 'mediapipe' })).rejects.toMatchObject({ code: 'model-unavailable' });
    expect(log).toContain('dispose network on wasm');
  });

  it('does not probe for a GPU when the page asks for wasm', async () => {
    platform.hasUsableAdapter = () => Promise.reject(new Error('probed'));
    expect((await load({ backend: 'wasm' })).info().backend).toBe('wasm');
  });

  it('says so when the page asks for WebGPU and there is none', async () => {
    expect((await load({ backend: 'webgpu' })).info().backend).toBe('wasm');
    expect(fallbacks).toHaveLength(1);
    expect(log).not.toContain('network on webgpu');
  });

  it('falls back when WebGPU has no known answers to be checked against', async () => {
    platform.hasUsableAdapter = () => Promise.resolve(true);
    expect((await load()).info().backend).toBe('wasm');
    expect(fallbacks).toHaveLength(1);
  });

  it('takes wasm where the site has left the WebGPU runtime out, and says so when WebGPU was asked for', async () => {
    platform.hasUsableAdapter = () => Promise.resolve(true);
    const manifest = JSON.parse(new TextDecoder().decode(source.files.get('manifest.json'))) as Record<string, unknown>;
    const kept = (manifest['runtimes'] as { file: string }[]).filter(({ file }) => file !== 'runtimes/ort-webgpu.wasm');
    source.files.set('manifest.json', jsonBytes({ ...manifest, runtimes: kept }));
    expect((await load()).info().backend).toBe('wasm');
    expect(fallbacks).toHaveLength(0);
    expect((await load({ backend: 'webgpu' })).info().backend).toBe('wasm');
    expect(fallbacks).toHaveLength(1);
  });

  it('loads the other runtime when WebGPU is given up', async () => {
    platform.hasUsableAdapter = () => Promise.resolve(true);
    await load();
    expect(readPaths()).toContain('runtimes/ort-webgpu.wasm');
    expect(readPaths().at(-1)).toBe('runtimes/ort-wasm.wasm');
  });

  it('passes tampered weights on as what they are', async () => {
    source.files.set(networkFiles[2], new Uint8Array([255]));
    await expect(load()).rejects.toMatchObject({ code: 'model-corrupt' });
  });

  it('stops when aborted', async () => {
    await expect(load({}, AbortSignal.abort())).rejects.toSatisfy(isAbortError);
    expect(log).toEqual([]);
  });

  it('frees both networks', async () => {
    (await load()).dispose();
    expect(log.slice(-2)).toEqual(['dispose mediapipe', 'dispose network on wasm']);
  });
});
