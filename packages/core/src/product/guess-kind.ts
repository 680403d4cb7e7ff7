import type { GarmentKind } from '../garment-type.js';
import type { Plane } from '../image/image.js';
import { sumOfClasses } from '../mask/class-confidences.js';
import type { ClassConfidences } from '../ports.js';
import { kindByOutline } from './kind-by-outline.js';

/** Share of all it takes for cloth that the parser has to give to one kind; below it the outline is the better witness. */
const sureShare = 0.6;
/** Share of the picture that has to be cloth to the parser for its word to count. */
const leastCloth = 0.02;

/**
 * Top, bottom or dress, from what the parser takes the product for, else from its outline. A jacket counts as a top: whether a coat or a shirt is
 * replaced is decided by what the person wears.
 *
 * @param mask the cut-out on its canonical grid.
 * @param parsed the parser's answer over the whole product.
 */
export function guessKind(mask: Plane, parsed: ClassConfidences): GarmentKind {
  const share = (...kinds: GarmentKind[]) =>
    sumOfClasses(parsed, kinds).data.reduce((sum, value) => sum + value, 0) / (parsed.widthPx * parsed.heightPx);
  const shares = { top: share('top', 'outerwear'), bottom: share('bottom'), dress: share('dress') };
  const cloth = shares.top + shares.bottom + shares.dress;
  const kinds = ['top', 'bottom', 'dress'] as const;
  const sure = cloth > leastCloth ? kinds.find((kind) => shares[kind] > sureShare * cloth) : undefined;
  return sure ?? kindByOutline(mask);
}
