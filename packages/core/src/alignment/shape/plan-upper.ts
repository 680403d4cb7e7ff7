import type { SleeveLength } from '../../garment-attributes.js';
import type { Plane } from '../../image/image.js';
import type { UprightFrame } from '../locate/upright.js';
import { toUpright, uprightPlane } from '../locate/upright.js';
import { findWornTop } from '../locate/worn-top.js';
import { naturalScale } from '../map/lay-top.js';
import { findProductNeck } from '../map/product-neck.js';
import { findProductParts } from '../map/product-parts.js';
import { changeHem } from './hem-shape.js';
import type { BaredArm } from './bare-sleeve.js';
import type { Part, ShapeChange } from './part.js';
import { planSleeves } from './plan-sleeves.js';
import { coverShoulders } from './shoulder-shape.js';
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

function baredInCanonical({ hole, limb, place, isHand, lengthPx }: BaredArm, frame: UprightFrame): BaredArm {
  const inFrame =
    <T>(of: (x: number, y: number) => T) =>
    (x: number, y: number): T => {
      const point = toUpright(frame, { x, y });
      return of(point.x, point.y);
    };
  return { hole: inFrame(hole), limb: inFrame(limb), place: inFrame(place), isHand: inFrame(isHand), lengthPx };
}
