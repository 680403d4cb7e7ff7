/** What `pages/engine.js` puts on the page, for the functions that tests send there. */
import type * as Sdk from '@stylemap-tryon/sdk';

interface Comparison {
  maxDifference: number;
  changedPixels: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

type FitOptions = Sdk.CallOptions & {
  photo: Sdk.ImageSource;
  product: Sdk.ImageSource;
  type?: Sdk.GarmentType;
  shape?: Sdk.Shape;
  strength?: number;
};

declare global {
  var sdk: typeof Sdk;
  var compare: (before: ImageData, after: ImageData) => Comparison;
  var compareAround: (
    before: ImageData,
    after: ImageData,
    mask: Uint8Array,
    marginPx: number,
  ) => { maxDifferenceOutside: number; changedShareInside: number; maskShare: number };
  var maskOf: (result: Sdk.TryOnResult) => Uint8Array;
  var maskLike: (image: ImageData, x: number, y: number) => Uint8Array;
  var pixelsOf: (bitmap: ImageBitmap) => ImageData;
  var hashOf: (image: ImageData) => Promise<string>;
  var failureOf: (promise: Promise<unknown>) => Promise<{ name: string; code?: Sdk.ErrorCode; stage?: Sdk.Stage } | undefined>;
  var fit: (
    tryOn: Sdk.TryOn,
    options: FitOptions,
  ) => Promise<{ person: Sdk.Person; garment: Sdk.Garment; result: Sdk.TryOnResult }>;
  /** Of `pages/runtime.js`. */
  var runMicroModel: (backend: 'webgpu' | 'wasm') => Promise<{ error: number; tolerance: number; numbers: number[] }>;
  /** What a test that takes several steps keeps on the page. */
  var tryOn: Sdk.TryOn;
  var person: Sdk.Person;
  var garment: Sdk.Garment;
}
