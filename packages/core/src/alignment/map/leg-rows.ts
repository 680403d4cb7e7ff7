import { quantile } from '../../image/row-runs.js';
import { bodyLevel, levelOfRow, rowOfLevel } from '../locate/figure.js';
import type { Legs } from '../locate/legs.js';
import type { Estimate, Line, PointCue } from '../locate/weighted-line.js';
import { combineEstimates, fitLine } from '../locate/weighted-line.js';
import type { WornGarment } from '../locate/worn-garment.js';
import { drape } from './drape.js';

/** What the worn lower garment tells beside its outline. */
export type LegContext = Pick<WornGarment, 'figure' | 'hemSeen'>;

/** Relative uncertainty of `drape`. */
const drapeSigma = 0.12;
/** Measures of lower garments in body heights of who they are cut for: rise, hips, waist of skirts, length of full trousers. */
const [rise, riseSigma] = [0.165, 0.15];
const [hips, hipsSigma] = [0.27, 0.12];
const [skirtWaist, skirtWaistSigma] = [0.21, 0.15];
const [fullLength, fullLengthSigma] = [0.57, 0.06];
/** Legs longer than this many rises reach the ankle. */
const fullLegRises = 1.8;
/** A figure's height from its own picture. */
const figureSigma = 0.1;
/** How far a hem may pull the length away from what widths and body say before it is another length of garment. */
const hemPull = 1.35;
/** Certainty of levels, in body heights. */
const [crotchSigma, waistSigma, hemSigma] = [0.03, 0.03, 0.01];
/** A lower garment that is seen this high up shows its waistband; a lower one hides it under a top. */
const waistbandSeenLevel = 0.555;

/** Rows of the product for rows of the worn garment: a straight line, so that a pattern keeps its proportions from waist to hem. */
export function fitLegRows(person: Legs, garment: Legs, { figure, hemSeen }: LegContext): Line {
  const natural = naturalScale(person, garment, figure);
  const unitPx = naturalHeight(garment).value;
  const points: PointCue[] = [];
  const add = (x: number, y: number, sigma: number) => points.push({ x, y, sigma: sigma * unitPx });
  if (!figure || levelOfRow(figure, person.topRow) >= waistbandSeenLevel) add(person.topRow, garment.topRow, hemSigma);
  else add(rowOfLevel(figure, bodyLevel.waist), garment.topRow, waistSigma);
  const crotch = crotchOf(person, figure);
  if (crotch !== undefined && garment.crotchRow !== undefined) add(crotch, garment.crotchRow, crotchSigma);
  const slopes = [{ slope: natural.value, sigma: natural.sigma * natural.value }];
  const withoutHem = fitLine(points, slopes) as Line;
  if (!hemSeen) return covering(withoutHem, person, garment);

  add(person.bottomRow, garment.bottomRow, hemSigma);
  const withHem = fitLine(points, slopes) as Line;
  const slope = Math.min(hemPull * natural.value, Math.max(natural.value / hemPull, withHem.slope));
  if (slope === withHem.slope) return covering(withHem, person, garment);
  // Another length of garment. Legs are put on from the crotch; a skirt meets the worn hem, and what is too long hides under the top.
  if (garment.crotchRow !== undefined) return covering(withoutHem, person, garment);
  return covering({ slope, intercept: garment.bottomRow - slope * person.bottomRow }, person, garment);
}

/** The seen part of the worn garment is covered from its first row on. */
function covering(line: Line, person: Legs, garment: Legs): Line {
  const missing = garment.topRow - (line.intercept + line.slope * person.topRow);
  return missing > 0 ? { slope: line.slope, intercept: line.intercept + missing } : line;
}

/** Product rows per person row, from widths and from how tall both figures are. */
function naturalScale(person: Legs, garment: Legs, figure: LegContext['figure']): Estimate {
  const widths = hipWidth(garment) / hipWidth(person, figure && rowOfLevel(figure, bodyLevel.crotch));
  const byWidth = { value: drape * widths, sigma: drapeSigma };
  if (!figure) return byWidth;
  const height = naturalHeight(garment);
  const byHeight = { value: height.value / figure.heightPx, sigma: Math.hypot(height.sigma, figureSigma) };
  return combineEstimates([byWidth, byHeight]) as Estimate;
}

/** Height of the person a product is cut for, in the product's pixels. */
function naturalHeight(garment: Legs): Estimate {
  const { topRow, bottomRow, crotchRow } = garment;
  const estimates: Estimate[] = [];
  if (crotchRow === undefined) {
    const band = widthsOf(garment, topRow, topRow + 0.06 * (bottomRow - topRow));
    estimates.push({ value: quantile(band, 0.5) / skirtWaist, sigma: skirtWaistSigma });
  } else {
    const risePx = Math.max(1, crotchRow - topRow);
    estimates.push({ value: risePx / rise, sigma: riseSigma }, { value: hipWidth(garment) / hips, sigma: hipsSigma });
    if (bottomRow - crotchRow > fullLegRises * risePx) {
      estimates.push({ value: (bottomRow - topRow) / fullLength, sigma: fullLengthSigma });
    }
  }
  return combineEstimates(estimates) as Estimate;
}

/** Legs that touch show no gap at first, so the crotch is where the gap begins or above it. */
function crotchOf(person: Legs, figure: LegContext['figure']): number | undefined {
  const body = figure && rowOfLevel(figure, bodyLevel.crotch);
  if (body === undefined || person.crotchRow === undefined) return body ?? person.crotchRow;
  return Math.min(body, person.crotchRow);
}

/** Width above the crotch, where both legs are one; in the rows that are seen of it. */
function hipWidth(legs: Legs, crotch = legs.crotchRow ?? (legs.topRow + legs.bottomRow) / 2): number {
  const height = legs.bottomRow - legs.topRow;
  const to = Math.min(legs.bottomRow, Math.max(crotch, legs.topRow + 0.15 * height));
  return Math.max(1, quantile(widthsOf(legs, (legs.topRow + to) / 2, to), 0.5));
}

function widthsOf(legs: Legs, fromRow: number, toRow: number): number[] {
  const rows: number[] = [];
  for (let y = Math.floor(fromRow); y <= Math.floor(toRow); y++) rows.push((legs.right[y] as number) - (legs.left[y] as number));
  return rows;
}
