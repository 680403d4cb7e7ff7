import { garmentTypes, TryOnError, type GarmentType } from '@stylemap-tryon/core';
import type { EngineInfo, GarmentSummary, PersonSummary } from '../shared/engine-info.js';
import type { BitmapLike, EngineConfig, MethodName, ParamsOf, ResultOf } from '../shared/protocol.js';
import { keepImage, type ImageSource } from './image-source.js';
import { PreparedHandle } from './prepared-handle.js';
import { createResult, type TryOnResult } from './result.js';
import type { DressCallOptions, Garment, Person, PrepareGarmentOptions, TryOn } from './try-on.js';
import { abortError, WorkerConnection, type CallOptions } from './worker-connection.js';

/** The client behind `createTryOn`. */
export class TryOnClient implements TryOn {
  readonly #config: EngineConfig;
  readonly #spawn: () => Worker;
  readonly #persons = new WeakMap<Person, PreparedHandle<PersonSummary>>();
  readonly #garments = new WeakMap<Garment, PreparedHandle<GarmentSummary>>();
  #connection: WorkerConnection | undefined;
  #lastId = 0;
  #disposed = false;

  constructor(config: EngineConfig, spawn: () => Worker) {
    this.#config = config;
    this.#spawn = spawn;
  }

  async load(options: CallOptions = {}): Promise<EngineInfo> {
    return this.#call(this.#connect(), 'load', {}, options);
  }

  async preparePerson(photo: ImageSource, options: CallOptions = {}): Promise<Person> {
    const kept = keepImage(photo, 'photo');
    const prepare = async (connection: WorkerConnection, { signal, onProgress }: CallOptions = {}) =>
      this.#call(connection, 'preparePerson', { image: await kept() }, { signal, onProgress });
    const connection = this.#connect();
    const handle = new PreparedHandle(connection, await prepare(connection, options), prepare);
    const { widthPx, heightPx, worn, warnings, stages } = handle.summary;
    const person: Person = {
      id: `person-${++this.#lastId}`,
      widthPx,
      heightPx,
      worn,
      warnings,
      stages,
      image: async () => {
        const living = this.#connect();
        const bitmap: BitmapLike = await this.#call(living, 'personImage', { person: await handle.on(living) }, {});
        return bitmap;
      },
      dispose: () => handle.dispose(),
    };
    this.#persons.set(person, handle);
    return person;
  }

  async prepareGarment(product: ImageSource, options: PrepareGarmentOptions = {}): Promise<Garment> {
    const kept = keepImage(product, 'product');
    const type = checkedType(options.type);
    const prepare = async (connection: WorkerConnection, { signal, onProgress }: CallOptions = {}) =>
      this.#call(connection, 'prepareGarment', { image: await kept(), type }, { signal, onProgress });
    const connection = this.#connect();
    const handle = new PreparedHandle(connection, await prepare(connection, options), prepare);
    const { widthPx, heightPx, kind, warnings, stages } = handle.summary;
    const garment: Garment = {
      id: `garment-${++this.#lastId}`,
      widthPx,
      heightPx,
      kind,
      warnings,
      stages,
      dispose: () => handle.dispose(),
    };
    this.#garments.set(garment, handle);
    return garment;
  }

  async dress(person: Person, garment: Garment, options: DressCallOptions = {}): Promise<TryOnResult> {
    const personHandle = this.#persons.get(person);
    if (!personHandle) throw new TypeError('person was not prepared by this try-on.');
    const garmentHandle = this.#garments.get(garment);
    if (!garmentHandle) throw new TypeError('garment was not prepared by this try-on.');
    const strength = checkedStrength(options.strength);
    const connection = this.#connect();
    const params = {
      person: await personHandle.on(connection),
      garment: await garmentHandle.on(connection),
      strength,
    };
    return createResult(await this.#call(connection, 'dress', params, options));
  }

  dispose(): void {
    this.#disposed = true;
    this.#connection?.close(abortError());
  }

  /** The living worker, or a new one in place of a lost one. */
  #connect(): WorkerConnection {
    if (this.#disposed) throw new TryOnError('engine-lost', 'This try-on has been disposed of.');
    if (!this.#connection || this.#connection.isLost) {
      this.#connection = new WorkerConnection(this.#spawn(), this.#config);
    }
    return this.#connection;
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

function checkedStrength(strength = 1): number {
  if (typeof strength !== 'number' || !(strength >= 0 && strength <= 1)) {
    throw new TypeError(`strength is a number from 0 to 1, not ${String(strength)}.`);
  }
  return strength;
}
