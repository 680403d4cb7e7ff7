import type { Plane } from '../../image/image.js';
import { quantile, rowExtent, rowRuns, runAt, smoothProfile } from '../../image/row-runs.js';
import type { Figure } from './figure.js';
import type { Sleeve } from './sleeve.js';
import { findLimb } from './sleeve.js';

/** The trunk of an upper garment: a curved ladder of rows, and what sticks out of it. Canonical pixels. */
export interface Torso {
  readonly topRow: number;
  /** Exclusive. */
  readonly bottomRow: number;
  readonly axisX: number;
  /** Distance from the axis to the left and right side, per row. */
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly leftSleeve: Sleeve | undefined;
  readonly rightSleeve: Sleeve | undefined;
}

/** Sides may follow the waist and hips by this much before they count as sleeves. */
const sideSlack = 1.12;
/** A side of the trunk this much wider than the other has an arm on it; about a neck, which hair may hide, it takes more. */
const lopsided = 1.25;
const lopsidedAboutNeck = 1.4;
/** Widest dressed trunk without any arm, in body heights. */
const widestBareTrunk = 0.225;
/** The hem is looked for this far to both sides of the axis, in widths of the garment. */
const hemReach = 0.25;
/** Share of the garment a sleeve has to have. */
const smallestSleeveFraction = 0.012;

/** What else is known about a silhouette. */
export interface TorsoHints {
  /** Below 1 the trunk is a part of its run: arms hang against the body on both sides and are no silhouette of their own. */
  readonly narrowing?: number;
  /** In pixels of the mask. */
  readonly figure?: Figure | undefined;
}

/**
 * Finds the trunk in the mask of a top, coat or dress.
 *
 * Below the armpits the trunk is the run of mask about the axis; above them the sleeves widen that run, so the sides go straight up
 * from the chest. A trunk that is much wider on one side has an arm hanging there, and is about the neck what it is on the other.
 *
 * @param followsSkirt a dress's lower half keeps its own width.
 */
export function findTorso(mask: Plane, followsSkirt: boolean, { narrowing = 1, figure }: TorsoHints = {}): Torso {
  const extent = rowExtent(mask);
  const { topRow } = extent;
  const rowBetween = (bottomRow: number) => (fraction: number) => Math.round(topRow + fraction * (bottomRow - topRow));
  const roughRow = rowBetween(extent.bottomRow);
  let axisX = findAxis(mask, roughRow(0.4), roughRow(0.95));
  const bottomRow = hemRow(mask, axisX, extent);
  const rowOf = rowBetween(bottomRow);
  const [chestFrom, chestTo] = followsSkirt ? [rowOf(0.25), rowOf(0.5)] : [rowOf(0.4), rowOf(0.9)];
  const chestOf = (distances: Float32Array) => {
    const widths = Array.from(distances.subarray(chestFrom, chestTo)).filter((value) => value > 0);
    return quantile(widths.length > 0 ? widths : [mask.widthPx / 4], 0.35);
  };

  let distances = distancesFrom(mask, axisX, topRow, bottomRow);
  let [left, right] = [chestOf(distances.left), chestOf(distances.right)];
  if (figure?.neckX !== undefined && figure.neckX > axisX - left && figure.neckX < axisX + right) {
    const off = figure.neckX - axisX;
    const hasArms = left + right > widestBareTrunk * figure.heightPx;
    if (ratio(left, right) > lopsided || (hasArms && ratio(left + off, right - off) > lopsidedAboutNeck)) {
      axisX = figure.neckX;
      distances = distancesFrom(mask, axisX, topRow, bottomRow);
      [left, right] = [chestOf(distances.left), chestOf(distances.right)];
      if (ratio(left, right) > lopsided) [left, right] = [Math.min(left, slackOf(right)), Math.min(right, slackOf(left))];
    }
  }
  const side = (raw: Float32Array, chest: number): Float32Array => {
    const sides = raw.map((value, y) => {
      const skirt = followsSkirt && y > rowOf(0.5);
      if (Number.isNaN(value) || y < chestFrom) return chest;
      return Math.max(0.6 * chest, skirt ? value : Math.min(value, slackOf(chest)));
    });
    return smoothProfile(sides, Math.max(2, 0.03 * (bottomRow - topRow))).map((value) => value * narrowing);
  };
  const trunk = { topRow, bottomRow, axisX, left: side(distances.left, left), right: side(distances.right, right) };
  return { ...trunk, leftSleeve: findSleeve(mask, trunk, -1), rightSleeve: findSleeve(mask, trunk, 1) };
}

