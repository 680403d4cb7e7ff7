import type {
  ErrorCode,
  GarmentKind,
  GarmentType,
  KnownAttributes,
  RgbaImage,
  Shape,
  Stage,
  WarningCode,
} from '@stylemap-tryon/core';
import type { EditableMask } from './editable-mask.js';
import type {
  BackendChoice,
  EngineInfo,
  GarmentSummary,
  PersonSummary,
  Receipt,
  SegmenterChoice,
  TryOnProgress,
} from './engine-info.js';
import type { StrengthMap } from './strength-map.js';

/** `Blob` without the DOM types that this folder cannot name. Cloning one copies a reference, not the bytes. */
export interface BlobLike {
  readonly size: number;
  readonly type: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** `ImageBitmap` without the DOM types. */
export interface BitmapLike {
  readonly width: number;
  readonly height: number;
  close(): void;
}

/** An image on its way to the worker, where it is fetched and decoded. */
export type ImagePayload =
  | { readonly kind: 'blob'; readonly blob: BlobLike }
  /** Absolute URL. */
  | { readonly kind: 'url'; readonly url: string }
  /** Transferred: the worker closes it. */
  | { readonly kind: 'bitmap'; readonly bitmap: BitmapLike }
  /** Transferred. */
  | { readonly kind: 'pixels'; readonly image: RgbaImage };

/** Options of the engine, resolved by the client: no defaults left to apply. */
export interface EngineConfig {
  /** Absolute, ends with a slash. */
  readonly assetBase: string;
  readonly backend: BackendChoice;
  readonly segmenter: SegmenterChoice;
  readonly maxPhotoPixels: number;
  /** Absolute, ends with a slash. */
  readonly catalogue?: string | undefined;
  readonly allowSoftwareAdapter: boolean;
}

/** One garment of an outfit; garments by handle. */
export interface PiecePayload {
  readonly garment: number;
  readonly shape: Shape;
  readonly strength: number;
  /** Transferred. */
  readonly strengthMap?: StrengthMap | undefined;
  readonly mix?: { readonly garment: number; readonly amount: number } | undefined;
}

export interface DressReply {
  readonly image: RgbaImage;
  /** One for each piece, in their order. Copied: the worker keeps its own for the next garment. */
  readonly masks: readonly EditableMask[];
  readonly warnings: readonly WarningCode[];
  readonly receipt: Receipt;
}

/** Every call the client can make: parameters and result by method. */
export interface Methods {
  load: { params: Record<never, never>; result: EngineInfo };
  preparePerson: { params: { image: ImagePayload; maxResultPixels?: number | undefined }; result: PersonSummary };
  prepareGarment: {
    params: { image: ImagePayload; type: GarmentType; attributes?: KnownAttributes | undefined };
    result: GarmentSummary;
  };
  dress: { params: { person: number; pieces: readonly PiecePayload[] }; result: DressReply };
  /** The reply's opacities are copied: the worker keeps its own for the next garment. */
  getMask: { params: { person: number; kind: GarmentKind }; result: EditableMask };
  /** The mask is copied: the client keeps its own for a worker that has to be replaced. */
  setMask: { params: { person: number; mask: EditableMask }; result: Record<never, never> };
  /** The oriented photo of a person, for showing it. */
  personImage: { params: { person: number }; result: BitmapLike };
}

export type MethodName = keyof Methods;
export type ParamsOf<M extends MethodName> = Methods[M]['params'];
export type ResultOf<M extends MethodName> = Methods[M]['result'];

/** A call with its parameters; `id` is unique per connection. */
export type CallMessage = { [M in MethodName]: { kind: 'call'; id: number; method: M; params: ParamsOf<M> } }[MethodName];

export type ClientMessage =
  /** First message of a connection. */
  | { kind: 'configure'; config: EngineConfig }
  | CallMessage
  /** The caller has gone; the worker stops before the next stage. */
  | { kind: 'abort'; id: number }
  /** Frees a person or a garment. */
  | { kind: 'release'; handle: number };

/** `TryOnError` as structured clone carries it: a cloned error object would lose its code. */
export interface SerializedError {
  readonly name: string;
  readonly message: string;
  readonly code?: ErrorCode;
  readonly stage?: Stage;
  /** The original failure in words, for bug reports. */
  readonly causeText?: string;
}

export type WorkerMessage =
  /** The script runs; before this, an error means that the file could not be loaded. */
  | { kind: 'ready' }
  | { kind: 'progress'; id: number; progress: TryOnProgress }
  | { kind: 'result'; id: number; value: ResultOf<MethodName> }
  | { kind: 'error'; id: number; error: SerializedError };

/** What moves instead of being copied: photos and results are tens of megabytes. */
export function transferablesOf(message: ClientMessage | WorkerMessage): object[] {
  switch (message.kind) {
    case 'call': {
      if (message.method === 'dress') {
        return message.params.pieces.flatMap(({ strengthMap }) => (strengthMap ? [strengthMap.alpha.buffer] : []));
      }
      const image = 'image' in message.params ? message.params.image : undefined;
      if (image?.kind === 'bitmap') return [image.bitmap];
      if (image?.kind === 'pixels') return [image.image.data.buffer];
      return [];
    }
    case 'result': {
      const value = message.value;
      if ('close' in value) return [value];
      if ('image' in value) return [value.image.data.buffer];
      return [];
    }
    default:
      return [];
  }
}
