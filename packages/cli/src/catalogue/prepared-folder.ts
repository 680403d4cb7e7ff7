import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorCode, GarmentAttributes, GarmentKind, GarmentRecord, GarmentType, WarningCode } from '@stylemap-tryon/core';
import { catalogueFormat, type CatalogueManifest } from '@stylemap-tryon/sdk/runtime';
import type { Shard } from './shard.js';

/** What came of one product. */
export interface PreparedEntry {
  readonly id: string;
  /** As the catalogue has it, or the absolute path. */
  readonly image: string;
  readonly type: GarmentType;
  /** SHA-256 of the picture's file; `undefined` where it could not be read. */
  readonly source: string | undefined;
  /** Of `garments/`; `undefined` where there is no garment. */
  readonly file: string | undefined;
  /** Of `previews/`. */
  readonly preview: string | undefined;
  readonly kind: GarmentKind | undefined;
  readonly attributes: GarmentAttributes | undefined;
  readonly warnings: readonly WarningCode[];
  readonly error: ErrorCode | undefined;
}

/**
 * A folder whose files are named after what they were made from, so that a second run makes only what is new, and several may write at once.
 *
 *     garments/KEY.json   a record, or a refusal
 *     previews/KEY.webp   the cut-out, for people
 *     parts/I-of-N.json   what one shard has done
 *     manifest.json       all of them: what a browser reads
 *     contact-sheet.html  what needs a person's eye
 */
export class PreparedFolder {
  constructor(readonly path: string) {}

  async create(): Promise<void> {
    for (const name of ['garments', 'previews', 'parts']) await mkdir(join(this.path, name), { recursive: true });
  }

  /** What was found before; `undefined` where nothing was, or the file is damaged. */
  async readGarment(key: string): Promise<GarmentRecord | Refusal | undefined> {
    try {
      const value: unknown = JSON.parse(await readFile(join(this.path, garmentFile(key)), 'utf8'));
      return value as GarmentRecord | Refusal;
    } catch {
      return undefined;
    }
  }

  async writeGarment(key: string, value: GarmentRecord | Refusal): Promise<void> {
    await this.write(garmentFile(key), JSON.stringify(value));
  }

  async writePart({ index, count }: Shard, entries: readonly PreparedEntry[]): Promise<void> {
    await this.write(`parts/${index}-of-${count}.json`, JSON.stringify(entries, undefined, 1));
  }

  /** Of the newest division into shards that is complete. @throws Error that names what is missing */
  async readParts(): Promise<readonly PreparedEntry[]> {
    const names = await readdir(join(this.path, 'parts')).catch(() => [] as string[]);
    const found = names.flatMap((name) => {
      const match = /^(\d+)-of-(\d+)\.json$/.exec(name);
      return match ? [{ name, index: Number(match[1]), count: Number(match[2]) }] : [];
    });
    const counts = [...new Set(found.map(({ count }) => count))];
    const [count] = counts;
    if (count === undefined) throw new MergeError(`${this.path} has no parts; "prepare" writes them.`);
    if (counts.length > 1)
      throw new MergeError(`${this.path}/parts is from several divisions (${counts.join(' and ')} shards): remove the old ones.`);
    const missing = Array.from({ length: count }, (_, i) => i).filter((i) => !found.some(({ index }) => index === i));
    if (missing.length > 0) throw new MergeError(`Of ${count} shards these are missing: ${missing.join(', ')}.`);
    const parts = await Promise.all(
      found.map(async ({ name }) => JSON.parse(await readFile(join(this.path, 'parts', name), 'utf8')) as PreparedEntry[]),
    );
    return parts.flat();
  }

  async writeManifest(entries: readonly PreparedEntry[]): Promise<void> {
    const manifest: CatalogueManifest = {
      format: catalogueFormat,
      products: entries.flatMap(({ id, type, source, file }) => (source && file ? [{ id, type, source, file }] : [])),
    };
    await this.write('manifest.json', JSON.stringify(manifest, undefined, 1));
  }

  /** Whole or not at all: a run that is stopped leaves no half files. */
  async write(name: string, content: string | Uint8Array): Promise<void> {
    const path = join(this.path, name);
    const unfinished = `${path}.${process.pid}.tmp`;
    await writeFile(unfinished, content);
    await rename(unfinished, path);
  }
}

/** A picture without a garment, which need not be looked at again. */
export interface Refusal {
  readonly refused: ErrorCode;
}

/** The parts do not make a whole. */
export class MergeError extends Error {
  override readonly name = 'MergeError';
}

export function garmentFile(key: string): string {
  return `garments/${key}.json`;
}
