import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
    // npm publishes the package.json itself, whatever `files` says.
    const targets = targetsOf(json.exports).filter((target) => target !== './package.json');
    expect(targets.filter((target) => !isUnder(target, open) || isUnder(target, closed))).toEqual([]);
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
    '@stylemap-tryon/assets',
    '@stylemap-tryon/cli',
    'stylemap-tryon',
    'stylemap-tryon/element',
    'stylemap-tryon/bundle',
  ])('%s can be imported in Node', (specifier) => {
    const script = `const entry = await import('${specifier}'); if (Object.keys(entry).length === 0) throw new Error('exports nothing');`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it.each(['packages/sdk/dist/client/spawn-worker.js', 'packages/element/dist/bundle.js'])(
    '%s shows bundlers no worker',
    (path) => {
      // Webpack, Vite and Turbopack take apart what stands in this form, and what they make of a worker does not run.
      expect(readFileSync(join(root, path), 'utf8')).not.toMatch(/new (Shared)?Worker\(\s*new URL\(/);
    },
  );
});

describe('the served folder', () => {
  const served = join(root, 'packages/assets/public');
  const manifest = JSON.parse(readFileSync(join(served, 'manifest.json'), 'utf8')) as {
    version: string;
    files: { file: string }[];
    runtimes: { file: string; scripts: string[] }[];
  };

  it('has every file of its manifest, and the worker of this version', () => {
    const files = [...manifest.files, ...manifest.runtimes].map(({ file }) => file);
    const scripts = manifest.runtimes.flatMap((runtime) => runtime.scripts);
    const named = [...files, ...scripts, `worker-${manifest.version}.js`];
    expect(named.filter((file) => !existsSync(join(served, file)))).toEqual([]);
  });

  it('has scripts that import each other only, by paths in the folder', () => {
    const scripts = readdirSync(served, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(5);
    for (const script of scripts) {
      const code = readFileSync(join(served, script), 'utf8');
      const specifiers = [...code.matchAll(/\b(?:import|from)\s*\(?\s*["'`](\.{0,2}\/[^"'`]+)["'`]/g)].map(([, path]) => path!);
      expect(specifiers.filter((path) => !existsSync(join(served, script, '..', path)))).toEqual([]);
    }
  });

  it.each(['stylemap-tryon.js', 'loader.js'])('has %s with the integrity that it names', (file) => {
    const integrity = JSON.parse(readFileSync(join(served, 'integrity.json'), 'utf8')) as Record<string, string>;
    const digest = createHash('sha384')
      .update(readFileSync(join(served, file)))
      .digest('base64');
    expect(integrity[file]).toBe(`sha384-${digest}`);
  });
});
