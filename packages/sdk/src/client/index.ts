export { createTryOn } from './create-try-on.js';
export type { ImageSource } from './image-source.js';
export { setDefaultAssetBase, type TryOnOptions } from './options.js';
export { markAsGenerated, type BlobOptions, type OutfitResult, type TryOnResult } from './result.js';
export type {
  DressCallOptions,
  Garment,
  OutfitPiece,
  Person,
  PrepareGarmentOptions,
  PreparePersonOptions,
  Probe,
  StyleOptions,
  TryOn,
} from './try-on.js';
export type { CallOptions } from './worker-connection.js';
export type { EditableMask } from '../shared/editable-mask.js';
export type { StrengthMap } from '../shared/strength-map.js';
export type {
  Backend,
  BackendChoice,
  EngineInfo,
  ModelHashes,
  Receipt,
  SegmenterChoice,
  SegmenterName,
  TryOnProgress,
} from '../shared/engine-info.js';
export {
  errorCodes,
  garmentTypes,
  hemLengths,
  isAbortError,
  shapes,
  sleeveLengths,
  stages,
  TryOnError,
  warningCodes,
  type ErrorCode,
  type GarmentAttributes,
  type GarmentKind,
  type GarmentType,
  type HemLength,
  type KnownAttributes,
  type Shape,
  type SleeveLength,
  type Stage,
  type StageTiming,
  type WarningCode,
} from '@stylemap-tryon/core';
