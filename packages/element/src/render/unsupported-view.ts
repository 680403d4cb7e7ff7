import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { quietButton } from './buttons.js';
import type { View } from './view.js';

/** The browser lacks what the try-on is made of; the shopper's phone may have it. */
export function unsupportedView({ strings, offersPhone, commands }: View): TemplateResult {
  const { message, advice } = strings.errors.unsupported;
  return html`<div class="panel centred" part="panel" role="alert">
    <slot name="unsupported">
      <p class="message" part="message">${message}</p>
      <p class="muted">${advice}</p>
    </slot>
    ${
      offersPhone
        ? html`<div class="row">
            ${quietButton({ text: strings.usePhone, opens: 'phone', onClick: () => commands.openRoom('phone') })}
          </div>`
        : ''
    }
  </div>`;
}
