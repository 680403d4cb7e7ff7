import type { Plane } from '../../image/image.js';
import { createPlane } from '../../image/image.js';
import { profileAt, smoothProfile } from '../../image/row-runs.js';
import { smoothStep } from '../../image/smooth-step.js';
import { placeOnArm, radiusOf } from '../locate/arm.js';
import type { UpperBody } from '../locate/body.js';
import type { Legs } from '../locate/legs.js';
import { findLegs, hasTwoLegs } from '../locate/legs.js';
import type { WornTop } from '../locate/worn-top.js';
import type { ProductParts } from '../map/product-parts.js';
import { shape } from '../proportions.js';
import type { HemChange } from './part.js';

/** Planes of the upright grid: what the body wears below, and all of it. */
export interface LowerPlanes {
  readonly lower: Plane;
  readonly dress: Plane;
  readonly clothAndSkin: Plane;
}

/**
 * The lower end of an upper garment or a dress: its skirt goes over trousers, closes the gap between the legs and ends where the product does.
 *
 * @param scale pixels of the person per pixel of the product.
 */
export function changeHem(worn: WornTop, planes: LowerPlanes, product: ProductParts, scale: number, isDress: boolean): HemChange {
  const { mask, body, trunk, hemSeen } = worn;
  const { shoulderWidthPx, axisX } = body;
  const lower = common(mask, planes.lower);
  const legs = findLegs(lower);
  const isOverTrousers = isDress && isTrousers(legs, body) && sum(lower) > shape.lowerShare * sum(mask);
  const upperEnd = isOverTrousers ? meetingRow(worn, lower) : trunk.bottomRow;
  const end = trunk.topRow + (product.bottomRow - product.topRow) * scale;
  const missing = (end - upperEnd) / (end - trunk.topRow);
  const isOverDress = !isDress && missing < -shape.hemDiffers[1] && shareBelow(mask, planes, end) > shape.dressShare;
  if (!isOverTrousers && !isOverDress && (!hemSeen || missing < shape.hemDiffers[0])) {
    return { covered: [], released: [], hidden: [], kept: hemSeen && missing < -shape.hemDiffers[1] };
  }
  const from = upperEnd - shape.hemOverlap * shoulderWidthPx;
  const limbs = extents(worn, planes.clothAndSkin);
  const halfAt = (sign: -1 | 1, y: number): number => {
    const row = product.topRow + (y - trunk.topRow) / scale;
    const cut = shape.hangingHalf * scale * profileAt(sign < 0 ? product.left : product.right, row);
    const seen = profileAt(sign < 0 ? limbs.left : limbs.right, y) + shape.clothOverLimb[1] * shoulderWidthPx;
    const half = Math.max(cut, Math.min(seen, shape.widestOverBody * cut));
    const wornHalf = profileAt(sign < 0 ? trunk.left : trunk.right, from);
    return wornHalf + (half - wornHalf) * smoothStep(0, shape.hemFade * shoulderWidthPx, y - from);
  };
  const endAt = (out: number, half: number) => end + shape.hemRound * half * (1 - Math.min(1, (out / half) ** 2));
  const distance = (x: number, y: number): number => {
    if (y < from - 8 || y > end + 16) return -8;
    const out = Math.abs(x - axisX);
    const half = halfAt(x < axisX ? -1 : 1, y);
    return Math.min(half - out, y - from, endAt(out, half) - y);
  };
  const below = (x: number, y: number) => {
    const out = Math.abs(x - axisX);
    return y - endAt(out, halfAt(x < axisX ? -1 : 1, Math.min(y, end)));
  };
  return {
    covered: isOverDress ? [] : [{ distance }],
    released: isOverTrousers || isOverDress ? [{ distance: below }] : [],
    hidden: isOverTrousers ? [{ distance }] : [],
    kept: false,
  };
}

/** How far the body reaches to both sides of its axis, per row, arms left out. */
function extents({ body, sleeves }: WornTop, plane: Plane): { readonly left: Float32Array; readonly right: Float32Array } {
  const { axisX, shoulderWidthPx } = body;
  const isArm = (x: number, y: number) =>
    sleeves.some(({ arm }) => {
      const { along, outward } = placeOnArm(arm, { x, y });
      return along < 1.3 * arm.lengthPx && Math.abs(outward) < shape.armSkin * radiusOf(arm, along);
    });
  const side = (sign: -1 | 1) => {
    const reach = Float32Array.from({ length: plane.heightPx }, (_, y) => {
      for (let out = shape.widestBody * shoulderWidthPx; out > 0; out--) {
        const x = Math.floor(axisX + sign * out);
        if (x < 0 || x >= plane.widthPx || (plane.data[y * plane.widthPx + x] as number) < 0.5) continue;
        if (!isArm(x + 0.5, y + 0.5)) return out;
      }
      return NaN;
    });
    return smoothProfile(reach, 2);
  };
  return { left: side(-1), right: side(1) };
}

/** The row below which most of what is worn about the axis is trousers or skirt. */
function meetingRow({ mask, body: { axisX, shoulderWidthPx }, trunk }: WornTop, lower: Plane): number {
  const reach = 0.25 * shoulderWidthPx;
  for (let y = Math.round(trunk.topRow); y < trunk.bottomRow; y++) {
    let [all, below] = [0, 0];
    for (let x = Math.max(0, Math.round(axisX - reach)); x < Math.min(mask.widthPx, axisX + reach); x++) {
      all += Number((mask.data[y * mask.widthPx + x] as number) >= 0.5);
      below += Number((lower.data[y * mask.widthPx + x] as number) >= 0.5);
    }
    if (all > 0 && below > all / 2) return y;
  }
  return trunk.bottomRow;
}

/** How much of a mask below a row is a dress, or trousers that the parser took into it. */
function shareBelow(mask: Plane, { dress, lower }: LowerPlanes, row: number): number {
  const from = Math.min(mask.heightPx, Math.max(0, Math.round(row))) * mask.widthPx;
  const cut = (of: Plane): Plane => ({ ...of, heightPx: (of.data.length - from) / of.widthPx, data: of.data.subarray(from) });
  return (sum(common(cut(mask), cut(dress))) + sum(common(cut(mask), cut(lower)))) / Math.max(1, sum(cut(mask)));
}

/** Two legs, or so long and narrow that it is no skirt. */
function isTrousers(worn: Legs, { hipRow, shoulderRow }: UpperBody): boolean {
  if (hasTwoLegs(worn)) return true;
  const { topRow, bottomRow, left, right } = worn;
  const width = (y: number) => profileAt(right, y) - profileAt(left, y);
  const isNarrow = width(topRow + 0.9 * (bottomRow - topRow)) < shape.narrowHem * width(Math.max(topRow, hipRow));
  return isNarrow && bottomRow > hipRow + shape.trousersReach * (hipRow - shoulderRow);
}

function common(a: Plane, b: Plane): Plane {
  return mapped(a, b, (x, y) => Math.min(x, y));
}

function mapped(a: Plane, b: Plane, of: (x: number, y: number) => number): Plane {
  const plane = createPlane(a.widthPx, a.heightPx);
  plane.data.forEach((_, i) => (plane.data[i] = of(a.data[i] as number, b.data[i] as number)));
  return plane;
}

function sum(plane: Plane): number {
  return plane.data.reduce((total, value) => total + value, 0);
}
