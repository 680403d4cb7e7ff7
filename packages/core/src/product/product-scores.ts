import type { GarmentAttributes } from '../garment-attributes.js';
import { hemLengths, sleeveLengths } from '../garment-attributes.js';
import type { GarmentKind } from '../garment-type.js';
import { garmentKinds } from '../garment-type.js';
import type { ProductScores } from '../ports.js';

/** What a product can be: a garment, or none. */
const kindValues = [...garmentKinds, 'none'] as const;

/* Slots of the parser's answer, in its order (`models/training/product_head/attributes.py`): groups of which one holds, then flags. */
const kindStart = 0;
const sleeveStart = kindStart + kindValues.length;
const lengthStart = sleeveStart + sleeveLengths.length;
const legsSlot = lengthStart + hemLengths.length;
const wornSlot = legsSlot + 1;

/** What the parser believes a product to be. */
export interface ProductBelief {
  /** The likeliest kind, if it is a garment at all. */
  readonly kind: GarmentKind;
  /** Of that kind among all kinds of garment, in [0, 1]. */
  readonly kindConfidence: number;
  /** That it is a top or outerwear, among all kinds of garment, in [0, 1]. */
  readonly upperConfidence: number;
  /** That it is a garment of any kind, in [0, 1]. */
  readonly garmentConfidence: number;
}

export function believedProduct(scores: ProductScores): ProductBelief {
  const shares = sharesOf(scores, kindStart, kindValues.length);
  const garmentConfidence = 1 - (shares[kindValues.length - 1] as number);
  const best = garmentKinds.reduce((a, _, k) => ((shares[k] as number) > (shares[a] as number) ? k : a), 0);
  const amongGarments = (kind: GarmentKind) => (shares[garmentKinds.indexOf(kind)] as number) / Math.max(1e-6, garmentConfidence);
  const kind = garmentKinds[best] as GarmentKind;
  const upperConfidence = amongGarments('top') + amongGarments('outerwear');
  return { kind, kindConfidence: amongGarments(kind), upperConfidence, garmentConfidence };
}

/** The likeliest attributes of a product of this kind. */
export function attributesOf(scores: ProductScores, kind: GarmentKind): GarmentAttributes {
  const hasSleeves = kind !== 'bottom';
  const hasHem = kind === 'bottom' || kind === 'dress';
  const flag = (slot: number) => (scores[slot] as number) > 0.5;
  return {
    sleeve: hasSleeves ? sleeveLengths[likeliest(scores, sleeveStart, sleeveLengths.length)] : undefined,
    length: hasHem ? hemLengths[likeliest(scores, lengthStart, hemLengths.length)] : undefined,
    legs: kind === 'bottom' ? flag(legsSlot) : undefined,
    worn: flag(wornSlot),
  };
}

/** Confidence that somebody wears the product, in [0, 1]. */
export function wornConfidenceOf(scores: ProductScores): number {
  return scores[wornSlot] as number;
}

/** The scores are sigmoids of what a softmax over their group was trained with, so their odds are its terms. */
function sharesOf(scores: ProductScores, start: number, count: number): readonly number[] {
  const odds = Array.from(scores.subarray(start, start + count), (value) => value / Math.max(1e-7, 1 - value));
  const total = odds.reduce((sum, value) => sum + value, 0);
  return odds.map((value) => value / Math.max(1e-12, total));
}

function likeliest(scores: ProductScores, start: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if ((scores[start + i] as number) > (scores[start + best] as number)) best = i;
  return best;
}
