import type { Plane } from '../../image/image.js';
import { profileAt } from '../../image/row-runs.js';
import { smoothStep } from '../../image/smooth-step.js';
import type { Point, PointMap } from '../alignment-map.js';
import type { WornSleeve } from '../locate/arm.js';
import { placeOnArm } from '../locate/arm.js';
import { toUpright } from '../locate/upright.js';
import type { WornTop } from '../locate/worn-top.js';
import { fit, hems, middleRange, shownHalf, trunk as proportions } from '../proportions.js';
import type { Hem } from './hem.js';
import { findHem, lengthenAlong } from './hem.js';
import { laySleeve } from './lay-sleeve.js';
import { shiftNeckline } from './neckline.js';
import type { ProductParts } from './product-parts.js';

/** Pixels of the person per pixel of the product, where it is cut for them: short boxy products are worn wider than long slim ones. */
export function naturalScale(
  { chestPx, bottomRow, topRow, hasSleeves }: ProductParts,
  shoulderWidthPx: number,
  isDress: boolean,
): number {
  const [low, high] = fit.topRange;
  const ofTop = Math.min(high, Math.max(low, (fit.topWidths * chestPx) / (bottomRow - topRow)));
  const widths = isDress ? fit.dress[hasSleeves ? 0 : 1] : ofTop;
  return (widths * shoulderWidthPx) / chestPx;
}

/**
 * An upper garment on a body. Rows of the product lie across the trunk, one scale holds for both directions in its middle, and what of the width is
 * left over goes round the sides; so a print keeps its shape. Length that is missing or too much is taken at the hem. Both the rows and the columns
 * run one way only, so nothing folds over. Beside the line from shoulder tip to armpit is the sleeve, and where a sleeved forearm lies before the trunk.
 */
export function layTop(
  { mask, body, trunk, sleeves, hemSeen }: WornTop,
  garmentMask: Plane,
  product: ProductParts,
  isDress: boolean,
): PointMap {
  const { shoulderWidthPx, shoulderRow } = body;
  const natural = naturalScale(product, shoulderWidthPx, isDress);
  const productHeight = product.bottomRow - product.topRow;
  const [shortest, longest] = fit.hem;
  const meeting = (trunk.bottomRow - trunk.topRow) / (productHeight * natural);
  const scale = natural * (hemSeen ? Math.min(longest, Math.max(shortest, meeting)) : 1);
  const rowOf = (y: number) => product.topRow + (y - trunk.topRow) / scale;
  const neckShift = shiftNeckline(mask, trunk, garmentMask, product, rowOf);

  const [highest, lowest] = proportions.armpitBelow.map((below) => shoulderRow + below * shoulderWidthPx) as [number, number];
  const armpitRow = Math.min(lowest, Math.max(highest, trunk.topRow + (product.armpitRow - product.topRow) * scale));
  const tipRow = shoulderRow - proportions.shoulderUp * shoulderWidthPx;
  const sides = ([-1, 1] as const).map((sign, i) => {
    const { arm } = sleeves[i] as WornSleeve;
    const profile = sign < 0 ? trunk.left : trunk.right;
    const [tip, armpit] = [
      Math.abs((arm.spine[0] as Point).x - trunk.axisX) + proportions.shoulderOut * shoulderWidthPx,
      profileAt(profile, armpitRow),
    ];
    /** From the axis to the armhole, straight up above it, and to the side below it. */
    const halfAt = (y: number): number => {
      if (y >= armpitRow) return profileAt(profile, y);
      const share = Math.max(0, (y - tipRow) / Math.max(1, armpitRow - tipRow));
      return Math.max(1, tip + share * (armpit - tip));
    };
    const beside = (out: number, y: number): Point => ({ x: trunk.axisX + sign * out, y });
    const armhole = { tip: beside(tip, tipRow), armpit: beside(armpit, armpitRow) };
    const productHalf = (row: number) => profileAt(sign < 0 ? product.left : product.right, row);
    return {
      sign,
      halfAt,
      productHalf,
      sleeve: laySleeve(sleeves[i] as WornSleeve, armhole, product.sleeves[i as 0 | 1], scale),
    };
  });
  type Side = (typeof sides)[number];
  const sideOf = (isLeft: boolean) => sides[isLeft ? 0 : 1] as Side;

  const productHem = findHem(garmentMask, product, hems.ofProduct, (position, row) => {
    return product.axisX + (2 * position - 1) * sideOf(position < 0.5).productHalf(row);
  });
  const wornHem: Hem = hemSeen
    ? findHem(mask, trunk, hems.ofWorn, (position, row) => trunk.axisX + (2 * position - 1) * sideOf(position < 0.5).halfAt(row))
    : () => Infinity;
  const cloth = {
    end: product.bottomRow - hems.rim * productHeight,
    hemPx: hems.depth * product.chestPx,
    spanPx: (isDress ? hems.repeatedOfDress : hems.repeatedOfTop) * productHeight,
  };
  const onTrunk = ({ sign, halfAt, productHalf }: Side, out: number, y: number): Point => {
    const half = halfAt(y);
    const across = Math.min(1, out / half);
    const row = rowOf(y) + neckShift(across, y);
    const flat = half / (scale * productHalf(row));
    const shown = Math.min(1, Math.max(shownHalf, flat));
    const middle = Math.min(middleRange[1], Math.max(middleRange[0], flat / shown));
    const unrolled = sign * shown * unroll(across, middle);
    const wornEnd = rowOf(trunk.bottomRow + wornHem((1 + sign * across) / 2));
    const garmentY = lengthenAlong(productHem, (1 + unrolled) / 2, row, cloth, wornEnd);
    return { x: product.axisX + unrolled * productHalf(garmentY), y: garmentY };
  };

  return (canonicalX, canonicalY) => {
    const { x, y } = toUpright(body.frame, { x: canonicalX, y: canonicalY });
    const side = sideOf(x < trunk.axisX);
    const worn = sleeves[x < trunk.axisX ? 0 : 1];
    const out = Math.abs(x - trunk.axisX);
    const place = placeOnArm(worn.arm, { x, y });
    if (y > armpitRow && worn.isForearm(place)) return side.sleeve(place);
    // Where the two meet one goes over into the other.
    const seam = proportions.seam * shoulderWidthPx;
    const weight = smoothStep(0, seam, out - side.halfAt(y));
    if (weight === 0) return onTrunk(side, out, y);
    const limb = side.sleeve(place);
    const seamed = onTrunk(side, out, y);
    return { x: seamed.x + weight * (limb.x - seamed.x), y: seamed.y + weight * (limb.y - seamed.y) };
  };
}

/** Fitted to the arc of an oval that is 0.7 as deep as it is wide: it is nearly straight over two thirds of the way. */
const ovalPower = 5;

/**
 * Cloth goes round the body: what is seen near the sides is foreshortened, and a print in the middle is not.
 *
 * @param across 0 in the middle, 1 at the side.
 * @param middle slope at 0; 1 leaves everything as it is.
 */
export function unroll(across: number, middle: number): number {
  return across * (middle + (1 - middle) * across ** ovalPower);
}
