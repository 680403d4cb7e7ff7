import { afterEach, describe, expect, it } from 'vitest';
import { createMemorySource, jsonBytes, manifestOf } from '../../test/memory-store.js';
import { createBrowserCache } from './byte-cache.js';
import { ModelStore } from './model-store.js';

const weights = { 'weights/decoder.onnx': new Uint8Array([1, 2, 3, 4]) };

describe("the browser's cache", () => {
  afterEach(() => caches.delete('stylemap-tryon'));

  it('keeps what is put in and forgets what is deleted', async () => {
    const cache = createBrowserCache()!;
    await cache.put('https://shop.example/a b?c', new Uint8Array([5, 6]));
    expect(await createBrowserCache()!.get('https://shop.example/a b?c')).toEqual(new Uint8Array([5, 6]));
    expect(await cache.get('other')).toBeUndefined();
    await cache.delete('https://shop.example/a b?c');
    expect(await cache.get('https://shop.example/a b?c')).toBeUndefined();
  });

  it('serves models to a later visit without a network', async () => {
    const source = createMemorySource({ ...weights, 'manifest.json': jsonBytes(await manifestOf(weights)) });
    const visit = async () => {
      const store = new ModelStore(source, createBrowserCache());
      return store.load(await store.manifest(), Object.keys(weights));
    };
    await visit();
    source.offline = true;
    expect(await visit()).toEqual(new Map(Object.entries(weights)));
  });

  it('is silent where storage is blocked', async () => {
    const blocked = createBrowserCache({ open: () => Promise.reject(new DOMException('', 'SecurityError')) } as never)!;
    await blocked.put('key', new Uint8Array([1]));
    await blocked.delete('key');
    expect(await blocked.get('key')).toBeUndefined();
  });
});
