import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { runProgram } from './run-program.js';
import { tarballs } from './tarballs.js';

/** A published package as its user gets it. */
export interface UnpackedPackage {
  name: string;
  folder: string;
  /** Paths below `folder`. */
  files: string[];
}

/** Unpacks all tarballs below a fresh folder, which the caller removes. */
export async function unpackTarballs(): Promise<{ folder: string; packages: UnpackedPackage[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'stylemap-tryon-unpacked-'));
  const packages = Object.entries(tarballs()).map(async ([name, tarball]) => {
    const target = join(folder, name);
    await mkdir(target, { recursive: true });
    await runProgram(target, 'tar', '-xzf', tarball, '--strip-components=1');
    const entries = await readdir(target, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => relative(target, join(entry.parentPath, entry.name)));
    return { name, folder: target, files };
  });
  return { folder, packages: await Promise.all(packages) };
}
