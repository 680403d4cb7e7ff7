import type { Plane } from '../../image/image.js';
import { profileAt } from '../../image/row-runs.js';
import type { PointMap } from '../alignment-map.js';
import type { LowerBody } from '../locate/body.js';
import { toUpright } from '../locate/upright.js';
import type { Legs } from '../locate/legs.js';
import type { HemmedCloth } from './fold.js';
import { hems } from '../proportions.js';
import type { Hem } from './hem.js';
import { findHem, lengthenAlong } from './hem.js';

import { fitLegRows } from './leg-rows.js';

/** A lower garment as it is worn; mask and legs on the upright grid of the body's frame. */
export interface WornLegs {
  readonly mask: Plane;
  readonly legs: Legs;
  readonly body: LowerBody;
  readonly hemSeen: boolean;
}

/** Leg to leg: waist to crotch to hem by rows, outer side to inner side by widths; both run one way only. */
export function layLegs({ mask, legs: person, body, hemSeen }: WornLegs, garmentMask: Plane, garment: Legs): PointMap {
  const rowOf = fitLegRows(person, garment, body, hemSeen);
  const hem = findHem(garmentMask, garment, hems.ofProduct, (position, row) => columnAt(garment, position, row));
  const wornHem: Hem = hemSeen
    ? findHem(mask, person, hems.ofWorn, (position, row) => columnAt(person, position, row))
    : () => Infinity;
  const cloth = hemmedCloth(garment);
  return (canonicalX, canonicalY) => {
    const { x, y } = toUpright(body.frame, { x: canonicalX, y: canonicalY });
    const position = Math.min(1, Math.max(0, positionAt(person, x, y, garment.crotchRow !== undefined)));
    // Where the product ends above the worn hem, the cloth above its own hem goes on.
    const garmentY = lengthenAlong(hem, position, rowOf(y), cloth, rowOf(person.bottomRow + wornHem(position)));
    return { x: columnAt(garment, position, garmentY), y: garmentY };
  };
}

/** Position across, from 0 at the left side over 0.5 at both inner sides to 1 at the right one; a skirt closes the gap between them. */
function positionAt(person: Legs, x: number, y: number, parted: boolean): number {
  const [left, innerLeft, innerRight, right] = sidesAt(person, y);
  if (!parted) return (x - left) / Math.max(1, right - left);
  return x < (innerLeft + innerRight) / 2
    ? (0.5 * (x - left)) / Math.max(1, innerLeft - left)
    : 0.5 + (0.5 * (x - innerRight)) / Math.max(1, right - innerRight);
}

function columnAt(legs: Legs, position: number, y: number): number {
  const [left, innerLeft, innerRight, right] = sidesAt(legs, y);
  return position < 0.5 ? left + 2 * position * (innerLeft - left) : innerRight + (2 * position - 1) * (right - innerRight);
}

function sidesAt(legs: Legs, y: number): readonly [number, number, number, number] {
  return [profileAt(legs.left, y), profileAt(legs.innerLeft, y), profileAt(legs.innerRight, y), profileAt(legs.right, y)];
}

/** What may be repeated lies below the crotch, as far as there is enough of it; shares of the garment's length. */
const [leastRepeated, mostRepeated] = [0.12, 0.35];

function hemmedCloth(garment: Legs): HemmedCloth {
  const length = garment.bottomRow - garment.topRow;
  const hipRow = garment.topRow + 0.25 * length;
  const end = garment.bottomRow - 2;
  const hemPx = hems.depth * (profileAt(garment.right, hipRow) - profileAt(garment.left, hipRow));
  const belowCrotch = end - hemPx - (garment.crotchRow ?? 0);
  return { end, hemPx, spanPx: Math.min(mostRepeated * length, Math.max(leastRepeated * length, belowCrotch)) };
}
