import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RgbaImage } from './image/image.js';
import { dress, dressOutfit, dressStages, prepareGarment, preparePerson, stagesToDress } from './pipeline.js';
import type { Engine, PreparedPerson } from './prepared.js';
import { prepareRegion, replaceMask } from './region/prepare-region.js';
import type { AbortFlag } from './run.js';
import { createRun } from './run.js';
import {
  createColourSegmenter,
  createFakeNetwork,
  drawEmptyRoom,
  drawnPalette,
  drawShirt,
  drawShopper,
} from './testing/index.js';

const newRun = (signal?: AbortFlag, onStage?: (stage: string) => void) =>
  createRun(dressStages, { now: () => 0, signal, onProgress: ({ stage }) => onStage?.(stage) });

const cloth = [200, 60, 40] as const;
const print = [250, 230, 60] as const;

let engine: Engine;
beforeEach(() => {
  engine = { segmenter: createColourSegmenter(drawnPalette), network: createFakeNetwork() };
});

async function tryOn(photo: RgbaImage, strength = 1) {
  const person = await preparePerson(photo, engine, newRun());
  const garment = await prepareGarment(drawShirt(cloth, print), 'top', engine, newRun());
  return dress(person, garment, engine, newRun(), { strength });
}

const pixel = (image: RgbaImage, x: number, y: number) =>
  Array.from(image.data.subarray((y * image.widthPx + x) * 4, (y * image.widthPx + x) * 4 + 3));

