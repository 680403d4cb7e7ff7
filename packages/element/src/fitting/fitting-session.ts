import type {
  CallOptions,
  Garment,
  GarmentType,
  ImageSource,
  Person,
  TryOn,
  TryOnProgress,
  TryOnResult,
  WarningCode,
} from '@stylemap-tryon/sdk';
import { isAbortError, TryOnError } from '@stylemap-tryon/sdk';
import type { EngineLease } from './engine-registry.js';
import type { Leg } from './run-progress.js';
import { joinProgress } from './run-progress.js';
import type { Failure, FailureSubject, PhotoSource } from '../state/phase.js';

export interface FittingRequest {
  readonly photo: PhotoSource;
  /** The product picture; a string is an absolute URL. */
  readonly garment: GarmentSource;
  readonly garmentType: GarmentType;
  /** In [0, 1]. */
  readonly strength: number;
  /** Results are no larger. */
  readonly maxResultPixels: number | undefined;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: TryOnProgress) => void;
}

export interface Fitting {
  readonly person: Person;
  readonly result: TryOnResult;
  readonly warnings: readonly WarningCode[];
}

/** Anything the engine takes as a product picture. */
export type GarmentSource = ImageSource;

/** A failed fitting; cancelled ones reject with the `AbortError` itself. */
export class FittingError extends Error {
  override readonly name = 'FittingError';

  constructor(readonly failure: Failure) {
    super(failure.error.message, { cause: failure.error });
  }
}

/** A prepared garment and what it was asked for by. */
interface KeptGarment {
  readonly source: GarmentSource;
  readonly type: GarmentType;
  readonly garment: Garment;
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
  #maxResultPixels: number | undefined;
  #person: Person | undefined;
  /** Least recently used first. */
  #garments: KeptGarment[] = [];

  constructor(private readonly acquire: () => EngineLease) {}

  /** True when the next run starts without loading models. */
  get loaded(): boolean {
    return this.#loaded;
  }

  /** Loads worker, runtime and models ahead of the first run. */
  async preload(): Promise<void> {
    await this.#load(this.#engine());
  }

  /** The engine in use; there is one from the first question on, and it loads nothing yet. */
  get engine(): TryOn {
    return this.#engine();
  }

  async fit(request: FittingRequest): Promise<Fitting> {
    const engine = this.#engine();
    const { signal } = request;
    if (request.photo !== this.#photo || request.maxResultPixels !== this.#maxResultPixels) this.forgetPerson();
    const keptGarment = this.#garments.find((kept) => isSameGarment(kept, request))?.garment;
    const progressOf = joinProgress(this.#plan(keptGarment), request.onProgress);
    const callOptions = (leg: Leg) => ({ signal, onProgress: progressOf(leg) });

    // All at once: the engine queues what needs its networks, and fetches the rest beside them.
    const loading = this.#loaded || this.#attempt('engine', () => this.#load(engine, callOptions('load')));
    const preparing = this.#person ?? this.#attempt('photo', () => this.#preparePerson(engine, request, callOptions('person')));
    const cutting = keptGarment ?? this.#attempt('product', () => this.#prepareGarment(engine, request, callOptions('garment')));
    await firstFailure([loading, preparing, cutting]);
    const [person, garment] = [await preparing, await cutting];
    this.#keepGarment(request, garment);
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
    this.#maxResultPixels = undefined;
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

  #plan(keptGarment: Garment | undefined): Leg[] {
    const planned: Leg[] = [];
    if (!this.#loaded) planned.push('load');
    if (!this.#person) planned.push('person');
    if (!keptGarment) planned.push('garment');
    return [...planned, 'dress'];
  }

  async #load(engine: TryOn, options?: CallOptions): Promise<void> {
    await engine.load(options);
    this.#loaded = engine === this.#lease?.engine;
  }

  async #preparePerson(engine: TryOn, { photo, maxResultPixels }: FittingRequest, options: CallOptions): Promise<Person> {
    const source = isHere(photo) ? photo : ((await photo.file) ?? photo.url);
    const person = await engine.preparePerson(source, { ...options, maxResultPixels });
    this.forgetPerson();
    this.#photo = photo;
    this.#maxResultPixels = maxResultPixels;
    this.#person = person;
    return person;
  }

  async #prepareGarment(engine: TryOn, request: FittingRequest, options: CallOptions): Promise<Garment> {
    const garment = await engine.prepareGarment(request.garment, { ...options, type: request.garmentType });
    // At once: the photo may fail meanwhile, and this is as good for the next one.
    this.#keepGarment(request, garment);
    return garment;
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

  #keepGarment({ garment: source, garmentType: type }: FittingRequest, garment: Garment): void {
    this.#garments = [...this.#garments.filter((kept) => kept.garment !== garment), { source, type, garment }];
    for (const { garment: oldest } of this.#garments.splice(0, this.#garments.length - keptGarments)) oldest.dispose();
  }

  #forgetHandles(): void {
    this.forgetPerson();
    for (const { garment } of this.#garments.splice(0)) garment.dispose();
    this.#loaded = false;
  }
}

function isSameGarment({ source, type }: KeptGarment, request: FittingRequest): boolean {
  return source === request.garment && type === request.garmentType;
}

function isHere(photo: PhotoSource): photo is string | Blob {
  return typeof photo === 'string' || photo instanceof Blob;
}

/** Waits for work under way beside each other; rejects as the first in the list that fails, whichever failed first. */
async function firstFailure(work: readonly unknown[]): Promise<void> {
  const outcomes = work.map((part) => Promise.resolve(part));
  for (const outcome of outcomes) outcome.catch(() => undefined);
  for (const outcome of outcomes) await outcome;
}

function unique(...lists: readonly (readonly WarningCode[])[]): WarningCode[] {
  return [...new Set(lists.flat())];
}
