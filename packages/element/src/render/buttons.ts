import type { TemplateResult } from 'lit';
import { html } from 'lit';

interface ButtonOptions {
  readonly text: string;
  readonly onClick: () => void;
  readonly icon?: TemplateResult;
}

export function primaryButton({ text, icon, onClick }: ButtonOptions): TemplateResult {
  return html`<button class="button primary" part="button button-primary" type="button" @click=${onClick}>
    ${icon}<span>${text}</span>
  </button>`;
}

export function quietButton({ text, icon, onClick }: ButtonOptions): TemplateResult {
  return html`<button class="button quiet" part="button button-quiet" type="button" @click=${onClick}>
    ${icon}<span>${text}</span>
  </button>`;
}

/** Shows the icon only; the text is its name and its tooltip. */
export function iconButton({ text, icon, onClick }: Required<ButtonOptions>): TemplateResult {
  return html`<button
    class="icon-button"
    part="button icon-button"
    type="button"
    title=${text}
    aria-label=${text}
    @click=${onClick}
  >
    ${icon}
  </button>`;
}
