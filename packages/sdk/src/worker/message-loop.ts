import type { CallMessage, ClientMessage, EngineConfig, MethodName, ResultOf, WorkerMessage } from '../shared/protocol.js';
import { transferablesOf } from '../shared/protocol.js';
import { serializeError } from '../shared/serialized-error.js';
import type { WorkerEngine } from './engine.js';
import { createJobQueue } from './job-queue.js';

/** What the loop needs of a worker's global scope or of a message port. */
export interface MessageTarget {
  postMessage(message: WorkerMessage, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<ClientMessage>) => void) | null;
}

/** Answers the client's messages: calls in a queue, aborts and releases at once. */
export function startMessageLoop(target: MessageTarget, createEngine: (config: EngineConfig) => WorkerEngine): void {
  const enqueue = createJobQueue();
  const aborts = new Map<number, AbortController>();
  let engine: WorkerEngine | undefined;

  const post = (message: WorkerMessage) => target.postMessage(message, transferablesOf(message) as Transferable[]);

  const answer = async (id: number, job: () => Promise<ResultOf<MethodName>>) => {
    try {
      post({ kind: 'result', id, value: await job() });
    } catch (error) {
      post({ kind: 'error', id, error: serializeError(error) });
    } finally {
      aborts.delete(id);
    }
  };

  const call = (message: CallMessage) => {
    const { id } = message;
    const current = engine;
    if (!current) throw new Error('The first message has to be `configure`.');
    if (message.method === 'personImage') return answer(id, () => current.personImage(message.params));
    const { method } = message;
    const abort = new AbortController();
    aborts.set(id, abort);
    const params = current.begin(message.params, abort.signal);
    return answer(id, () =>
      enqueue(() =>
        current.call(method, params as never, {
          signal: abort.signal,
          onProgress: (progress) => post({ kind: 'progress', id, progress }),
        }),
      ),
    );
  };

  target.onmessage = ({ data }) => {
    switch (data.kind) {
      case 'configure':
        engine = createEngine(data.config);
        return;
      case 'call':
        void call(data);
        return;
      case 'abort':
        aborts.get(data.id)?.abort();
        return;
      case 'release':
        engine?.release(data.handle);
        return;
    }
  };
  post({ kind: 'ready' });
}
