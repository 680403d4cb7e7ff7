/** The class alone: nothing is registered until `defineStylemapTryon()`, and nothing happens on import. */
export { defineStylemapTryon } from './define.js';
export { StylemapTryonElement } from './stylemap-tryon-element.js';
export type { LoadingMode } from './attributes.js';
export type { StylemapTryonEventMap, TryonErrorDetail, TryonProgressDetail, TryonResultDetail } from './events.js';
export type { GarmentSource } from './fitting/fitting-session.js';
export type { TryonPhase } from './state/phase.js';
export type { Locale } from './words/strings.js';
export { createTryOn, isAbortError, setDefaultAssetBase, TryOnError } from '@stylemap-tryon/sdk';
export type {
  BackendChoice,
  BlobOptions,
  ErrorCode,
  GarmentKind,
  GarmentType,
  Receipt,
  Stage,
  TryOn,
  TryOnOptions,
  TryOnResult,
  WarningCode,
} from '@stylemap-tryon/sdk';
