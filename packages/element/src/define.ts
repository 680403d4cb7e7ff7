import { CompareSlider } from './compare-slider.js';
import { StylemapTryonElement } from './stylemap-tryon-element.js';

/** Registers the tags once; a second copy of the script on a page, or a server without the registry, is no error. */
export function defineStylemapTryon(): void {
  if (typeof customElements === 'undefined') return;
  if (!customElements.get('stylemap-tryon-compare')) customElements.define('stylemap-tryon-compare', CompareSlider);
  if (!customElements.get('stylemap-tryon')) customElements.define('stylemap-tryon', StylemapTryonElement);
}