describe('the pipeline', () => {
  it('dresses the top in the product, print on the chest, and touches nothing else', async () => {
    const photo = drawShopper();
    const { image, mask, kind } = await tryOn(photo);
    expect(kind).toBe('top');
    expect(pixel(image, 88, 100), 'cloth at the side').toEqual([...cloth]);
    const colours = new Set<string>();
    for (let y = 75; y < 180; y++) colours.add(pixel(image, 120, y).join());
    expect(colours, 'print on the middle').toContain(print.join());
    for (let y = 0; y < photo.heightPx; y++) {
      for (let x = 0; x < photo.widthPx; x++) {
        const { rect, alpha } = mask;
        const inside = x >= rect.xPx && y >= rect.yPx && x < rect.xPx + rect.widthPx && y < rect.yPx + rect.heightPx;
        if (inside && alpha[(y - rect.yPx) * rect.widthPx + x - rect.xPx] !== 0) continue;
        expect(pixel(image, x, y)).toEqual(pixel(photo, x, y));
      }
    }
    for (const [x, y, what] of [
      [120, 50, 'face'],
      [64, 160, 'forearm'],
      [100, 250, 'trousers'],
      [10, 10, 'background'],
    ] as const) {
      expect(pixel(image, x, y), what).toEqual(pixel(photo, x, y));
    }
  });

  it('returns the photo exactly at strength 0 and something between at 0.5', async () => {
    const photo = drawShopper();
    expect((await tryOn(photo, 0)).image.data).toEqual(photo.data);
    const half = pixel((await tryOn(photo, 0.5)).image, 88, 100);
    expect(half[0]).toBeGreaterThan(drawnPalette.top[0]);
    expect(half[0]).toBeLessThan(cloth[0]);
  });

  it('relights the product with the photo: a shadow on the worn cloth stays a shadow', async () => {
    engine = { ...engine, network: createFakeNetwork({ p: 1 }) };
    const photo = drawShopper();
    for (let y = 110; y < 150; y++) {
      for (let x = 84; x < 100; x++) {
        const at = (y * photo.widthPx + x) * 4;
        for (let c = 0; c < 3; c++) photo.data[at + c] = (photo.data[at + c] ?? 0) * 0.8;
      }
    }
    const { image } = await tryOn(photo);
    expect(pixel(image, 92, 130)[0]).toBeLessThan((pixel(image, 92, 165)[0] ?? 0) * 0.92);
  });

  it('encodes the photo once for many garments', async () => {
    const encode = vi.spyOn(engine.network, 'encodeContent');
    const person = await preparePerson(drawShopper(), engine, newRun());
    for (const colour of [cloth, print]) {
      const garment = await prepareGarment(drawShirt(colour, cloth), 'top', engine, newRun());
      await dress(person, garment, engine, newRun());
    }
    expect(encode).toHaveBeenCalledTimes(1);
  });

  it('plans the stages it will run, so that progress is even', async () => {
    const person = await preparePerson(drawShopper(), engine, newRun());
    const garment = await prepareGarment(drawShirt(cloth, print), 'top', engine, newRun());
    const other = await prepareGarment(drawShirt(print, cloth), 'top', engine, newRun());
    for (const [piece, expected] of [
      [{ garment, strength: 0 }, ['segment', 'mask', 'composite']],
      [{ garment }, ['encode', 'align', 'transfer', 'composite']],
      [{ garment, strength: 0.5 }, ['transfer', 'composite']],
      [{ garment: other }, ['align', 'transfer', 'composite']],
      [{ garment, mix: { garment: other, amount: 0.5 } }, ['transfer', 'composite']],
    ] as const) {
      const planned = stagesToDress(person, [piece]);
      expect(planned).toEqual(expected);
      const run = newRun();
      await dressOutfit(person, [piece], engine, run);
      expect(run.timings.map(({ stage }) => stage)).toEqual(planned);
    }
  });

  it.each(dressStages)('stops when aborted during "%s", and the same person can be dressed again', async (stage) => {
    const person: PreparedPerson = await preparePerson(drawShopper(), engine, newRun());
    const garment = await prepareGarment(drawShirt(cloth, print), 'top', engine, newRun());
    const signal = { aborted: false };
    const aborting = newRun(signal, (current) => {
      if (current === stage) signal.aborted = true;
    });
    await expect(dress(person, garment, engine, aborting)).rejects.toMatchObject({ name: 'AbortError' });
    const { image } = await dress(person, garment, engine, newRun());
    expect(pixel(image, 88, 100)).toEqual([...cloth]);
  });

  it('dresses a brushed mask instead of the found one, and refuses an empty one', async () => {
    const photo = drawShopper();
    const person = await preparePerson(photo, engine, newRun());
    const found = await prepareRegion(person, 'top', engine, newRun());
    const brushed = { ...found.mask, alpha: found.mask.alpha.slice() };
    brushed.alpha.fill(0, 0, brushed.alpha.length / 2);
    await replaceMask(person, 'top', brushed, engine, newRun());
    const garment = await prepareGarment(drawShirt(cloth, print), 'top', engine, newRun());
    const { image } = await dress(person, garment, engine, newRun());
    expect(pixel(image, 120, 90), 'brushed away').toEqual([...drawnPalette.top]);
    expect(pixel(image, 100, 175), 'left').toEqual([...cloth]);
    brushed.alpha.fill(0);
    await expect(replaceMask(person, 'top', brushed, engine, newRun())).rejects.toMatchObject({ code: 'no-garment' });
  });

  it('finds the kind of a product by its outline', async () => {
    const garment = await prepareGarment(drawShirt(cloth, print), 'auto', engine, newRun());
    expect(garment.kind).toBe('top');
  });

  it('says what is missing', async () => {
    await expect(preparePerson(drawEmptyRoom(), engine, newRun())).rejects.toMatchObject({ code: 'no-person', stage: 'segment' });
    const blank = { ...drawShirt(cloth, print), data: new Uint8ClampedArray(200 * 200 * 4) };
    await expect(prepareGarment(blank, 'top', engine, newRun())).rejects.toMatchObject({ code: 'no-product' });
    const tiny = { widthPx: 8, heightPx: 8, data: new Uint8ClampedArray(256) };
    await expect(preparePerson(tiny, engine, newRun())).rejects.toMatchObject({ code: 'image-too-small' });
    const topless = drawShopper();
    for (let i = 0; i < topless.data.length; i += 4) {
      if (topless.data[i] === drawnPalette.top[0]) topless.data.set(drawnPalette.skin, i);
    }
    const person = await preparePerson(topless, engine, newRun());
    const garment = await prepareGarment(drawShirt(cloth, print), 'top', engine, newRun());
    await expect(dress(person, garment, engine, newRun())).rejects.toMatchObject({ code: 'no-garment' });
  });
});
