import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import type { PhotoSource } from './state.js';

/**
 * `src=${objectUrl(photo)}`: a URL for a picture that may be a Blob. The blob URL lives exactly as long as the image in the
 * document: revoked when the template goes or the element is disconnected, made anew on reconnection.
 */
class ObjectUrlDirective extends AsyncDirective {
  #source: PhotoSource | undefined;
  #url: string | undefined;

  override render(source: PhotoSource): unknown {
    if (source === this.#source) return noChange;
    this.#revoke();
    this.#source = source;
    return this.#urlOf(source);
  }

  protected override disconnected(): void {
    this.#revoke();
  }

  protected override reconnected(): void {
    if (this.#source !== undefined) this.setValue(this.#urlOf(this.#source));
  }

  #urlOf(source: PhotoSource): string {
    if (typeof source === 'string') return source;
    this.#url = URL.createObjectURL(source);
    return this.#url;
  }

  #revoke(): void {
    if (this.#url !== undefined) URL.revokeObjectURL(this.#url);
    this.#url = undefined;
  }
}

export const objectUrl = directive(ObjectUrlDirective);
