import type { OutfitResult, Stage, TryOnError, TryOnProgress, WarningCode } from '@stylemap-tryon/sdk';
import type { RemotePhoto } from '../intake/remote-photo.js';

/** What the shopper gave: bytes from this device, or what the `src` attribute names; a string is a `data:` or `blob:` URL. */
export type PhotoSource = Blob | RemotePhoto | string;

/** A finished try-on with its two pictures, painted and ready to be placed in the page. */
export interface Outcome {
  readonly result: OutfitResult;
  /** The oriented photo and the try-on, of equal size. */
  readonly before: HTMLCanvasElement;
  readonly after: HTMLCanvasElement;
  readonly warnings: readonly WarningCode[];
}

/** What a failure is about, because "not an image" needs other words for the shop's picture than for the shopper's. */
export type FailureSubject = 'photo' | 'product' | 'engine';

export interface Failure {
  readonly error: TryOnError;
  readonly subject: FailureSubject;
}

interface Busy {
  readonly photo: PhotoSource;
  /** Stays on screen while the next garment is fitted. */
  readonly previous: Outcome | undefined;
  readonly progress: TryOnProgress;
  /** The photo has been read and the person found in it. */
  readonly isChecked: boolean;
}

/** What the fitting does. The element is in exactly one of these; `render/overlay.ts` has one branch for each. */
export type TryonState =
  | { readonly phase: 'idle'; readonly photo: PhotoSource | undefined }
  | ({ readonly phase: 'loading' } & Busy)
  | ({ readonly phase: 'checking' } & Busy)
  | ({ readonly phase: 'working' } & Busy)
  | { readonly phase: 'done'; readonly photo: PhotoSource; readonly outcome: Outcome }
  | {
      readonly phase: 'error';
      readonly photo: PhotoSource | undefined;
      readonly previous: Outcome | undefined;
      readonly failure: Failure;
    }
  /** For good: the browser lacks what the engine is made of. */
  | { readonly phase: 'unsupported'; readonly photo: PhotoSource | undefined };

export type TryonPhase = TryonState['phase'];

export type TryonAction =
  | { readonly type: 'photo-set'; readonly photo: PhotoSource }
  | { readonly type: 'photo-cleared' }
  | { readonly type: 'run-started'; readonly stage: Stage; readonly isChecked: boolean }
  | { readonly type: 'run-progressed'; readonly progress: TryOnProgress }
  | { readonly type: 'photo-checked' }
  | { readonly type: 'run-succeeded'; readonly outcome: Outcome }
  | { readonly type: 'run-cancelled' }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'hints-dismissed' };

export const initialState: TryonState = { phase: 'idle', photo: undefined };

/** Pure. An action that makes no sense in a state (late progress, a second cancel) returns that very state. */
export function reduce(state: TryonState, action: TryonAction): TryonState {
  if (state.phase === 'unsupported') return state;
  switch (action.type) {
    case 'photo-set':
      return { phase: 'idle', photo: action.photo };
    case 'photo-cleared':
      return initialState;
    case 'run-started':
      return state.photo === undefined
        ? state
        : busy({
            photo: state.photo,
            previous: shownOutcome(state),
            progress: { stage: action.stage, fraction: 0 },
            isChecked: action.isChecked,
          });
    case 'run-progressed':
      return isBusy(state) ? busy({ ...state, progress: notFalling(state.progress, action.progress) }) : state;
    case 'photo-checked':
      return isBusy(state) && !state.isChecked ? busy({ ...state, isChecked: true }) : state;
    case 'run-succeeded':
      return isBusy(state) ? { phase: 'done', photo: state.photo, outcome: action.outcome } : state;
    case 'run-cancelled':
      return isBusy(state) ? atRest(state.photo, state.previous) : state;
    case 'failed':
      return failed(state, action.failure);
    case 'hints-dismissed':
      return state.phase === 'done' ? { ...state, outcome: { ...state.outcome, warnings: [] } } : state;
  }
}

export function isBusy(state: TryonState): state is Extract<TryonState, Busy> {
  return state.phase === 'loading' || state.phase === 'checking' || state.phase === 'working';
}

/** The result on screen: the current one, or the previous one behind a run or a failure. */
export function shownOutcome(state: TryonState): Outcome | undefined {
  switch (state.phase) {
    case 'idle':
    case 'unsupported':
      return undefined;
    case 'done':
      return state.outcome;
    case 'loading':
    case 'checking':
    case 'working':
    case 'error':
      return state.previous;
  }
}

function busy({ photo, previous, progress, isChecked }: Busy): TryonState {
  const phase = progress.stage === 'load' ? 'loading' : isChecked ? 'working' : 'checking';
  return { phase, photo, previous, progress, isChecked };
}

function failed(state: TryonState, failure: Failure): TryonState {
  const { photo } = state;
  if (failure.error.code === 'unsupported') return { phase: 'unsupported', photo };
  return { phase: 'error', photo, previous: shownOutcome(state), failure };
}

function atRest(photo: PhotoSource, previous: Outcome | undefined): TryonState {
  return previous ? { phase: 'done', photo, outcome: previous } : { phase: 'idle', photo };
}

/** A bar that runs backwards reads as a fault, whatever the reason. */
function notFalling(before: TryOnProgress, next: TryOnProgress): TryOnProgress {
  return next.fraction >= before.fraction ? next : { ...next, fraction: before.fraction };
}
