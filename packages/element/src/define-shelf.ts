import { defineStylemapTryon } from './define.js';
import { StylemapShelfElement } from './stylemap-shelf-element.js';

/** Registers `<stylemap-shelf>`, and the tags that it works with. */
export function defineStylemapShelf(): void {
  if (typeof customElements === 'undefined') return;
  defineStylemapTryon();
  if (!customElements.get('stylemap-shelf')) customElements.define('stylemap-shelf', StylemapShelfElement);
}
