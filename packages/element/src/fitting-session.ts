import type { Garment, GarmentType, Person, TryOn, TryOnProgress, TryOnResult, WarningCode } from '@stylemap-tryon/sdk';
import { isAbortError, TryOnError } from '@stylemap-tryon/sdk';
import type { EngineLease } from './engine-registry.js';
import type { Leg } from './run-progress.js';
import { joinProgress } from './run-progress.js';
import type { Failure, FailureSubject, PhotoSource } from './state.js';

export interface FittingRequest {
  readonly photo: PhotoSource;
  /** Absolute URL of the product picture. */
  readonly garmentUrl: string;
  readonly garmentType: GarmentType;
  /** In [0, 1]. */
  readonly strength: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: TryOnProgress) => void;
}

export interface Fitting {
  readonly person: Person;
  readonly result: TryOnResult;
  readonly warnings: readonly WarningCode[];
}

/** A failed fitting; cancelled ones reject with the `AbortError` itself. */
export class FittingError extends Error {
  override readonly name = 'FittingError';

  constructor(readonly failure: Failure) {
    super(failure.error.message, { cause: failure.error });
  }
}

/** Prepared garments kept in the worker, so that going back to one costs a decoder run only. */
const keptGarments = 8;

/**
 * One shopper in front of one mirror: the person is prepared once, garments come and go. Holds the handles that live in the
 * worker and gives them back; knows no DOM.
 */
export class FittingSession {
  #lease: EngineLease | undefined;
  #loaded = false;
  #photo: PhotoSource | undefined;
  #person: Person | undefined;
  /** Least recently used first. */
  readonly #garments = new Map<string, Garment>();

  constructor(private readonly acquire: () => EngineLease) {}

  /** True when the next run starts without loading models. */
  get loaded(): boolean {
    return this.#loaded;
  }

  /** Loads worker, runtime and models ahead of the first run. */
  async preload(): Promise<void> {
    const engine = this.#engine();
    await engine.load();
    this.#loaded = engine === this.#lease?.engine;
  }

  async fit(request: FittingRequest): Promise<Fitting> {
    const engine = this.#engine();
    if (request.photo !== this.#photo) this.forgetPerson();
    const garmentKey = `${request.garmentType} ${request.garmentUrl}`;
    const progressOf = joinProgress(this.#plan(garmentKey), request.onProgress);
    const callOptions = (leg: Leg) => ({ signal: request.signal, onProgress: progressOf(leg) });

    if (!this.#loaded) {
      await this.#attempt('engine', () => engine.load(callOptions('load')));
      this.#loaded = engine === this.#lease?.engine;
    }
    const person =
      this.#person ??
      this.#keepPerson(
        request.photo,
        await this.#attempt('photo', () => engine.preparePerson(request.photo, callOptions('person'))),
      );
    const garment = this.#keepGarment(
      garmentKey,
      this.#garments.get(garmentKey) ??
        (await this.#attempt('product', () =>
          engine.prepareGarment(request.garmentUrl, { ...callOptions('garment'), type: request.garmentType }),
        )),
    );
    const result = await this.#attempt('photo', () =>
      engine.dress(person, garment, { ...callOptions('dress'), strength: request.strength }),
    );
    // Stages that could be skipped leave the engine's own fraction short of it.
    request.onProgress?.({ stage: 'composite', fraction: 1 });
    return { person, result, warnings: unique(person.warnings, garment.warnings, result.warnings) };
  }

  /** Gives back the person, e.g. when the shopper removes the photo. */
  forgetPerson(): void {
    this.#person?.dispose();
    this.#person = undefined;
    this.#photo = undefined;
  }

  /** Gives back every handle and the share in the engine; the next call starts afresh. */
  release(): void {
    this.#forgetHandles();
    this.#lease?.release();
    this.#lease = undefined;
  }

  #engine(): TryOn {
    this.#lease ??= this.acquire();
    return this.#lease.engine;
  }

  #plan(garmentKey: string): Leg[] {
    const planned: Leg[] = [];
    if (!this.#loaded) planned.push('load');
    if (!this.#person) planned.push('person');
    if (!this.#garments.has(garmentKey)) planned.push('garment');
    return [...planned, 'dress'];
  }

  async #attempt<T>(subject: FailureSubject, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (cause) {
      if (isAbortError(cause)) throw cause;
      const error = cause instanceof TryOnError ? cause : new TryOnError('internal', 'The try-on failed.', undefined, { cause });
      // Handles of a dead worker are worthless; a retry must not trip over them.
      if (error.code === 'engine-lost') this.#forgetHandles();
      throw new FittingError({ error, subject });
    }
  }

  #keepPerson(photo: PhotoSource, person: Person): Person {
    this.forgetPerson();
    this.#photo = photo;
    this.#person = person;
    return person;
  }

  #keepGarment(key: string, garment: Garment): Garment {
    this.#garments.delete(key);
    this.#garments.set(key, garment);
    for (const [oldestKey, oldest] of this.#garments) {
      if (this.#garments.size <= keptGarments) break;
      oldest.dispose();
      this.#garments.delete(oldestKey);
    }
    return garment;
  }

  #forgetHandles(): void {
    this.forgetPerson();
    for (const garment of this.#garments.values()) garment.dispose();
    this.#garments.clear();
    this.#loaded = false;
  }
}

function unique(...lists: readonly (readonly WarningCode[])[]): WarningCode[] {
  return [...new Set(lists.flat())];
}
