import { readFile } from 'node:fs/promises';
import { assetFolder } from '@stylemap-tryon/assets';
import {
  createRun,
  examineProduct,
  productOf,
  recordOf,
  TryOnError,
  type ErrorCode,
  type ExaminedProduct,
  type RgbaImage,
} from '@stylemap-tryon/core';
import { sdkVersion, sha256Hex, type Bytes } from '@stylemap-tryon/sdk/runtime';
import type { PrepareCommand } from '../arguments.js';
import { createNodeEngine, type NodeEngine } from '../node-engine.js';
import { decodeImage } from '../read-image.js';
import { contactSheet } from './contact-sheet.js';
import { drawPreview } from './draw-preview.js';
import { garmentFile, PreparedFolder, type PreparedEntry } from './prepared-folder.js';
import { readCatalogue, type CatalogueEntry } from './read-catalogue.js';
import type { Shard } from './shard.js';
import type { OnEntry } from './show-progress.js';

/** What is wrong with a picture itself, and will be the next time too. */
const lastingErrors: readonly ErrorCode[] = ['no-product', 'not-an-image', 'image-too-small', 'image-too-large'];

/**
 * Looks at the shard's products and writes what it finds as it goes: a run that was stopped goes on where it was.
 *
 * @throws TryOnError where the models cannot be loaded; of a single product what goes wrong is in its entry
 */
export async function prepareCatalogue(
  { cataloguePath, outDir, shard, modelsDir }: PrepareCommand,
  onEntry: OnEntry,
): Promise<readonly PreparedEntry[]> {
  const catalogue = await readCatalogue(cataloguePath);
  const mine = catalogue.filter((_, i) => i % shard.count === shard.index);
  const folder = new PreparedFolder(outDir);
  await folder.create();
  const engine = await createNodeEngine(modelsDir ?? assetFolder());
  try {
    const entries: PreparedEntry[] = [];
    // The next picture travels while this one is looked at.
    let next = mine[0] && fetchPicture(mine[0]);
    for (const [i, product] of mine.entries()) {
      const picture = await next;
      const following = mine[i + 1];
      next = following && fetchPicture(following);
      const entry = await prepareProduct(product, picture, engine, folder);
      entries.push(entry);
      onEntry(entries.length, mine.length, entry);
    }
    await folder.writePart(shard, entries);
    return entries;
  } finally {
    engine.dispose();
  }
}

/** Makes the manifest and the contact sheet once all parts are there, and says what came of it. */
export async function finishCatalogue(dir: string, shard?: Shard, entries?: readonly PreparedEntry[]): Promise<string> {
  if (shard && entries && shard.count > 1)
    return `${entries.length} products of shard ${shard.index}; "merge" makes the manifest.\n`;
  const folder = new PreparedFolder(dir);
  const all = await folder.readParts();
  await folder.writeManifest(all);
  await folder.write('contact-sheet.html', contactSheet(all));
  const [refused, doubtful] = [
    all.filter(({ error }) => error),
    all.filter(({ error, warnings }) => !error && warnings.length > 0),
  ];
  return `${all.length} products: ${all.length - refused.length} prepared, ${doubtful.length} of them with warnings, ${refused.length} without a garment.\n`;
}

/** The bytes, or why there are none. */
async function fetchPicture({ image }: CatalogueEntry): Promise<Bytes | undefined> {
  try {
    if (!/^https?:/i.test(image)) return new Uint8Array(await readFile(image));
    const response = await fetch(image);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

async function prepareProduct(
  product: CatalogueEntry,
  picture: Bytes | undefined,
  engine: NodeEngine,
  folder: PreparedFolder,
): Promise<PreparedEntry> {
  const { id, image, type } = product;
  const nothing = { id, image, type, file: undefined, preview: undefined, kind: undefined, attributes: undefined, warnings: [] };
  if (!picture) return { ...nothing, source: undefined, error: 'image-unavailable' };
  const source = await sha256Hex(picture);
  const key = await keyOf(product, source, engine);
  const stored = await folder.readGarment(key);
  if (stored && 'refused' in stored) return { ...nothing, source, error: stored.refused };
  try {
    const examined = (stored && known(stored)) ?? (await examinePicture(product, picture, key, engine, folder));
    const { kind, attributes, warnings } = examined;
    const file = garmentFile(key);
    return { id, image, type, source, file, preview: `previews/${key}.webp`, kind, attributes, warnings, error: undefined };
  } catch (error) {
    if (!(error instanceof TryOnError)) throw error;
    if (lastingErrors.includes(error.code)) await folder.writeGarment(key, { refused: error.code });
    return { ...nothing, source, error: error.code };
  }
}

/** `undefined` for a damaged file, which is made again. */
function known(stored: unknown): ExaminedProduct | undefined {
  try {
    return productOf(stored);
  } catch {
    return undefined;
  }
}

async function examinePicture(
  { type, attributes, image: name }: CatalogueEntry,
  picture: Bytes,
  key: string,
  engine: NodeEngine,
  folder: PreparedFolder,
): Promise<ExaminedProduct> {
  const image: RgbaImage = await decodeImage(picture, name);
  const run = createRun([], { now: () => performance.now() });
  const product = await examineProduct(image, type, engine, run, attributes);
  await folder.write(`previews/${key}.webp`, await drawPreview(image, product));
  // Last, as it says that the product is done.
  await folder.writeGarment(key, recordOf(product));
  return product;
}

/** Of all that the answer depends on. */
async function keyOf({ type, attributes }: CatalogueEntry, source: string, { info }: NodeEngine): Promise<string> {
  const all = JSON.stringify([source, type, attributes, info.models, sdkVersion]);
  return (await sha256Hex(new TextEncoder().encode(all))).slice(0, 40);
}
