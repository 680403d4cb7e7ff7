import type { ConsentMode } from '../attributes.js';

/** What the gate asks its tag. */
export interface ConsentHost {
  readonly mode: () => ConsentMode;
  readonly isGranted: () => boolean;
  /** Has the shopper asked, by the tag's room or by the page. */
  readonly ask: () => void;
}

/** Stands before every way to a photo: what the shopper wanted to do waits for the answer. */
export class ConsentGate {
  #waiting: (() => void) | undefined;

  constructor(private readonly host: ConsentHost) {}

  /** Nothing may be read or loaded. */
  get isShut(): boolean {
    return this.host.mode() === 'required' && !this.host.isGranted();
  }

  /** Does it now, or asks first; the last that waits counts. */
  pass(act: () => void): void {
    if (!this.isShut) return act();
    this.#waiting = act;
    this.host.ask();
  }

  /** The page or the shopper has said yes. */
  open(): void {
    const act = this.#waiting;
    this.#waiting = undefined;
    act?.();
  }

  refuse(): void {
    this.#waiting = undefined;
  }
}
