import type { SleeveLength } from '../../garment-attributes.js';
import type { Plane } from '../../image/image.js';
import { samplePlane } from '../../image/resample.js';
import { smoothStep } from '../../image/smooth-step.js';
import type { Point } from '../alignment-map.js';
import type { WornSleeve } from '../locate/arm.js';
import { placeOnArm, radiusOf, valueAlong } from '../locate/arm.js';
import type { ProductSleeve } from '../map/product-parts.js';
import { shape } from '../proportions.js';
import type { Part } from './part.js';

/**
 * How far down an arm a product's sleeve reaches, as a share of the arm from shoulder to wrist: by its own length, against a whole arm as people
 * have it, so that an arm that points at the camera has a short sleeve as well. What is known of the sleeve bounds it: sleeves lie folded, or hang
 * beside the trunk, and look shorter than they are.
 *
 * @param scale shoulder widths per product pixel.
 */
export function sleeveShare({ lengthPx }: ProductSleeve, scale: number, known: SleeveLength | undefined): number {
  const seen = shape.armholeMiddle + (lengthPx * scale) / shape.armOfWidth;
  const [from, to] = known ? shape.sleeveRange[known] : seen >= shape.longSleeve ? shape.sleeveRange.long : [0, 1];
  return Math.min(to, Math.max(from, seen));
}

/**
 * A sleeve about an arm: as wide as the product's, most of its looseness on the inner, hanging side, and never narrower than the limb in it.
 *
 * @param limb the arm with all that is on it, @param skin on the upright grid, @param worn the sleeve that is worn.
 * @param tip of the shoulder; @param endPx along the arm; @param scale pixels of the person per pixel of the product.
 */
export function coverArm(
  limb: WornSleeve,
  skin: Plane,
  worn: WornSleeve,
  product: ProductSleeve,
  tip: Point,
  endPx: number,
  scale: number,
  shoulderWidthPx: number,
): Part {
  const { arm } = worn;
  const { along: tipAlong, outward } = placeOnArm(arm, tip);
  const tipOut = Math.max(0, outward);
  const [armhole, cuff] = [0, 1].map((i) => {
    const [a, b] = [product.outer[i] as Point, product.inner[i] as Point];
    return scale * Math.hypot(a.x - b.x, a.y - b.y);
  }) as [number, number];
  // Over a short sleeve the new one comes from near the shoulder, and nothing of the old cuff is left to see.
  const isShort = worn.wrappedPx < shape.longSleeve * arm.lengthPx;
  const wornOf = (profile: Float32Array, along: number) => valueAlong(profile, along, arm.lengthPx);
  const halfAt = (along: number, isOuter: boolean): number => {
    const fit = shape.clothOverLimb[0] * radiusOf(arm, along) + shape.clothOverLimb[1] * shoulderWidthPx;
    const width = armhole + (cuff - armhole) * Math.min(1, Math.max(0, along / endPx));
    const loose = Math.min(shape.loosest * radiusOf(arm, along), Math.max(0, shape.hangingWidth * width - 2 * fit));
    const below = smoothStep(0.05 * arm.upperPx, 0.55 * arm.upperPx, along);
    const share = isOuter ? 0.1 + 0.25 * below : 0.55 + 0.1 * below;
    const seen = valueAlong(isOuter ? limb.outerPx : limb.innerPx, along, arm.lengthPx);
    const half = Math.max(fit + share * loose, Math.min(seen, shape.widestLimb * radiusOf(arm, along)) + 1);
    // Below a worn cuff the old width goes over into the new one; at the shoulder the outline comes from its tip.
    const fromCuff = worn.wrappedPx > 0 ? wornOf(isOuter ? worn.outerPx : worn.innerPx, worn.wrappedPx) : 0;
    const widened = Math.max(
      half,
      fromCuff + (half - fromCuff) * smoothStep(0, shape.cuffFade * shoulderWidthPx, along - worn.wrappedPx),
    );
    // Shoulders stay as they are worn.
    if (isShort && worn.wrappedPx > 0 && along < worn.wrappedPx) {
      const seenHalf = wornOf(isOuter ? worn.outerPx : worn.innerPx, along);
      return seenHalf + Math.max(0, widened - seenHalf) * smoothStep(0, worn.wrappedPx, along);
    }
    if (!isOuter || worn.wrappedPx > 0) return widened;
    return tipOut + (widened - tipOut) * smoothStep(0, shape.tipFade * shoulderWidthPx, along);
  };
  const overCuff = isShort ? shape.overShort * worn.wrappedPx : worn.wrappedPx - shape.overlap * shoulderWidthPx;
  // Nothing stands up beyond the tip of the shoulder.
  const from = worn.wrappedPx > 0 ? overCuff : Math.min(0, Math.max(-shape.tipFade * shoulderWidthPx, tipAlong));
  const reach = shape.loosest * 3 * radiusOf(arm, 0) + shape.overlap * shoulderWidthPx;
  const xs = arm.spine.map(({ x }) => x);
  const ys = arm.spine.map(({ y }) => y);
  const [left, right, top, bottom] = [
    Math.min(...xs) - reach,
    Math.max(...xs) + reach,
    Math.min(...ys) - reach,
    Math.max(...ys) + reach,
  ];
  const distance = (x: number, y: number): number => {
    if (x < left || x > right || y < top || y > bottom) return -8;
    const { along, outward } = placeOnArm(arm, { x, y });
    if (along < from - 4 || along > endPx + 8 || Math.abs(outward) > reach) return -8;
    const half = halfAt(along, outward > 0);
    const rounded = shape.cuffRound * shoulderWidthPx * (1 - Math.min(1, (outward / half) ** 2));
    const inside = Math.min(half - Math.abs(outward), endPx + rounded - along, along - from);
    // Where the forearm is not known to be, only skin tells of it.
    const onSkin = shape.skinSlope * (samplePlane(skin, x, y) - shape.skinShare);
    if (along > arm.seenPx) return Math.min(inside, onSkin);
    // Nothing of the limb looks out of its sleeve, and least its elbow.
    const bend = Math.exp(-(((along - arm.upperPx) / (shape.elbowLength * arm.lengthPx)) ** 2));
    const widest = shape.widestLimb * radiusOf(arm, along) + bend * arm.elbowPx;
    const onLimb = Math.min(widest - Math.abs(outward), endPx + rounded - along, along - from);
    return Math.max(inside, Math.min(onLimb, onSkin));
  };
  const across = (x: number, y: number): number => {
    const { along, outward } = placeOnArm(arm, { x, y });
    return Math.min(1, Math.max(-1, outward / halfAt(along, outward > 0)));
  };
  return { distance, across };
}
