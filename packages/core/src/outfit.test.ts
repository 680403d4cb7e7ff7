import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RgbaImage } from './image/image.js';
import type { Piece } from './outfit.js';
import { dress, dressOutfit, prepareGarment, preparePerson, stagesToDress } from './pipeline.js';
import type { Engine, PreparedGarment, PreparedPerson } from './prepared.js';
import type { Progress } from './run.js';
import { createRun } from './run.js';
import { createColourSegmenter, createFakeNetwork, drawnPalette, drawShirt, drawShopper, drawTrousers } from './testing/index.js';

const newRun = () => createRun([], { now: () => 0 });
const red = [200, 60, 40] as const;
const green = [40, 160, 70] as const;

let engine: Engine;
let photo: RgbaImage;
let person: PreparedPerson;
let shirt: PreparedGarment;
let trousers: PreparedGarment;

beforeEach(async () => {
  engine = { segmenter: createColourSegmenter(drawnPalette), network: createFakeNetwork() };
  photo = drawShopper();
  person = await preparePerson(photo, engine, newRun());
  shirt = await prepareGarment(drawShirt(red, red), 'top', engine, newRun());
  trousers = await prepareGarment(drawTrousers(green), 'bottom', engine, newRun());
});

const wear = (...pieces: Piece[]) => dressOutfit(person, pieces, engine, newRun());
const sameBytes = (a: RgbaImage, b: RgbaImage) => a.data.every((value, i) => value === b.data[i]);
const pixel = (image: RgbaImage, x: number, y: number) => [...image.data.subarray((y * image.widthPx + x) * 4).subarray(0, 3)];

