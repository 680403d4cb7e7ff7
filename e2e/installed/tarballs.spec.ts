import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { danglingMaps } from './source-maps.js';
import { unpackTarballs, type UnpackedPackage } from './unpack.js';

const root = join(import.meta.dirname, '../..');

let folder: string;
let packages: UnpackedPackage[];
test.beforeAll(async () => {
  ({ folder, packages } = await unpackTarballs());
});
test.afterAll(() => rm(folder, { recursive: true }));

test('every tarball has the licence, the notice and a README of its own', async () => {
  for (const { name, folder, files } of packages) {
    expect
      .soft(
        ['LICENSE', 'NOTICE', 'README.md'].filter((file) => !files.includes(file)),
        `missing in ${name}`,
      )
      .toEqual([]);
    for (const file of files.filter((path) => ['LICENSE', 'NOTICE'].includes(path))) {
      const [packed, ours] = await Promise.all([folder, root].map((from) => readFile(join(from, file), 'utf8')));
      expect.soft(packed === ours, `${file} of ${name} is the repository's`).toBe(true);
    }
    expect.soft(await readFile(join(folder, 'README.md'), 'utf8').catch(() => undefined), name).toContain(`# ${name}\n`);
  }
});

test('no tarball has tests, build records or a source map that leads nowhere', async () => {
  for (const unpacked of packages) {
    expect
      .soft(
        unpacked.files.filter((file) => /\.test\.|\.tsbuildinfo/.test(file)),
        unpacked.name,
      )
      .toEqual([]);
    expect.soft(await danglingMaps(unpacked), unpacked.name).toEqual([]);
  }
});
