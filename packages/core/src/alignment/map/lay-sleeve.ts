import type { Point } from '../alignment-map.js';
import type { ArmPlace, WornSleeve } from '../locate/arm.js';
import { placeOnArm, valueAlong } from '../locate/arm.js';
import { fit, roundMiddle } from '../proportions.js';
import { lengthen } from './fold.js';
import type { ProductSleeve } from './product-parts.js';

/** Depth of a cuff, and what above it may be repeated, as shares of the sleeve. */
const [cuffShare, repeatedShare] = [0.12, 0.5];
/** The armpit lies between these shares of the upper arm. */
const armpitAlong = [0.05, 0.6] as const;

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
  const [from, to] = armpitAlong;
  const innerStart = Math.min(to * arm.upperPx, Math.max(from * arm.upperPx, placeOnArm(arm, armpit).along));
  const outerStart = Math.min(0, placeOnArm(arm, tip).along);
  const middleStart = (innerStart + outerStart) / 2;
  const usual = product.lengthPx * scale;
  const [shortest, longest] = fit.cuff;
  const seen = cuffPx === undefined ? usual : cuffPx - middleStart;
  const lengthPx = Math.min(longest * usual, Math.max(shortest * usual, seen));
  const wornEnd = cuffPx === undefined ? 1 : seen / lengthPx;
  const cuff = middleStart + lengthPx;
  const cloth = { end: 0.97, hemPx: cuffShare, spanPx: repeatedShare };
  return ({ along, outward }) => {
    const half = valueAlong(outward > 0 ? outerPx : innerPx, along, arm.lengthPx);
    const flat = roundedAcross(outward / half);
    const inner = (1 - Math.min(1, Math.max(-1, flat))) / 2;
    const start = outerStart + inner * (innerStart - outerStart);
    const share = lengthen((along - start) / Math.max(1, cuff - start), cloth, wornEnd);
    const at = ([a, b]: readonly [Point, Point]): Point => ({ x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) });
    const [outerPoint, innerPoint] = [at(product.outer), at(product.inner)];
    const weight = (1 - flat) / 2;
    return {
      x: outerPoint.x + weight * (innerPoint.x - outerPoint.x),
      y: outerPoint.y + weight * (innerPoint.y - outerPoint.y),
    };
  };
}

function roundedAcross(across: number): number {
  const out = Math.abs(across);
  const flat = out >= 1 ? out : out * (roundMiddle + (1 - roundMiddle) * out * out);
  return Math.sign(across) * flat;
}
