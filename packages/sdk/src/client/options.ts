import { backendChoices, segmenterChoices, type BackendChoice, type SegmenterChoice } from '../shared/engine-info.js';
import type { EngineConfig } from '../shared/protocol.js';

export interface TryOnOptions {
  /**
   * URL of the folder that `npx stylemap-tryon copy-assets` makes: worker, `manifest.json`, `weights/`, `runtimes/`. Default: what
   * `setDefaultAssetBase` was told, else `/stylemap-tryon/` of the page's origin.
   */
  readonly assetBase?: string | URL | undefined;
  /** Default `auto`. */
  readonly backend?: BackendChoice | undefined;
  /** Default `auto`. */
  readonly segmenter?: SegmenterChoice | undefined;
  /** Larger pictures are refused before they are decoded. Default 64 000 000. */
  readonly maxPhotoPixels?: number | undefined;
  /**
   * URL of the folder that `stylemap-tryon prepare` makes: products whose pictures are in it need not be looked at again. One that is not, or has changed
   * since, is prepared as without it. Needs a secure context, to know a picture by its hash.
   */
  readonly catalogue?: string | URL | undefined;
  /** For tests: take a WebGPU adapter that computes on the CPU. Default false. */
  readonly allowSoftwareAdapter?: boolean | undefined;
}

const defaultMaxPhotoPixels = 64_000_000;

let defaultAssetBase: string | URL = '/stylemap-tryon/';

/**
 * Names the asset folder for every engine of the page that is made from now on without an `assetBase` of its own. The tag's one-file script
 * names the folder it lies in.
 * @throws TypeError when it is no URL
 */
export function setDefaultAssetBase(assetBase: string | URL): void {
  defaultAssetBase = folderUrl(assetBase);
}

/** Checks and completes the options. @throws TypeError that names the option */
export function resolveOptions(options: TryOnOptions): EngineConfig {
  if (typeof options !== 'object' || options === null) throw new TypeError('createTryOn() takes an object.');
  return {
    assetBase: folderUrl(options.assetBase ?? defaultAssetBase),
    backend: oneOf('backend', options.backend, backendChoices),
    segmenter: oneOf('segmenter', options.segmenter, segmenterChoices),
    maxPhotoPixels: positiveInteger('maxPhotoPixels', options.maxPhotoPixels) ?? defaultMaxPhotoPixels,
    catalogue: options.catalogue && folderUrl(options.catalogue),
    allowSoftwareAdapter: flag('allowSoftwareAdapter', options.allowSoftwareAdapter),
  };
}

function folderUrl(folder: string | URL): string {
  const url = toUrl(folder);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url.href;
}

function toUrl(value: string | URL): URL {
  if (typeof value === 'string' || value instanceof URL) {
    try {
      // On a server there is no page, and nothing is loaded: any base will do.
      return new URL(value, globalThis.document?.baseURI ?? 'https://server.invalid/');
    } catch {
      // Falls through to the error that names the options.
    }
  }
  throw new TypeError(`assetBase and catalogue are URLs, not ${String(value)}.`);
}

/** The value, or the first of those allowed where there is none. @throws TypeError that names the option */
export function oneOf<T extends string>(name: string, value: T | undefined, allowed: readonly [T, ...T[]]): T {
  if (value === undefined) return allowed[0];
  if (!allowed.includes(value)) throw new TypeError(`${name} is one of ${allowed.join(', ')}, not ${String(value)}.`);
  return value;
}

/** @throws TypeError that names the option */
export function positiveInteger(name: string, value: number | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!Number.isSafeInteger(value) || value <= 0) throw new TypeError(`${name} is a positive integer, not ${String(value)}.`);
  return value;
}

function flag(name: string, value: boolean | undefined): boolean {
  if (value === undefined) return false;
  if (typeof value !== 'boolean') throw new TypeError(`${name} is true or false, not ${String(value)}.`);
  return value;
}
