import { quantile } from '../../image/row-runs.js';
import type { LowerBody } from '../locate/body.js';
import type { Legs } from '../locate/legs.js';
import { leg } from '../proportions.js';

/**
 * Rows of the product for rows of the worn garment: straight from waist to crotch, and on from there to the hem. Full trousers end at the ankle;
 * others, and skirts, are as long as they are wide, unless the worn hem is near.
 *
 * @param person, body rows of the upright grid.
 */
export function fitLegRows(person: Legs, garment: Legs, body: LowerBody, hemSeen: boolean): (y: number) => number {
  const waist = waistRow(person, body);
  const natural = naturalLegScale(garment, body);
  const seenEnd = hemSeen ? person.bottomRow : undefined;
  if (garment.crotchRow === undefined) {
    const slope = followHem(natural, (garment.bottomRow - garment.topRow) / ((seenEnd ?? NaN) - waist), leg.skirtHem);
    // What is too long hides under the top, and what is too short begins at the waist.
    const isLong = seenEnd !== undefined && slope * (seenEnd - waist) < garment.bottomRow - garment.topRow;
    const intercept = isLong ? garment.bottomRow - slope * seenEnd : garment.topRow - slope * waist;
    return (y) => intercept + slope * y;
  }
  const crotch = body.hipRow + leg.crotchBelow * body.legPx;
  const isFull = isFullLength(garment);
  // Legs that touch show no gap at first: the crotch is where it begins or above.
  const highest = garment.topRow + leg.riseOfFull * (garment.bottomRow - garment.topRow);
  const crotchRow = isFull ? Math.min(garment.crotchRow, highest) : garment.crotchRow;
  const below = garment.bottomRow - crotchRow;
  const ankle = isFull ? below / (body.hipRow + body.legPx + leg.hemBelow * body.legPx - crotch) : natural;
  const slope = followHem(ankle, below / ((seenEnd ?? NaN) - crotch), leg.trouserHem);
  const rise = (crotchRow - garment.topRow) / Math.max(1, crotch - waist);
  const upper = Math.min(leg.rise * slope, Math.max(slope / leg.rise, rise));
  return (y) => crotchRow + (y < crotch ? upper : slope) * (y - crotch);
}

/** Trousers that go down to the ankles. */
export function isFullLength({ topRow, crotchRow, bottomRow }: Legs): boolean {
  return crotchRow !== undefined && bottomRow - crotchRow > leg.fullRises * (crotchRow - topRow);
}

/** The scale that makes the hems meet, if the garment can be of that length; `usual` where no hem is seen. */
function followHem(usual: number, meeting: number, pull: number): number {
  if (!(meeting > 0)) return usual;
  return Math.min(pull * usual, Math.max(usual / pull, meeting));
}

/** Where the waistband is: as seen, or where it is worn if a top hides it. */
export function waistRow(person: Legs, body: LowerBody): number {
  const usual = body.hipRow - leg.waistAbove * body.legPx;
  return person.topRow < body.hipRow - leg.bandAbove * body.legPx ? person.topRow : usual;
}

/** Product rows per person row, from the widths of the hips or, of a skirt, of its waist. */
export function naturalLegScale(garment: Legs, body: LowerBody): number {
  if (garment.crotchRow !== undefined) return hipWidth(garment) / (leg.hipWidth * body.legPx);
  const band = widthsOf(garment, garment.topRow, garment.topRow + 0.06 * (garment.bottomRow - garment.topRow));
  return quantile(band, 0.5) / (leg.skirtWaist * body.legPx);
}

/** Width above the crotch, where both legs are one. */
function hipWidth(legs: Legs): number {
  const crotch = legs.crotchRow ?? (legs.topRow + legs.bottomRow) / 2;
  return Math.max(1, quantile(widthsOf(legs, (legs.topRow + crotch) / 2, crotch), 0.5));
}

function widthsOf(legs: Legs, fromRow: number, toRow: number): number[] {
  const rows: number[] = [];
  for (let y = Math.floor(fromRow); y <= Math.floor(toRow); y++) rows.push((legs.right[y] as number) - (legs.left[y] as number));
  return rows;
}
