import type { GarmentType } from '@stylemap-tryon/sdk';
import type { PropertyDeclarations } from 'lit';
import { html, LitElement } from 'lit';
import { garmentTypeKeyword, shareNumber } from './attributes.js';
import type { GarmentSource } from './fitting/outfit.js';

/** Told to the tag around it. */
export const garmentChange = 'stylemap-garment-change';

/**
 * A product that can be worn with that of the `<stylemap-tryon>` around it: hidden data, as `<option>` is.
 *
 * ```html
 * <stylemap-garment src="jeans.webp" type="bottom" product-name="Straight jeans"></stylemap-garment>
 * ```
 */
export class StylemapGarmentElement extends LitElement {
  static override properties: PropertyDeclarations = {
    src: { reflect: true },
    type: { reflect: true, useDefault: true, converter: garmentTypeKeyword },
    productId: { attribute: 'product-id', reflect: true },
    variantId: { attribute: 'variant-id', reflect: true },
    productName: { attribute: 'product-name', reflect: true },
    worn: { type: Boolean, reflect: true },
    mix: { reflect: true, converter: shareNumber },
    garment: { attribute: false },
  };

  /** URL of the product picture. */
  declare src: string | null;
  /** What the product is; without it, it takes the place of a top. */
  declare type: GarmentType;
  /** Passed on in events. */
  declare productId: string | null;
  /** Passed on in events. */
  declare variantId: string | null;
  /** What the shopper reads, and what events pass on. */
  declare productName: string | null;
  /** Whether the shopper has it on; can be set too. */
  declare worn: boolean;
  /** Its share, in [0, 1], when it is worn over the page's product of the same kind; without one it takes that one's place. */
  declare mix: number | null;
  /** The product picture as an object; wins over `src`. */
  declare garment: GarmentSource | null;

  constructor() {
    super();
    this.src = null;
    this.type = 'auto';
    this.productId = null;
    this.variantId = null;
    this.productName = null;
    this.worn = false;
    this.mix = null;
    this.garment = null;
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  protected override updated(): void {
    this.dispatchEvent(new Event(garmentChange, { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stylemap-garment': StylemapGarmentElement;
  }
}
