import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { assetFolder } from '@stylemap-tryon/assets';
import { createNodeEngine, readImage } from '@stylemap-tryon/cli';
import { clothingClasses, createRun, preparePerson, preparePersonStages } from '@stylemap-tryon/core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { randomSqueezeNet } from './fidelity/random-squeezenet.mjs';
import { strongestClasses } from './masks.mjs';
import { evaluateTryOn, parseTryOnArguments } from './tryon-command.mjs';

const assets = join(import.meta.dirname, '../../examples/assets');
const minutes = 60_000;

/** A tag of every class, in the parser's order; of trousers nobody shall know, so that the shirt is what is changed. */
const tags = ['null', 'hair', 'skin', 't-shirt', 'coat', 'tights', 'dress', 'shoes', 'bag'];

/**
 * The drawn sample shopper as a data set of every layout, with the shipped parser's own answer for truth.
 * @param {string} folder
 */
async function writeDataSets(folder) {
  for (const name of ['labels', 'masks', 'photos', 'products']) mkdirSync(join(folder, name));
  const shopper = sharp(join(assets, 'shopper-test.webp')).resize({ height: 480 }).jpeg({ quality: 95 });
  const at = (/** @type {string} */ name) => join(folder, name);
  await shopper.clone().toFile(at('photos/0010.jpg'));
  const photo = await readImage(at('photos/0010.jpg'));

  const engine = await createNodeEngine(assetFolder());
  const person = await preparePerson(photo, engine, createRun(preparePersonStages, { now: () => 0 }));
  engine.dispose();
  const labels = strongestClasses(person.seen.confidences, photo.widthPx, photo.heightPx);
  const raw = { width: photo.widthPx, height: photo.heightPx, channels: /** @type {const} */ (1) };
  const grey = (/** @type {Uint8Array} */ values) => sharp(values, { raw }).toColourspace('b-w').png();
  writeFileSync(at('labels.json'), JSON.stringify(tags));
  await grey(labels.data).toFile(at('labels/0010.png'));

  // The shirt in another colour makes a pair.
  const mask = labels.data.map((label) => (clothingClasses[label] === 'top' ? 255 : 0));
  await grey(mask).toFile(at('masks/wt01.png'));
  const recoloured = photo.data.map((code, i) => (mask[i >> 2] && i % 4 === 0 ? 0.5 * code : code));
  await shopper.clone().toFile(at('photos/wt01-a.jpg'));
  await sharp(new Uint8Array(recoloured.buffer), { raw: { ...raw, channels: 4 } })
    .jpeg({ quality: 95 })
    .toFile(at('photos/wt01-b.jpg'));
  writeFileSync(at('pairs.csv'), 'group,photo_a,photo_b,mask\nwt01_main,wt01-a.jpg,wt01-b.jpg,wt01.png\n');

  await sharp(join(assets, 'tee-sunset.webp')).png().toFile(at('products/sunset.png'));
  await sharp(join(assets, 'top-breton.webp')).png().toFile(at('products/breton.png'));
  await sharp(join(assets, 'dress-daisy.webp')).flatten({ background: 'white' }).jpeg().toFile(at('photos/daisy.jpg'));
  writeFileSync(at('labels.csv'), 'image,label\ndaisy,Dress\nmissing,Dress\nshoe,Shoes\n');
  writeFileSync(at('features.npz'), randomSqueezeNet());
}

