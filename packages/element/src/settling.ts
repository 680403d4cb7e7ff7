/** A slider is at rest when it has not moved for this long. */
const restMs = 150;

/** Does something once the shopper's hand is at rest; each move begins the wait anew. */
export class Settling {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly onRest: () => void) {}

  move(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.onRest, restMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
