import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { View } from './view.js';

/** The browser lacks what the try-on is made of. */
export function unsupportedView({ strings }: View): TemplateResult {
  const { message, advice } = strings.errors.unsupported;
  return html`<div class="panel centred" part="panel" role="alert">
    <slot name="unsupported">
      <p class="message" part="message">${message}</p>
      <p class="muted">${advice}</p>
    </slot>
  </div>`;
}
