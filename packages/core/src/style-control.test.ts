import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RgbaImage } from './image/image.js';
import type { DressOptions } from './outfit.js';
import { dress, prepareGarment, preparePerson } from './pipeline.js';
import type { Engine, PreparedGarment, PreparedPerson } from './prepared.js';
import { replaceMask } from './region/prepare-region.js';
import { createRun } from './run.js';
import type { StrengthMap } from './strength.js';
import { createColourSegmenter, createFakeNetwork, drawnPalette, drawShirt, drawShopper, drawTrousers } from './testing/index.js';

const newRun = () => createRun([], { now: () => 0 });
const red = [200, 60, 40] as const;
const yellow = [250, 230, 60] as const;

let engine: Engine;
let photo: RgbaImage;
let person: PreparedPerson;
let first: PreparedGarment;
let second: PreparedGarment;

beforeEach(async () => {
  engine = { segmenter: createColourSegmenter(drawnPalette), network: createFakeNetwork({ p: 0.5, q: 0.05, alphaLogit: 2 }) };
  photo = drawShopper();
  person = await preparePerson(photo, engine, newRun());
  first = await prepareGarment(drawShirt(red, yellow), 'top', engine, newRun());
  second = await prepareGarment(drawShirt(yellow, red), 'top', engine, newRun());
});

const wear = async (options?: DressOptions, garment = first) => (await dress(person, garment, engine, newRun(), options)).image;
const pixel = (image: RgbaImage, x: number, y: number) => [...image.data.subarray((y * image.widthPx + x) * 4).subarray(0, 3)];
const largestDifference = (a: RgbaImage, b: RgbaImage) =>
  a.data.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b.data[i]!)), 0);
/** Channels whose values go up and down again, or down and up, along the way. */
const turningBack = (steps: readonly RgbaImage[]) =>
  steps[0]!.data.filter((from, i) => {
    const direction = Math.sign(steps.at(-1)!.data[i]! - from);
    return steps.some(({ data }, k) => k > 0 && Math.sign(data[i]! - steps[k - 1]!.data[i]!) === -(direction || 1));
  }).length;

/** Of the whole photo. */
const mapOf = (valueAt: (x: number, y: number) => number): StrengthMap => {
  const { widthPx, heightPx } = photo;
  const alpha = Uint8Array.from({ length: widthPx * heightPx }, (_, i) => valueAt(i % widthPx, Math.floor(i / widthPx)));
  return { rect: { xPx: 0, yPx: 0, widthPx, heightPx }, alpha };
};

const spiedCalls = () => ({
  content: vi.spyOn(engine.network, 'encodeContent'),
  style: vi.spyOn(engine.network, 'encodeStyle'),
  decode: vi.spyOn(engine.network, 'decode'),
});

