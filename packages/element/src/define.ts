import { StylemapGarmentElement } from './stylemap-garment-element.js';
import { StylemapTryonElement } from './stylemap-tryon-element.js';

/** Registers the tags once; a second copy of the script on a page, or a server without the registry, is no error. */
export function defineStylemapTryon(): void {
  if (typeof customElements === 'undefined') return;
  // The try-on reads its garments, so they come first.
  if (!customElements.get('stylemap-garment')) customElements.define('stylemap-garment', StylemapGarmentElement);
  if (!customElements.get('stylemap-tryon')) customElements.define('stylemap-tryon', StylemapTryonElement);
}
