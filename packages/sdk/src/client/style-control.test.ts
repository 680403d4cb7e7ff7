import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dressStages, isAbortError, type RgbaImage } from '@stylemap-tryon/core';
import { drawTrousers } from '@stylemap-tryon/core/testing';
import type { TryOnProgress } from '../shared/engine-info.js';
import { connectTestClient } from '../../test/connected-client.js';
import { drawPerson, drawProduct } from '../../test/drawn-pictures.js';
import { NodeImageData, nodeImageData } from '../../test/node-image-data.js';
import type { PortWorker } from '../../test/port-worker.js';
import type { TryOnClient } from './try-on-client.js';
import type { Garment, Person } from './try-on.js';

const chest = { xPx: 64, yPx: 75 };
const knee = { xPx: 52, yPx: 150 };

describe('style control, from the client to the pipeline and back', () => {
  let tryOn: TryOnClient;
  let workers: PortWorker[];
  let photo: RgbaImage;
  let person: Person;
  let shirt: Garment;
  let darkShirt: Garment;
  let trousers: Garment;

  beforeEach(async () => {
    Object.assign(globalThis, { ImageData: NodeImageData });
    ({ tryOn, workers } = connectTestClient());
    photo = drawPerson();
    person = await tryOn.preparePerson(nodeImageData(photo));
    shirt = await tryOn.prepareGarment(nodeImageData(drawProduct()), { type: 'top' });
    darkShirt = await tryOn.prepareGarment(nodeImageData(halved(drawProduct())), { type: 'top' });
    trousers = await tryOn.prepareGarment(nodeImageData(drawTrousers([200, 160, 20])), { type: 'bottom' });
  });

  afterEach(() => {
    tryOn.dispose();
    Reflect.deleteProperty(globalThis, 'ImageData');
  });

  /** The shirt at half its brightness, on white as before. */
  function halved(image: RgbaImage): RgbaImage {
    const data = image.data.map((value, i) => (image.data[i - (i % 4)] === 255 ? value : i % 4 === 3 ? 255 : value / 2));
    return { ...image, data };
  }

  const pixel = ({ imageData }: { imageData: ImageData }, { xPx, yPx }: typeof chest) => [
    ...imageData.data.subarray((yPx * imageData.width + xPx) * 4).subarray(0, 3),
  ];
  const worn = ({ xPx, yPx }: typeof chest) => [...photo.data.subarray((yPx * photo.widthPx + xPx) * 4).subarray(0, 3)];
  const leftHalf = () => ({ xPx: 0, yPx: 0, widthPx: 64, heightPx: 192, alpha: new Uint8Array(64 * 192).fill(255) });

  it('dresses the part that a strength map names, and the caller may paint on', async () => {
    const strengthMap = leftHalf();
    const dressing = tryOn.dress(person, shirt, { strengthMap });
    strengthMap.alpha.fill(0);
    const [result, whole] = [await dressing, await tryOn.dress(person, shirt)];
    expect(strengthMap.alpha).toHaveLength(64 * 192);
    for (let yPx = 0; yPx < 192; yPx += 5) {
      for (let xPx = 0; xPx < 128; xPx += 5) {
        expect(pixel(result, { xPx, yPx })).toEqual(xPx < 64 ? pixel(whole, { xPx, yPx }) : worn({ xPx, yPx }));
      }
    }
    expect(pixel(whole, chest)).not.toEqual(worn(chest));
  });

  it('takes a mask for a strength map', async () => {
    const strengthMap = await tryOn.getMask(person, 'top');
    expect(pixel(await tryOn.dress(person, shirt, { strengthMap }), chest)).toEqual(
      pixel(await tryOn.dress(person, shirt), chest),
    );
  });

  it('mixes two garments: the first at 0, the second at 1, between them on the way', async () => {
    const mixed = async (amount: number) => tryOn.dress(person, shirt, { mix: { garment: darkShirt, amount } });
    const [alone, other] = [await tryOn.dress(person, shirt), await tryOn.dress(person, darkShirt)];
    expect((await mixed(0)).imageData.data).toEqual(alone.imageData.data);
    expect((await mixed(1)).imageData.data).toEqual(other.imageData.data);
    const [bright, half, dark] = [alone, await mixed(0.5), other].map((result) => pixel(result, chest)[1]!);
    expect(half).toBeLessThan(bright!);
    expect(half).toBeGreaterThan(dark!);
  });

  it('moves a slider without aligning or encoding again', async () => {
    await tryOn.dress(person, shirt, { strength: 0.9 });
    const { receipt } = await tryOn.dress(person, shirt, { strength: 0.4 });
    expect(receipt.stages.map(({ stage }) => stage)).toEqual(['transfer', 'composite']);
    const off = await tryOn.dress(person, shirt, { strength: 0 });
    expect(off.receipt.stages.map(({ stage }) => stage)).toEqual(['composite']);
    expect(off.imageData.data).toEqual(photo.data);
  });

  it('dresses an outfit in one call, with a mask for each garment and every stage on the receipt', async () => {
    const progress: TryOnProgress[] = [];
    const result = await tryOn.dressOutfit(person, [{ garment: trousers, strength: 0.5 }, { garment: shirt }], {
      onProgress: (report) => progress.push(report),
    });
    expect(result.masks.map(({ kind }) => kind)).toEqual(['bottom', 'top']);
    expect(pixel(result, chest)).toEqual(pixel(await tryOn.dress(person, shirt), chest));
    expect(pixel(result, knee)).toEqual(pixel(await tryOn.dress(person, trousers, { strength: 0.5 }), knee));
    const ofPiece = dressStages.slice(0, -1);
    expect(result.receipt.stages.map(({ stage }) => stage)).toEqual([...ofPiece, ...ofPiece, 'composite']);
    expect(result.receipt.totalMs).toBeCloseTo(result.receipt.stages.reduce((sum, { ms }) => sum + ms, 0));
    const fractions = progress.map(({ fraction }) => fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
  });

  it('gives a single garment the shape of an outfit of one', async () => {
    const result = await tryOn.dress(person, shirt);
    expect(result.masks).toEqual([result.mask]);
    expect(result.kind).toBe(result.mask.kind);
  });

  it('can be cancelled between the garments of an outfit', async () => {
    const abort = new AbortController();
    const dressing = tryOn.dressOutfit(person, [{ garment: shirt }, { garment: trousers }], {
      signal: abort.signal,
      onProgress: ({ stage, fraction }) => {
        if (stage === 'segment' && fraction > 0.3) abort.abort();
      },
    });
    await expect(dressing).rejects.toSatisfy(isAbortError);
    const { receipt } = await tryOn.dress(person, shirt);
    expect(receipt.stages.map(({ stage }) => stage)).toEqual(['transfer', 'composite']);
  });

  it('survives the loss of the worker', async () => {
    workers[0]!.crash();
    const result = await tryOn.dressOutfit(person, [
      { garment: shirt, mix: { garment: darkShirt, amount: 0.5 }, strengthMap: leftHalf() },
      { garment: trousers },
    ]);
    expect(result.masks).toHaveLength(2);
    expect(workers).toHaveLength(2);
  });

  describe('is refused by name when', () => {
    const map = { xPx: 0, yPx: 0, widthPx: 2, heightPx: 1, alpha: new Uint8Array(2) };
    it.each([
      ['shape is one of product, worn, not round', { shape: 'round' }],
      ['strength is a number from 0 to 1, not 1.1', { strength: 1.1 }],
      ['strength is a number from 0 to 1, not half', { strength: 'half' }],
      ['strengthMap is an object', { strengthMap: 0.5 }],
      ['strengthMap.widthPx', { strengthMap: { ...map, widthPx: 0.5 } }],
      ['strengthMap: xPx + widthPx is 129, which leaves the photo', { strengthMap: { ...map, xPx: 127 } }],
      ['strengthMap.alpha has 2 values', { strengthMap: { ...map, heightPx: 3 } }],
      ['mix.amount is a number from 0 to 1, not undefined', { mix: {} }],
      ['mix.garment was not prepared', { mix: { amount: 0.5, garment: {} } }],
    ])('%s', async (message, options) => {
      const misuse = tryOn.dress(person, shirt, options as never);
      await expect(misuse).rejects.toThrow(TypeError);
      await expect(misuse).rejects.toThrow(message);
    });

    it.each([
      ['pieces is an array', () => shirt],
      ['pieces is an array', () => [undefined]],
      ['pieces[0].garment was not prepared', () => [shirt]],
      ['pieces[1].strength is a number', () => [{ garment: shirt }, { garment: trousers, strength: NaN }]],
      ['at least one garment', () => []],
      ['not two of kind top', () => [{ garment: shirt }, { garment: darkShirt }]],
      ['mix.garment is of kind bottom', () => [{ garment: shirt, mix: { garment: trousers, amount: 0.5 } }]],
    ])('%s', async (message, pieces) => {
      const misuse = tryOn.dressOutfit(person, pieces() as never);
      await expect(misuse).rejects.toThrow(TypeError);
      await expect(misuse).rejects.toThrow(message);
    });

    it('a garment has been disposed of', async () => {
      darkShirt.dispose();
      await expect(tryOn.dress(person, shirt, { mix: { garment: darkShirt, amount: 0.5 } })).rejects.toThrow(TypeError);
    });
  });
});
