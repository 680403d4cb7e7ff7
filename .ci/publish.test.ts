import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkPackage } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { describe, expect, it } from 'vitest';
import { findStaleOutputs, sourceOf } from './stale-outputs.mjs';
import { packAll } from './tarballs.js';

const root = join(import.meta.dirname, '..');
const tarballs = packAll(root);

/** Bytes. A tarball beyond its budget wants a reason in the commit that raises it. */
const tarballBudgets: Record<string, number> = {
  '@stylemap-tryon/core': 370_000,
  '@stylemap-tryon/sdk': 130_000,
  '@stylemap-tryon/assets': 23_000_000,
  'stylemap-tryon': 320_000,
  '@stylemap-tryon/cli': 60_000,
};

/** What a page loads before the shopper has done anything, the worker, and what loads with an act, a room or a language; gzip. */
const scriptBudgets = [
  { file: 'stylemap-tryon.js', maxBytes: 27_000 },
  { file: 'stylemap-shelf.js', maxBytes: 3_000 },
  { file: 'loader.js', maxBytes: 10_000 },
  { file: 'worker-*.js', maxBytes: 56_000 },
  { file: 'chunks/after-wake-*.js', maxBytes: 6_000 },
  { file: 'chunks/consent-room-*.js', maxBytes: 1_000 },
  { file: 'chunks/viewer-room-*.js', maxBytes: 2_500 },
  { file: 'chunks/export-result-*.js', maxBytes: 1_500 },
  { file: 'chunks/mark-*.js', maxBytes: 1_500 },
  { file: 'chunks/probe-*.js', maxBytes: 1_500 },
  ...['de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ja', 'ko', 'zh-cn', 'zh-tw', 'ar', 'he'].map((language) => ({
    file: `chunks/${language}-*.js`,
    maxBytes: 2_600,
  })),
];

const servedFolderBudget = 25_000_000;

/** Has no source of its own name: made by the bundler, or from the tag's manifest. Each build makes it again. */
const generated = /^dist\/(bundle\.js$|frameworks\/)/;

/** What is known to be bundled. Of lit itself nothing is: it only exports what the others have. */
const withThirdParties: Record<string, readonly string[]> = {
  '@stylemap-tryon/assets': [
    'onnxruntime-web',
    '@mediapipe/tasks-vision',
    'image-size',
    'lit-html',
    'lit-element',
    '@lit/reactive-element',
  ],
  'stylemap-tryon': ['lit-html', 'lit-element', '@lit/reactive-element'],
};

it('packs every package', () => {
  expect(tarballs.map(({ name }) => name).sort()).toEqual(Object.keys(tarballBudgets).sort());
});

