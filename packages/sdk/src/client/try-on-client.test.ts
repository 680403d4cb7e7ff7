import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dressStages, isAbortError, TryOnError, type Stage } from '@stylemap-tryon/core';
import type { TryOnProgress } from '../shared/engine-info.js';
import { connectTestClient } from '../../test/connected-client.js';
import { drawBlank, drawPerson, drawProduct } from '../../test/drawn-pictures.js';
import { createFakeLoadedEngine, testConfig, type TestParts } from '../../test/fake-engine.js';
import { NodeImageData, nodeImageData } from '../../test/node-image-data.js';
import type { PortWorker } from '../../test/port-worker.js';
import { TryOnClient } from './try-on-client.js';

const photo = () => nodeImageData(drawPerson());
const product = () => nodeImageData(drawProduct());

describe('the try-on, from the client to the pipeline and back', () => {
  let workers: PortWorker[];
  let parts: TestParts;
  let tryOn: TryOnClient;

  beforeEach(() => {
    Object.assign(globalThis, { ImageData: NodeImageData });
    parts = {};
    ({ tryOn, workers } = connectTestClient(parts));
  });

  afterEach(() => {
    tryOn.dispose();
    Reflect.deleteProperty(globalThis, 'ImageData');
  });

  const prepareBoth = async () => {
    const person = await tryOn.preparePerson(photo());
    const garment = await tryOn.prepareGarment(product(), { type: 'top' });
    return { person, garment };
  };

  it('puts the product on the person and says how', async () => {
    const { person, garment } = await prepareBoth();
    expect(person).toMatchObject({ widthPx: 128, heightPx: 192, worn: ['top', 'bottom'] });
    expect(garment).toMatchObject({ widthPx: 128, heightPx: 128, kind: 'top' });
    const { imageData: image, mask, kind, receipt } = await tryOn.dress(person, garment);
    expect(kind).toBe('top');
    expect(mask.alpha.length).toBe(mask.widthPx * mask.heightPx);
    const pixel = (xPx: number, yPx: number) => [...image.data.subarray((yPx * 128 + xPx) * 4, (yPx * 128 + xPx) * 4 + 3)];
    const [red, green] = pixel(64, 75) as [number, number];
    expect(green).toBeGreaterThan(red);
    expect(pixel(64, 30)).toEqual([230, 180, 150]);
    expect(receipt).toMatchObject({ backend: 'wasm', segmenter: 'onnx', models: { 'decoder.onnx': 'f'.repeat(64) } });
    expect(receipt.stages.map(({ stage }) => stage)).toEqual(['segment', 'mask', 'encode', 'align', 'transfer', 'composite']);
    expect(receipt.totalMs).toBeCloseTo(receipt.stages.reduce((sum, { ms }) => sum + ms, 0));
  });

  it('encodes the person once for many garments', async () => {
    const { person, garment } = await prepareBoth();
    const other = await tryOn.prepareGarment(product(), { type: 'top' });
    await tryOn.dress(person, garment);
    const { receipt } = await tryOn.dress(person, other);
    expect(receipt.stages.map(({ stage }) => stage)).toEqual(['align', 'transfer', 'composite']);
  });

  it('gives the photo itself at strength 0, and the caller keeps its own pixels', async () => {
    const source = photo();
    const person = await tryOn.preparePerson(source);
    const garment = await tryOn.prepareGarment(product(), { type: 'top' });
    const result = await tryOn.dress(person, garment, { strength: 0 });
    expect(result.imageData.data).toEqual(drawPerson().data);
    expect(source.data).toEqual(drawPerson().data);
  });

  it('reports progress that never falls, through every stage', async () => {
    const reports: TryOnProgress[] = [];
    const options = { onProgress: (progress: TryOnProgress) => reports.push(progress) };
    await tryOn.preparePerson(photo(), options);
    expect(reports.map(({ fraction }) => fraction)).toEqual(reports.map(({ fraction }) => fraction).sort((a, b) => a - b));
    expect(reports.at(-1)?.fraction).toBe(1);
    expect([...new Set(reports.map(({ stage }) => stage))]).toEqual(['load', 'decode', 'segment']);
  });

  it('counts the bytes of the load', async () => {
    parts.load = ({ onProgress }) => {
      onProgress?.({ loadedBytes: 50, totalBytes: 100 });
      return Promise.resolve(createFakeLoadedEngine());
    };
    const reports: TryOnProgress[] = [];
    const info = await tryOn.load({ onProgress: (progress) => reports.push(progress) });
    expect(info).toMatchObject({ backend: 'wasm', warnings: [] });
    expect(reports).toContainEqual({ stage: 'load', fraction: 0.35, loadedBytes: 50, totalBytes: 100 });
  });

  it('loads once', async () => {
    let loads = 0;
    parts.load = () => {
      loads++;
      return Promise.resolve(createFakeLoadedEngine());
    };
    await Promise.all([tryOn.load(), tryOn.preparePerson(photo()), tryOn.preparePerson(photo())]);
    expect([loads, workers.length]).toEqual([1, 1]);
  });

  it('says on the result when WebGPU was given up, and only then', async () => {
    parts.load = ({ onFallback }) => {
      onFallback(new Error('device lost'));
      return Promise.resolve(createFakeLoadedEngine());
    };
    expect((await tryOn.preparePerson(photo())).warnings).toContain('backend-fallback');
    expect((await tryOn.preparePerson(photo())).warnings).not.toContain('backend-fallback');
  });

  it('passes errors of the pipeline on with code and stage', async () => {
    await expect(tryOn.preparePerson(nodeImageData(drawBlank(100, 100)))).rejects.toMatchObject({
      name: 'TryOnError',
      code: 'no-person',
      stage: 'segment',
    });
  });

  it('tells what a garment is, and believes what the shop knows of it', async () => {
    const seen = await tryOn.prepareGarment(product(), { type: 'top' });
    const told = await tryOn.prepareGarment(product(), { type: 'top', attributes: { sleeve: 'three-quarter', worn: undefined } });
    expect(seen.attributes).toMatchObject({ length: undefined, worn: false });
    expect(told.attributes).toEqual({ ...seen.attributes, sleeve: 'three-quarter' });
  });

  it('names what was misused', async () => {
    const { person, garment } = await prepareBoth();
    await expect(tryOn.preparePerson(7 as never)).rejects.toThrow(/photo/);
    await expect(tryOn.prepareGarment(product(), { type: 'hat' as never })).rejects.toThrow(/type/);
    const withAttributes = (attributes: unknown) => tryOn.prepareGarment(product(), { attributes: attributes as never });
    await expect(withAttributes({ sleeve: 'puffed' })).rejects.toThrow(/sleeve.*short/);
    await expect(withAttributes({ collar: true })).rejects.toThrow(/collar/);
    await expect(tryOn.dress(person, garment, { strength: 2 })).rejects.toThrow(/strength/);
    await expect(tryOn.dress({ ...person }, garment)).rejects.toThrow(/person/);
    garment.dispose();
    await expect(tryOn.dress(person, garment)).rejects.toBeInstanceOf(TypeError);
  });

  describe('abort', () => {
    it.each(dressStages)('in stage %s rejects at once and leaves the worker usable', async (stage) => {
      const { person, garment } = await prepareBoth();
      const abort = new AbortController();
      const seen: Stage[] = [];
      const outcome = tryOn.dress(person, garment, {
        signal: abort.signal,
        onProgress: (progress) => {
          seen.push(progress.stage);
          if (progress.stage === stage) abort.abort();
        },
      });
      await expect(outcome).rejects.toSatisfy(isAbortError);
      expect(await outcome.catch((error: unknown) => error)).toBeInstanceOf(DOMException);
      expect(seen.at(-1)).toBe(stage);
      await expect(tryOn.dress(person, garment)).resolves.toHaveProperty('kind', 'top');
      expect(workers).toHaveLength(1);
    });

    it('stops the worker between two stages, not at the end of the job', async () => {
      const { person, garment } = await prepareBoth();
      const ran: Stage[] = [];
      const abort = new AbortController();
      const aborted = tryOn.dress(person, garment, {
        signal: abort.signal,
        onProgress: ({ stage }) => {
          if (stage === 'mask') abort.abort();
        },
      });
      await expect(aborted).rejects.toSatisfy(isAbortError);
      // The region was never finished, so the next call has to do it again.
      await tryOn.dress(person, garment, { onProgress: ({ stage }) => ran.push(stage) });
      expect(ran).toContain('encode');
    });

    it('before the call rejects without asking the worker', async () => {
      await expect(tryOn.load({ signal: AbortSignal.abort() })).rejects.toSatisfy(isAbortError);
    });

    it('of a waiting call leaves the one under way alone', async () => {
      const abort = new AbortController();
      const first = tryOn.preparePerson(photo());
      const second = tryOn.preparePerson(photo(), { signal: abort.signal });
      abort.abort();
      await expect(second).rejects.toSatisfy(isAbortError);
      await expect(first).resolves.toHaveProperty('widthPx', 128);
    });

    it('during the load stops the download; the next call loads again', async () => {
      let loads = 0;
      const abort = new AbortController();
      parts.load = ({ signal }) => {
        loads++;
        if (loads > 1) return Promise.resolve(createFakeLoadedEngine());
        return new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')));
          abort.abort();
        });
      };
      const first = tryOn.load({ signal: abort.signal });
      await expect(first).rejects.toSatisfy(isAbortError);
      await expect(tryOn.load()).resolves.toHaveProperty('backend', 'wasm');
      expect(workers).toHaveLength(1);
    });
  });

  describe('a lost worker', () => {
    it('fails the calls under way as engine-lost; the next one starts a new worker and prepares again', async () => {
      const { person, garment } = await prepareBoth();
      const pending = tryOn.dress(person, garment);
      workers[0]!.crash();
      await expect(pending).rejects.toMatchObject({ code: 'engine-lost' });
      expect(workers[0]!.terminated).toBe(true);
      await expect(tryOn.dress(person, garment)).resolves.toHaveProperty('kind', 'top');
      expect(workers).toHaveLength(2);
    });

    it('before its first message means that its script could not be loaded', async () => {
      tryOn = new TryOnClient(testConfig, () => {
        const silent = Object.assign(new EventTarget(), { postMessage: () => undefined, terminate: () => undefined });
        setTimeout(() => silent.dispatchEvent(Object.assign(new Event('error'), { message: '404' })));
        return silent as unknown as Worker;
      });
      await expect(tryOn.load()).rejects.toMatchObject({ code: 'model-unavailable', stage: 'load' });
    });

    it('follows a failed load, because onnxruntime cannot start twice', async () => {
      parts.load = () => Promise.reject(new TryOnError('model-unavailable', 'offline'));
      await expect(tryOn.load()).rejects.toMatchObject({ code: 'model-unavailable', stage: 'load' });
      parts.load = () => Promise.resolve(createFakeLoadedEngine());
      await expect(tryOn.load()).resolves.toHaveProperty('backend', 'wasm');
      expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    });
  });

  describe('dispose', () => {
    it('rejects what is under way with an abort and ends the worker', async () => {
      const pending = tryOn.preparePerson(photo());
      await Promise.resolve();
      tryOn.dispose();
      await expect(pending).rejects.toSatisfy(isAbortError);
      expect(workers[0]?.terminated ?? true).toBe(true);
      await expect(tryOn.load()).rejects.toMatchObject({ code: 'engine-lost' });
    });
  });
});
