import type { Plane } from '../../image/image.js';
import { createPlane } from '../../image/image.js';
import { profileAt } from '../../image/row-runs.js';
import { smoothStep } from '../../image/smooth-step.js';
import type { LowerBody } from '../locate/body.js';
import { findLowerBody } from '../locate/body.js';
import type { Legs } from '../locate/legs.js';
import { findLegs } from '../locate/legs.js';
import { toUpright, uprightPlane } from '../locate/upright.js';
import { isFullLength, naturalLegScale, waistRow } from '../map/leg-rows.js';
import { leg, shape } from '../proportions.js';
import { canonicalSizePx } from '../../ports.js';
import type { Part, ShapeChange } from './part.js';
import type { Surroundings } from './surroundings.js';

/** What trousers or a skirt change of the silhouette that is worn. */
export function planLower(around: Surroundings, cloth: Plane, legs: boolean | undefined): ShapeChange {
  const { worn } = around;
  const body = findLowerBody(worn.landmarks, canonicalSizePx);
  const planes = { mask: uprightPlane(body.frame, worn.mask), skin: uprightPlane(body.frame, around.skin) };
  const product = findLegs(cloth);
  const hasLegs = legs ?? product.crotchRow !== undefined;
  const plan = hasLegs ? planTrousers(planes, body, product, worn.hemSeen) : planSkirt(planes.mask, body, product, worn.hemSeen);
  const upright = ({ distance }: Part): Part => ({
    distance: (x, y) => {
      const point = toUpright(body.frame, { x, y });
      return distance(point.x, point.y);
    },
  });
  return {
    ...{ onArms: [], onTrunk: plan.covered.map(upright), released: plan.released.map(upright), bared: [] },
    ...{ shoulderWidthPx: shape.shouldersOfLeg * body.legPx, kept: plan.kept },
  };
}

interface LowerPlan {
  readonly covered: readonly Part[];
  readonly released: readonly Part[];
  readonly kept: boolean;
}

const asWorn: LowerPlan = { covered: [], released: [], kept: false };

/** A skirt closes the gap between the legs, and trousers go on below its hem. */
function planSkirt(mask: Plane, body: LowerBody, product: Legs, hemSeen: boolean): LowerPlan {
  const worn = findLegs(mask);
  const waist = waistRow(worn, body);
  const scale = 1 / naturalLegScale(product, body);
  const lengthPx = (product.bottomRow - product.topRow) * scale;
  const end = Math.min(waist + lengthPx, body.hipRow + shape.floorLength * body.legPx);
  const isOverTrousers = worn.crotchRow !== undefined || worn.bottomRow > body.hipRow + shape.trousersOfLeg * body.legPx;
  const missing = (end - worn.bottomRow) / lengthPx;
  if (!isOverTrousers && (!hemSeen || missing < shape.hemDiffers[0])) {
    return { ...asWorn, kept: hemSeen && missing < -shape.hemDiffers[1] };
  }
  const axis = (y: number) => (profileAt(worn.left, y) + profileAt(worn.right, y)) / 2;
  const middle = axis(Math.min(body.hipRow, end));
  const from = isOverTrousers ? worn.topRow + 1 : worn.bottomRow - shape.hemOverlap * shape.shouldersOfLeg * body.legPx;
  const halfAt = (sign: -1 | 1, y: number) => {
    const row = product.topRow + Math.max(0, y - waist) / scale;
    const cut = (shape.hangingHalf * scale * (profileAt(product.right, row) - profileAt(product.left, row))) / 2;
    const seen = y < worn.bottomRow ? sign * ((sign < 0 ? profileAt(worn.left, y) : profileAt(worn.right, y)) - middle) : 0;
    return Math.max(
      Math.min(cut, shape.widestSkirt * Math.max(seen, cut / shape.widestSkirt)),
      Math.min(seen, shape.widestOverBody * cut),
    );
  };
  const endAt = (out: number, half: number) => end + shape.hemRound * half * (1 - Math.min(1, (out / half) ** 2));
  const sideOf = (x: number) => (x < middle ? -1 : 1);
  const distance = (x: number, y: number): number => {
    if (y < from - 8 || y > end + 16) return -8;
    const half = halfAt(sideOf(x), y);
    const out = Math.abs(x - middle);
    return Math.min(half - out, y - from, endAt(out, half) - y);
  };
  const below = (x: number, y: number) => y - endAt(Math.abs(x - middle), halfAt(sideOf(x), Math.min(y, end)));
  return {
    covered: [{ distance }],
    released: isOverTrousers ? [{ distance: below }] : [],
    kept: isOverTrousers && end < worn.bottomRow,
  };
}

