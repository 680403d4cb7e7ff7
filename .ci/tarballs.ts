/** The packages as a shop gets them: packed by npm, read back from the tarball. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackageFromTarballData, type Package } from '@arethetypeswrong/core';

export interface Tarball {
  readonly name: string;
  /** Of the sources, from the root of the repository. */
  readonly folder: string;
  readonly data: Uint8Array<ArrayBuffer>;
  readonly package: Package;
  /** Paths of all files, from the package's folder. */
  readonly files: readonly string[];
  read(path: string): string;
}

export function packAll(root: string): readonly Tarball[] {
  const folders = readdirSync(join(root, 'packages')).map((name) => `packages/${name}`);
  const target = mkdtempSync(join(tmpdir(), 'stylemap-tryon-'));
  try {
    const workspaces = folders.map((folder) => `--workspace=${folder}`);
    const args = ['pack', ...workspaces, '--json', '--ignore-scripts', `--pack-destination=${target}`];
    const packed = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8' })) as { name: string; filename: string }[];
    return packed.map(({ name, filename }) => {
      const folder = folders.find((path) => nameOf(join(root, path)) === name)!;
      return openTarball(name, folder, new Uint8Array(readFileSync(join(target, filename))));
    });
  } finally {
    rmSync(target, { recursive: true });
  }
}

function nameOf(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string }).name;
}

function openTarball(name: string, folder: string, data: Uint8Array<ArrayBuffer>): Tarball {
  const content = createPackageFromTarballData(data);
  const prefix = `/node_modules/${name}/`;
  const files = content.listFiles().map((path) => path.slice(prefix.length));
  return { name, folder, data, package: content, files, read: (path) => content.readFile(`${prefix}${path}`) };
}
