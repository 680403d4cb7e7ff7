import type { OutfitResult, Shape, TryOn, TryOnProgress, WarningCode } from '@stylemap-tryon/sdk';
import { isAbortError, TryOnError } from '@stylemap-tryon/sdk';
import type { EngineLease } from './engine-registry.js';
import { dispatch } from '../events.js';
import { loadAfterWake } from '../wake.js';
import { FittingError } from './fitting-error.js';
import type { FittingSession } from './fitting-session.js';
import type { Piece } from './outfit.js';
import { arePiecesSame } from './outfit.js';
import { releaseCanvas } from './release-canvas.js';
import type { Failure, PhotoSource, TryonAction, TryonState } from '../state/phase.js';
import { initialState, isBusy, reduce, shownOutcome } from '../state/phase.js';

/** What one run is made of. */
export interface TryOnRequest {
  readonly photo: PhotoSource;
  /** One of each kind, at least one. */
  readonly pieces: readonly Piece[];
  /** Of every piece, as what follows. */
  readonly shape: Shape;
  /** In [0, 1]. */
  readonly strength: number;
  readonly maxResultPixels: number | undefined;
}

export interface RunnerOptions {
  readonly acquire: () => EngineLease;
  readonly onStateChange: () => void;
  /** A result is on screen. */
  readonly onResult?: (facts: ResultFacts) => void;
}

export interface ResultFacts {
  readonly durationMs: number;
  readonly backend: string;
  /** Models had to be loaded first. */
  readonly isCold: boolean;
  readonly pieceCount: number;
}

/** Owns the state of one tag: starts, supersedes and cancels runs, and tells about them by the tag's events. */
export class TryOnRunner {
  #state: TryonState = initialState;
  #abort: AbortController | undefined;
  #latestRequest: TryOnRequest | undefined;
  /** Said and dismissed; not to be said again about the same photo. */
  readonly #dismissedHints = new Set<WarningCode>();
  #lease: EngineLease | undefined;
  /** Made once its script is there. */
  #session: FittingSession | undefined;

  constructor(
    private readonly target: EventTarget,
    private readonly options: RunnerOptions,
  ) {}

  get state(): TryonState {
    return this.#state;
  }

