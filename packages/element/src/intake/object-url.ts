import { noChange, nothing } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';
import type { PhotoSource } from '../state/phase.js';

/**
 * `src=${objectUrl(photo)}`: a URL for a picture that may be a Blob, or one that is on its way. The blob URL lives exactly as long as the
 * image in the document: revoked when the template goes or the element is disconnected, made anew on reconnection.
 */
class ObjectUrlDirective extends AsyncDirective {
  #source: PhotoSource | undefined;
  #url: string | undefined;

  override render(source: PhotoSource): unknown {
    if (source === this.#source) return noChange;
    this.#revoke();
    this.#source = source;
    return this.#present(source);
  }

  protected override disconnected(): void {
    this.#revoke();
  }

  protected override reconnected(): void {
    if (this.#source !== undefined) this.setValue(this.#present(this.#source));
  }

  /** No URL while the photo is on its way. */
  #present(source: PhotoSource): unknown {
    if (typeof source === 'string') return source;
    if (source instanceof Blob) return this.#urlOf(source);
    void source.file.then((file) => {
      if (this.#source === source && this.isConnected) this.setValue(file ? this.#urlOf(file) : source.url);
    });
    return nothing;
  }

  #urlOf(blob: Blob): string {
    this.#revoke();
    this.#url = URL.createObjectURL(blob);
    return this.#url;
  }

  #revoke(): void {
    if (this.#url !== undefined) URL.revokeObjectURL(this.#url);
    this.#url = undefined;
  }
}

export const objectUrl = directive(ObjectUrlDirective);
