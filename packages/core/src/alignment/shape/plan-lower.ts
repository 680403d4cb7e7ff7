import type { Plane } from '../../image/image.js';
import { findLegs } from '../locate/legs.js';
import { toUpright } from '../locate/upright.js';
import type { WornLower } from '../locate/worn-lower.js';
import { findWornLower } from '../locate/worn-lower.js';
import { leg, shape } from '../proportions.js';
import type { Part, ShapeChange } from './part.js';
import { planSkirt } from './skirt-shape.js';
import type { Surroundings } from './surroundings.js';
import { planTrousers } from './trousers-shape.js';

/** What trousers or a skirt change of the silhouette that is worn. */
export function planLower(around: Surroundings, cloth: Plane, hasLegs: boolean | undefined): ShapeChange {
  const worn = findWornLower(around.worn, around.skin);
  const { body } = worn;
  const product = findLegs(cloth);
  const plan = (hasLegs ?? product.crotchRow !== undefined) ? planTrousers(worn, product) : planSkirt(worn, product);
  const upright = ({ distance }: Part): Part => ({
    distance: (x, y) => {
      const point = toUpright(body.frame, { x, y });
      return distance(point.x, point.y);
    },
  });
  const released = [...plan.released, ...aboveWaist(worn)];
  return {
    ...{ onArms: [], onTrunk: plan.covered.map(upright), released: released.map(upright) },
    ...{ hidden: plan.hidden.map(upright), bared: [] },
    ...{ shoulderWidthPx: shape.shouldersOfLeg * body.legPx, kept: plan.kept },
  };
}

/** A dress below whose waist trousers or a skirt are put on is seen above them. */
function aboveWaist({ legs: { topRow }, body: { hipRow, legPx } }: WornLower): readonly Part[] {
  const waist = hipRow - leg.waistAbove * legPx;
  return topRow < waist - shape.aboveWaist * legPx ? [{ distance: (_, y) => waist - y }] : [];
}
