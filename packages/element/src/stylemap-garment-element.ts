import type { GarmentType } from '@stylemap-tryon/sdk';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import { css, html, isServer, LitElement, nothing } from 'lit';
import { garmentTypeKeyword, shareNumber } from './attributes.js';
import type { GarmentSource } from './fitting/outfit.js';
import { setStates } from './state/custom-states.js';

/** What a shelf shows in place of the shop's picture. */
export interface ShelfPicture {
  readonly state: 'drawing' | 'shown' | 'failed';
  readonly canvas: HTMLCanvasElement | undefined;
  readonly alt: string;
}

/** Told to the tag around it. */
export const garmentChange = 'stylemap-garment-change';

/**
 * A product that can be worn: hidden data in a `<stylemap-tryon>`, the picture of a card in a `<stylemap-shelf>`.
 *
 * ```html
 * <stylemap-garment src="jeans.webp" type="bottom" product-name="Straight jeans"></stylemap-garment>
 * ```
 *
 * @csspart picture - The try-on in a shelf
 */
export class StylemapGarmentElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
      position: relative;
    }

    :host([hidden]) {
      display: none;
    }

    canvas {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
    }
  `;

  static override properties: PropertyDeclarations = {
    src: { reflect: true },
    type: { reflect: true, useDefault: true, converter: garmentTypeKeyword },
    productId: { attribute: 'product-id', reflect: true },
    variantId: { attribute: 'variant-id', reflect: true },
    productName: { attribute: 'product-name', reflect: true },
    worn: { type: Boolean, reflect: true },
    mix: { reflect: true, converter: shareNumber },
    garment: { attribute: false },
    shelfPicture: { attribute: false },
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
  /** @internal Set by the shelf. */
  declare shelfPicture: ShelfPicture | undefined;

  readonly #internals = isServer ? undefined : this.attachInternals();

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
    this.shelfPicture = undefined;
  }

  protected override render() {
    const { canvas, state, alt } = this.shelfPicture ?? {};
    return html`<slot></slot>${state === 'shown' ? html`<div role="img" part="picture" aria-label=${alt}>${canvas}</div>` : nothing}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#internals) setStates(this.#internals.states, this.shelfPicture ? [this.shelfPicture.state] : []);
    if (changed.size > 1 || !changed.has('shelfPicture')) this.dispatchEvent(new Event(garmentChange, { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stylemap-garment': StylemapGarmentElement;
  }
}
