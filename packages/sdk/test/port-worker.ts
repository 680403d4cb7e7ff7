import type { WorkerEngine } from '../src/worker/engine.js';
import { startMessageLoop, type MessageTarget } from '../src/worker/message-loop.js';

/** Stands for a `Worker`: the real message loop at the other end of a channel, with the real structured clone between. */
export class PortWorker extends EventTarget {
  readonly #port: MessagePort;
  terminated = false;

  constructor(createEngine: () => WorkerEngine) {
    super();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent('message', { data }));
    startMessageLoop(port2 as MessageTarget, createEngine);
  }

  postMessage(message: unknown, transfer: Transferable[]): void {
    if (!this.terminated) this.#port.postMessage(message, transfer);
  }

  terminate(): void {
    this.terminated = true;
    this.#port.close();
  }

  /** As when a script of the worker throws. */
  crash(): void {
    this.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message: 'crashed' }));
  }
}

export function asWorker(worker: PortWorker): Worker {
  return worker as unknown as Worker;
}
