import type { Companion } from '../fitting/outfit.js';
import type { StylemapGarmentElement } from '../stylemap-garment-element.js';
import { absoluteUrl } from './absolute-url.js';

/** A `<stylemap-garment>` in the tag. */
export interface WornChild extends Companion {
  readonly element: StylemapGarmentElement;
}

/** The garments in the tag. */
export function companionsOf(host: HTMLElement): readonly WornChild[] {
  return productsOf(host.querySelectorAll<StylemapGarmentElement>(':scope > stylemap-garment'));
}

/** In document order; those without a picture, or not defined yet, are left out. */
export function productsOf(elements: Iterable<StylemapGarmentElement>): readonly WornChild[] {
  return [...elements].flatMap((element) => {
    const { garment, src, type, productId, variantId, productName, worn, mix } = element;
    const source = garment ?? (src ? absoluteUrl(src) : undefined);
    if (source === undefined) return [];
    return [{ element, source, kind: type, productId, variantId, name: productName, worn, mix }];
  });
}
