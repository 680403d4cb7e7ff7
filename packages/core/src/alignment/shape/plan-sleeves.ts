import type { SleeveLength } from '../../garment-attributes.js';
import { samplePlane } from '../../image/resample.js';
import type { WornSleeve } from '../locate/arm.js';
import { findWornSleeve } from '../locate/arm.js';
import { uprightPlane } from '../locate/upright.js';
import type { WornTop } from '../locate/worn-top.js';
import type { ProductParts } from '../map/product-parts.js';
import { bare, shape, trunk as proportions } from '../proportions.js';
import type { BaredArm } from './bare-sleeve.js';
import { bareArm } from './bare-sleeve.js';
import type { Part } from './part.js';
import { coverArm, sleeveShare } from './sleeve-shape.js';
import type { Surroundings } from './surroundings.js';

/** What is changed of the arms; on the upright grid of the body. */
export interface SleeveChange {
  readonly parts: readonly Part[];
  readonly bared: readonly BaredArm[];
  readonly kept: boolean;
}

const nothing: SleeveChange = { parts: [], bared: [], kept: false };

/**
 * Sleeves that are longer than the worn ones, or arms that are bare where those were longer. What is seen of both arms changes alike; a sleeve that a
 * bag hides stays.
 */
export function planSleeves(
  { clothAndSkin, skin: bareSkin }: Surroundings,
  { mask, background, body, trunk, sleeves }: WornTop,
  product: ProductParts,
  length: SleeveLength | undefined,
  scale: number,
): SleeveChange {
  const { shoulderWidthPx, frame, shoulderRow } = body;
  const limbs = uprightPlane(frame, clothAndSkin);
  const skin = uprightPlane(frame, bareSkin);
  const isSkin = (x: number, y: number) => samplePlane(skin, x, y) >= shape.skinShare;
  const known = length ?? (product.hasSleeves ? undefined : 'none');
  const share = Math.max(...product.sleeves.map((sleeve) => sleeveShare(sleeve, scale / shoulderWidthPx, known)));
  const longer = sleeves.map(({ arm, wrappedPx }) => wrappedPx / arm.lengthPx - share > bare.differs);
  const asWorn: SleeveChange = { ...nothing, kept: longer.includes(true) };
  const elbowSeen = (i: number) => body.arms[i as 0 | 1].elbowSeen;

  // A bare arm shows its skin: what shows neither that nor a cuff is hidden, and says nothing.
  const isBare = (sleeve: WornSleeve) =>
    sleeve.wrappedPx === 0 && shareAlong(sleeve, sleeve.arm.lengthPx, isSkin) > shape.bareArm;
  const seenSleeves = sleeves.filter((sleeve) => (sleeve.wrappedPx > 0 && sleeve.cuffPx !== undefined) || isBare(sleeve));
  const missing = seenSleeves.map(({ arm, wrappedPx }) => share - wrappedPx / arm.lengthPx);
  if (Math.max(...missing, 0) <= shape.sleeveDiffers) {
    if (sleeves.some(({ cuffPx }, i) => longer[i] && (cuffPx === undefined || !elbowSeen(i)))) return asWorn;
    const bared = sleeves.flatMap((sleeve, i) =>
      longer[i] ? [bareArm(sleeve, i === 0 ? -1 : 1, body, trunk, skin, share * sleeve.arm.lengthPx)] : [],
    );
    return { ...nothing, bared };
  }

  const endOf = ({ arm }: WornSleeve) => share * arm.lengthPx + (share === 1 ? shape.wristToCuff * shoulderWidthPx : 0);
  const grows = sleeves.map((sleeve) => endOf(sleeve) - sleeve.wrappedPx > shape.sleeveDiffers * sleeve.arm.lengthPx);
  if (grows.some((grown, i) => grown && !elbowSeen(i))) return { ...nothing, kept: true };
  // Under a jacket the sleeves of a shirt are not seen.
  const isOther = (x: number, y: number) => samplePlane(limbs, x, y) >= 0.5 && !isSkin(x, y) && samplePlane(mask, x, y) < 0.5;
  if (sleeves.some((sleeve, i) => grows[i] && shareAlong(sleeve, endOf(sleeve), isOther) > shape.bareArm)) return asWorn;
  const isSeen = (x: number, y: number) => isSkin(x, y) || samplePlane(mask, x, y) >= shape.skinShare;
  const parts = sleeves.flatMap((sleeve, i): Part[] => {
    const endPx = endOf(sleeve);
    if (!grows[i] || shareAlong(sleeve, endPx, isSeen) < shape.bareArm) return [];
    const tip = {
      x: body.arms[i as 0 | 1].shoulder.x + (i === 0 ? -1 : 1) * proportions.shoulderOut * shoulderWidthPx,
      y: shoulderRow - proportions.shoulderUp * shoulderWidthPx,
    };
    const limb = findWornSleeve(limbs, background, sleeve.arm);
    return [coverArm(limb, skin, sleeve, product.sleeves[i as 0 | 1], tip, endPx, scale, shoulderWidthPx)];
  });
  return { ...asWorn, parts };
}

/** The share of an arm's middle for which something holds, from what is worn down to a length along it. */
function shareAlong({ arm, wrappedPx }: WornSleeve, endPx: number, holds: (x: number, y: number) => boolean): number {
  const [from, to] = [wrappedPx, Math.min(endPx, arm.seenPx)].map((px) =>
    Math.round(Math.min(1, px / arm.lengthPx) * (arm.spine.length - 1)),
  ) as [number, number];
  const points = arm.spine.slice(from, to + 1);
  return points.filter(({ x, y }) => holds(x, y)).length / Math.max(1, points.length);
}
