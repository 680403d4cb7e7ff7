import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { assetFolder } from './asset-folder.js';

export const backendSets = ['all', 'wasm'] as const;

/** `wasm` leaves the WebGPU runtime out, the largest file of the folder; what is left runs everywhere. */
export type BackendSet = (typeof backendSets)[number];

export interface CopyAssetsOptions {
  /** Default `all`. */
  readonly backend?: BackendSet;
  /** Default: this package's own folder. */
  readonly sourceDir?: string;
}

/** What of `manifest.json` is read here. */
interface Manifest {
  readonly files: readonly ListedFile[];
  readonly runtimes: readonly RuntimeFile[];
}

interface ListedFile {
  readonly file: string;
  /** Lower-case hex; of a runtime, that of the file unpacked. */
  readonly sha256: string;
}

interface RuntimeFile extends ListedFile {
  readonly name: string;
  /** The scripts that only this runtime needs. */
  readonly scripts: readonly string[];
}

/** The files are not the published ones. */
export class AssetError extends Error {
  override readonly name = 'AssetError';
}

/**
 * Copies what a browser loads into a folder of the site, made if need be, and checks that what arrived is what was published.
 * @returns how many files were copied
 * @throws AssetError that names a file whose SHA-256 is not the published one
 */
export async function copyAssets(targetDir: string, options: CopyAssetsOptions = {}): Promise<number> {
  const sourceDir = options.sourceDir ?? assetFolder();
  const manifest = JSON.parse(await readFile(join(sourceDir, 'manifest.json'), 'utf8')) as Manifest;
  const left = options.backend === 'wasm' ? manifest.runtimes.filter(({ name }) => name === 'ort-webgpu') : [];
  const leftFiles = new Set(left.flatMap(({ file, scripts }) => [file, ...scripts]));
  const kept = { ...manifest, runtimes: manifest.runtimes.filter((runtime) => !left.includes(runtime)) };

  const files = (await listFiles(sourceDir)).filter((file) => file !== 'manifest.json' && !leftFiles.has(file));
  for (const file of files) {
    const target = join(targetDir, file);
    await mkdir(dirname(target), { recursive: true });
    await cp(join(sourceDir, file), target);
  }
  for (const listed of [...kept.files, ...kept.runtimes]) await checkHash(targetDir, listed);
  // Last, and without what was left out: a page that loads meanwhile must not ask for it.
  await writeFile(join(targetDir, 'manifest.json'), `${JSON.stringify(kept, null, 2)}\n`);
  return files.length + 1;
}

/** Paths below the folder, with slashes as in URLs. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

async function checkHash(folder: string, { file, sha256 }: ListedFile): Promise<void> {
  const bytes = await readFile(join(folder, file));
  const published = file.endsWith('.gz') ? unpacked(bytes) : bytes;
  if (published && createHash('sha256').update(published).digest('hex') === sha256) return;
  throw new AssetError(`${file} does not have the published SHA-256.`);
}

function unpacked(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes);
  } catch {
    return undefined;
  }
}
