import { describe, expect, it } from 'vitest';
import { createTryOn } from './create-try-on.js';
import { resolveOptions, setDefaultAssetBase } from './options.js';

describe('options', () => {
  it('have defaults', () => {
    const config = resolveOptions({});
    expect(config).toMatchObject({
      backend: 'auto',
      segmenter: 'auto',
      maxPhotoPixels: 64_000_000,
      allowSoftwareAdapter: false,
    });
    expect(config.assetBase).toMatch(/^https:\/\/[^/]+\/stylemap-tryon\/$/);
  });

  it('make a folder of the asset base', () => {
    const base = (assetBase: string | URL) => resolveOptions({ assetBase }).assetBase;
    expect(base('https://cdn.example/tryon')).toBe('https://cdn.example/tryon/');
    expect(base('https://cdn.example/tryon/?v=2')).toBe('https://cdn.example/tryon/?v=2');
    expect(base(new URL('https://cdn.example'))).toBe('https://cdn.example/');
  });

  it.each([
    ['assetBase', 'http://['],
    ['assetBase', 7],
    ['backend', 'gpu'],
    ['segmenter', 'mlkit'],
    ['maxPhotoPixels', 0],
    ['maxPhotoPixels', 1.5],
    ['maxPhotoPixels', '64'],
    ['allowSoftwareAdapter', 'yes'],
  ])('%s cannot be %j, and the error names it', (name, value) => {
    const misuse = expect.objectContaining({ name: 'TypeError', message: expect.stringContaining(name) as string }) as Error;
    expect(() => createTryOn({ [name]: value })).toThrow(misuse);
  });

  it('take the asset folder of the page where they name none', () => {
    setDefaultAssetBase('https://cdn.example/tryon');
    expect(resolveOptions({}).assetBase).toBe('https://cdn.example/tryon/');
    expect(resolveOptions({ assetBase: 'https://shop.example/own/' }).assetBase).toBe('https://shop.example/own/');
    setDefaultAssetBase('/stylemap-tryon/');
    expect(() => setDefaultAssetBase('http://[')).toThrow(TypeError);
  });

  it('have to be an object', () => {
    expect(() => createTryOn('webgpu' as never)).toThrow(TypeError);
  });
});

describe('in Node', () => {
  it('createTryOn works and its calls reject as unsupported', async () => {
    const tryOn = createTryOn();
    await expect(tryOn.load()).rejects.toMatchObject({ code: 'unsupported' });
    await expect(tryOn.preparePerson(new Blob([]))).rejects.toMatchObject({ code: 'unsupported' });
    tryOn.dispose();
  });
});
