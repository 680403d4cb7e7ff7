import type { GarmentKind, GarmentType, KnownAttributes, Shape } from '@stylemap-tryon/core';
import type { EditableMask } from '../shared/editable-mask.js';
import type { Backend, EngineInfo, GarmentSummary, PersonSummary } from '../shared/engine-info.js';
import type { ImageSource } from './image-source.js';
import type { StrengthMap } from '../shared/strength-map.js';
import type { OutfitResult, TryOnResult } from './result.js';
import type { CallOptions } from './worker-connection.js';

/** A photo that garments can be tried on. Its pixels stay in the worker until `dispose`. */
export interface Person extends Omit<PersonSummary, 'handle'> {
  readonly id: string;
  /** The upright photo, at the size of the results; the caller closes the bitmap. */
  image(): Promise<ImageBitmap>;
  dispose(): void;
}

/** A product, cut out and ready for any person. */
export interface Garment extends Omit<GarmentSummary, 'handle'> {
  readonly id: string;
  dispose(): void;
}

export interface PreparePersonOptions extends CallOptions {
  /**
   * A photo of more pixels is scaled down to this many, once, and so is every result; `receipt.photoScale` tells. A positive integer.
   * Default: none, results have the photo's own size.
   */
  readonly maxResultPixels?: number | undefined;
}

export interface PrepareGarmentOptions extends CallOptions {
  /** Default `auto`. */
  readonly type?: GarmentType | undefined;
  /** What is known of the garment; the rest is read off its picture. */
  readonly attributes?: KnownAttributes | undefined;
}

/** How a garment is put on. To change any of it costs one short network run and the drawing. */
export interface StyleOptions {
  /**
   * Whose sleeves, hem and neckline the result has. `product` (default): the garment's own, as far as they bare no more than arms; elsewhere, and
   * where the body is not known well enough, those of what is worn, with the warning `shape-kept`. `worn`: always those.
   */
  readonly shape?: Shape | undefined;
  /** How much of the new garment, 0..1; 0 gives the photo exactly, and the StyleMapGAN does not run. Default 1. */
  readonly strength?: number | undefined;
  /** Multiplies `strength` pixel by pixel: where it is 0 the photo stays. A mask of `getMask()` will do. Copied. */
  readonly strengthMap?: StrengthMap | undefined;
  /** A second garment of the same kind, and its share, 0..1: at 0 the first garment alone is worn, at 1 the second. */
  readonly mix?: { readonly garment: Garment; readonly amount: number } | undefined;
}

export interface DressCallOptions extends CallOptions, StyleOptions {}

/** What is known without loading anything. */
export interface Probe {
  readonly supported: boolean;
  /** Why not, for developers. */
  readonly reason: string | undefined;
  readonly backend: Backend;
  /** Of networks and runtimes on a first visit, packed as they travel; a later one finds them in the browser's cache. */
  readonly bytesToLoad: number;
}

/** One garment of an outfit. */
export interface OutfitPiece extends StyleOptions {
  readonly garment: Garment;
}

/**
 * A virtual try-on in one worker of the shopper's browser. Calls may be made at any time; they run one after the other.
 *
 * Every promise rejects with a `TryOnError`, with an `AbortError` after its signal or `dispose()`, or with a `TypeError` on misuse.
 */
export interface TryOn {
  /** Loads worker, models and runtime ahead of time; otherwise the first call does. */
  load(options?: CallOptions): Promise<EngineInfo>;
  preparePerson(photo: ImageSource, options?: PreparePersonOptions): Promise<Person>;
  prepareGarment(product: ImageSource, options?: PrepareGarmentOptions): Promise<Garment>;
  /** Puts one garment, or a mix of two, on the person. */
  dress(person: Person, garment: Garment, options?: DressCallOptions): Promise<TryOnResult>;
  /**
   * Puts several garments of different kinds on at once, a top and trousers for example, in whatever order. Each replaces what the photo
   * shows; where two meet, outerwear is drawn over a top, a top over a dress, a dress over trousers.
   */
  dressOutfit(person: Person, pieces: readonly OutfitPiece[], options?: CallOptions): Promise<OutfitResult>;
  /**
   * The mask of the worn garment that a product of this kind replaces: the one the parser found, or the last one set. Yours to paint on.
   * Rejects as `no-garment` when nothing of the kind is worn.
   */
  getMask(person: Person, kind: GarmentKind, options?: CallOptions): Promise<EditableMask>;
  /**
   * Replaces that mask: later products of `mask.kind` are dressed on it, until the person is disposed of. It is copied, and cut to its
   * bounding box. Rejects as `no-garment`, and changes nothing, when hardly a pixel of it is opaque. An abort that comes after the last
   * stage has begun may leave the new mask in place.
   */
  setMask(person: Person, mask: EditableMask, options?: CallOptions): Promise<void>;
  /**
   * Says whether the try-on can run here, and how much a first visit loads, for one request of the manifest; starts no worker.
   * Rejects as `model-unavailable` when there is no manifest.
   */
  probe(): Promise<Probe>;
  /** Ends the worker; calls under way reject with an `AbortError`. */
  dispose(): void;
}
