import type { GarmentAttributes, GarmentKind, Stage, StageTiming, WarningCode } from '@stylemap-tryon/core';

/** What computes the network: the GPU through WebGPU, or WebAssembly on the CPU. */
export type Backend = 'webgpu' | 'wasm';

/** Which runtime runs the garment parser. */
export type SegmenterName = 'mediapipe' | 'onnx';

export const backendChoices = ['auto', 'webgpu', 'wasm'] as const;
/** `auto` takes WebGPU where a hardware adapter is present and known to be reliable, wasm elsewhere. */
export type BackendChoice = (typeof backendChoices)[number];

export const segmenterChoices = ['auto', 'mediapipe', 'onnx'] as const;
/** `auto` takes MediaPipe where the worker has WebGL, onnxruntime elsewhere. */
export type SegmenterChoice = (typeof segmenterChoices)[number];

/** SHA-256 of each model file in use, in hex, by file name (`decoder.onnx`). */
export type ModelHashes = Readonly<Record<string, string>>;

export interface EngineInfo {
  readonly backend: Backend;
  readonly segmenter: SegmenterName;
  readonly models: ModelHashes;
  /** Version of the sdk. */
  readonly version: string;
  /** `backend-fallback` when WebGPU was asked for or tried, and wasm runs. */
  readonly warnings: readonly WarningCode[];
}

/** Says how a result was made. The same photo, product, options and receipt give the same bytes. */
export interface Receipt {
  readonly version: string;
  readonly models: ModelHashes;
  readonly backend: Backend;
  readonly segmenter: SegmenterName;
  /** Sides of the result over the photo's: 1, or less where `maxResultPixels` asked for it. */
  readonly photoScale: number;
  /** The stages of this call in their order; a stage that ran twice is listed twice. */
  readonly stages: readonly StageTiming[];
  /** Sum over `stages`. */
  readonly totalMs: number;
}

/** Progress of one call. `loadedBytes` and `totalBytes` are set in stage `load` only. */
export interface TryOnProgress {
  readonly stage: Stage;
  /** Of the whole call, 0..1, never falling. */
  readonly fraction: number;
  readonly loadedBytes?: number;
  readonly totalBytes?: number;
}

/** What a worker knows of a prepared person; the pixels stay there. */
export interface PersonSummary {
  readonly handle: number;
  /** Of the upright photo. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Kinds of garment worn in the photo, largest area first. */
  readonly worn: readonly GarmentKind[];
  readonly warnings: readonly WarningCode[];
  /** Time of each stage of the preparation. */
  readonly stages: readonly StageTiming[];
}

/** What a worker knows of a prepared garment. */
export interface GarmentSummary {
  readonly handle: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** As asked, or as guessed for `auto`: a worn coat may still turn a guessed top into outerwear. */
  readonly kind: GarmentKind;
  /** As told, or as seen in the picture. */
  readonly attributes: GarmentAttributes;
  readonly warnings: readonly WarningCode[];
  readonly stages: readonly StageTiming[];
}
