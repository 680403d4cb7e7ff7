import { describe, expect, it } from 'vitest';
import type { BlobLike } from '../shared/protocol.js';
import { keepImage } from './image-source.js';

const bytesOf = async (payload: { blob: BlobLike }) => new Uint8Array(await payload.blob.arrayBuffer());

describe('an image source', () => {
  it('may be bytes, which are copied at once', async () => {
    const bytes = new Uint8Array([1, 2, 3, 4]).subarray(1, 3);
    const kept = keepImage(bytes, 'photo');
    bytes.fill(9);
    expect(await bytesOf((await kept()) as { blob: BlobLike })).toEqual(new Uint8Array([2, 3]));
    expect(await bytesOf((await keepImage(new Uint8Array([5]).buffer, 'photo')()) as { blob: BlobLike })).toEqual(
      new Uint8Array([5]),
    );
  });

  it('may be a blob, which is sent by reference any number of times', async () => {
    const blob = new Blob(['x']);
    const kept = keepImage(blob, 'photo');
    expect(await kept()).toEqual({ kind: 'blob', blob });
    expect(await kept()).toEqual({ kind: 'blob', blob });
  });

  it('may be a URL', async () => {
    const expected = { kind: 'url', url: 'https://shop.example/shirt.png' };
    expect(await keepImage('https://shop.example/shirt.png', 'product')()).toEqual(expected);
    expect(await keepImage(new URL('https://shop.example/shirt.png'), 'product')()).toEqual(expected);
  });

  it.each([
    ['data:image/png;base64,AQID', [1, 2, 3]],
    ['data:image/png;base64,AQID%0A', [1, 2, 3]],
    ['data:,a%20b', [97, 32, 98]],
  ])('may be a data URL, which is read here and not fetched: %s', async (url, bytes) => {
    expect(await bytesOf((await keepImage(url, 'photo')()) as { blob: BlobLike })).toEqual(new Uint8Array(bytes));
  });

  it.each([undefined, null, 7, {}, [], 'not a URL', 'data:image/png;base64,###'])(
    'is not %j, and the error names it',
    (value) => {
      const misuse = expect.objectContaining({ name: 'TypeError', message: expect.stringContaining('photo') as string }) as Error;
      expect(() => keepImage(value as never, 'photo')).toThrow(misuse);
    },
  );
});
