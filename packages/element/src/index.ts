/** `import 'stylemap-tryon'` registers `<stylemap-tryon>`. Safe to import on a server. */
import { defineStylemapTryon } from './define.js';

defineStylemapTryon();

export { StylemapTryonElement } from './stylemap-tryon-element.js';
export type { LoadingMode } from './attributes.js';
export type { StylemapTryonEventMap, TryonErrorDetail, TryonProgressDetail, TryonResultDetail } from './events.js';
export type { TryonPhase } from './state.js';
export type { Locale } from './strings.js';
export { isAbortError, TryOnError } from '@stylemap-tryon/sdk';
export type {
  BlobOptions,
  ErrorCode,
  GarmentKind,
  GarmentType,
  Receipt,
  Stage,
  TryOnResult,
  WarningCode,
} from '@stylemap-tryon/sdk';
