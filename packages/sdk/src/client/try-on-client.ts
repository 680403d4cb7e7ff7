import { garmentTypes, TryOnError, type GarmentKind, type GarmentType } from '@stylemap-tryon/core';
import type { EditableMask } from '../shared/editable-mask.js';
import type { EngineInfo, GarmentSummary, PersonSummary } from '../shared/engine-info.js';
import type { BitmapLike, DressReply, EngineConfig, MethodName, ParamsOf, PiecePayload, ResultOf } from '../shared/protocol.js';
import { checkedKind, copyChecked } from './checked-mask.js';
import { checkedPieces } from './checked-pieces.js';
import { keepImage, type ImageSource } from './image-source.js';
import { PreparedHandle } from './prepared-handle.js';
import { createOutfitResult, createResult, type OutfitResult, type TryOnResult } from './result.js';
import { positiveInteger } from './options.js';
import type {
  DressCallOptions,
  Garment,
  OutfitPiece,
  Person,
  PrepareGarmentOptions,
  PreparePersonOptions,
  Probe,
  TryOn,
} from './try-on.js';
import { abortError, WorkerConnection, type CallOptions } from './worker-connection.js';

/** What the client keeps of a person, beside the summary that the caller has. */
interface PersonState {
  readonly handle: PreparedHandle<PersonSummary>;
  /** Masks the caller has set, for a worker that has to be replaced. */
  readonly masks: Map<GarmentKind, EditableMask>;
}

/** The client behind `createTryOn`. */
export class TryOnClient implements TryOn {
  readonly #config: EngineConfig;
  readonly #spawn: () => Worker;
  readonly #persons = new WeakMap<Person, PersonState>();
  readonly #garments = new WeakMap<Garment, PreparedHandle<GarmentSummary>>();
  #connection: WorkerConnection | undefined;
  /** Settles when the last call has been sent. */
  #lastSent: Promise<unknown> = Promise.resolve();
  #lastId = 0;
  #disposed = false;

  constructor(config: EngineConfig, spawn: () => Worker) {
    this.#config = config;
    this.#spawn = spawn;
  }

  async load(options: CallOptions = {}): Promise<EngineInfo> {
    return this.#call(this.#connect(), 'load', {}, options);
  }

