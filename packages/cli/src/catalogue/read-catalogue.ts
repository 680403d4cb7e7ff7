import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { garmentTypes, hemLengths, sleeveLengths, type KnownAttributes, type GarmentType } from '@stylemap-tryon/core';
import { UsageError } from '../usage-error.js';
import { parseCsv } from './csv.js';
import { parseMerchantFeed } from './merchant-feed.js';

/** One product of a shop. */
export interface CatalogueEntry {
  readonly id: string;
  /** An http(s) URL, or an absolute path. */
  readonly image: string;
  readonly type: GarmentType;
  readonly attributes: KnownAttributes;
}

/** Names of a column, the first one ours, the others those of feeds. */
const columns = {
  id: ['id', 'sku', 'productId', 'product_id'],
  image: ['image', 'image_link', 'imageLink', 'image_url', 'file'],
  type: ['type', 'garment_type', 'garment-type'],
  sleeve: ['sleeve', 'garment_sleeve', 'garment-sleeve'],
  length: ['length', 'garment_length', 'garment-length'],
} as const;

/**
 * CSV with a first line of names, JSON lines, a JSON array, or a Merchant feed (XML), told apart by their content. Columns: `id`, `image` (or `image_link`),
 * and where they are known `type`, `sleeve`, `length`. Paths are below the catalogue's folder.
 *
 * @throws UsageError that names the line
 */
export async function readCatalogue(path: string): Promise<readonly CatalogueEntry[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`${path} could not be read.`);
  });
  const entries = rowsOf(text, path).map((row, i) => entryOf(row, `${path}, product ${i + 1}`, dirname(resolve(path))));
  if (entries.length === 0) throw new UsageError(`${path} lists no product.`);
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) throw new UsageError(`${path} lists ${id} twice.`);
    seen.add(id);
  }
  return entries;
}

type Row = Readonly<Record<string, unknown>>;

function rowsOf(text: string, path: string): readonly Row[] {
  const start = text.trimStart().replace(/^\uFEFF/, '');
  if (start.startsWith('<')) return parseMerchantFeed(text);
  if (start.startsWith('[') || start.startsWith('{')) return jsonRows(start, path);
  const [names = [], ...rows] = parseCsv(text);
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name.trim().replace(/^g:/, ''), row[i] ?? ''])));
}

function jsonRows(text: string, path: string): readonly Row[] {
  const rows: unknown = text.startsWith('[')
    ? parsed(text, path)
    : text.split('\n').flatMap((line, i) => (line.trim() ? [parsed(line, `${path}, line ${i + 1}`)] : []));
  const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null && !Array.isArray(row);
  if (!Array.isArray(rows) || !rows.every(isRow)) throw new UsageError(`${path} is no list of products.`);
  return rows;
}

function parsed(json: string, where: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new UsageError(`${where} is no JSON.`);
  }
}

function entryOf(row: Row, where: string, folder: string): CatalogueEntry {
  const valueOf = (column: keyof typeof columns) => {
    const value = columns[column].map((name) => row[name]).find((one) => one !== undefined && one !== '');
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined;
  };
  const oneOf = <T extends string>(column: keyof typeof columns, allowed: readonly T[]): T | undefined => {
    const value = valueOf(column);
    const known = allowed.find((one) => one === value);
    if (value && !known) throw new UsageError(`${where}: ${column} is one of ${allowed.join(', ')}, not ${value}.`);
    return known;
  };
  const [id, image] = [valueOf('id'), valueOf('image')];
  if (!id || !image) throw new UsageError(`${where} has no ${id ? 'image' : 'id'}.`);
  return {
    id,
    image: located(image, folder),
    type: oneOf('type', garmentTypes) ?? 'auto',
    attributes: { sleeve: oneOf('sleeve', sleeveLengths), length: oneOf('length', hemLengths) },
  };
}

function located(image: string, folder: string): string {
  if (/^https?:/i.test(image)) return image;
  return image.startsWith('file:') ? fileURLToPath(image) : resolve(folder, image);
}
