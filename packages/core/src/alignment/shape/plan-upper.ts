import type { SleeveLength } from '../../garment-attributes.js';
import type { Plane } from '../../image/image.js';
import { samplePlane } from '../../image/resample.js';
import type { WornSleeve } from '../locate/arm.js';
import { findWornSleeve } from '../locate/arm.js';
import type { UprightFrame } from '../locate/upright.js';
import { toUpright, uprightPlane } from '../locate/upright.js';
import type { WornTop } from '../locate/worn-top.js';
import { findWornTop } from '../locate/worn-top.js';
import { naturalScale } from '../map/lay-top.js';
import { findProductNeck } from '../map/product-neck.js';
import type { ProductParts } from '../map/product-parts.js';
import { findProductParts } from '../map/product-parts.js';
import { bare, shape, trunk as trunkProportions } from '../proportions.js';
import { changeHem } from './hem-shape.js';
import type { BaredArm } from './bare-sleeve.js';
import { bareArm } from './bare-sleeve.js';
import type { Part, ShapeChange } from './part.js';
import { coverShoulders } from './shoulder-shape.js';
import { coverArm, sleeveShare } from './sleeve-shape.js';
import type { Surroundings } from './surroundings.js';

/** What an upper garment changes of the silhouette that is worn. */
export function planUpper(around: Surroundings, cloth: Plane, sleeve: SleeveLength | undefined, isDress: boolean): ShapeChange {
  const product = findProductParts(cloth, isDress);
  const worn = findWornTop(around.worn, isDress);
  const { body } = worn;
  const scale = naturalScale(product, body.shoulderWidthPx, isDress);
  const upright = ({ distance, across }: Part): Part => {
    const inFrame = (of: (x: number, y: number) => number) => (x: number, y: number) => {
      const point = toUpright(body.frame, { x, y });
      return of(point.x, point.y);
    };
    return across ? { distance: inFrame(distance), across: inFrame(across) } : { distance: inFrame(distance) };
  };
  const sleeves = planSleeves(around, worn, product, sleeve, scale);
  const planes = { skin: uprightPlane(body.frame, around.skin), clothAndSkin: uprightPlane(body.frame, around.clothAndSkin) };
  const shoulders = coverShoulders(worn, planes, product, findProductNeck(cloth, product), scale);
  const below = { lower: uprightPlane(body.frame, around.lower), dress: uprightPlane(body.frame, around.dress) };
  const hem = changeHem(worn, { ...planes, ...below }, product, scale, isDress);
  const onTrunk = [...shoulders, ...hem.covered];
  return {
    ...{ onArms: sleeves.parts.map(upright), onTrunk: onTrunk.map(upright), released: hem.released.map(upright) },
    hidden: hem.hidden.map(upright),
    bared: sleeves.bared.map((arm) => baredInCanonical(arm, body.frame)),
    ...{ shoulderWidthPx: body.shoulderWidthPx, kept: sleeves.kept || hem.kept },
  };
}

/** Both sleeves change, or neither. */
function planSleeves(
  { clothAndSkin, skin: bareSkin }: Surroundings,
  { mask, background, body, trunk, sleeves }: WornTop,
  product: ProductParts,
  length: SleeveLength | undefined,
  scale: number,
): { readonly parts: readonly Part[]; readonly bared: readonly BaredArm[]; readonly kept: boolean } {
  const { shoulderWidthPx, frame, shoulderRow } = body;
  const limbs = uprightPlane(frame, clothAndSkin);
  const skin = uprightPlane(frame, bareSkin);
  const known = length ?? (product.hasSleeves ? undefined : 'none');
  const shares = product.sleeves.map((sleeve) => sleeveShare(sleeve, scale / shoulderWidthPx, known));
  const share = Math.max(...shares);
  // A bare arm shows its skin: what shows neither that nor a cuff is hidden, and says nothing.
  const isBare = (sleeve: WornSleeve) =>
    sleeve.wrappedPx === 0 &&
    shareAlong(sleeve, sleeve.arm.lengthPx, (x, y) => samplePlane(skin, x, y) >= shape.skinShare) > shape.bareArm;
  const seenSleeves = sleeves.filter((sleeve) => (sleeve.wrappedPx > 0 && sleeve.cuffPx !== undefined) || isBare(sleeve));
  const missing = seenSleeves.map(({ arm, wrappedPx }) => share - wrappedPx / arm.lengthPx);
  const longest = Math.max(...missing, 0);
  const isLonger = ({ arm, wrappedPx }: WornSleeve) => wrappedPx / arm.lengthPx - share > bare.differs;
  const asWorn = { parts: [], bared: [], kept: sleeves.some(isLonger) };
  if (longest <= shape.sleeveDiffers) {
    const longer = sleeves.map(isLonger);
    if (!longer.includes(true)) return { parts: [], bared: [], kept: false };
    const isKnown = sleeves.every(({ cuffPx }, i) => !longer[i] || (cuffPx !== undefined && body.arms[i as 0 | 1].elbowSeen));
    if (!isKnown) return { parts: [], bared: [], kept: true };
    const bared = sleeves.flatMap((sleeve, i) =>
      longer[i] ? [bareArm(sleeve, i === 0 ? -1 : 1, body, trunk, skin, share * sleeve.arm.lengthPx)] : [],
    );
    return { parts: [], bared, kept: false };
  }
  const endOf = ({ arm }: WornSleeve) => share * arm.lengthPx + (share === 1 ? shape.wristToCuff * shoulderWidthPx : 0);
  const grows = sleeves.map((sleeve) => endOf(sleeve) - sleeve.wrappedPx > shape.sleeveDiffers * sleeve.arm.lengthPx);
  if (grows.some((grown, i) => grown && !body.arms[i as 0 | 1].elbowSeen)) return { parts: [], bared: [], kept: true };
  const isSeen = (x: number, y: number) => Math.max(samplePlane(skin, x, y), samplePlane(mask, x, y)) >= shape.skinShare;
  const seen = sleeves.map((sleeve) => shareAlong(sleeve, endOf(sleeve), isSeen));
  // Under a jacket the sleeves of a shirt are not seen.
  const isOther = (x: number, y: number) =>
    samplePlane(limbs, x, y) >= 0.5 && samplePlane(skin, x, y) < shape.skinShare && samplePlane(mask, x, y) < 0.5;
  if (sleeves.some((sleeve, i) => grows[i] && shareAlong(sleeve, endOf(sleeve), isOther) > shape.bareArm)) return asWorn;
  const parts = sleeves.flatMap((sleeve: WornSleeve, i): Part[] => {
    const { arm } = sleeve;
    const endPx = endOf(sleeve);
    if (!grows[i] || (seen[i] as number) < shape.bareArm) return [];
    const sign = i === 0 ? -1 : 1;
    const shoulder = body.arms[i as 0 | 1].shoulder;
    const tip = {
      x: shoulder.x + sign * trunkProportions.shoulderOut * shoulderWidthPx,
      y: shoulderRow - trunkProportions.shoulderUp * shoulderWidthPx,
    };
    const limb = findWornSleeve(limbs, background, arm);
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

function baredInCanonical({ hole, limb, place, isHand, lengthPx }: BaredArm, frame: UprightFrame): BaredArm {
  const inFrame =
    <T>(of: (x: number, y: number) => T) =>
    (x: number, y: number): T => {
      const point = toUpright(frame, { x, y });
      return of(point.x, point.y);
    };
  return { hole: inFrame(hole), limb: inFrame(limb), place: inFrame(place), isHand: inFrame(isHand), lengthPx };
}