/** Legs that are longer than the worn ones go on about the limbs; a skirt stays a skirt. */
function planTrousers(
  { mask, skin }: { readonly mask: Plane; readonly skin: Plane },
  body: LowerBody,
  product: Legs,
  hemSeen: boolean,
): LowerPlan {
  const worn = findLegs(mask);
  const scale = 1 / naturalLegScale(product, body);
  // Legs that lie together cannot be told apart.
  if (product.crotchRow === undefined) return { ...asWorn, kept: true };
  const end = isFullLength(product)
    ? body.hipRow + (1 + leg.hemBelow) * body.legPx
    : body.hipRow + leg.crotchBelow * body.legPx + (product.bottomRow - product.crotchRow) * scale;
  const missing = (end - worn.bottomRow) / body.legPx;
  const reachesAnkle = worn.bottomRow > body.hipRow + shape.toAnkle * body.legPx;
  if (isFullLength(product) && reachesAnkle) return asWorn;
  if (!hasTwoLegs(worn) && !reachesAnkle) return { ...asWorn, kept: true };
  if (!hemSeen || missing < shape.sleeveDiffers) return { ...asWorn, kept: hemSeen && missing < -shape.sleeveDiffers };
  const limbs = findLegs(union(mask, skin));
  const from = worn.bottomRow - shape.hemOverlap * shape.shouldersOfLeg * body.legPx;
  const fadePx = shape.hemFade * shape.shouldersOfLeg * body.legPx;
  const productEnd = product.bottomRow - 1;
  const legOf = (isLeft: boolean): Part => {
    const [outer, inner] = isLeft ? [limbs.left, limbs.innerLeft] : [limbs.right, limbs.innerRight];
    const [productOuter, productInner] = isLeft ? [product.left, product.innerLeft] : [product.right, product.innerRight];
    return {
      distance: (x, y) => {
        if (y < from - 8 || y > end + 8) return -8;
        const row = Math.min(productEnd, productEnd - (end - y) / scale);
        const cut = (shape.hangingHalf * scale * Math.abs(profileAt(productOuter, row) - profileAt(productInner, row))) / 2;
        const [a, b] = [profileAt(outer, y), profileAt(inner, y)];
        const limb = Math.abs(a - b) / 2;
        const own = Math.max(Math.min(cut, shape.widestSkirt * limb), limb + 1);
        // Out of a wide worn leg comes a slim one without a step.
        const wornHalf = Math.abs(profileAt(outer, from) - profileAt(inner, from)) / 2;
        const half = wornHalf + (own - wornHalf) * smoothStep(0, fadePx, y - from);
        return Math.min(half - Math.abs(x - (a + b) / 2), y - from, end - y);
      },
    };
  };
  return {
    ...asWorn,
    covered: limbs.crotchRow === undefined ? [] : [legOf(true), legOf(false)],
    kept: limbs.crotchRow === undefined,
  };
}

/** Whether it ends in two legs, and is no skirt with a slit or a hand before it. */
function hasTwoLegs({ crotchRow, bottomRow, left, innerLeft, innerRight, right }: Legs): boolean {
  if (crotchRow === undefined) return false;
  const row = Math.min(bottomRow - 1, crotchRow + 0.7 * (bottomRow - crotchRow));
  const [a, b, c, d] = [left, innerLeft, innerRight, right].map((side) => profileAt(side, row)) as [
    number,
    number,
    number,
    number,
  ];
  return Math.min(b - a, d - c) > shape.leastLeg * (d - a);
}

function union(a: Plane, b: Plane): Plane {
  const plane = createPlane(a.widthPx, a.heightPx);
  plane.data.forEach((_, i) => (plane.data[i] = Math.max(a.data[i] as number, b.data[i] as number)));
  return plane;
}
