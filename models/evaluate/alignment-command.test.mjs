import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { assetFolder } from '@stylemap-tryon/assets';
import { createNodeEngine } from '@stylemap-tryon/cli';
import { clothingClasses } from '@stylemap-tryon/core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { evaluateAlignment, parseAlignmentArguments } from './alignment-command.mjs';
import { boxOf } from './alignment/correspondence.mjs';
import { writeFlowMap } from './alignment/flow-map.mjs';
import { openSamples } from './alignment/samples.mjs';
import { randomSqueezeNet } from './fidelity/random-squeezenet.mjs';
import { pixelsOf } from './masks.mjs';
import { boundsOf } from './pictures/cut.mjs';
import { prepareProducts } from './tryon/products.mjs';

const assets = join(import.meta.dirname, '../../examples/assets');
const minutes = 60_000;
const worn = /** @type {const} */ ([
  { product: 'tee-terracotta', type: 'top' },
  { product: 'jeans-straight', type: 'bottom' },
]);

/**
 * The drawn sample shopper, as if the boxes about both products had been stretched onto the boxes about what is worn.
 * @param {string} folder
 */
async function writeSamples(folder) {
  mkdirSync(join(folder, 'truth'));
  const truth = (/** @type {string} */ name) => join(folder, 'truth', name);
  const products = worn.map(({ product, type }) => ({ id: product, file: `${product}.webp`, type }));
  for (const { file } of products) copyFileSync(join(assets, file), join(folder, file));
  const photo = join(assets, 'shopper-test.webp');
  copyFileSync(photo, join(folder, 'a.webp'));
  copyFileSync(join(assets, 'shopper-test-labels.png'), truth('a-labels.png'));
  writeFileSync(join(folder, 'products.json'), JSON.stringify(products));
  const shoppers = [
    { id: 'a', file: 'a.webp', wears: worn },
    { id: 'without-labels', file: 'a.webp', wears: worn },
  ];
  writeFileSync(join(folder, 'shoppers.json'), JSON.stringify(shoppers));
  await sharp(photo).greyscale().resize(450, 600).webp({ quality: 95 }).toFile(truth('a-shading.webp'));
  await sharp(photo).resize(450, 600).webp({ quality: 98 }).toFile(truth('a--tee-terracotta.webp'));

  const { samples, products: photos } = openSamples(folder, Infinity);
  const classes = await samples[0].classes();
  const engine = await createNodeEngine(assetFolder());
  const prepared = await prepareProducts(photos, engine);
  engine.dispose();
  const size = { widthPx: 225, heightPx: 300 };
  const places = new Float32Array(2 * size.widthPx * size.heightPx).fill(NaN);
  for (const { product, type } of worn) {
    const garment = prepared.products.find(({ id }) => id === product)?.garment;
    const box = boundsOf(pixelsOf(classes, [clothingClasses.indexOf(type)]));
    if (!garment || !box) throw new Error(`No ${product}.`);
    const { crop, image } = garment;
    const target = boxOf(garment.mask);
    for (let i = 0; i < size.widthPx * size.heightPx; i++) {
      const [x, y] = [4 * (i % size.widthPx) + 2, 4 * Math.floor(i / size.widthPx) + 2];
      if (classes.data[y * classes.widthPx + x] !== clothingClasses.indexOf(type)) continue;
      const across = target.xPx + ((x - box.xPx) / box.widthPx) * target.widthPx;
      const down = target.yPx + ((y - box.yPx) / box.heightPx) * target.heightPx;
      places[2 * i] = (crop.xPx + across * crop.widthPx) / image.widthPx;
      places[2 * i + 1] = (crop.yPx + down * crop.heightPx) / image.heightPx;
    }
  }
  await writeFlowMap({ ...size, places }, truth('a-flow.png'));
  writeFileSync(join(folder, 'features.npz'), randomSqueezeNet());
}

describe('the evaluation on rendered shoppers', () => {
  /** @type {string} */
  let folder;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'evaluate-alignment-'));
    await writeSamples(folder);
  }, 2 * minutes);
  afterAll(() => rmSync(folder, { recursive: true }));

  it(
    'measures alignment, parser, folds and answers on the shipped graphs',
    async () => {
      const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
      vi.spyOn(process.stderr, 'write').mockReturnValue(true);
      const [json, features] = [join(folder, 'report.json'), join(folder, 'features.npz')];
      await evaluateAlignment(parseAlignmentArguments(['--samples', folder, '--json', json, '--features', features]));
      const table = out.mock.calls.map(([text]) => text).join('');
      vi.restoreAllMocks();
      const { alignment, parser, light, answers } = JSON.parse(readFileSync(json, 'utf8'));

      expect(alignment).toMatchObject({ garments: 2, refused: 0 });
      const { methods, covered, kinds, regions } = alignment.exact;
      // This truth is a box on a box; on the true mask nothing else is left of the error than pixels of the mask.
      expect(methods['bounding box'].meanPx).toBeLessThan(1.5);
      expect(methods['box, mean shift known'].meanPx).toBeLessThanOrEqual(methods['bounding box'].meanPx);
      expect(methods.alignment.meanPx).toBeGreaterThan(methods['bounding box'].meanPx);
      expect(covered).toBeGreaterThan(0.97);
      expect(Object.keys(kinds)).toEqual(['bottom', 'top']);
      expect(Object.keys(regions).sort()).toEqual(['legs', 'sleeves', 'torso']);
      expect(alignment.predicted.methods['bounding box'].meanPx).toBeGreaterThanOrEqual(0);

      expect(parser).toMatchObject({ photos: 1 });
      expect(parser.garmentIou).toBeGreaterThan(0.8);
      // The shading that was written is the photo's own.
      expect(light.samples).toBe(2);
      expect(light.photo.mean).toBeGreaterThan(0.95);
      expect(light.result.mean).toBeLessThan(light.photo.mean);
      // So is the answer.
      expect(answers).toMatchObject({ samples: 1, refused: [] });
      const psnrDb = (/** @type {string} */ name) => answers.methods[name].psnrDb.mean;
      expect(psnrDb('photo as it is')).toBeGreaterThan(35);
      for (const name of ['result', 'classical', 'rough paste']) expect(psnrDb(name)).toBeLessThan(psnrDb('photo as it is'));
      expect(answers.methods.result.perceptual.mean).toBeGreaterThan(answers.methods['photo as it is'].perceptual.mean);

      for (const name of ['on the exact mask', 'alignment, sleeves', 'garment against rest', 'classical'])
        expect(table).toContain(name);
    },
    5 * minutes,
  );

  it('refuses a folder without shoppers', async () => {
    await expect(evaluateAlignment(parseAlignmentArguments(['--samples', join(folder, 'truth')]))).rejects.toThrow(
      /products\.json/,
    );
  });
});

describe('the arguments of the evaluation on rendered shoppers', () => {
  it('have defaults', () => {
    expect(parseAlignmentArguments([])).toEqual({ samples: 'examples/assets', limit: Infinity });
    expect(parseAlignmentArguments(['--samples', 'a', '--limit', '2', '--json', 'b'])).toEqual({
      samples: 'a',
      json: 'b',
      limit: 2,
    });
  });

  it.each([[['--people', 'a']], [['--limit', '0']]])('are not %j', (args) => {
    expect(() => parseAlignmentArguments(args)).toThrow(TypeError);
  });
});
