import { TryOnError } from '@stylemap-tryon/core';

// One count for all tables of a worker: a handle names one thing, whatever table it is in.
let lastHandle = 0;

/** Keeps large values in the worker; the client holds numbers. */
export class HandleTable<T> {
  readonly #values = new Map<number, T>();

  add(value: T): number {
    this.#values.set(++lastHandle, value);
    return lastHandle;
  }

  /** @throws TryOnError `engine-lost` for a handle of another worker or one that was released */
  get(handle: number): T {
    const value = this.#values.get(handle);
    if (value === undefined) throw new TryOnError('engine-lost', 'The prepared photo is no longer in the worker.');
    return value;
  }

  delete(handle: number): void {
    this.#values.delete(handle);
  }
}
