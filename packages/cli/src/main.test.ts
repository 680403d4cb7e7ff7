import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { main } from './main.js';
import type { RenderReceipt } from './receipt.js';

const models = fileURLToPath(new URL('../../../models', import.meta.url));

describe('the stylemap-tryon command', () => {
  let folder: string;
  let out: string;
  let err: string;
  const run = (...args: string[]) =>
    main(args, {
      out: (text) => void (out += text),
      err: (text) => void (err += text),
    });
  const path = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stylemap-tryon-'));
    await writeFile(path('text.jpg'), 'once upon a time');
    const grey = sharp({ create: { width: 200, height: 300, channels: 3, background: { r: 128, g: 128, b: 128 } } });
    await grey.png().toFile(path('nobody.png'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(() => {
    [out, err] = ['', ''];
  });

  const render = (person: string, garment: string, ...options: string[]) =>
    run('render', '--models', models, '--person', person, '--garment', garment, '--type', 'top', ...options);

  it('says how it is used', async () => {
    expect(await run('--help')).toBe(0);
    expect(out).toContain('stylemap-tryon render');
    expect(await run('--version')).toBe(0);
    expect(out).toMatch(/\d+\.\d+\.\d+\n$/);
  });

  it('ends with 2 and the usage when it is used wrongly', async () => {
    expect(await run('render')).toBe(2);
    expect(err).toContain('--out');
    expect(err).toContain('Usage');
    expect(out).toBe('');
  });

  it.each([
    ['image-unavailable (decode)', 'absent.jpg', models],
    ['not-an-image (decode)', 'text.jpg', models],
    ['no-person (segment)', 'nobody.png', models],
    ['model-unavailable (load)', 'nobody.png', tmpdir()],
  ])('ends with 1 and %s', async (code, person, modelsDir) => {
    const args = ['--person', path(person), '--garment', path('nobody.png'), '-o', path('never.png'), '--models', modelsDir];
    expect(await run('render', ...args)).toBe(1);
    expect(err).toContain(code);
    expect(await readdir(folder)).not.toContain('never.png');
  });

  it('copies the assets, says of how many files, and refuses what it does not know', async () => {
    expect(await run('copy-assets', path('served'), '--backend', 'wasm')).toBe(0);
    expect(out).toMatch(/^\d+ files copied to /);
    expect(await readdir(path('served'))).toContain('manifest.json');
    expect(await run('copy-assets', path('never'), '--backend', 'cuda')).toBe(2);
    expect(await readdir(folder)).not.toContain('never');
  });

  describe('on our own pictures', () => {
    const assets = fileURLToPath(new URL('../../../examples/assets', import.meta.url));
    const rawPixels = (file: string) => sharp(file).removeAlpha().raw().toBuffer();
    const [shopper, breton] = [join(assets, 'shopper-test.webp'), join(assets, 'top-breton.webp')];

    it('renders at the size of the photo, changes nothing outside the garment, and gives the same bytes twice', async () => {
      expect([await render(shopper, breton, '-o', path('first.png'), '--json'), err]).toEqual([0, '']);
      const receipt = JSON.parse(out) as RenderReceipt;
      const { width, height } = await sharp(shopper).metadata();
      expect(receipt).toMatchObject({
        widthPx: width,
        heightPx: height,
        kinds: ['top'],
        backend: 'wasm',
        segmenter: 'onnx',
        maxDifferenceOutsideMask: 0,
      });
      expect(Object.keys(receipt.models)).toHaveLength(4);
      expect(receipt.stages.map(({ stage }) => stage)).toContain('composite');
      expect(await sharp(path('first.png')).metadata()).toMatchObject({ width, height });

      expect(await render(shopper, breton, '-o', path('second.png'))).toBe(0);
      expect(await readFile(path('second.png'))).toEqual(await readFile(path('first.png')));
      expect(await readFile(path('first.png'))).not.toEqual(await sharp(shopper).png().toBuffer());
    });

    it('gives the photo itself at strength 0', async () => {
      expect(await render(shopper, breton, '-o', path('zero.png'), '--strength', '0')).toBe(0);
      expect((await rawPixels(path('zero.png'))).equals(await rawPixels(shopper))).toBe(true);
      expect(out).toMatch(/^size +\d+ x \d+ px$/m);
    });

    it('changes only what a strength map names', async () => {
      const right = {
        input: { create: { width: 450, height: 1200, channels: 3, background: 'white' } },
        left: 450,
        top: 0,
      } as const;
      const black = { width: 900, height: 1200, channels: 3, background: 'black' } as const;
      await sharp({ create: black }).composite([right]).png().toFile(path('right.png'));
      expect(await render(shopper, breton, '-o', path('half.png'), '--strength-map', path('right.png'))).toBe(0);
      const [photo, half] = [await rawPixels(shopper), await rawPixels(path('half.png'))];
      const changed = half.reduce(
        (columns, value, i) => (value === photo[i] ? columns : columns.add(Math.floor(i / 3) % 900)),
        new Set<number>(),
      );
      expect(Math.min(...changed)).toBe(450);
      expect(changed.size).toBeGreaterThan(100);
      expect(await render(shopper, breton, '-o', path('never.png'), '--strength-map', breton)).toBe(2);
      expect(err).toContain('the photo 900 x 1200 px');
    });

    it('mixes two products, and is the second at a share of 1', async () => {
      const sunset = join(assets, 'tee-sunset.webp');
      expect(await render(shopper, breton, '-o', path('mixed.png'), '--mix', `${sunset}:1`)).toBe(0);
      expect(await render(shopper, sunset, '-o', path('sunset.png'))).toBe(0);
      expect(await readFile(path('mixed.png'))).toEqual(await readFile(path('sunset.png')));
    });

    it('puts on an outfit, and refuses one of two tops', async () => {
      const jeans = join(assets, 'jeans-straight.webp');
      const outfit = ['--garment', jeans, '--type', 'bottom'];
      expect([await render(shopper, breton, ...outfit, '-o', path('outfit.png'), '--json'), err]).toEqual([0, '']);
      expect(JSON.parse(out)).toMatchObject({ kinds: ['top', 'bottom'], maxDifferenceOutsideMask: 0 });
      expect(await render(shopper, breton, '--garment', breton, '--type', 'top', '-o', path('never.png'))).toBe(2);
      expect(err).toContain('not two of kind top');
      expect(await readdir(folder)).not.toContain('never.png');
    });
  });
});
