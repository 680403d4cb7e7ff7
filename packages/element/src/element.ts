/** The class alone: nothing is registered until `defineStylemapTryon()`, and nothing happens on import. */
export { defineStylemapTryon } from './define.js';
export { StylemapGarmentElement } from './stylemap-garment-element.js';
export { StylemapTryonElement } from './stylemap-tryon-element.js';
export type { ConsentMode, LoadingMode, Tool } from './attributes.js';
export type {
  PhotoOrigin,
  StylemapTryonEventMap,
  TryonAddToCartDetail,
  TryonChangeDetail,
  TryonConsentDetail,
  TryonErrorDetail,
  TryonExportDetail,
  TryonPhaseDetail,
  TryonPhotoDetail,
  TryonProgressDetail,
  TryonResultDetail,
} from './events.js';
export type { GarmentSource, Item } from './fitting/outfit.js';
export type { TryonPhase } from './state/phase.js';
export type { TryonRoom } from './state/room.js';
export { trackNames, type Track, type TrackName, type TrackParams } from './tracking.js';
export type { Locale } from './words/language-chunks.js';
export type { StringsPart } from './words/lay-over.js';
export { registerLocale } from './words/languages.js';
export type { Strings } from './words/strings.js';
export { createTryOn, isAbortError, setDefaultAssetBase, TryOnError } from '@stylemap-tryon/sdk';
export type {
  BackendChoice,
  BlobOptions,
  ErrorCode,
  GarmentKind,
  GarmentType,
  OutfitResult,
  Probe,
  Receipt,
  Stage,
  TryOn,
  TryOnOptions,
  TryOnResult,
  WarningCode,
} from '@stylemap-tryon/sdk';
