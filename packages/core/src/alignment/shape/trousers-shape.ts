import type { Plane } from '../../image/image.js';
import { createPlane } from '../../image/image.js';
import { samplePlane } from '../../image/resample.js';
import { profileAt, quantile } from '../../image/row-runs.js';
import { smoothStep } from '../../image/smooth-step.js';
import type { Legs } from '../locate/legs.js';
import { findLegs, hasTwoLegs } from '../locate/legs.js';
import type { Limb } from '../locate/limb.js';
import { findLimb } from '../locate/limb.js';
import type { WornLower } from '../locate/worn-lower.js';
import { isFullLength, naturalLegScale } from '../map/leg-rows.js';
import { leg, shape } from '../proportions.js';
import type { HemChange, Part } from './part.js';

const asWorn: HemChange = { covered: [], released: [], hidden: [], kept: false };

/** Legs that are longer than the worn ones go on about the limbs; a wide skirt stays a skirt. */
export function planTrousers(person: WornLower, product: Legs): HemChange {
  const { mask, skin, legs: worn, body, hemSeen } = person;
  const scale = 1 / naturalLegScale(product, body);
  // Legs that lie together cannot be told apart.
  if (product.crotchRow === undefined) return { ...asWorn, kept: true };
  const end = isFullLength(product)
    ? body.hipRow + (1 + leg.hemBelow) * body.legPx
    : body.hipRow + leg.crotchBelow * body.legPx + (product.bottomRow - product.crotchRow) * scale;
  const missing = (end - worn.bottomRow) / body.legPx;
  const reachesAnkle = worn.bottomRow > body.hipRow + shape.toAnkle * body.legPx;
  if (isFullLength(product) && reachesAnkle) return asWorn;
  const limbs = union(mask, skin);
  if (!reachesAnkle && !hasTwoLegs(worn) && !liesOnLegs(worn, findLegs(limbs))) return { ...asWorn, kept: true };
  if (!hemSeen || missing < shape.sleeveDiffers) return { ...asWorn, kept: hemSeen && missing < -shape.sleeveDiffers };
  const from = worn.bottomRow - shape.hemOverlap * shape.shouldersOfLeg * body.legPx;
  const covered = ([0, 1] as const).map((side) => {
    const [outer, inner] = side === 0 ? [product.left, product.innerLeft] : [product.right, product.innerRight];
    const cutAt = (y: number) => {
      const row = Math.min(product.bottomRow - 1, product.bottomRow - 1 - (end - y) / scale);
      return (shape.hangingHalf * scale * Math.abs(profileAt(outer, row) - profileAt(inner, row))) / 2;
    };
    return legPart(person, findLimb(limbs, person, side), side, cutAt, from, end);
  });
  return { ...asWorn, covered };
}

/**
 * One leg from the worn hem down: as wide as the product's, as far as the limb in it makes that likely, and never narrower than the limb.
 *
 * @param cutAt half the width of the product by row.
 */
function legPart(
  { legs: worn, body, skin }: WornLower,
  limb: Limb,
  side: 0 | 1,
  cutAt: (y: number) => number,
  from: number,
  end: number,
): Part {
  const fadePx = shape.hemFade * shape.shouldersOfLeg * body.legPx;
  const halfOf = (y: number) => (profileAt(limb.right, y) - profileAt(limb.left, y)) / 2;
  // One share for the whole leg: cloth hangs straight and shows no calf.
  const shares: number[] = [];
  for (let y = Math.ceil(from + fadePx); y < end; y++) shares.push((shape.widestSkirt * halfOf(y)) / Math.max(1, cutAt(y)));
  const share = Math.min(1, shares.length > 0 ? quantile(shares, 0.5) : 1);
  const [wornLeft, wornRight] = side === 0 ? [worn.left, worn.innerLeft] : [worn.innerRight, worn.right];
  const [leftFrom, rightFrom] = [profileAt(wornLeft, from), profileAt(wornRight, from)];
  const distance = (x: number, y: number): number => {
    if (y < from - 8 || y > end + 8) return -8;
    const [left, right] = [profileAt(limb.left, y), profileAt(limb.right, y)];
    const middle = (left + right) / 2;
    const half = Math.max(share * cutAt(y), (right - left) / 2 + 1);
    // Out of a wide worn leg comes a slim one without a step.
    const fade = smoothStep(0, fadePx, y - from);
    const ownLeft = leftFrom + (middle - half - leftFrom) * fade;
    const ownRight = rightFrom + (middle + half - rightFrom) * fade;
    const own = Math.min(x - ownLeft, ownRight - x);
    // Nothing of the limb looks out between the legs; on the outer side it might be a hand.
    const inward = side === 0 ? x - middle : middle - x;
    const near = Math.min(shape.widestLimb * half - inward, inward);
    const onSkin = Math.min(near, shape.skinSlope * (samplePlane(skin, x, y) - shape.skinShare));
    return Math.min(Math.max(own, onSkin), y - from, end - y);
  };
  return { distance };
}

/** Whether it is hardly wider at its hem than the legs below: shorts whose legs touch, and skirts that trousers hide as well. */
function liesOnLegs(worn: Legs, limbs: Legs): boolean {
  const width = (y: number) => profileAt(limbs.right, y) - profileAt(limbs.left, y);
  const below = worn.bottomRow + 0.08 * (worn.bottomRow - worn.topRow);
  return width(worn.bottomRow - 2) < shape.closeHem * width(below);
}

function union(a: Plane, b: Plane): Plane {
  const plane = createPlane(a.widthPx, a.heightPx);
  plane.data.forEach((_, i) => (plane.data[i] = Math.max(a.data[i] as number, b.data[i] as number)));
  return plane;
}
