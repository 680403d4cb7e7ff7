import type { OutfitResult, Receipt, Stage, TryOnError } from '@stylemap-tryon/sdk';
import type { Item } from './fitting/outfit.js';
import type { TryonPhase } from './state/phase.js';
import type { TryonRoom } from './state/room.js';
import type { Track } from './tracking.js';

export interface TryonProgressDetail {
  readonly stage: Stage;
  /** Of the whole run, 0..1, never falling. */
  readonly fraction: number;
  /** While models load. */
  readonly loadedBytes: number | undefined;
  readonly totalBytes: number | undefined;
}

export interface TryonResultDetail {
  /** A `TryOnResult` where one garment is worn. */
  readonly result: OutfitResult;
  readonly receipt: Receipt;
}

export interface TryonErrorDetail {
  readonly error: TryOnError;
}

export interface TryonPhaseDetail {
  readonly phase: TryonPhase;
  readonly previous: TryonPhase;
  readonly room: TryonRoom | null;
}

/** How a photo came in; `page` is one that the page has set. */
export type PhotoOrigin = 'file' | 'drop' | 'paste' | 'camera' | 'sample' | 'page';

export interface TryonPhotoDetail {
  /** `null` when the photo was removed. */
  readonly source: PhotoOrigin | null;
}

export interface TryonChangeDetail {
  /** What the shopper has on. */
  readonly worn: readonly Item[];
  readonly strength: number;
}

export interface TryonConsentDetail {
  readonly granted: boolean;
}

export interface TryonAddToCartDetail {
  readonly items: readonly Item[];
}

export interface TryonExportDetail {
  readonly as: 'save' | 'share';
}

/**
 * States do not bubble, like those of `<img>`: a tag in a dialog must not look like its dialog. Acts of the shopper bubble, out of shadow roots
 * too.
 */
export interface StylemapTryonEventMap {
  'tryon-progress': CustomEvent<TryonProgressDetail>;
  'tryon-result': CustomEvent<TryonResultDetail>;
  'tryon-error': CustomEvent<TryonErrorDetail>;
  'tryon-phase': CustomEvent<TryonPhaseDetail>;
  'tryon-photo': CustomEvent<TryonPhotoDetail>;
  'tryon-change': CustomEvent<TryonChangeDetail>;
  'tryon-consent-request': CustomEvent<object>;
  'tryon-consent': CustomEvent<TryonConsentDetail>;
  'tryon-add-to-cart': CustomEvent<TryonAddToCartDetail>;
  'tryon-export': CustomEvent<TryonExportDetail>;
  'tryon-track': CustomEvent<Track>;
}

type Detail<Type extends keyof StylemapTryonEventMap> = StylemapTryonEventMap[Type]['detail'];

export function dispatch<Type extends keyof StylemapTryonEventMap>(target: EventTarget, type: Type, detail: Detail<Type>): void {
  target.dispatchEvent(new CustomEvent(type, { detail }));
}

/** @returns false when the page has other plans */
export function dispatchAct<Type extends keyof StylemapTryonEventMap>(
  target: EventTarget,
  type: Type,
  detail: Detail<Type>,
): boolean {
  return target.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
}
