import type { WorkerConnection } from './worker-connection.js';

/** Where something prepared lives: the worker that has it and its number there, which concerns nobody else. */
export class PreparedHandle<Summary extends { readonly handle: number }> {
  readonly #prepare: (connection: WorkerConnection) => Promise<Summary>;
  #connection: WorkerConnection;
  #handle: number;
  /** What is known of it. */
  readonly known: Omit<Summary, 'handle'>;
  #disposed = false;

  /** @param prepare does the preparation again in another worker, when the first one is lost */
  constructor(connection: WorkerConnection, summary: Summary, prepare: (connection: WorkerConnection) => Promise<Summary>) {
    this.#connection = connection;
    ({ handle: this.#handle, ...this.known } = summary);
    this.#prepare = prepare;
  }

  /** @throws TypeError after `dispose`; whatever the preparation rejects with */
  async on(connection: WorkerConnection): Promise<number> {
    if (this.#disposed) throw new TypeError('The person or garment has been disposed of.');
    if (connection !== this.#connection) {
      this.#handle = (await this.#prepare(connection)).handle;
      this.#connection = connection;
    }
    return this.#handle;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#connection.release(this.#handle);
  }
}
