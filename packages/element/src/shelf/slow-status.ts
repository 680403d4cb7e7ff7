/** Whoever listens to every tile hears nothing else. */
const restMs = 5000;

/** A line for assistive technology that changes at most every few seconds; its last word is never lost. */
export class SlowStatus {
  #text = '';
  #next: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly onChange: () => void) {}

  get text(): string {
    return this.#text;
  }

  /** @param isLast said at once */
  say(text: string, isLast: boolean): void {
    if (isLast) this.#stop();
    if (this.#timer === undefined) this.#show(text);
    else this.#next = text;
  }

  clear(): void {
    this.#stop();
    if (this.#text === '') return;
    this.#text = '';
    this.onChange();
  }

  #show(text: string): void {
    this.#text = text;
    this.#next = undefined;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#next !== undefined) this.#show(this.#next);
    }, restMs);
    this.onChange();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#next = undefined;
  }
}
