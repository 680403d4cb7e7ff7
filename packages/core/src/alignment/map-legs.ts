import { foldBack } from './fold.js';
import type { Legs } from './legs.js';
import type { PointMap } from './map-torso.js';
import { foldedFraction, regularisedRowScale } from './map-torso.js';
import { profileAt } from './row-runs.js';

/** Leg to leg: waist to crotch to hem by rows, outer side to inner side by widths. */
export function mapLegs(person: Legs, garment: Legs): PointMap {
  const rowOf = mapRows(person, garment);
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

function mapRows(person: Legs, garment: Legs): (y: number) => number {
  const height = person.bottomRow - person.topRow;
  const garmentHeight = garment.bottomRow - garment.topRow;
  if (person.crotchRow !== undefined && garment.crotchRow !== undefined) {
    const crotch = person.crotchRow;
    const garmentCrotch = garment.crotchRow;
    const upper = (garmentCrotch - garment.topRow) / Math.max(1, crotch - person.topRow);
    const lower = (garment.bottomRow - garmentCrotch) / Math.max(1, person.bottomRow - crotch);
    return (y) => (y <= crotch ? garment.topRow + (y - person.topRow) * upper : garmentCrotch + (y - crotch) * lower);
  }
  const widthOf = (legs: Legs) => {
    const middle = Math.round((legs.topRow + legs.bottomRow) / 2);
    return Math.max(1, (legs.right[middle] as number) - (legs.left[middle] as number));
  };
  const scale = regularisedRowScale(garmentHeight / Math.max(1, height), widthOf(garment) / widthOf(person));
  return (y) => foldBack(garment.topRow + (y - person.topRow) * scale, garment.bottomRow - 2, foldedFraction * garmentHeight);
}
