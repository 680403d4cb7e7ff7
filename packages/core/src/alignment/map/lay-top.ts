import type { Plane } from '../../image/image.js';
import { profileAt } from '../../image/row-runs.js';
import { smoothStep } from '../../image/smooth-step.js';
import type { Point, PointMap } from '../alignment-map.js';
import type { Arm } from '../locate/arm.js';
import { findWornSleeve, placeOnArm, radiusOf } from '../locate/arm.js';
import type { UpperBody } from '../locate/body.js';
import { toUpright } from '../locate/upright.js';
import type { Trunk } from '../locate/trunk.js';
import { fit, middleRange, trunk as proportions } from '../proportions.js';
import { foldBack } from './fold.js';
import { findHem, hemOfWidth, lengthenAlong } from './hem.js';
import { laySleeve } from './lay-sleeve.js';
import { shiftNeckline } from './neckline.js';
import type { ProductParts } from './product-parts.js';

/** What may be repeated above a hem where the worn garment is longer, as shares of a top, whose prints reach far down, and of a dress. */
const [repeatedOfTop, repeatedOfDress] = [0.14, 0.3];
/** Share of the half trunk that goes on as a sleeve where the product has none: its middle has buttons and prints. */
const sleeveOfTrunk = 0.5;
/** The cloth of the trunk goes over into that of the sleeve across this much of a shoulder width. */
const seam = 0.07;

export interface LaidTop {
  readonly mask: Plane;
  readonly background: Plane;
  readonly body: UpperBody;
  readonly arms: readonly (Arm | undefined)[];
  readonly trunk: Trunk;
  readonly hemSeen: boolean;
}

/**
 * Pixels of the person per pixel of the product, where it is cut for them: short boxy products are worn wider than long slim ones.
 */
export function naturalScale(
  { chestPx, bottomRow, topRow, sleeves }: ProductParts,
  shoulderWidthPx: number,
  isDress: boolean,
): number {
  const [low, high] = fit.topRange;
  const ofTop = Math.min(high, Math.max(low, (fit.topWidths * chestPx) / (bottomRow - topRow)));
  const widths = isDress ? fit.dress[(sleeves[0] ?? sleeves[1]) ? 0 : 1] : ofTop;
  return (widths * shoulderWidthPx) / chestPx;
}

/**
 * An upper garment on a body. Rows of the product lie across the trunk, one scale holds for both directions in its middle, and what of the width is
 * left over goes round the sides; so a print keeps its shape. Length that is missing or too much is taken at the hem.
 *
 * @param worn on the upright grid of the body's frame.
 */
