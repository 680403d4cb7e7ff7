import { createRun, examineProduct, recordOf } from '@stylemap-tryon/core';
import { createColourSegmenter, drawnPalette, drawShirt } from '@stylemap-tryon/core/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from './bytes.js';
import { Catalogue, catalogueFormat, parseCatalogue } from './catalogue.js';

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const picture = new TextEncoder().encode('the bytes of a picture');

describe('a catalogue of prepared products', () => {
  let files: Record<string, Uint8Array<ArrayBuffer>>;
  let reads: string[];
  const source = {
    base: 'memory',
    read: (path: string) => {
      reads.push(path);
      const bytes = files[path];
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`no ${path}`));
    },
  };

  beforeAll(async () => {
    const run = createRun([], { now: () => 0 });
    const engine = { segmenter: createColourSegmenter(drawnPalette) };
    const record = recordOf(await examineProduct(drawShirt([180, 30, 60], [250, 250, 250]), 'top', engine, run));
    const product = { id: '7', type: 'top', source: await sha256Hex(picture), file: 'garments/7.json' };
    files = {
      'manifest.json': encode({ format: catalogueFormat, products: [product] }),
      'garments/7.json': encode(record),
    };
    reads = [];
  });

  it('knows a product by its picture, and reads its list once', async () => {
    const catalogue = new Catalogue(source);
    expect(reads).toEqual([]);
    expect((await catalogue.find(picture, 'top'))?.kind).toBe('top');
    expect(await catalogue.find(picture, 'top')).toBeDefined();
    expect(reads).toEqual(['manifest.json', 'garments/7.json', 'garments/7.json']);
  });

  it('knows nothing of another picture, nor of the same as another type', async () => {
    const catalogue = new Catalogue(source);
    expect(await catalogue.find(new TextEncoder().encode('changed'), 'top')).toBeUndefined();
    expect(await catalogue.find(picture, 'auto')).toBeUndefined();
  });

  it('knows nothing where it cannot be read', async () => {
    const broken = new Catalogue({ base: '', read: () => Promise.reject(new Error('offline')) });
    expect(await broken.find(picture, 'top')).toBeUndefined();
  });

  it('is refused for anything that is none', () => {
    const product = { id: '7', type: 'top', source: 'a'.repeat(64), file: 'garments/7.json' };
    expect(parseCatalogue({ format: catalogueFormat, products: [product] }).products).toHaveLength(1);
    for (const wrong of [
      null,
      {},
      { format: catalogueFormat },
      { format: catalogueFormat, products: [{ ...product, type: 'hat' }] },
      { format: catalogueFormat, products: [{ ...product, source: 'abc' }] },
      { format: catalogueFormat, products: [{ ...product, file: '../secret.json' }] },
    ])
      expect(() => parseCatalogue(wrong)).toThrow(TypeError);
  });
});
