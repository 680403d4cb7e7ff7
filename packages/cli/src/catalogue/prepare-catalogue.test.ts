import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRun, importGarment, prepareGarment, productOf } from '@stylemap-tryon/core';
import { Catalogue, type CatalogueManifest } from '@stylemap-tryon/sdk/runtime';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFolderSource } from '../folder-source.js';
import { main } from '../main.js';
import { createNodeEngine } from '../node-engine.js';
import { readImage } from '../read-image.js';

const root = new URL('../../../../', import.meta.url);
const inRoot = (path: string) => fileURLToPath(new URL(path, root));
const models = inRoot('models');

describe('stylemap-tryon prepare', () => {
  let folder: string;
  let server: Server;
  let out: string;
  let err: string;
  const at = (path: string) => join(folder, path);
  const run = (...args: string[]) => {
    [out, err] = ['', ''];
    return main(args, { out: (text) => void (out += text), err: (text) => void (err += text) });
  };
  const prepare = (dir: string, ...options: string[]) =>
    run('prepare', at('shop.csv'), '--out', at(dir), '--models', models, ...options);
  const manifestOf = async (dir: string) => JSON.parse(await readFile(at(`${dir}/manifest.json`), 'utf8')) as CatalogueManifest;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prepare-'));
    await mkdir(at('img'));
    await copyFile(inRoot('examples/assets/tee-sunset.webp'), at('img/tee.webp'));
    await copyFile(inRoot('e2e/cases/product-mug.webp'), at('img/mug.webp'));
    server = createServer((request, response) => {
      if (request.url !== '/jeans.webp') return void response.writeHead(404).end();
      void readFile(inRoot('examples/assets/jeans-black.webp')).then((bytes) => response.end(bytes));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const rows = [
      'tee,img/tee.webp,top',
      `jeans,http://127.0.0.1:${port}/jeans.webp,`,
      'mug,img/mug.webp,',
      'gone,img/gone.webp,',
    ];
    await writeFile(at('shop.csv'), `id,image,type\n${rows.join('\n')}\n`);
  });
  beforeEach(() => rm(at('out'), { recursive: true, force: true }));
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  it('writes what browsers read, and for people what to look at', async () => {
    expect(await prepare('out')).toBe(0);
    expect(out).toBe('4 products: 2 prepared, 0 of them with warnings, 2 without a garment.\n');
    expect(err).toContain('mug: no-product');
    expect(err).toContain('gone: image-unavailable');
    expect(err).toContain('4 of 4');
    const { products } = await manifestOf('out');
    expect(products.map(({ id, type }) => [id, type])).toEqual([
      ['tee', 'top'],
      ['jeans', 'auto'],
    ]);
    expect(JSON.stringify(products)).not.toContain(folder);
    const sheet = await readFile(at('out/contact-sheet.html'), 'utf8');
    expect(sheet.indexOf('mug')).toBeLessThan(sheet.indexOf('>tee<'));
    expect(sheet).toContain('sleeve</dt><dd>short');
    for (const [, file] of sheet.matchAll(/src="(previews\/[^"]+)"/g))
      expect((await stat(at(`out/${file}`))).size).toBeGreaterThan(500);
  });

  it('gives the garment that an unprepared picture gives, byte for byte', async () => {
    await prepare('out');
    const engine = await createNodeEngine(models);
    const newRun = () => createRun([], { now: () => 0 });
    const image = await readImage(at('img/tee.webp'));
    const catalogue = new Catalogue(createFolderSource(at('out')));
    const known = await catalogue.find(new Uint8Array(await readFile(at('img/tee.webp'))), 'top');
    const imported = await importGarment(image, known!, newRun());
    const prepared = await prepareGarment(image, 'top', engine, newRun());
    engine.dispose();
    expect({ ...imported, fittings: undefined, shapes: undefined }).toEqual({
      ...prepared,
      fittings: undefined,
      shapes: undefined,
    });
  });

  it('does only what is new when it runs again, and mends what is damaged', async () => {
    await prepare('out');
    const { products } = await manifestOf('out');
    const [tee, jeans] = products.map(({ file }) => at(`out/${file}`));
    const before = await stat(tee!);
    await unlink(jeans!);
    await prepare('out');
    expect((await stat(tee!)).mtimeMs).toBe(before.mtimeMs);
    expect(productOf(JSON.parse(await readFile(jeans!, 'utf8'))).kind).toBe('bottom');
    await writeFile(tee!, '{"format":');
    await prepare('out');
    expect(productOf(JSON.parse(await readFile(tee!, 'utf8'))).kind).toBe('top');
    expect((await readdir(at('out/garments'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('divides the work, and makes the same of it in the end', async () => {
    await prepare('whole');
    expect(await prepare('out', '--shard', '0/2')).toBe(0);
    expect(out).toContain('shard 0');
    expect(await run('merge', at('out'))).toBe(1);
    expect(err).toContain('missing: 1');
    expect(await prepare('out', '--shard', '1/2')).toBe(0);
    expect(await run('merge', at('out'))).toBe(0);
    expect(out).toContain('4 products: 2 prepared');
    const sorted = async (dir: string) => (await manifestOf(dir)).products.map(({ id, file }) => `${id} ${file}`).sort();
    expect(await sorted('out')).toEqual(await sorted('whole'));
  });

  it('is told apart from misuse', async () => {
    expect(await run('prepare', '--out', at('out'))).toBe(2);
    expect(await run('prepare', at('shop.csv'))).toBe(2);
    expect(await run('prepare', at('absent.csv'), '--out', at('out'))).toBe(2);
    expect(await run('merge', at('nothing'))).toBe(1);
  });
});