const ratio = (a: number, b: number) => Math.max(a, b) / Math.max(1, Math.min(a, b));
const slackOf = (width: number) => sideSlack * width;

/** From the axis to both ends of the run about it, per row; `NaN` where the axis is outside. */
function distancesFrom(mask: Plane, axisX: number, topRow: number, bottomRow: number): Pick<Torso, 'left' | 'right'> {
  const left = new Float32Array(mask.heightPx).fill(NaN);
  const right = new Float32Array(mask.heightPx).fill(NaN);
  for (let y = topRow; y < bottomRow; y++) {
    const run = runAt(rowRuns(mask, y), axisX);
    if (!run || run.from > axisX || run.to < axisX) continue;
    left[y] = axisX - run.from;
    right[y] = run.to - axisX;
  }
  return { left, right };
}

/** Mean width of the trunk, both sides together. */
export function torsoWidthPx(torso: Torso): number {
  let sum = 0;
  for (let y = torso.topRow; y < torso.bottomRow; y++) sum += (torso.left[y] as number) + (torso.right[y] as number);
  return sum / Math.max(1, torso.bottomRow - torso.topRow);
}

/** Exclusive; the median of the columns about the axis, as a hand's pocket or a sleeve may reach farther down. */
function hemRow(mask: Plane, axisX: number, { topRow, bottomRow }: { topRow: number; bottomRow: number }): number {
  const run = runAt(rowRuns(mask, Math.round(topRow + 0.6 * (bottomRow - topRow))), axisX);
  if (!run) return bottomRow;
  const reach = hemReach * (run.to - run.from);
  const ends: number[] = [];
  for (let x = Math.max(0, Math.round(axisX - reach)); x < Math.min(mask.widthPx, axisX + reach); x++) {
    let y = bottomRow;
    while (y > topRow && (mask.data[(y - 1) * mask.widthPx + x] as number) < 0.5) y--;
    ends.push(y);
  }
  return ends.length > 0 ? Math.max(topRow + 1, quantile(ends, 0.5)) : bottomRow;
}

function findAxis(mask: Plane, fromRow: number, toRow: number): number {
  let [sum, count] = [0, 0];
  for (let y = fromRow; y < toRow; y++) {
    for (let x = 0; x < mask.widthPx; x++) {
      if ((mask.data[y * mask.widthPx + x] as number) < 0.5) continue;
      sum += x + 0.5;
      count++;
    }
  }
  const centroid = count > 0 ? sum / count : mask.widthPx / 2;
  // One refinement: the middle of the runs the centroid falls into is not pulled by a single spread arm.
  const middles: number[] = [];
  for (let y = fromRow; y < toRow; y++) {
    const run = runAt(rowRuns(mask, y), centroid);
    if (run) middles.push((run.from + run.to) / 2);
  }
  return middles.length > 0 ? quantile(middles, 0.5) : centroid;
}

function findSleeve(mask: Plane, trunk: Omit<Torso, 'leftSleeve' | 'rightSleeve'>, sign: -1 | 1): Sleeve | undefined {
  const { topRow, bottomRow, axisX } = trunk;
  const sides = sign < 0 ? trunk.left : trunk.right;
  const inside = new Uint8Array(mask.data.length);
  let [garmentPx, sleevePx] = [0, 0];
  for (let y = topRow; y < bottomRow; y++) {
    for (let x = 0; x < mask.widthPx; x++) {
      const i = y * mask.widthPx + x;
      if ((mask.data[i] as number) < 0.5) continue;
      garmentPx++;
      if (sign * (x + 0.5 - axisX) <= (sides[y] as number) + 1) continue;
      sleevePx++;
      inside[i] = 1;
    }
  }
  if (sleevePx < smallestSleeveFraction * garmentPx) return undefined;
  const y = topRow + 0.12 * ((trunk.left[topRow] as number) + (trunk.right[topRow] as number));
  const x = axisX + sign * (sides[Math.min(sides.length - 1, Math.round(y))] as number) * 0.92;
  return findLimb(inside, mask, { x, y }, sign);
}
