import { StylemapGarmentElement } from './stylemap-garment-element.js';
import { StylemapTryonElement } from './stylemap-tryon-element.js';

/** Registers the tags once; a second copy of the script on a page, or a server without the registry, is no error. */
export function defineStylemapTryon(): void {
  if (typeof customElements === 'undefined') return;
  // The tag reads its garments, so they come first.
  define('stylemap-garment', StylemapGarmentElement);
  define('stylemap-tryon', StylemapTryonElement);
}

function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
