import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './run-program.js';

const root = join(import.meta.dirname, '../..');

/**
 * Playwright's global set-up: packs every package as `npm publish` would. The tests read the tarballs' paths by `tarballs()`.
 * @returns what removes them
 */
export default async function pack(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'stylemap-tryon-tarballs-'));
  const workspaces = (await readdir(join(root, 'packages'))).map((name) => `--workspace=packages/${name}`);
  const report = await runProgram(root, 'npm', 'pack', '--json', `--pack-destination=${folder}`, ...workspaces);
  const packed = JSON.parse(report) as { name: string; filename: string }[];
  const tarballs = packed.map(({ name, filename }) => [name, join(folder, filename)]);
  process.env['STYLEMAP_TARBALLS'] = JSON.stringify(Object.fromEntries(tarballs));
  return () => rm(folder, { recursive: true });
}
