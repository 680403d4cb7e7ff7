import { backendChoices, segmenterChoices, type BackendChoice, type SegmenterChoice } from '../shared/engine-info.js';
import type { EngineConfig } from '../shared/protocol.js';

export interface TryOnOptions {
  /**
   * URL of the folder with `manifest.json`, `weights/`, `ort/` and `mediapipe/`. Default: `assets/` beside the sdk's file, which
   * is right without a bundler; with one, copy the files by `npx @stylemap-tryon/cli copy-assets` and name the folder here.
   */
  readonly assetBase?: string | URL | undefined;
  /** Default `auto`. */
  readonly backend?: BackendChoice | undefined;
  /** Default `auto`. */
  readonly segmenter?: SegmenterChoice | undefined;
  /** Larger pictures are refused before they are decoded. Default 64 000 000. */
  readonly maxPhotoPixels?: number | undefined;
  /** Default `worker.js` beside the sdk's file. */
  readonly workerUrl?: string | URL | undefined;
  /** For tests: take a WebGPU adapter that computes on the CPU. Default false. */
  readonly allowSoftwareAdapter?: boolean | undefined;
}

export interface ResolvedOptions {
  readonly config: EngineConfig;
  readonly workerUrl: URL | undefined;
}

const defaultMaxPhotoPixels = 64_000_000;

// Not written as `new URL('./assets/', import.meta.url)`: bundlers take that for one file to copy.
const moduleUrl = import.meta.url;

/** Checks and completes the options. @throws TypeError that names the option */
export function resolveOptions(options: TryOnOptions): ResolvedOptions {
  if (typeof options !== 'object' || options === null) throw new TypeError('createTryOn() takes an object of options.');
  return {
    config: {
      assetBase: folderUrl(options.assetBase),
      backend: oneOf('backend', options.backend, backendChoices),
      segmenter: oneOf('segmenter', options.segmenter, segmenterChoices),
      maxPhotoPixels: positiveInteger('maxPhotoPixels', options.maxPhotoPixels, defaultMaxPhotoPixels),
      allowSoftwareAdapter: flag('allowSoftwareAdapter', options.allowSoftwareAdapter),
    },
    workerUrl: options.workerUrl === undefined ? undefined : toUrl('workerUrl', options.workerUrl),
  };
}

function folderUrl(assetBase: string | URL | undefined): string {
  if (assetBase === undefined) return new URL('assets/', moduleUrl).href;
  const url = toUrl('assetBase', assetBase);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url.href;
}

function toUrl(name: string, value: string | URL): URL {
  if (typeof value === 'string' || value instanceof URL) {
    try {
      return new URL(value, globalThis.document?.baseURI ?? moduleUrl);
    } catch {
      // Falls through to the error that names the option.
    }
  }
  throw new TypeError(`${name} is not a URL: ${String(value)}`);
}

function oneOf<T extends string>(name: string, value: T | undefined, allowed: readonly [T, ...T[]]): T {
  if (value === undefined) return allowed[0];
  if (!allowed.includes(value)) throw new TypeError(`${name} is one of ${allowed.join(', ')}, not ${String(value)}.`);
  return value;
}

function positiveInteger(name: string, value: number | undefined, fallback: number): number {
  if (value === undefined) return fallback;
  if (!Number.isSafeInteger(value) || value <= 0) throw new TypeError(`${name} is a positive integer, not ${String(value)}.`);
  return value;
}

function flag(name: string, value: boolean | undefined): boolean {
  if (value === undefined) return false;
  if (typeof value !== 'boolean') throw new TypeError(`${name} is true or false, not ${String(value)}.`);
  return value;
}
