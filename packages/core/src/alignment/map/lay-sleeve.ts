import type { Point } from '../alignment-map.js';
import type { ArmPlace, WornSleeve } from '../locate/arm.js';
import { placeOnArm, valueAlong } from '../locate/arm.js';
import { fit, roundMiddle, sleeve as proportions } from '../proportions.js';
import { lengthen } from './fold.js';
import type { ProductSleeve } from './product-parts.js';

/**
 * A sleeve along an arm, from the line between shoulder tip and armpit to the cuff, its outer seam outside.
 *
 * @param scale pixels of the person per pixel of the product, on the trunk.
 * @returns where a place of the arm comes from.
 */
export function laySleeve(
  { arm, outerPx, innerPx, cuffPx }: WornSleeve,
  { tip, armpit }: { readonly tip: Point; readonly armpit: Point },
  product: ProductSleeve,
  scale: number,
): (place: ArmPlace) => Point {
  const [from, to] = proportions.armpitAlong;
  const innerStart = Math.min(to * arm.upperPx, Math.max(from * arm.upperPx, placeOnArm(arm, armpit).along));
  const outerStart = Math.min(0, placeOnArm(arm, tip).along);
  const middleStart = (innerStart + outerStart) / 2;
  const usual = product.lengthPx * scale;
  const [shortest, longest] = fit.cuff;
  const seen = cuffPx === undefined ? usual : cuffPx - middleStart;
  const lengthPx = Math.min(longest * usual, Math.max(shortest * usual, seen));
  const wornEnd = cuffPx === undefined ? 1 : seen / lengthPx;
  const cuff = middleStart + lengthPx;
  const cloth = { end: 0.97, hemPx: proportions.cuffShare, spanPx: proportions.repeatedShare };
  return ({ along, outward }) => {
    const half = valueAlong(outward > 0 ? outerPx : innerPx, along, arm.lengthPx);
    const flat = roundedAcross(Math.min(1, Math.max(-1, outward / half)));
    const weight = (1 - flat) / 2;
    const start = outerStart + weight * (innerStart - outerStart);
    const share = lengthen((along - start) / Math.max(1, cuff - start), cloth, wornEnd);
    const at = ([a, b]: readonly [Point, Point]): Point => ({ x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) });
    const [outer, inner] = [at(product.outer), at(product.inner)];
    return { x: outer.x + weight * (inner.x - outer.x), y: outer.y + weight * (inner.y - outer.y) };
  };
}

function roundedAcross(across: number): number {
  return across * (roundMiddle + (1 - roundMiddle) * across * across);
}
