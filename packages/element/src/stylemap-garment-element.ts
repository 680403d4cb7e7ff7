import type { GarmentType } from '@stylemap-tryon/sdk';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import { css, html, isServer, LitElement, nothing } from 'lit';
import { garmentTypeKeyword, shareNumber } from './attributes.js';
import type { GarmentSource } from './fitting/outfit.js';
import { setStates } from './state/custom-states.js';

/** A picture on the shopper's photo, in the place of the shop's own. */
export type Tile =
  | { readonly state: 'drawing' | 'failed' }
  | {
      readonly state: 'shown';
      readonly canvas: HTMLCanvasElement;
      readonly text: string;
    };

/** Told to the tag around it. */
export const garmentChange = 'stylemap-garment-change';

/**
 * A product that can be worn: inside `<stylemap-tryon>` hidden data, as `<option>` is, beside its product; inside `<stylemap-shelf>` the frame
 * around the shop's own picture.
 *
 * ```html
 * <stylemap-garment src="jeans.webp" type="bottom" product-name="Straight jeans"></stylemap-garment>
 * ```
 *
 * @csspart picture - The try-on over the shop's picture, in a shelf
 */
export class StylemapGarmentElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
      position: relative;
    }

    [hidden] {
      display: block;
      visibility: hidden;
    }

    [part='picture'] {
      position: absolute;
      inset: 0;
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

  #tile: Tile | undefined;
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
  }

  /**
   * Shows a try-on in the place of the shop's picture, which keeps its size; `undefined` gives the place back.
   * @internal
   */
  showTile(tile: Tile | undefined): void {
    this.#tile = tile;
    if (this.#internals) setStates(this.#internals.states, tile ? [tile.state] : []);
    this.requestUpdate();
  }

  protected override render() {
    const shown = this.#tile?.state === 'shown' ? this.#tile : undefined;
    return html`<slot ?hidden=${shown !== undefined}></slot>${
        shown ? html`<div part="picture" role="img" aria-label=${shown.text}>${shown.canvas}</div>` : nothing
      }`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Not for a tile: that is no change of the product.
    if (changed.size > 0) this.dispatchEvent(new Event(garmentChange, { bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stylemap-garment': StylemapGarmentElement;
  }
}
