import { describe, expect, it } from 'vitest';
import { bend } from './bend.mjs';
import { canonicalView } from './canonical-view.mjs';
import { boundsOf, cutImage, surroundings } from './cut.mjs';
import { fillOutside } from './fill-outside.mjs';
import { print, printedWords } from './glyphs.mjs';
import { codeFromLinear, linearFromCode, luminancePlane } from './light.mjs';
import { blur, erode, maskedLowPass, medianInside, weightedMean } from './planes.mjs';
import { createRandom, createSmoothField } from './random.mjs';
import { paintTexture, randomPattern, stripes } from './texture.mjs';

/**
 * @param {number} widthPx
 * @param {number} heightPx
 * @param {(x: number, y: number) => readonly number[]} colour
 */
function image(widthPx, heightPx, colour) {
  const data = new Uint8ClampedArray(4 * widthPx * heightPx);
  for (let i = 0; i < widthPx * heightPx; i++) data.set([...colour(i % widthPx, Math.floor(i / widthPx)), 255], 4 * i);
  return { widthPx, heightPx, data };
}

/** @param {number} side @param {(x: number, y: number) => number} value */
function plane(side, value) {
  const data = Float32Array.from({ length: side * side }, (_, i) => value(i % side, Math.floor(i / side)));
  return { widthPx: side, heightPx: side, data };
}

describe('light', () => {
  it('every code survives linear light, and luminance is that of Rec. 709', () => {
    for (let code = 0; code < 256; code++) expect(codeFromLinear(linearFromCode(code))).toBe(code);
    expect(luminancePlane(image(1, 1, () => [0, 255, 0])).data[0]).toBeCloseTo(0.7152);
    expect(linearFromCode(128)).toBeCloseTo(0.2158, 3);
  });
});

describe('planes', () => {
  it('a blur keeps the sum and spreads by sigma, by kernel and by running means', () => {
    for (const sigmaPx of [4, 9, 16]) {
      const { data } = blur(
        plane(201, (x, y) => Number(x === 100 && y === 100)),
        sigmaPx,
      );
      const moment = (/** @type {number} */ power) => data.reduce((sum, value, i) => sum + value * ((i % 201) - 100) ** power, 0);
      expect(moment(0)).toBeCloseTo(1, 4);
      expect(Math.sqrt(moment(2)) / sigmaPx).toBeCloseTo(1, 1);
    }
  });

  it('a low pass of what is inside a mask knows nothing of what is outside', () => {
    const mask = plane(60, (x) => Number(x < 30));
    const low = maskedLowPass(
      plane(60, (x) => (x < 30 ? 0.4 : 9)),
      mask,
      5,
    );
    for (const x of [0, 15, 29]) expect(low.data[30 * 60 + x]).toBeCloseTo(0.4, 4);
  });

  it('erosion takes a rim away, and means and medians obey their weights', () => {
    expect(
      erode(
        plane(9, (x, y) => Number(x > 1 && x < 7 && y > 1 && y < 7)),
        1,
      ).data.reduce((sum, value) => sum + value, 0),
    ).toBe(9);
    expect(weightedMean(Float32Array.of(1, 2, 9), Float32Array.of(1, 1, 0))).toBe(1.5);
    expect(medianInside([5, 1, 3, 100], Float32Array.of(1, 1, 1, 0.2))).toBe(3);
    expect(medianInside([1], Float32Array.of(0))).toBeNaN();
  });
});

describe('the canonical view', () => {
  const crop = { xPx: 0, yPx: 0, widthPx: 256, heightPx: 256 };

  it('of a crop of its own size is the picture', () => {
    const picture = image(256, 256, (x, y) => [x, y, 7]);
    const view = canonicalView(picture, crop);
    expect(view[5 * 256 + 9]).toBeCloseTo(9 / 255, 6);
    expect(view[65536 + 5 * 256 + 9]).toBeCloseTo(5 / 255, 6);
  });

  it('of a larger one averages, of a smaller one interpolates, beyond the rim goes on', () => {
    const checks = image(512, 512, (x, y) => Array(3).fill((x + y) % 2 ? 200 : 100));
    const shrunk = canonicalView(checks, { ...crop, widthPx: 512, heightPx: 512 });
    expect([Math.min(...shrunk.subarray(0, 600)), Math.max(...shrunk.subarray(0, 600))].map((v) => Math.round(255 * v))).toEqual([
      150, 150,
    ]);
    const ramp = canonicalView(
      image(128, 128, (x) => [2 * x, 0, 0]),
      { ...crop, widthPx: 128, heightPx: 128 },
    );
    expect(255 * ramp[101]).toBeCloseTo(100.5, 3);
    const outside = canonicalView(
      image(100, 100, (x) => [x < 50 ? 10 : 240, 0, 0]),
      { xPx: -100, yPx: -100, widthPx: 300, heightPx: 300 },
    );
    expect([outside[0], outside[255]].map((v) => Math.round(255 * v))).toEqual([10, 240]);
  });
});

