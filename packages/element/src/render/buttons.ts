import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { TryonRoom } from '../state/room.js';

interface ButtonOptions {
  readonly text: string;
  readonly onClick: () => void;
  readonly icon?: TemplateResult;
  /** Gets the focus back when that room closes. */
  readonly opens?: TryonRoom;
}

export function primaryButton({ text, icon, opens, onClick }: ButtonOptions): TemplateResult {
  return html`<button class="button primary" part="button button-primary" type="button" data-opens=${opens ?? nothing} @click=${onClick}>
    ${icon}<span>${text}</span>
  </button>`;
}

export function quietButton({ text, icon, opens, onClick }: ButtonOptions): TemplateResult {
  return html`<button class="button quiet" part="button button-quiet" type="button" data-opens=${opens ?? nothing} @click=${onClick}>
    ${icon}<span>${text}</span>
  </button>`;
}

/** Shows the icon only; the text is its name and its tooltip. */
export function iconButton({ text, icon, opens, onClick }: ButtonOptions): TemplateResult {
  return html`<button
    class="icon-button"
    part="button icon-button"
    type="button"
    title=${text}
    aria-label=${text}
    data-opens=${opens ?? nothing}
    @click=${onClick}
  >
    ${icon}
  </button>`;
}