describe.each(tarballs)('the tarball of $name', (tarball) => {
  const { name, folder, files, read } = tarball;

  it('has licence, notice, changes and a README of its own', () => {
    for (const file of ['LICENSE', 'NOTICE']) expect(read(file)).toBe(readFileSync(join(root, file), 'utf8'));
    expect(read('README.md').split('\n')[0]).toBe(`# ${name}`);
    expect(read('CHANGELOG.md').split('\n')[0]).toBe(`# ${name}`);
  });

  it('has the licences of the works inside', () => {
    const file = 'THIRD-PARTY-NOTICES.txt';
    expect(files.includes(file)).toBe(name in withThirdParties);
    for (const work of withThirdParties[name] ?? [])
      expect(read(file)).toMatch(new RegExp(`^${work} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
  });

  it('has source maps with their sources inside, and names none that is missing', () => {
    const scripts = files.filter((path) => path.endsWith('.js'));
    const maps = files.filter((path) => path.endsWith('.map'));
    expect(scripts.length).toBeGreaterThan(0);
    for (const path of scripts) {
      const map = /\/\/# sourceMappingURL=(\S+)/.exec(read(path))?.[1];
      if (map) expect(maps).toContain(posix.join(dirname(path), map));
    }
    for (const path of maps) {
      const { sources, sourcesContent } = JSON.parse(read(path)) as { sources: string[]; sourcesContent?: (string | null)[] };
      expect(sourcesContent?.filter((source) => source)).toHaveLength(sources.length);
    }
  });

  it('has nothing of a former build, and no test', () => {
    const compiled = files.filter((path) => path.startsWith('dist/') && !generated.test(path) && sourceOf(path));
    expect(compiled.length).toBeGreaterThan(0);
    expect(compiled.filter((path) => !existsSync(join(root, folder, sourceOf(path)!)))).toEqual([]);
    expect(files.filter((path) => /\.test\.|tsbuildinfo/.test(path))).toEqual([]);
  });

  it('says what a registry and a bundler ask for', () => {
    const json = JSON.parse(read('package.json')) as Record<string, unknown>;
    expect(json).toMatchObject({ license: 'Apache-2.0', type: 'module', engines: { node: '>=20.19' } });
    expect(json['keywords']).toContain('virtual-try-on');
    expect(json).toHaveProperty('sideEffects');
    expect(json['exports']).toHaveProperty(['./package.json'], './package.json');
  });

  it('passes publint', async () => {
    const { messages } = await publint({ pack: { tarball: tarball.data.buffer }, strict: true });
    expect(messages).toEqual([]);
  });

  it('has types that say what its modules are', async () => {
    const result = await checkPackage(tarball.package);
    if (!result.types) throw new Error('no types');
    // Modules only: how CommonJS and the resolution of Node 10 would see them is not asked.
    const asked = result.problems.filter(
      (problem) => !('resolutionKind' in problem) || ['node16-esm', 'bundler'].includes(problem.resolutionKind),
    );
    expect(asked).toEqual([]);
    expect(Object.keys(result.entrypoints).length).toBeGreaterThan(1);
  });

  it('stays within its size', () => {
    expect(tarball.data.length).toBeLessThanOrEqual(tarballBudgets[name]!);
  });
});

describe('the served folder', () => {
  const served = join(root, 'packages/assets/public');

  it.each(scriptBudgets)('has $file within $maxBytes bytes, gzip', ({ file, maxBytes }) => {
    const [start, end] = file.split('*') as [string, string?];
    const files = readdirSync(served, { recursive: true, encoding: 'utf8' });
    const found = files.filter((name) => (end ? name.startsWith(start) && name.endsWith(end) : name === file));
    expect(found).toHaveLength(1);
    expect(gzipSync(readFileSync(join(served, found[0]!)), { level: 9 }).length).toBeLessThanOrEqual(maxBytes);
  });

  it('takes no more than 25 MB', () => {
    const files = readdirSync(served, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.map((entry) => statSync(join(entry.parentPath, entry.name)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(servedFolderBudget);
  });
});

// third-party/works.mjs names onnxruntime-common only; its other dependencies are of a backend that is not in use.
it.each(['ort.wasm.bundle.min.mjs', 'ort.webgpu.bundle.min.mjs'])('%s is of onnxruntime alone', (file) => {
  const map = readFileSync(join(root, 'node_modules/onnxruntime-web/dist', `${file}.map`), 'utf8');
  const { sources } = JSON.parse(map) as { sources: string[] };
  expect(sources.length).toBeGreaterThan(20);
  const own = /^(\.\.\/)+(common\/lib\/|lib\/)|ort-wasm-simd-threaded[.a-z]*\.mjs$/;
  expect(sources.filter((source) => !own.test(source) || source.includes('node_modules'))).toEqual([]);
});

it('finds what an earlier build left behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stylemap-tryon-'));
  const files = [
    'src/kept.ts',
    'src/kept.test.ts',
    'dist/kept.js',
    'dist/kept.d.ts',
    'dist/kept.js.map',
    'dist/.tsbuildinfo.client',
  ];
  const stale = ['dist/gone.js', 'dist/gone.d.ts', 'dist/kept.test.js', 'dist/room/gone.js.map', 'dist/assets/weights.onnx'];
  try {
    for (const path of [...files, ...stale]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), basename(path));
    }
    expect(findStaleOutputs(folder).sort()).toEqual([...stale].sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});
