import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { isAbortError } from '@stylemap-tryon/core';
import { createMemoryCache, createMemorySource, jsonBytes, manifestOf, type MemorySource } from '../../test/memory-store.js';
import { sha256Hex } from './bytes.js';
import { ModelStore, type LoadProgress } from './model-store.js';

const encoder = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);
const decoder = new Uint8Array([9, 8, 7, 6]);
const names = ['weights/encoder.onnx', 'weights/decoder.onnx'] as const;

describe('the model store', () => {
  let source: MemorySource;
  const cache = createMemoryCache();

  beforeEach(async () => {
    cache.entries.clear();
    const weights = { [names[0]]: encoder, [names[1]]: decoder };
    source = createMemorySource({ ...weights, 'manifest.json': jsonBytes(await manifestOf(weights)) });
  });

  const load = async (options = {}) => {
    const store = new ModelStore(source, cache);
    return store.load(await store.manifest(), names, options);
  };

  it('hands out the bytes and counts them', async () => {
    const steps: LoadProgress[] = [];
    const files = await load({ onProgress: (progress: LoadProgress) => steps.push(progress) });
    expect(files.get(names[0])).toEqual(encoder);
    expect(files.get(names[1])).toEqual(decoder);
    const counted = steps.map(({ loadedBytes }) => loadedBytes);
    expect(counted).toEqual([...counted].sort((a, b) => a - b));
    expect([counted[0], counted.at(-1)]).toEqual([4, 12]);
    expect(new Set(steps.map(({ totalBytes }) => totalBytes))).toEqual(new Set([12]));
  });

  it('works without a network on the second visit', async () => {
    await load();
    source.offline = true;
    expect((await load()).get(names[1])).toEqual(decoder);
  });

  it('downloads no weights on the second visit', async () => {
    await load();
    source.reads.length = 0;
    await load();
    expect(source.reads.map(({ path }) => path)).toEqual(['manifest.json']);
  });

  it('refuses tampered weights after a second, uncached attempt', async () => {
    source.files.set(names[1], new Uint8Array([9, 8, 7, 7]));
    await expect(load()).rejects.toMatchObject({ code: 'model-corrupt', stage: 'load' });
    expect(source.reads.filter(({ path }) => path === names[1]).map(({ freshness }) => freshness)).toEqual(['default', 'reload']);
    expect([...cache.entries.values()]).not.toContainEqual(new Uint8Array([9, 8, 7, 7]));
  });

  it('takes the second attempt when only the stored response was old', async () => {
    const read = source.read;
    source.read = async (path, options) =>
      path === names[1] && options?.freshness === 'default' ? new Uint8Array([0]) : read(path, options);
    expect((await load()).get(names[1])).toEqual(decoder);
  });

  it('evicts a damaged cache entry and fetches the file again', async () => {
    await load();
    const key = await sha256Hex(decoder);
    cache.entries.set(key, new Uint8Array([9, 8, 7]));
    expect((await load()).get(names[1])).toEqual(decoder);
    expect(cache.entries.get(key)).toEqual(decoder);
  });

  it('says that models are unavailable when there is neither network nor cache', async () => {
    source.offline = true;
    await expect(load()).rejects.toMatchObject({ code: 'model-unavailable' });
  });

  it('says that models are unavailable when a start page is served in place of the manifest', async () => {
    source.files.set('manifest.json', new TextEncoder().encode('<!doctype html>'));
    await expect(load()).rejects.toMatchObject({ code: 'model-unavailable' });
  });

  it('works without a cache', async () => {
    const store = new ModelStore(source);
    expect((await store.load(await store.manifest(), names)).size).toBe(2);
  });

  it('stops when aborted, and keeps nothing', async () => {
    const abort = new AbortController();
    const outcome = load({ signal: abort.signal, onProgress: () => abort.abort() });
    await expect(outcome).rejects.toSatisfy(isAbortError);
    expect([...cache.entries.values()]).not.toContainEqual(decoder);
  });

  it('stops the other downloads when one fails', async () => {
    source.files.delete(names[1]);
    const { read } = source;
    const signals: (AbortSignal | undefined)[] = [];
    source.read = (path, options) => {
      if (path !== names[0]) return read(path, options);
      signals.push(options?.signal);
      return new Promise(() => undefined);
    };
    await expect(load()).rejects.toMatchObject({ code: 'model-unavailable' });
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  });

  it('unpacks what is packed, counts it as it came, and keeps it unpacked', async () => {
    const content = new TextEncoder().encode('WebAssembly '.repeat(100));
    const file = 'runtimes/ort-wasm.wasm.gz';
    const packed = new Uint8Array(gzipSync(content));
    const manifest = await manifestOf({}, { [file]: content });
    Object.assign((manifest['runtimes'] as object[])[0]!, { packedBytes: packed.length });
    source = createMemorySource({ [file]: packed, 'manifest.json': jsonBytes(manifest) });
    const store = new ModelStore(source, cache);
    const steps: LoadProgress[] = [];
    const loaded = await store.load(await store.manifest(), [file], { onProgress: (progress) => steps.push(progress) });
    expect(loaded.get(file)).toEqual(content);
    expect(steps.at(-1)).toEqual({ loadedBytes: packed.length, totalBytes: packed.length });
    expect(cache.entries.get(await sha256Hex(content))).toEqual(content);

    source.files.set(file, packed.slice(0, -9));
    cache.entries.clear();
    await expect(store.load(await store.manifest(), [file])).rejects.toMatchObject({ code: 'model-corrupt' });
  });
});