describe('an outfit', () => {
  it('puts each garment on its own place, and leaves everything outside of all masks alone', async () => {
    const { image, pieces, warnings } = await wear({ garment: shirt }, { garment: trousers });
    expect(warnings).not.toContain('garment-hidden');
    expect(pieces.map(({ kind }) => kind)).toEqual(['top', 'bottom']);
    expect(pixel(image, 120, 120)).toEqual([...red]);
    expect(pixel(image, 100, 260)).toEqual([...green]);
    const covered = new Uint8Array(photo.widthPx * photo.heightPx);
    for (const { mask } of pieces) {
      mask.alpha.forEach((value, i) => {
        const x = mask.rect.xPx + (i % mask.rect.widthPx);
        const y = mask.rect.yPx + Math.floor(i / mask.rect.widthPx);
        if (value > 0) covered[y * photo.widthPx + x] = 1;
      });
    }
    expect(covered).toContain(0);
    const changedOutside = image.data.filter((value, i) => !covered[i >> 2] && value !== photo.data[i]);
    expect(changedOutside).toHaveLength(0);
  });

  it('of one garment is that garment', async () => {
    const { image, pieces, warnings } = await wear({ garment: shirt });
    const alone = await dress(person, shirt, engine, newRun());
    expect(sameBytes(image, alone.image)).toBe(true);
    expect({ pieces, warnings }).toEqual({ pieces: alone.pieces, warnings: alone.warnings });
    expect(alone.pieces).toEqual([{ kind: alone.kind, mask: alone.mask }]);
  });

  it('is the same in whatever order its garments are named', async () => {
    const { image } = await wear({ garment: trousers }, { garment: shirt });
    const other = await wear({ garment: shirt }, { garment: trousers });
    expect(sameBytes(image, other.image)).toBe(true);
  });

  it('shows the network the photo, never what another garment has made of it', async () => {
    const encode = vi.spyOn(engine.network, 'encodeContent');
    await wear({ garment: shirt }, { garment: trousers });
    const together = encode.mock.calls.map(([content]) => content.data);
    encode.mockClear();
    const alone = await preparePerson(photo, engine, newRun());
    await dress(alone, trousers, engine, newRun());
    expect(together[1]!.every((value, i) => value === encode.mock.calls[0]![0].data[i])).toBe(true);
    expect(together).toHaveLength(2);
  });

  it('gives every garment its own strength: one of 0 costs nothing and changes nothing', async () => {
    const encode = vi.spyOn(engine.network, 'encodeContent');
    const { image, pieces } = await wear({ garment: shirt, strength: 0 }, { garment: trousers });
    expect(encode).toHaveBeenCalledTimes(1);
    expect(pixel(image, 120, 120)).toEqual([...drawnPalette.top]);
    expect(pixel(image, 100, 260)).toEqual([...green]);
    expect(pieces).toHaveLength(2);
    const nothing = await wear({ garment: shirt, strength: 0 }, { garment: trousers, strength: 0 });
    expect(sameBytes(nothing.image, photo)).toBe(true);
  });

  it('puts the outer garment over the inner one where their masks overlap', async () => {
    const { mask } = (await wear({ garment: trousers })).pieces[0]!;
    // A mask of the whole figure below the neck: it holds the one of the trousers.
    const rect = { xPx: 60, yPx: 80, widthPx: 120, heightPx: 220 };
    person.masked.set('top', {
      ...person.masked.get('bottom')!,
      mask: { rect, alpha: new Uint8Array(rect.widthPx * rect.heightPx).fill(255) },
    });
    const { image, warnings } = await wear({ garment: shirt }, { garment: trousers });
    expect(warnings).toContain('garment-hidden');
    const { widthPx } = mask.rect;
    for (let i = 0; i < mask.alpha.length; i += 7) {
      const [x, y] = [mask.rect.xPx + (i % widthPx), mask.rect.yPx + Math.floor(i / widthPx)];
      expect(pixel(image, x, y)).not.toEqual([...green]);
    }
  });

  it('says its stages beforehand, each as often as it runs, and its progress never falls and ends at 1', async () => {
    const pieces = [{ garment: shirt, strength: 0.5 }, { garment: trousers }];
    const planned = stagesToDress(person, pieces);
    const each = ['segment', 'mask', 'encode', 'align', 'transfer'];
    expect(planned).toEqual([...each, ...each, 'composite']);
    const seen: Progress[] = [];
    const run = createRun(planned, { now: () => 0, onProgress: (progress) => seen.push(progress) });
    await dressOutfit(person, pieces, engine, run);
    expect(run.timings.map(({ stage }) => stage)).toEqual(planned);
    const fractions = seen.map(({ fraction }) => fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    expect(new Set(fractions).size).toBe(planned.length + 1);
  });

  it('stops between any two of its stages when aborted, and can be put on afterwards', async () => {
    const pieces = [{ garment: shirt }, { garment: trousers }];
    const expected = (await wear(...pieces)).image;
    for (let stop = 1; stop <= 11; stop++) {
      person = await preparePerson(photo, engine, newRun());
      let reports = 0;
      const signal = { aborted: false };
      const onProgress = () => (signal.aborted = ++reports === 2 * stop - 1);
      const run = createRun(stagesToDress(person, pieces), { now: () => 0, signal, onProgress });
      await expect(dressOutfit(person, pieces, engine, run)).rejects.toMatchObject({ name: 'AbortError' });
      expect(run.timings).toHaveLength(stop - 1);
    }
    expect(sameBytes((await wear(...pieces)).image, expected)).toBe(true);
  });

  it('names the stage in which a garment has no place', async () => {
    const skirtless = drawShopper();
    for (let i = 0; i < skirtless.data.length; i += 4) {
      if (skirtless.data[i] === drawnPalette.bottom[0]) skirtless.data.set(drawnPalette.skin, i);
    }
    person = await preparePerson(skirtless, engine, newRun());
    await expect(wear({ garment: shirt }, { garment: trousers })).rejects.toMatchObject({ code: 'no-garment', stage: 'segment' });
  });

  it.each([
    ['no garment', () => [], /at least one garment/],
    ['two tops', () => [{ garment: shirt }, { garment: shirt }], /not two of kind top/],
  ])('of %s is misuse', async (_, pieces, message) => {
    await expect(wear(...pieces())).rejects.toThrow(TypeError);
    await expect(wear(...pieces())).rejects.toThrow(message);
    expect(() => stagesToDress(person, pieces())).toThrow(message);
  });
});
