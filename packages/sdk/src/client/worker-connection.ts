import { TryOnError } from '@stylemap-tryon/core';
import type { TryOnProgress } from '../shared/engine-info.js';
import {
  transferablesOf,
  type CallMessage,
  type ClientMessage,
  type EngineConfig,
  type MethodName,
  type ParamsOf,
  type ResultOf,
  type WorkerMessage,
} from '../shared/protocol.js';
import { deserializeError } from '../shared/serialized-error.js';

/** Every call takes these. */
export interface CallOptions {
  /** On abort the call rejects at once with an `AbortError`; the worker stops before its next stage. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: TryOnProgress) => void) | undefined;
}

interface PendingCall {
  resolve(value: ResultOf<MethodName>): void;
  reject(error: Error): void;
  readonly onProgress: ((progress: TryOnProgress) => void) | undefined;
}

/** One living worker and the calls under way in it. Once lost it stays lost; the client starts another. */
export class WorkerConnection {
  readonly #worker: Worker;
  readonly #pending = new Map<number, PendingCall>();
  #lastId = 0;
  #ready = false;
  #lossReason: Error | undefined;

  constructor(worker: Worker, config: EngineConfig) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => this.#receive(data));
    worker.addEventListener('messageerror', () => this.close(lost('A message could not be read.')));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      const detail = event.message || 'The browser gives no reason.';
      this.close(this.#ready ? lost(detail) : notLoaded(detail));
    });
    this.#post({ kind: 'configure', config });
  }

  get isLost(): boolean {
    return this.#lossReason !== undefined;
  }

  /** @throws TryOnError; AbortError */
  call<M extends MethodName>(method: M, params: ParamsOf<M>, { signal, onProgress }: CallOptions): Promise<ResultOf<M>> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(abortError());
      // The worker may die between the moment a caller took this connection and the call.
      if (this.#lossReason) return reject(this.#lossReason);
      const id = ++this.#lastId;
      const onAbort = () => {
        this.#pending.delete(id);
        this.#post({ kind: 'abort', id });
        reject(abortError());
      };
      const settle = () => signal?.removeEventListener('abort', onAbort);
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#pending.set(id, {
        resolve(value) {
          settle();
          resolve(value);
        },
        reject(error) {
          settle();
          reject(error);
        },
        onProgress,
      });
      this.#post({ kind: 'call', id, method, params } as CallMessage);
    });
  }

  /** Frees what a handle names. */
  release(handle: number): void {
    if (!this.isLost) this.#post({ kind: 'release', handle });
  }

  /** Ends the worker; calls under way and later ones reject with `reason`. */
  close(reason: Error): void {
    this.#lossReason ??= reason;
    this.#worker.terminate();
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const call of pending) call.reject(reason);
  }

  #post(message: ClientMessage): void {
    this.#worker.postMessage(message, transferablesOf(message) as Transferable[]);
  }

  #receive(message: WorkerMessage): void {
    if (message.kind === 'ready') {
      this.#ready = true;
      return;
    }
    const call = this.#pending.get(message.id);
    if (message.kind === 'progress') return call?.onProgress?.(message.progress);
    this.#pending.delete(message.id);
    if (message.kind === 'error') return call?.reject(deserializeError(message.error));
    if (call) return call.resolve(message.value);
    // The caller aborted while the result was on its way: nobody will ever free it.
    if ('handle' in message.value) this.release(message.value.handle);
    if ('close' in message.value) message.value.close();
  }
}

export function abortError(): DOMException {
  return new DOMException('The try-on was cancelled.', 'AbortError');
}

function lost(detail: string): TryOnError {
  return new TryOnError('engine-lost', 'The worker of the try-on died.', undefined, { cause: detail });
}

function notLoaded(detail: string): TryOnError {
  return new TryOnError('model-unavailable', 'The worker of the try-on could not be loaded.', 'load', { cause: detail });
}
