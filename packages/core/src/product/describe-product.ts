import { TryOnError, type WarningCode } from '../errors.js';
import type { GarmentAttributes, KnownAttributes } from '../garment-attributes.js';
import { withKnown } from '../garment-attributes.js';
import type { GarmentKind, GarmentType } from '../garment-type.js';
import type { CutOut } from './cut-out.js';
import { attributesOf, believedProduct } from './product-scores.js';

/** Confidence that a picture shows a garment, below which it shows none. */
const leastGarment = 0.08;
/** Confidence in the likeliest kind, below which another is nearly as likely. */
const sureKind = 0.6;

/** What a cut-out product is. */
export interface ProductDescription {
  readonly kind: GarmentKind;
  readonly attributes: GarmentAttributes;
  /** Those of the cut-out among them. */
  readonly warnings: readonly WarningCode[];
}

/**
 * Kind and attributes: what the shop says, else what the picture shows.
 *
 * @throws TryOnError `no-product` for a picture of something else: a mug, a size chart, "No image".
 */
export function describeProduct(
  { scores, kind: worn, warnings }: Pick<CutOut, 'scores' | 'kind' | 'warnings'>,
  type: GarmentType,
  known: KnownAttributes,
): ProductDescription {
  const belief = believedProduct(scores);
  if (belief.garmentConfidence < leastGarment) {
    throw new TryOnError('no-product', 'The product photo shows something that is no garment.');
  }
  const kind = type === 'auto' ? (worn ?? belief.kind) : type;
  // Whether a jacket is a top or outerwear is decided by what the shopper wears.
  const isUnsure = type === 'auto' && !worn && Math.max(belief.kindConfidence, belief.upperConfidence) < sureKind;
  return {
    kind,
    attributes: withKnown(attributesOf(scores, kind), known),
    warnings: isUnsure ? [...warnings, 'product-kind-unsure'] : warnings,
  };
}
