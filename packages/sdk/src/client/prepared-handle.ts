import type { WorkerConnection } from './worker-connection.js';

/** Where something prepared lives: the worker that has it and its number there. */
export class PreparedHandle<Summary extends { readonly handle: number }> {
  readonly #prepare: (connection: WorkerConnection) => Promise<Summary>;
  #connection: WorkerConnection;
  #summary: Summary;
  #disposed = false;

  /** @param prepare does the preparation again in another worker, when the first one is lost */
  constructor(connection: WorkerConnection, summary: Summary, prepare: (connection: WorkerConnection) => Promise<Summary>) {
    this.#connection = connection;
    this.#summary = summary;
    this.#prepare = prepare;
  }

  get summary(): Summary {
    return this.#summary;
  }

  /** @throws TypeError after `dispose`; whatever the preparation rejects with */
  async on(connection: WorkerConnection): Promise<number> {
    if (this.#disposed) throw new TypeError('The person or garment has been disposed of.');
    if (connection !== this.#connection) {
      this.#summary = await this.#prepare(connection);
      this.#connection = connection;
    }
    return this.#summary.handle;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#connection.release(this.#summary.handle);
  }
}