describe('the evaluation of the try-on network', () => {
  /** @type {string} */
  let folder;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'evaluate-tryon-'));
    await writeDataSets(folder);
  }, 2 * minutes);
  afterAll(() => rmSync(folder, { recursive: true }));

  it(
    'measures pairs, prints and swaps on the shipped graphs, and shows the swaps',
    async () => {
      const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
      vi.spyOn(process.stderr, 'write').mockReturnValue(true);
      const folders = ['--people', folder, '--pairs', folder, '--garments', folder, '--products', join(folder, 'products')];
      const files = [
        '--features',
        join(folder, 'features.npz'),
        '--json',
        join(folder, 'report.json'),
        '--sheet',
        join(folder, 'sheet.png'),
      ];
      await evaluateTryOn(parseTryOnArguments([...folders, ...files, '--limit', '3']));
      const table = out.mock.calls.map(([text]) => text).join('');
      vi.restoreAllMocks();

      const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
      expect(report.recolour.rows.map((/** @type {{ id: string }} */ { id }) => id)).toEqual([
        'wt01-a.jpg to wt01-b.jpg',
        'wt01-b.jpg to wt01-a.jpg',
      ]);
      expect(report).toMatchObject({ street: { samples: 1 }, exact: { samples: 1 }, leak: { samples: 1 } });
      const { result, 'relit warp only': relit, 'mean colour': mean } = report.exact.methods;
      for (const figure of [result, relit, mean]) expect(figure.perceptual.mean).toBeGreaterThan(0);
      // The reference lies in place: whatever the weights, its own pixels beat one flat colour.
      expect(result.psnrDb.mean).toBeGreaterThan(mean.psnrDb.mean);
      expect(report.exact.methods.result.ssim.mean).toBeGreaterThan(report.street.methods.result.ssim.mean);
      // A pattern that stays is what the classical transfer is bad at.
      expect(report.leak.classical.mean).toBeGreaterThan(3);

      expect(report.swaps.refused).toEqual([]);
      expect(report.swaps.swaps).toBeGreaterThan(0);
      expect(report.swaps.differenceOutside).toBe(0);
      for (const { kinds, fineTrace } of report.swaps.rows) {
        expect(kinds[0]).toMatch(/^(patterned|plain|dark|light) to (patterned|plain|dark|light)$/);
        expect(fineTrace.correlation).toBeLessThanOrEqual(1);
        expect(report.swaps.perKind[kinds[0]].foldCorrelation.mean).toBeGreaterThan(-1);
        expect(table).toContain(`${kinds.join(', ')}: 0010 t-shirt`);
      }
      const { width, height } = await sharp(join(folder, 'sheet-1.png')).metadata();
      expect([width, height]).toEqual([Math.min(3, report.swaps.swaps) * 792, Math.ceil(report.swaps.swaps / 3) * 282]);
      expect(existsSync(join(folder, 'sheet-2.png'))).toBe(false);
      expect(report.recolour.perGroup).toMatchObject([{ group: 'wt01_main', samples: 2 }]);
      expect(report.recolour.meanOfGroupMedians.result.psnrDb).toBeCloseTo(report.recolour.methods.result.psnrDb.median);

      const names = report.verdicts.map((/** @type {{ name: string }} */ { name }) => name);
      expect(names).toContain('recolour, PSNR, median dB');
      for (const name of names) expect(table).toContain(name);
      expect(report.graphs.map((/** @type {{ file: string }} */ { file }) => file)).toContain('decoder.onnx');
    },
    5 * minutes,
  );

  it(
    'finds no difference between graphs and themselves, and passes over folders that are not given',
    async () => {
      const weights = join(assetFolder(), 'weights');
      for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockReturnValue(true);
      const options = ['--people', folder, '--weights', weights, '--fp32', weights, '--features', join(folder, 'features.npz')];
      await evaluateTryOn(
        parseTryOnArguments([...options, '--json', join(folder, 'same.json'), '--limit', '1', '--unlight', 'chroma']),
      );
      vi.restoreAllMocks();
      const { precision, referenceLight, swaps, recolour } = JSON.parse(readFileSync(join(folder, 'same.json'), 'utf8'));
      expect(precision.agreementDb.worst).toBeCloseTo(100, 6);
      expect(precision.figures['exact perceptual']).toMatchObject({ relativeChange: 0 });
      expect([referenceLight, swaps, recolour]).toEqual(['chroma', undefined, undefined]);
    },
    5 * minutes,
  );

  it('refuses features that are not there', async () => {
    await expect(
      evaluateTryOn(parseTryOnArguments(['--people', folder, '--features', join(folder, 'none.npz')])),
    ).rejects.toThrow(/none\.npz/);
  });
});

describe('the arguments of the evaluation', () => {
  it('are folders, files and a limit for each part', () => {
    expect(parseTryOnArguments(['--pairs', 'a'])).toEqual({
      pairs: 'a',
      all: false,
      unlight: 'grey',
      limits: { people: 24, pairs: 60, swaps: 60, swapPhotos: Infinity },
    });
    const limits = { people: 3, pairs: 3, swaps: 3, swapPhotos: 3 };
    expect(parseTryOnArguments(['--people', 'a', '--products', 'b', '--sheet', 'c', '--limit', '3'])).toMatchObject({
      sheet: 'c',
      limits,
    });
  });

  it.each([
    [['--products', 'a']],
    [['--people', 'a', '--limit', '0']],
    [['--people', 'a', '--sheet', 'b']],
    [['--pairs', 'a', '--garments', 'b', '--sheet', 'c']],
    [['--people', 'a', '--unlight', 'blue']],
    [['--persons', 'a']],
  ])('are not %j', (args) => {
    expect(() => parseTryOnArguments(args)).toThrow(TypeError);
  });
});