describe('cutting', () => {
  it('keeps the pixels about a garment and stays in the picture', () => {
    const mask = { widthPx: 100, heightPx: 80, data: new Uint8Array(8000) };
    for (let y = 10; y < 30; y++) mask.data.fill(1, y * 100 + 5, y * 100 + 45);
    const box = boundsOf(mask);
    expect(box).toEqual({ xPx: 5, yPx: 10, widthPx: 40, heightPx: 20 });
    if (!box) return;
    const rect = surroundings(box, mask);
    expect(rect).toEqual({ xPx: 0, yPx: 0, widthPx: 53, heightPx: 48 });
    const cut = cutImage(
      image(100, 80, (x, y) => [x, y, 0]),
      { ...rect, xPx: 3, yPx: 2 },
    );
    expect([...cut.data.subarray(4 * (53 * 4 + 6), 4 * (53 * 4 + 6) + 2)]).toEqual([9, 6]);
    expect(boundsOf({ ...mask, data: new Uint8Array(8000) })).toBeUndefined();
  });
});

describe('what is drawn by chance', () => {
  it('comes out the same for the same name and otherwise not', () => {
    const draw = (/** @type {string} */ name) => {
      const random = createRandom(name);
      return [random.uniform(0, 1), random.normal(), createSmoothField(random, 5)(0.3, 0.6)];
    };
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
  });

  it('is spread as it should be', () => {
    const random = createRandom('spread');
    const normal = Array.from({ length: 4000 }, () => random.normal());
    const mean = normal.reduce((sum, value) => sum + value, 0) / 4000;
    expect(mean).toBeCloseTo(0, 1);
    expect(Math.sqrt(normal.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4000)).toBeCloseTo(1, 1);
  });
});

describe('textures', () => {
  const crop = { xPx: 0, yPx: 0, widthPx: 200, heightPx: 200 };
  const size = { widthPx: 200, heightPx: 200 };

  it('stripes cover their share and repeat after their period', () => {
    const { data } = paintTexture(
      stripes({ base: [0, 0, 0], colour: [255, 255, 255], periodFraction: 0.1, angle: 0, share: 0.3 }),
      crop,
      size,
    );
    expect(data.filter((_, i) => i % 4 === 0).reduce((sum, code) => sum + code, 0) / (255 * 200 * 200)).toBeCloseTo(0.3, 2);
    for (let x = 0; x < 180; x++) expect(data[4 * x]).toBe(data[4 * (x + 20)]);
  });

  it('patterns have two colours at least, whatever is drawn', () => {
    for (let i = 0; i < 12; i++) {
      const { data } = paintTexture(randomPattern(createRandom(`pattern ${i}`)), crop, size);
      expect(new Set(data.filter((_, at) => at % 4 === 0)).size).toBeGreaterThan(1);
    }
  });

  it('words fill their box and nothing else', () => {
    const box = { xPx: 0.25, yPx: 0.4, widthPx: 0.5, heightPx: 0.2 };
    for (const word of printedWords) {
      const { data } = paintTexture(print({ base: [0, 0, 0], colour: [255, 255, 255], word, box }), crop, size);
      const ink = { ...size, data: Uint8Array.from({ length: 40000 }, (_, i) => Number(data[4 * i] > 0)) };
      expect(boundsOf(ink)).toEqual({ xPx: 50, yPx: 80, widthPx: 100, heightPx: 40 });
    }
    expect(() => print({ base: [0, 0, 0], colour: [0, 0, 0], word: 'X', box })).toThrow(RangeError);
  });
});

describe('continuing and bending cloth', () => {
  it('fills what is unknown from its neighbourhood and leaves the rest alone', () => {
    const known = plane(40, (x) => Number(x < 20));
    const rgb = Float32Array.from({ length: 3 * 1600 }, (_, i) => (Math.floor(i / 3) % 40 < 20 ? [0.2, 0.5, 0.8][i % 3] : 77));
    const filled = fillOutside(rgb, known);
    filled.forEach((value, i) => expect(value).toBeCloseTo([0.2, 0.5, 0.8][i % 3], 4));
  });

  it('a bent reference is the same cloth, moved by no more than a few hundredths', () => {
    const crop = { xPx: 0, yPx: 0, widthPx: 200, heightPx: 200 };
    const ramp = image(200, 200, (x, y) => [x, y, 0]);
    const { data } = bend(ramp, crop, createRandom('bend without light'));
    const moved = data.filter((_, i) => i % 4 === 0).map((x, i) => Math.abs(x - (i % 200)));
    const sorted = [...moved].sort((a, b) => a - b);
    expect(sorted[20000]).toBeGreaterThan(0);
    expect(sorted[20000]).toBeLessThan(30);
  });
});