export function layTop(worn: LaidTop, garmentMask: Plane, product: ProductParts, isDress: boolean): PointMap {
  const { mask, body, arms, trunk, hemSeen } = worn;
  const { shoulderWidthPx, shoulderRow } = body;
  const natural = naturalScale(product, shoulderWidthPx, isDress);
  const productHeight = product.bottomRow - product.topRow;
  const wornHeight = trunk.bottomRow - trunk.topRow;
  const [shortest, longest] = fit.hem;
  const ratio = hemSeen ? wornHeight / (productHeight * natural) : 1;
  const scale = natural * Math.min(longest, Math.max(shortest, ratio));
  const rowOf = (y: number) => product.topRow + (y - trunk.topRow) / scale;
  const neckShift = shiftNeckline(mask, trunk, garmentMask, product, rowOf);

  const sideOf = (onLeft: boolean, row: number) => profileAt(onLeft ? product.left : product.right, row);
  const cloth = {
    end: product.bottomRow - 0.02 * productHeight,
    hemPx: hemOfWidth * product.chestPx,
    spanPx: (isDress ? repeatedOfDress : repeatedOfTop) * productHeight,
  };
  const hem = findHem(garmentMask, product, (position, row) => product.axisX + (2 * position - 1) * sideOf(position < 0.5, row));
  const wornEnd = hemSeen ? rowOf(trunk.bottomRow) : Infinity;

  const onTrunk = (across: number, onLeft: boolean, y: number, half: number): Point => {
    const row = rowOf(y) + neckShift(across, y);
    const sign = onLeft ? -1 : 1;
    const middle = Math.min(middleRange[1], Math.max(middleRange[0], half / (scale * sideOf(onLeft, row))));
    const unrolled = sign * unroll(across, middle);
    const garmentY = lengthenAlong(hem, (1 + unrolled) / 2, row, cloth, wornEnd);
    return { x: product.axisX + unrolled * sideOf(onLeft, garmentY), y: garmentY };
  };

  const [low, high] = proportions.armpitBelow;
  const armpitRow = Math.min(
    shoulderRow + high * shoulderWidthPx,
    Math.max(shoulderRow + low * shoulderWidthPx, trunk.topRow + (product.armpitRow - product.topRow) * scale),
  );
  const tipRow = shoulderRow - proportions.shoulderUp * shoulderWidthPx;
  const tips = arms.map((arm) => {
    const joint = arm?.spine[0];
    return joint && Math.abs(joint.x - trunk.axisX) + proportions.shoulderOut * shoulderWidthPx;
  });
  const sleeves = arms.map((arm, i) => {
    const sleeve = product.sleeves[i];
    if (!arm || !sleeve) return undefined;
    const half = profileAt(i === 0 ? trunk.left : trunk.right, armpitRow);
    const beside = (out: number, y: number): Point => ({ x: trunk.axisX + arm.sign * out, y });
    const armhole = { tip: beside(tips[i] as number, tipRow), armpit: beside(half, armpitRow) };
    return laySleeve(findWornSleeve(mask, worn.background, arm), armhole, sleeve, scale);
  });

  return (canonicalX, canonicalY) => {
    const point = toUpright(body.frame, { x: canonicalX, y: canonicalY });
    const onLeft = point.x < trunk.axisX;
    const index = onLeft ? 0 : 1;
    const half = profileAt(onLeft ? trunk.left : trunk.right, point.y);
    const out = Math.abs(point.x - trunk.axisX);
    const across = out / half;
    const [arm, sleeve] = [arms[index], sleeves[index]];
    // Where the product has no sleeve to give, the trunk's cloth is folded back and forth from the side seam.
    if (!arm || !sleeve) return onTrunk(foldBack(across, 1, sleeveOfTrunk), onLeft, point.y, half);

    const place = placeOnArm(arm, point);
    const armhole = armholeAt(point.y, tips[index] as number, tipRow, half, armpitRow);
    // A sleeve lies beside the trunk; a forearm also before it.
    const before = isBefore(arm, place, point.y > armpitRow) ? seam * shoulderWidthPx : -Infinity;
    const weight = smoothStep(0, seam * shoulderWidthPx, Math.max(out - armhole, before));
    if (weight === 0) return onTrunk(across, onLeft, point.y, half);
    const limb = sleeve(place);
    if (weight === 1) return limb;
    const seamed = onTrunk(across, onLeft, point.y, half);
    return { x: seamed.x + weight * (limb.x - seamed.x), y: seamed.y + weight * (limb.y - seamed.y) };
  };
}

/** Distance of the armhole from the axis: from shoulder tip to armpit, straight up above it and along the side below. */
function armholeAt(y: number, tip: number, tipRow: number, half: number, armpitRow: number): number {
  const share = Math.min(1, Math.max(0, (y - tipRow) / Math.max(1, armpitRow - tipRow)));
  return tip + share * (half - tip);
}

function isBefore(arm: Arm, { along, outward }: { along: number; outward: number }, belowArmpit: boolean): boolean {
  const isFore = along > arm.upperPx && along <= Math.min(arm.seenPx, arm.lengthPx * 1.05);
  return belowArmpit && isFore && Math.abs(outward) < 1.2 * radiusOf(arm, along);
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
  return across >= 1 ? across : across * (middle + (1 - middle) * across ** ovalPower);
}
