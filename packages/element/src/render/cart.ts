import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { View } from './view.js';

export function cart({ hasCart, strings, pageProduct, commands }: View): TemplateResult | typeof nothing {
  if (!hasCart) return nothing;
  return html`<button
    class="button primary wide"
    part="button button-primary cart-button"
    type="button"
    @click=${commands.addToCart}
  >
    ${strings.addToBag(pageProduct?.name ?? null)}
  </button>`;
}