describe('strength', () => {
  it.each([
    ['0', { strength: 0 }],
    ['a map of zeros', { strengthMap: { rect: { xPx: 5, yPx: 5, widthPx: 2, heightPx: 1 }, alpha: new Uint8Array(2) } }],
  ])('of %s gives the photo, and the mask, without asking the network', async (_, options) => {
    const { content, style, decode } = spiedCalls();
    const { image, mask } = await dress(person, first, engine, newRun(), options);
    expect(largestDifference(image, photo)).toBe(0);
    expect(image.data).not.toBe(photo.data);
    expect(mask.alpha).toContain(255);
    for (const spy of [content, style, decode]) expect(spy).not.toHaveBeenCalled();
  });

  it('moves every channel from the photo to the garment without turning back', async () => {
    const steps = await Promise.all([0, 0.1, 0.3, 0.5, 0.7, 0.9, 1].map((strength) => wear({ strength })));
    expect(turningBack(steps)).toBe(0);
  });

  it('has no step just below 1', async () => {
    expect(largestDifference(await wear({ strength: 1 - 1e-9 }), await wear({ strength: 1 }))).toBe(0);
  });

  it('by a map of 255 is strength 1, and by one of 127 half of it', async () => {
    expect(largestDifference(await wear({ strengthMap: mapOf(() => 255) }), await wear())).toBe(0);
    const half = await wear({ strengthMap: mapOf(() => 127) });
    expect(largestDifference(half, await wear({ strength: 127 / 255 }))).toBeLessThanOrEqual(1);
  });

  it('by a map changes only the half that the map covers, which is dressed as without it', async () => {
    const whole = await wear();
    const right = await wear({ strengthMap: mapOf((x) => (x < 120 ? 0 : 255)) });
    const { widthPx, heightPx, data } = right;
    for (let y = 0; y < heightPx; y++) {
      const [start, middle, end] = [0, 120, widthPx].map((x) => (y * widthPx + x) * 4);
      expect(data.subarray(start, middle)).toEqual(photo.data.subarray(start, middle));
      expect(data.subarray(middle, end)).toEqual(whole.data.subarray(middle, end));
    }
    expect(largestDifference(right, photo)).toBeGreaterThan(50);
  });

  it('by a ramp grows along it', async () => {
    const image = await wear({ strengthMap: mapOf((_, y) => Math.min(255, Math.max(0, (y - 80) * 3))) });
    const reds = [80, 100, 120, 140, 160].map((y) => pixel(image, 88, y)[0] ?? NaN);
    expect(reds[0]).toBe(drawnPalette.top[0]);
    for (let i = 1; i < reds.length; i++) expect(reds[i]).toBeGreaterThan(reds[i - 1]!);
  });

  it('reaches the decoder by level: the worn style where the map is zero, the product style elsewhere', async () => {
    const { decode } = spiedCalls();
    await wear();
    await wear({ strength: 0.5, strengthMap: mapOf((x) => (x < 120 ? 0 : 255)) });
    const [reference, mixed] = decode.mock.calls.map(([, stylemap]) => stylemap[32].data);
    const worn = person.wornStyles.get(person.regions.get('top')!)![32].data;
    const [left, right] = [16 * 32 + 10, 16 * 32 + 22];
    expect(mixed![left]).toBe(worn[left]);
    expect(mixed![right]).toBeCloseTo((worn[right]! + reference![right]!) / 2, 5);
    expect(worn[right]).not.toBeCloseTo(reference![right]!, 2);
  });

  it('can be dragged for the price of one decoder run a step', async () => {
    await wear({ strength: 0.9 });
    const { content, style, decode } = spiedCalls();
    for (const strength of [0.8, 0.5, 0.2]) await wear({ strength });
    expect([content, style, decode].map((spy) => spy.mock.calls.length)).toEqual([0, 0, 3]);
  });

  it('is encoded anew when the mask has been replaced', async () => {
    const { mask } = await dress(person, first, engine, newRun());
    const alpha = mask.alpha.slice();
    alpha.fill(0, 0, alpha.length / 2);
    await replaceMask(person, 'top', { ...mask, alpha }, engine, newRun());
    const { style } = spiedCalls();
    await wear();
    expect(style).toHaveBeenCalledTimes(1);
  });
});

describe('a mix of two garments', () => {
  const mixed = (amount: number) => wear({ mix: { garment: second, amount } });

  it('is the first at 0 and the second at 1, to the bit, and then asks nothing of the other', async () => {
    const { style } = spiedCalls();
    expect(largestDifference(await mixed(0), await wear())).toBe(0);
    expect(style).toHaveBeenCalledTimes(1);
    expect(largestDifference(await mixed(1), await wear({}, second))).toBe(0);
    expect(style).toHaveBeenCalledTimes(2);
  });

  it('goes from the one to the other without turning back', async () => {
    const steps = await Promise.all([0, 0.001, 0.2, 0.4, 0.6, 0.8, 0.999, 1].map(mixed));
    expect(turningBack(steps)).toBe(0);
    expect(largestDifference(steps[0]!, steps[1]!)).toBeLessThanOrEqual(1);
    expect(largestDifference(steps.at(-2)!, steps.at(-1)!)).toBeLessThanOrEqual(1);
    expect(largestDifference(steps[0]!, steps.at(-1)!)).toBeGreaterThan(100);
  });

  it('is the same whichever garment is named first', async () => {
    expect(largestDifference(await wear({ mix: { garment: first, amount: 0.25 } }, second), await mixed(0.75))).toBe(0);
  });

  it('of a garment with itself is that garment', async () => {
    const image = await wear({ mix: { garment: first, amount: 0.5 } });
    expect(largestDifference(image, await wear())).toBeLessThanOrEqual(1);
  });

  it('blends the stylemaps that the decoder gets, and costs one decoder run a step', async () => {
    await wear({}, second);
    await wear();
    const { style, decode } = spiedCalls();
    for (const amount of [0.25, 0.5]) await mixed(amount);
    expect([style, decode].map((spy) => spy.mock.calls.length)).toEqual([0, 2]);
    const region = person.regions.get('top')!;
    const [a, b] = [first, second].map(({ fittings }) => fittings.get(region)!.stylemap[64].data[5]!);
    expect(decode.mock.calls[0]![1][64].data[5]).toBeCloseTo(0.75 * a! + 0.25 * b!, 6);
  });

  it('has a strength of its own', async () => {
    const image = await wear({ strength: 0, mix: { garment: second, amount: 0.5 } });
    expect(largestDifference(image, photo)).toBe(0);
  });

  it('is refused for garments of two kinds', async () => {
    const trousers = await prepareGarment(drawTrousers(red), 'bottom', engine, newRun());
    const misuse = wear({ mix: { garment: trousers, amount: 0.5 } });
    await expect(misuse).rejects.toThrow(TypeError);
    await expect(misuse).rejects.toThrow(/mix\.garment is of kind bottom/);
  });
});
