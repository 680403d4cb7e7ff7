import type { Stage } from './stages.js';

/** Every reason a try-on can fail for. Each has a string in the element, a row in the README and a test. */
export const errorCodes = [
  /** The bytes are not a decodable image. */
  'not-an-image',
  /** More pixels than the limit (64 MP unless configured), refused from the header before decoding. */
  'image-too-large',
  /** Too few pixels to find a person or a garment in. */
  'image-too-small',
  /** The URL of an image could not be fetched, its host forbids reading its pixels (CORS), or its file was deleted after it was chosen. */
  'image-unavailable',
  /** The photo shows nobody. */
  'no-person',
  /** The person wears nothing of the asked garment type. */
  'no-garment',
  /** The product photo shows no garment that can be cut out. */
  'no-product',
  /** A model or runtime file could not be fetched (offline before the first visit, wrong `asset-base`). */
  'model-unavailable',
  /** A model file does not have the published SHA-256. */
  'model-corrupt',
  /** No module worker, WebAssembly SIMD or OffscreenCanvas. */
  'unsupported',
  /** An allocation failed. */
  'out-of-memory',
  /** The worker or the compute backend died and could not be restored. */
  'engine-lost',
  /** A defect of ours; `cause` holds the original error. */
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** The only error type that a try-on rejects with, apart from `AbortError` (cancelled) and `TypeError` (misuse). */
export class TryOnError extends Error {
  override readonly name = 'TryOnError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    /** The stage that failed, or `undefined` when it failed outside a run. */
    readonly stage?: Stage,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** A poor photo is no exception: the result comes with findings. */
export const warningCodes = [
  /** More than one person; the largest one is dressed. */
  'several-people',
  /** The garment leaves the frame, so part of it is not seen. */
  'garment-cropped',
  /** The worn garment is of another class than asked (a coat where a top was asked). */
  'other-garment-worn',
  /** The masked garment is under 96 px wide in the photo. */
  'garment-small',
  /** A garment of an outfit lies wholly under another one: a skirt under a top that replaces a worn dress. */
  'garment-hidden',
  /** The product would bare more than arms, or the body is not known well enough there: the worn sleeves, hem or neckline were kept. */
  'shape-kept',
  /** The product photo had no clean cut-out; the parser's mask was used. */
  'product-cut-out-rough',
  /** What kind of garment the product is was guessed, and another kind is nearly as likely: the shop had better say it. */
  'product-kind-unsure',
  /** The product photo shows several garments; one of them was taken: that of the asked type, else the largest or first. */
  'several-products',
  /** WebGPU failed or was wrong at run time, wasm went on. */
  'backend-fallback',
] as const;

export type WarningCode = (typeof warningCodes)[number];

/** True for the error a cancelled run rejects with; never shown to a shopper. */
export function isAbortError(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** `DOMException` is a platform type, so core makes its own error of the same name. */
export function createAbortError(): Error {
  const error = new Error('The try-on was cancelled.');
  error.name = 'AbortError';
  return error;
}
