import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'rollup/parseAst';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

interface PackageJson {
  name: string;
  files: string[];
  exports: Record<string, unknown>;
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
}

const packages = readdirSync(join(root, 'packages')).map((name) => {
  const folder = join(root, 'packages', name);
  return { folder, json: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageJson };
});

/** Every file path in an `exports` value, whatever the conditions around it. */
function targetsOf(value: unknown): string[] {
  return typeof value === 'string' ? [value] : Object.values(value as object).flatMap(targetsOf);
}

/** A target may end in `*`: then its folder must hold something. */
function exists(folder: string, target: string): boolean {
  const path = join(folder, target);
  return path.endsWith('/*') ? readdirSync(path.slice(0, -2)).length > 0 : existsSync(path);
}

describe.each(packages)('$json.name', ({ folder, json }) => {
  it('has every file that its exports and bin name', () => {
    const targets = [...targetsOf(json.exports), ...Object.values(json.bin ?? {})];
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((target) => !exists(folder, target))).toEqual([]);
  });

  it('publishes every file that its exports name', () => {
    const [closed, open] = [true, false].map((negated) =>
      json.files.filter((pattern) => pattern.startsWith('!') === negated).map((pattern) => `./${pattern.replace('!', '')}/`),
    );
    const isUnder = (target: string, folders: string[] = []) => folders.some((folderName) => target.startsWith(folderName));
    expect(targetsOf(json.exports).filter((target) => !isUnder(target, open) || isUnder(target, closed))).toEqual([]);
  });

  it('depends on exact versions', () => {
    expect(Object.values(json.dependencies ?? {}).filter((range) => !/^\d+\.\d+\.\d+$/.test(range))).toEqual([]);
  });
});

describe('the published entries', () => {
  // Each in a process of its own, as a server-side renderer would meet it: no DOM, nothing imported before.
  it.each([
    '@stylemap-tryon/core',
    '@stylemap-tryon/sdk',
    '@stylemap-tryon/sdk/runtime',
    '@stylemap-tryon/cli',
    'stylemap-tryon',
  ])('%s can be imported in Node', (specifier) => {
    const script = `const entry = await import('${specifier}'); if (Object.keys(entry).length === 0) throw new Error('exports nothing');`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it.each(['packages/sdk/dist/index.js', 'packages/element/dist/stylemap-tryon.js'])(
    '%s names its worker in the form bundlers know',
    (path) => {
      const code = readFileSync(join(root, path), 'utf8');
      expect(code).toMatch(
        /new Worker\(\s*new URL\((['"])\.\/worker\.js\1,\s*import\.meta\.url\),\s*\{\s*type:\s*(['"])module\2/,
      );
    },
  );

  it.each(['packages/sdk/dist', 'packages/element/dist'])('%s has its worker and the assets of the manifest', (dist) => {
    expect(existsSync(join(root, dist, 'worker.js'))).toBe(true);
    const manifest = JSON.parse(readFileSync(join(root, dist, 'assets/manifest.json'), 'utf8')) as { files: { file: string }[] };
    expect(manifest.files.filter(({ file }) => !existsSync(join(root, dist, 'assets', file)))).toEqual([]);
  });

  it('keep the worker in one file', () => {
    const worker = readFileSync(join(root, 'packages/sdk/dist/worker.js'), 'utf8');
    const imports = parseAst(worker).body.filter((node) => 'source' in node && node.source);
    expect(imports).toEqual([]);
    // What is loaded by URL is computed; a literal would be a chunk.
    expect(/\bimport\s*\(\s*['"`]/.test(worker)).toBe(false);
  });
});
