import { lengthen } from './fold.js';
import type { Legs } from './legs.js';
import type { PointMap } from './map-torso.js';
import type { LegContext } from './leg-rows.js';
import { fitLegRows } from './leg-rows.js';
import { profileAt } from './row-runs.js';

/** Leg to leg: waist to crotch to hem by rows, outer side to inner side by widths. */
export function mapLegs(person: Legs, garment: Legs, context: LegContext): PointMap {
  const rowOf = mapRows(person, garment, context);
  return (x, y) => {
    const garmentY = rowOf(y);
    const [left, innerLeft, innerRight, right] = sidesAt(person, y);
    const garmentSides = sidesAt(garment, garmentY);
    if (garment.crotchRow === undefined) {
      // A skirt closes the gap between the legs.
      return { x: interpolate(garmentSides[0], garmentSides[3], (x - left) / Math.max(1, right - left)), y: garmentY };
    }
    const onLeft = x < (innerLeft + innerRight) / 2;
    return onLeft
      ? { x: interpolate(garmentSides[0], garmentSides[1], (x - left) / Math.max(1, innerLeft - left)), y: garmentY }
      : { x: interpolate(garmentSides[2], garmentSides[3], (x - innerRight) / Math.max(1, right - innerRight)), y: garmentY };
  };
}

const interpolate = (from: number, to: number, fraction: number) => from + fraction * (to - from);

function sidesAt(legs: Legs, y: number): readonly [number, number, number, number] {
  return [profileAt(legs.left, y), profileAt(legs.innerLeft, y), profileAt(legs.innerRight, y), profileAt(legs.right, y)];
}

/** Depth of the hem of a lower garment, and what above it may be repeated, as shares of its length. */
const hemShare = 0.06;
const repeatedShare = 0.35;

/** Where the product ends above the worn hem, the cloth above its own hem goes on. */
function mapRows(person: Legs, garment: Legs, context: LegContext): (y: number) => number {
  const { intercept, slope } = fitLegRows(person, garment, context);
  const length = garment.bottomRow - garment.topRow;
  const cloth = { end: garment.bottomRow - 2, hemPx: hemShare * length, spanPx: repeatedShare * length };
  const wornEnd = context.hemSeen ? intercept + slope * person.bottomRow : Infinity;
  return (y) => lengthen(intercept + slope * y, cloth, wornEnd);
}
