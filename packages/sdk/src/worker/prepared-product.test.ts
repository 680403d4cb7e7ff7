import { createRun, examineProduct, type ExaminedProduct } from '@stylemap-tryon/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { drawProduct } from '../../test/drawn-pictures.js';
import { createFakeLoadedEngine, createTestEngine, testConfig } from '../../test/fake-engine.js';

const file = new TextEncoder().encode('the file of a product picture');
const blob = { size: file.length, type: 'image/png', arrayBuffer: () => Promise.resolve(file.buffer.slice(0)) };
const context = { signal: new AbortController().signal, onProgress: () => undefined };

describe('a product of a catalogue', () => {
  let known: ExaminedProduct | undefined;
  let asked: [bytes: string, type: string][];
  let looks: number;
  beforeEach(async () => {
    const engine = createFakeLoadedEngine();
    known = await examineProduct(drawProduct(), 'top', engine, createRun([], { now: () => 0 }));
    [asked, looks] = [[], 0];
  });

  const prepare = (catalogue: string | undefined) => {
    const loaded = createFakeLoadedEngine();
    const segment = loaded.segmenter.segment.bind(loaded.segmenter);
    loaded.segmenter.segment = (image) => {
      looks += 1;
      return segment(image);
    };
    const engine = createTestEngine(
      {
        load: () => Promise.resolve(loaded),
        decode: () => Promise.resolve({ ...drawProduct(), scale: 1 }),
        findProduct: (picture, type) => {
          asked.push([new TextDecoder().decode(picture), type]);
          return Promise.resolve(known);
        },
      },
      { ...testConfig, catalogue },
    );
    const params = { image: { kind: 'blob', blob }, type: 'top', attributes: { sleeve: 'none' } } as const;
    return engine.call('prepareGarment', params, context);
  };

  it('is not looked at again, and the page may still say more of it', async () => {
    const { kind, attributes } = await prepare('https://shop.example/prepared/');
    expect(asked).toEqual([['the file of a product picture', 'top']]);
    expect(looks).toBe(0);
    expect({ kind, sleeve: attributes.sleeve }).toEqual({ kind: 'top', sleeve: 'none' });
  });

  it('is looked at where the catalogue does not know it, or knows it at another size', async () => {
    const size = known!.widthPx;
    for (const answer of [undefined, { ...known!, widthPx: size + 1 }]) {
      known = answer;
      looks = 0;
      expect((await prepare('https://shop.example/prepared/')).kind).toBe('top');
      expect(looks).toBeGreaterThan(0);
    }
  });

  it('is asked for by nobody without a catalogue', async () => {
    await prepare(undefined);
    expect(asked).toEqual([]);
    expect(looks).toBeGreaterThan(0);
  });
});
