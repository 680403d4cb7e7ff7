import type { CallOptions, Garment, OutfitResult, Person, Shape, TryOn, TryOnProgress, WarningCode } from '@stylemap-tryon/sdk';
import { isAbortError, TryOnError } from '@stylemap-tryon/sdk';
import type { FailureSubject, PhotoSource } from '../state/phase.js';
import type { Cloth, Piece } from './outfit.js';
import { FittingError } from './fitting-error.js';
import { isSameCloth } from './outfit.js';
import type { Leg } from './run-progress.js';
import { averageProgress, joinProgress } from './run-progress.js';

export interface FittingRequest {
  readonly photo: PhotoSource;
  /** One of each kind, at least one. */
  readonly pieces: readonly Piece[];
  /** Of every piece, as what follows. */
  readonly shape: Shape;
  /** In [0, 1]. */
  readonly strength: number;
  /** Results are no larger. */
  readonly maxResultPixels: number | undefined;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: TryOnProgress) => void;
  /** The photo has been read, and somebody is in it. */
  readonly onPerson?: () => void;
}

export interface Fitting {
  readonly person: Person;
  /** Of one piece a `TryOnResult`. */
  readonly result: OutfitResult;
  readonly warnings: readonly WarningCode[];
}

/** A prepared garment and what it was asked for by. */
interface KeptGarment {
  readonly cloth: Cloth;
  readonly garment: Garment;
}

/** Prepared garments kept in the worker, so that going back to one costs a decoder run only; more than an outfit has. */
const keptGarments = 12;

/**
 * One shopper in front of one mirror: the person is prepared once, garments come and go. Holds the handles that live in the
 * worker and gives them back; knows no DOM.
 */
export class FittingSession {
  #loaded = false;
  #photo: PhotoSource | undefined;
  #maxResultPixels: number | undefined;
  #person: Person | undefined;
  /** Least recently used first. */
  #garments: KeptGarment[] = [];

  /** @param engine the one in use now, the same until `release()` */
  constructor(private readonly engine: () => TryOn) {}

  /** True when the next run starts without loading models. */
  get loaded(): boolean {
    return this.#loaded;
  }

  /** Somebody else has loaded worker, runtime and models. */
  markLoaded(): void {
    this.#loaded = true;
  }

  /** True when the next run of this photo starts without reading it. */
  hasPerson({ photo, maxResultPixels }: Pick<FittingRequest, 'photo' | 'maxResultPixels'>): boolean {
    return this.#person !== undefined && photo === this.#photo && maxResultPixels === this.#maxResultPixels;
  }

  async fit(request: FittingRequest): Promise<Fitting> {
    const engine = this.engine();
    const { signal } = request;
    if (!this.hasPerson(request)) this.forgetPerson();
    const cloths = clothsOf(request.pieces);
    const missing = cloths.filter((cloth) => !this.#keptGarment(cloth));
    const progressOf = joinProgress(this.#plan(missing.length > 0), request.onProgress);
    const garmentProgressOf = averageProgress(missing.length, progressOf('garment'));
    const callOptions = (leg: Leg) => ({ signal, onProgress: progressOf(leg) });

    // All at once: the engine queues what needs its networks, and fetches the rest beside them.
    const loading = this.#loaded || this.#attempt('engine', () => this.#load(engine, callOptions('load')));
    const preparing = this.#person ?? this.#attempt('photo', () => this.#preparePerson(engine, request, callOptions('person')));
    const cutting = missing.map((cloth, i) =>
      this.#attempt('product', () => this.#prepareGarment(engine, cloth, { signal, onProgress: garmentProgressOf(i) })),
    );
    await firstFailure([loading, preparing, ...cutting]);
    const person = await preparing;
    // Used last and in this order, so that no garment of this very run is given up for another.
    const garments = cloths.map((cloth) => this.#use(cloth));
    const result = await this.#attempt('photo', () => this.#dress(engine, person, request, callOptions('dress')));
    // Stages that could be skipped leave the engine's own fraction short of it.
    request.onProgress?.({ stage: 'composite', fraction: 1 });
    const warnings = unique(person.warnings, ...garments.map((garment) => garment.warnings), result.warnings);
    return { person, result, warnings };
  }

  /** Gives back the person, e.g. when the shopper removes the photo. */
  forgetPerson(): void {
    this.#person?.dispose();
    this.#person = undefined;
    this.#photo = undefined;
    this.#maxResultPixels = undefined;
  }

  /** Gives back every handle; the next call starts afresh. */
  release(): void {
    this.#forgetHandles();
  }

  #plan(preparesGarments: boolean): Leg[] {
    const planned: Leg[] = [];
    if (!this.#loaded) planned.push('load');
    if (!this.#person) planned.push('person');
    if (preparesGarments) planned.push('garment');
    return [...planned, 'dress'];
  }

  async #load(engine: TryOn, options?: CallOptions): Promise<void> {
    await engine.load(options);
    this.#loaded = engine === this.engine();
  }

  async #preparePerson(engine: TryOn, request: FittingRequest, options: CallOptions): Promise<Person> {
    const { photo, maxResultPixels } = request;
    const source = isHere(photo) ? photo : ((await photo.file) ?? photo.url);
    const person = await engine.preparePerson(source, { ...options, maxResultPixels });
    this.forgetPerson();
    this.#photo = photo;
    this.#maxResultPixels = maxResultPixels;
    this.#person = person;
    request.onPerson?.();
    return person;
  }

  async #prepareGarment(engine: TryOn, cloth: Cloth, options: CallOptions): Promise<void> {
    const garment = await engine.prepareGarment(cloth.source, { ...options, type: cloth.type });
    // At once: the photo may fail meanwhile, and this is as good for the next one.
    this.#garments.push({ cloth, garment });
    for (const { garment: oldest } of this.#garments.splice(0, this.#garments.length - keptGarments)) oldest.dispose();
  }

  /** One piece is dressed by itself, so that its result says what it is of. */
  #dress(
    engine: TryOn,
    person: Person,
    { pieces, shape, strength }: FittingRequest,
    options: CallOptions,
  ): Promise<OutfitResult> {
    const dressed = pieces.map((piece) => ({
      garment: this.#use(piece),
      shape,
      strength,
      mix: piece.mix && { garment: this.#use(piece.mix), amount: piece.mix.amount },
    }));
    const [only, ...others] = dressed;
    return only && others.length === 0
      ? engine.dress(person, only.garment, { ...options, shape, strength, mix: only.mix })
      : engine.dressOutfit(person, dressed, options);
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

  #keptGarment(cloth: Cloth): KeptGarment | undefined {
    return this.#garments.find((kept) => isSameCloth(kept.cloth, cloth));
  }

  /** A garment that is there, from now on the last to be given up. */
  #use(cloth: Cloth): Garment {
    const kept = this.#keptGarment(cloth);
    if (!kept) throw new TryOnError('internal', 'A garment of the outfit was not prepared.');
    this.#garments = [...this.#garments.filter((other) => other !== kept), kept];
    return kept.garment;
  }

  #forgetHandles(): void {
    this.forgetPerson();
    for (const { garment } of this.#garments.splice(0)) garment.dispose();
    this.#loaded = false;
  }
}

/** Every picture of a run once. */
function clothsOf(pieces: readonly Piece[]): readonly Cloth[] {
  const all: readonly Cloth[] = pieces.flatMap((piece) => (piece.mix ? [piece, piece.mix] : [piece]));
  return all.filter((cloth, i) => all.findIndex((other) => isSameCloth(other, cloth)) === i);
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