  /** @throws TryOnError; the run that needs the models tries again */
  async preload(): Promise<void> {
    const { engine } = this;
    const [session] = await Promise.all([this.#openSession(), engine.load()]);
    // Meanwhile the tag may have left this engine.
    if (engine === this.#lease?.engine) session.markLoaded();
  }

  /** There is one from the first question on, and it loads nothing yet. */
  get engine(): TryOn {
    this.#lease ??= this.options.acquire();
    return this.#lease.engine;
  }

  /** Brings the state in line with the photo the tag has now; another photo ends the run and drops the result. */
  followPhoto(photo: PhotoSource | undefined): void {
    if (photo === this.#state.photo) return;
    this.#abort?.abort();
    this.#dismissedHints.clear();
    this.#dispatch(photo === undefined ? { type: 'photo-cleared' } : { type: 'photo-set', photo });
  }

  /** Runs unless the very same was the last to run; failures are on screen and in `tryon-error`. */
  runIfNew(request: TryOnRequest): void {
    if (!isSameRequest(request, this.#latestRequest)) this.run(request).catch(() => {});
  }

  /** A run under way is superseded. */
  async run(request: TryOnRequest): Promise<OutfitResult> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#latestRequest = request;
    const startMs = performance.now();
    const isCold = !this.#session?.loaded;
    const isChecked = this.#session?.hasPerson(request) ?? false;
    this.#dispatch({ type: 'run-started', stage: isCold ? 'load' : 'decode', isChecked });
    try {
      const session = this.#session ?? (await this.#openSession());
      const { paintPhoto, paintResult } = await loadAfterWake();
      abort.signal.throwIfAborted();
      const { person, result, warnings } = await session.fit({
        ...request,
        signal: abort.signal,
        onProgress: (progress) => {
          if (!abort.signal.aborted) this.#onProgress(progress);
        },
        onPerson: () => {
          if (!abort.signal.aborted) this.#dispatch({ type: 'photo-checked' });
        },
      });
      const [before, after] = await Promise.all([paintPhoto(person), paintResult(result)]);
      abort.signal.throwIfAborted();
      const hints = warnings.filter((code) => !this.#dismissedHints.has(code));
      this.#dispatch({ type: 'run-succeeded', outcome: { result, before, after, warnings: hints } });
      dispatch(this.target, 'tryon-result', { result, receipt: result.receipt });
      const { backend } = result.receipt;
      this.options.onResult?.({ durationMs: performance.now() - startMs, backend, isCold, pieceCount: request.pieces.length });
      return result;
    } catch (error) {
      // A run that was stopped is cancelled, however it ended.
      const reason: unknown = abort.signal.aborted ? abort.signal.reason : error;
      if (!isAbortError(reason)) throw this.fail(failureOf(reason));
      // Also when the engine was disposed of under us; a superseded run has nothing to say.
      if (this.#abort === abort) this.#dispatch({ type: 'run-cancelled' });
      throw reason;
    }
  }

  /** Shows and announces a failure; returns its error. */
  fail(failure: Failure): TryOnError {
    this.#abort?.abort();
    this.#dispatch({ type: 'failed', failure });
    dispatch(this.target, 'tryon-error', { error: failure.error });
    return failure.error;
  }

  cancel(): void {
    this.#abort?.abort();
    this.#dispatch({ type: 'run-cancelled' });
  }

  dismissHints(): void {
    for (const code of shownOutcome(this.#state)?.warnings ?? []) this.#dismissedHints.add(code);
    this.#dispatch({ type: 'hints-dismissed' });
  }

  /** Forgets the person, so that the same photo and garment would run again. */
  forgetPerson(): void {
    this.followPhoto(undefined);
    this.#latestRequest = undefined;
    this.#session?.forgetPerson();
  }

  /** Gives the engine back; what is on screen stays. */
  release(options?: { readonly atOnce?: boolean }): void {
    // Put back, the tag finishes what was cut off.
    if (isBusy(this.#state)) this.#latestRequest = undefined;
    this.cancel();
    this.#session?.release();
    this.#lease?.release(options);
    this.#lease = undefined;
  }

  /** For another engine: gives this one back and runs again. */
  leaveEngine(): void {
    this.release();
    this.#latestRequest = undefined;
  }

  async #openSession(): Promise<FittingSession> {
    const { FittingSession: Session } = await loadAfterWake();
    return (this.#session ??= new Session(() => this.engine));
  }

  #dispatch(action: TryonAction): void {
    const former = this.#state;
    this.#state = reduce(former, action);
    if (this.#state === former) return;
    const gone = shownOutcome(former)?.after;
    if (gone && gone !== shownOutcome(this.#state)?.after) releaseCanvas(gone);
    this.options.onStateChange();
  }

  #onProgress(progress: TryOnProgress): void {
    this.#dispatch({ type: 'run-progressed', progress });
    if (!isBusy(this.#state)) return;
    const { stage, fraction, loadedBytes, totalBytes } = this.#state.progress;
    dispatch(this.target, 'tryon-progress', { stage, fraction, loadedBytes, totalBytes });
  }
}

function isSameRequest(a: TryOnRequest, b: TryOnRequest | undefined): boolean {
  if (!b || !arePiecesSame(a.pieces, b.pieces)) return false;
  return (['photo', 'shape', 'strength', 'maxResultPixels'] as const).every((name) => a[name] === b[name]);
}

function failureOf(error: unknown): Failure {
  if (error instanceof FittingError) return error.failure;
  if (error instanceof TryOnError) return { error, subject: 'engine' };
  return { error: new TryOnError('internal', 'The try-on failed.', undefined, { cause: error }), subject: 'engine' };
}
