import { garmentTypes, productOf, type ExaminedProduct, type GarmentType } from '@stylemap-tryon/core';
import { sha256Hex, type Bytes } from './bytes.js';
import type { ByteSource } from './byte-source.js';

export const catalogueFormat = 'stylemap-tryon catalogue 1';

/** One product that has been prepared. */
export interface CatalogueProduct {
  readonly id: string;
  /** As it was asked for. */
  readonly type: GarmentType;
  /** SHA-256 of the picture's file, lower-case hex. */
  readonly source: string;
  /** Path of its record below the manifest's folder. */
  readonly file: string;
}

/** `manifest.json` of the folder that `stylemap-tryon prepare` makes. */
export interface CatalogueManifest {
  readonly format: typeof catalogueFormat;
  readonly products: readonly CatalogueProduct[];
}

/** @throws TypeError for anything else */
export function parseCatalogue(json: unknown): CatalogueManifest {
  const manifest = json as Partial<CatalogueManifest> | null;
  if (typeof manifest !== 'object' || manifest?.format !== catalogueFormat || !Array.isArray(manifest.products)) {
    throw new TypeError(`A catalogue manifest has the format "${catalogueFormat}".`);
  }
  const products: readonly Partial<CatalogueProduct>[] = manifest.products;
  for (const { type, source, file } of products) {
    const isListed = garmentTypes.some((known) => known === type) && /^[\da-f]{64}$/.test(source ?? '');
    if (!isListed || !/^garments\/[\w-]+\.json$/.test(file ?? ''))
      throw new TypeError('A catalogue manifest lists a product wrongly.');
  }
  return manifest as CatalogueManifest;
}

/** Products that have been prepared, by their pictures. */
export class Catalogue {
  readonly #source: ByteSource;
  #files: Promise<ReadonlyMap<string, string>> | undefined;

  /** @param source of the folder; nothing is read before the first question */
  constructor(source: ByteSource) {
    this.#source = source;
  }

  /**
   * What is known of a picture; `undefined` where it is not in the catalogue, was prepared as another type, or the folder cannot be read: the product is
   * then prepared as any other.
   *
   * @param picture the bytes of its file
   */
  async find(picture: Bytes, type: GarmentType): Promise<ExaminedProduct | undefined> {
    try {
      const file = (await this.#listed()).get(keyOf(type, await sha256Hex(picture)));
      return file === undefined ? undefined : productOf(await this.#json(file));
    } catch {
      return undefined;
    }
  }

  #listed(): Promise<ReadonlyMap<string, string>> {
    this.#files ??= this.#json('manifest.json').then(
      (json) => new Map(parseCatalogue(json).products.map(({ type, source, file }) => [keyOf(type, source), file])),
    );
    return this.#files;
  }

  async #json(path: string): Promise<unknown> {
    return JSON.parse(new TextDecoder().decode(await this.#source.read(path)));
  }
}

function keyOf(type: GarmentType, source: string): string {
  return `${type} ${source}`;
}
