import { describe, expect, it } from 'vitest';
import { isAbortError } from '@stylemap-tryon/core';
import { createFetchSource } from './byte-source.js';

const base = 'https://shop.example/assets/';

describe('the fetch source', () => {
  it('fetches below the base, sends nothing and counts chunks', async () => {
    const requests: [string, RequestInit | undefined][] = [];
    const source = createFetchSource(base, (url, init) => {
      requests.push([url as string, init]);
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new Uint8Array([1, 2]));
          controller.enqueue(new Uint8Array([3]));
          controller.close();
        },
      });
      return Promise.resolve(new Response(body));
    });
    const counts: number[] = [];
    const bytes = await source.read('weights/a.onnx', { onBytes: (count) => counts.push(count) });
    expect(bytes).toEqual(new Uint8Array([1, 2, 3]));
    expect(counts).toEqual([2, 1]);
    const [url, init] = requests[0]!;
    expect(url).toBe(`${base}weights/a.onnx`);
    expect(init).toMatchObject({ credentials: 'same-origin', cache: 'default' });
    expect(init).not.toHaveProperty('body');
  });

  it.each([404, 500])('names the URL when the server answers %d', async (status) => {
    const source = createFetchSource(base, () => Promise.resolve(new Response('', { status })));
    await expect(source.read('manifest.json')).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringContaining(`${base}manifest.json`) as string,
    });
  });

  it('turns a broken network into model-unavailable', async () => {
    const source = createFetchSource(base, () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(source.read('manifest.json')).rejects.toMatchObject({ code: 'model-unavailable', stage: 'load' });
  });

  it('rejects with an abort when its signal is aborted', async () => {
    const abort = new AbortController();
    const source = createFetchSource(base, () => {
      abort.abort();
      return Promise.reject(new DOMException('aborted', 'AbortError'));
    });
    await expect(source.read('manifest.json', { signal: abort.signal })).rejects.toSatisfy(isAbortError);
  });
});
