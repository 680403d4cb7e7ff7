import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { clothingClasses, jointMapsLength, productScoresLength } from '@stylemap-tryon/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPeople } from './ccp-people.mjs';
import { parseParserArguments } from './parser-command.mjs';
import { measurePairs, measurePeople } from './parser-measurement.mjs';
import { parserTable } from './parser-report.mjs';
import { openPairs } from './recolour-pairs.mjs';
import { summarisePasses, timePasses } from './timed-segmenter.mjs';

const everything = { limit: Infinity, all: false };
const [widthPx, heightPx] = [128, 192];
const colours = { background: [255, 255, 255], hair: [60, 40, 20], top: [180, 30, 30], bottom: [30, 30, 120] };

/**
 * A drawn figure: hair, a top, trousers.
 * @param {number} i index of a pixel
 * @returns {keyof typeof colours}
 */
function classAt(i) {
  const [x, y] = [i % widthPx, Math.floor(i / widthPx)];
  if (x < 32 || x >= 96 || y < 16 || y >= 184) return 'background';
  return y < 40 ? 'hair' : y < 112 ? 'top' : 'bottom';
}

/** Knows the drawn colours, takes `misread` for background, and looks no further. @param {string} [misread] */
function colourEngine(misread) {
  /** @type {import('@stylemap-tryon/core').Segmenter} */
  const segmenter = {
    segment: async ({ widthPx, heightPx, data }) => {
      const confidences = new Float32Array(clothingClasses.length * widthPx * heightPx);
      for (let i = 0; i < widthPx * heightPx; i++) {
        const distance = (/** @type {readonly number[]} */ colour) =>
          colour.reduce((sum, value, c) => sum + Math.abs(value - data[i * 4 + c]), 0);
        const [name] = Object.entries(colours).sort(([, a], [, b]) => distance(a) - distance(b))[0];
        const index = name === misread ? 0 : clothingClasses.findIndex((candidate) => candidate === name);
        confidences[index * widthPx * heightPx + i] = 1;
      }
      return {
        widthPx,
        heightPx,
        data: confidences,
        jointMaps: new Float32Array(jointMapsLength),
        productScores: new Float32Array(productScoresLength),
      };
    },
    dispose: () => undefined,
  };
  const features = Object.fromEntries([8, 16, 32, 64, 128].map((size) => [size, { shape: [0], data: new Float32Array() }]));
  const network = /** @type {import('@stylemap-tryon/core').StylemapNetwork} */ (
    /** @type {unknown} */ ({ encodeContent: async () => features })
  );
  const timed = timePasses(segmenter);
  return { engine: { segmenter: timed.segmenter, network }, passes: timed.passes };
}

describe('the measurement of a parser', () => {
  /** @type {string} */
  let folder;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'evaluate-parser-'));
    for (const name of ['photos', 'labels', 'masks']) mkdirSync(join(folder, name));
    const tags = ['null', 'hair', 't-shirt', 'jeans'];
    writeFileSync(join(folder, 'labels.json'), JSON.stringify(tags));
    const indices = Array.from({ length: widthPx * heightPx }, (_, i) => Object.keys(colours).indexOf(classAt(i)));
    const photo = sharp(Buffer.from(indices.flatMap((index) => Object.values(colours)[index])), {
      raw: { width: widthPx, height: heightPx, channels: 3 },
    }).jpeg({ quality: 100, chromaSubsampling: '4:4:4' });
    const grey = (/** @type {number[]} */ values) =>
      sharp(Buffer.from(values), { raw: { width: widthPx, height: heightPx, channels: 1 } })
        .toColourspace('b-w')
        .png();
    for (const id of ['0010', '0011', '0020']) {
      await photo.clone().toFile(join(folder, 'photos', `${id}.jpg`));
      await grey(indices).toFile(join(folder, 'labels', `${id}.png`));
    }
    for (const id of ['wt01-red.jpg', 'wt01-blue.jpg', 'wt02-red.jpg']) await photo.clone().toFile(join(folder, 'photos', id));
    await grey(indices.map((index) => (index === 2 ? 255 : 0))).toFile(join(folder, 'masks', 'wt.png'));
    const rows = ['wt01_main,wt01-red.jpg,wt01-blue.jpg,wt.png', 'wt02_main,wt02-red.jpg,wt02-red.jpg,wt.png'];
    writeFileSync(join(folder, 'pairs.csv'), ['group,photo_a,photo_b,mask', ...rows, ''].join('\n'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes held-out photos only, unless all are asked for', () => {
    const ids = (/** @type {{ id: string }[]} */ items) => items.map(({ id }) => id);
    expect(ids(openPeople(folder, everything))).toEqual(['0010', '0020']);
    expect(ids(openPeople(folder, { limit: 1, all: true }))).toEqual(['0010']);
    expect(ids(openPeople(folder, { limit: Infinity, all: true }))).toEqual(['0010', '0011', '0020']);
    expect(ids(openPairs(folder, everything))).toEqual(['wt01-blue.jpg', 'wt01-red.jpg']);
    expect(ids(openPairs(folder, { limit: Infinity, all: true }))).toHaveLength(3);
  });

  it('finds a parser that knows everything nearly perfect', async () => {
    const { engine, passes } = colourEngine();
    const people = await measurePeople(openPeople(folder, everything), engine, passes);
    expect(people).toMatchObject({ photos: 2, refined: { photos: 2, notFound: 0 } });
    const { top, hair, dress } = people.classIou;
    for (const value of [people.garmentIou, top, hair, people.garmentBoundaryF]) expect(value).toBeGreaterThan(0.95);
    expect(dress).toBeNaN();
    expect(people.perPhoto[0]).toMatchObject({ id: '0010', refined: { kind: 'top' } });
    const pairs = await measurePairs(openPairs(folder, everything), engine);
    expect(pairs).toMatchObject({ photos: 2, groups: 1, refined: { notFound: 0 } });
    expect(pairs.refined.meanIou).toBeGreaterThan(0.95);
    // Six passes a photo: the whole, its mirror image, three turns, since this parser knows no joints, and the garment's crop; one less for the warm-up.
    expect(summarisePasses(passes).passes).toBe(23);
  });

  it('counts a garment that the parser does not see as nothing, and says why', async () => {
    const { engine, passes } = colourEngine('top');
    const people = await measurePeople(openPeople(folder, everything), engine, passes);
    expect(people.classIou).toMatchObject({ top: 0 });
    expect(people.perPhoto[0]?.refined).toEqual({ kind: 'top', iou: 0, boundaryF: 0, errorCode: 'no-garment' });
    const report = { parser: [], people, pass: summarisePasses(passes) };
    expect(parserTable(report)).toMatch(/top +0\.000 {2}BELOW 0\.55/);
    expect(parserTable(report)).toContain('0010  top  IoU 0.000  F 0.000  no-garment');
  });
});

describe('the arguments of the measurement', () => {
  it('are two folders, or one of them', () => {
    expect(parseParserArguments(['--people', 'a', '--json', 'b'])).toMatchObject({ people: 'a', json: 'b', limit: Infinity });
    expect(parseParserArguments(['--pairs', 'a', '--limit', '3'])).toMatchObject({ pairs: 'a', limit: 3 });
  });

  it.each([[[]], [['--people', 'a', '--limit', '0']], [['--people', 'a', '--limit', 'few']], [['--persons', 'a']]])(
    'are not %j',
    (args) => {
      expect(() => parseParserArguments(args)).toThrow(TypeError);
    },
  );
});
