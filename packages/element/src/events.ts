import type { Receipt, Stage, TryOnError, TryOnResult } from '@stylemap-tryon/sdk';

export interface TryonProgressDetail {
  readonly stage: Stage;
  /** Of the whole run, 0..1, never falling. */
  readonly fraction: number;
  /** While models load. */
  readonly loadedBytes: number | undefined;
  readonly totalBytes: number | undefined;
}

export interface TryonResultDetail {
  readonly result: TryOnResult;
  readonly receipt: Receipt;
}

export interface TryonErrorDetail {
  readonly error: TryOnError;
}

/** Life-cycle events. Like those of `<img>` they do not bubble: listen on the tag itself. */
export interface StylemapTryonEventMap {
  'tryon-progress': CustomEvent<TryonProgressDetail>;
  'tryon-result': CustomEvent<TryonResultDetail>;
  'tryon-error': CustomEvent<TryonErrorDetail>;
}

export function dispatch<Type extends keyof StylemapTryonEventMap>(
  target: EventTarget,
  type: Type,
  detail: StylemapTryonEventMap[Type]['detail'],
): void {
  target.dispatchEvent(new CustomEvent(type, { detail }));
}