  async preparePerson(photo: ImageSource, options: PreparePersonOptions = {}): Promise<Person> {
    const kept = keepImage(photo, 'photo');
    const maxResultPixels = positiveInteger('maxResultPixels', options.maxResultPixels);
    const masks = new Map<GarmentKind, EditableMask>();
    const prepare = async (connection: WorkerConnection, { signal, onProgress }: CallOptions = {}) => {
      const summary = await this.#call(
        connection,
        'preparePerson',
        { image: await kept(), maxResultPixels },
        { signal, onProgress },
      );
      for (const mask of masks.values()) await this.#call(connection, 'setMask', { person: summary.handle, mask }, {});
      return summary;
    };
    const connection = this.#connect();
    const handle = new PreparedHandle(connection, await prepare(connection, options), prepare);
    const person: Person = {
      ...handle.known,
      id: `person-${++this.#lastId}`,
      image: async () => {
        const living = this.#connect();
        const bitmap: BitmapLike = await this.#call(living, 'personImage', { person: await handle.on(living) }, {});
        return bitmap;
      },
      dispose: () => handle.dispose(),
    };
    this.#persons.set(person, { handle, masks });
    return person;
  }

  async prepareGarment(product: ImageSource, options: PrepareGarmentOptions = {}): Promise<Garment> {
    const kept = keepImage(product, 'product');
    const type = checkedType(options.type);
    const prepare = async (connection: WorkerConnection, { signal, onProgress }: CallOptions = {}) =>
      this.#call(
        connection,
        'prepareGarment',
        { image: await kept(), type, attributes: options.attributes },
        { signal, onProgress },
      );
    const connection = this.#connect();
    const handle = new PreparedHandle(connection, await prepare(connection, options), prepare);
    const garment: Garment = {
      ...handle.known,
      id: `garment-${++this.#lastId}`,
      dispose: () => handle.dispose(),
    };
    this.#garments.set(garment, handle);
    return garment;
  }

  async dress(person: Person, garment: Garment, options: DressCallOptions = {}): Promise<TryOnResult> {
    return createResult(await this.#dress(person, [{ ...options, garment }], () => '', options));
  }

  async dressOutfit(person: Person, pieces: readonly OutfitPiece[], options: CallOptions = {}): Promise<OutfitResult> {
    return createOutfitResult(await this.#dress(person, pieces, (i) => `pieces[${i}].`, options));
  }

  async getMask(person: Person, kind: GarmentKind, options: CallOptions = {}): Promise<EditableMask> {
    const { handle } = this.#stateOf(person);
    checkedKind(kind, 'kind');
    return this.#callInOrder('getMask', async (connection) => ({ person: await handle.on(connection), kind }), options);
  }

  async setMask(person: Person, mask: EditableMask, options: CallOptions = {}): Promise<void> {
    const { handle, masks } = this.#stateOf(person);
    const copy = copyChecked(mask, person);
    await this.#callInOrder('setMask', async (connection) => ({ person: await handle.on(connection), mask: copy }), options);
    masks.set(copy.kind, copy);
  }

  async probe(): Promise<Probe> {
    const { probe } = await import('./probe.js');
    return probe(this.#config);
  }

  dispose(): void {
    this.#disposed = true;
    this.#connection?.close(abortError());
  }

  /** @param prefixOf what the options of the i-th piece are called by in errors */
  async #dress(
    person: Person,
    pieces: readonly OutfitPiece[],
    prefixOf: (index: number) => string,
    options: CallOptions,
  ): Promise<DressReply> {
    const { handle } = this.#stateOf(person);
    const payloads = checkedPieces(pieces, prefixOf, person).map(({ garment, mix, ...style }, i) => {
      const first = this.#garmentHandle(garment, `${prefixOf(i)}garment`);
      const second = mix && this.#garmentHandle(mix.garment, `${prefixOf(i)}mix.garment`);
      return async (connection: WorkerConnection): Promise<PiecePayload> => ({
        ...style,
        garment: await first.on(connection),
        mix: mix && second && { garment: await second.on(connection), amount: mix.amount },
      });
    });
    const paramsOn = async (connection: WorkerConnection) => {
      const params = { person: await handle.on(connection), pieces: [] as PiecePayload[] };
      for (const payloadOn of payloads) params.pieces.push(await payloadOn(connection));
      return params;
    };
    return this.#callInOrder('dress', paramsOn, options);
  }

  #garmentHandle(garment: Garment, name: string): PreparedHandle<GarmentSummary> {
    const handle = this.#garments.get(garment);
    if (!handle) throw new TypeError(`${name} was not prepared by this try-on.`);
    return handle;
  }

  #stateOf(person: Person): PersonState {
    const state = this.#persons.get(person);
    if (!state) throw new TypeError('person was not prepared by this try-on.');
    return state;
  }

  /** The living worker, or a new one in place of a lost one. */
  #connect(): WorkerConnection {
    if (this.#disposed) throw new TryOnError('engine-lost', 'This try-on has been disposed of.');
    if (!this.#connection || this.#connection.isLost) {
      this.#connection = new WorkerConnection(this.#spawn(), this.#config);
    }
    return this.#connection;
  }

  /** Sends calls in the order in which they were made, though the pictures of one may have to be prepared again first. */
  async #callInOrder<M extends MethodName>(
    method: M,
    paramsOn: (connection: WorkerConnection) => Promise<ParamsOf<M>>,
    options: CallOptions,
  ): Promise<ResultOf<M>> {
    const connection = this.#connect();
    const sent = this.#lastSent.then(async () => {
      const params = await paramsOn(connection);
      // In an object, or the next call would wait for this one's result.
      return { result: this.#call(connection, method, params, options) };
    });
    this.#lastSent = sent.catch(() => undefined);
    return (await sent).result;
  }

  async #call<M extends MethodName>(
    connection: WorkerConnection,
    method: M,
    params: ParamsOf<M>,
    options: CallOptions,
  ): Promise<ResultOf<M>> {
    try {
      return await connection.call(method, params, options);
    } catch (error) {
      // onnxruntime-web refuses to start again after a failed start, so the next attempt needs a fresh worker.
      if (error instanceof TryOnError && error.stage === 'load') connection.close(error);
      throw error;
    }
  }
}

function checkedType(type: GarmentType = 'auto'): GarmentType {
  if (!garmentTypes.includes(type)) throw new TypeError(`type is one of ${garmentTypes.join(', ')}, not ${String(type)}.`);
  return type;
}
