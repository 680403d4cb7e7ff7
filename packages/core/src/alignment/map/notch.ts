import type { Plane } from '../../image/image.js';
import type { OutlinePoint } from '../../image/outline.js';
import { hullIndices, traceOutline } from '../../image/outline.js';
import { rowExtent } from '../../image/row-runs.js';
import type { Point } from '../alignment-map.js';

/** Where a sleeve meets the trunk from below, and both ends of its cuff. */
export interface Notch {
  readonly armpit: Point;
  readonly innerCuff: Point;
  readonly outerCuff: Point;
}

/** A notch less deep than this, in widths of the garment, is a waist or a fold. */
const leastDepth = 0.01;
/** Armpits lie between these shares of the height; those of a dress higher up. */
const [highest, lowest, lowestOfDress] = [0.08, 0.75, 0.5];
/** A cuff sticks out of the armpit by this share of the width, and lies above it by at most so many times that. */
const [leastOut, steepest] = [0.03, 1.6];
/** Widths of cuffs: a corner that sticks out less is none, and two ends farther apart are not of one cuff. */
const [leastCuff, widestCuff] = [0.04, 0.3];
/** Pixels of outline over which its direction is told. */
const climb = 6;
/** Armpits keep this far from the axis, in widths. */
const leastHalf = 0.12;

/**
 * The deepest notch in the outline of one half of a product, against the convex hull of that half: of the whole, sleeves longer than the hem would
 * hide it.
 *
 * @param sign -1 for the left half.
 */
export function findNotch(mask: Plane, axisX: number, sign: -1 | 1, isDress: boolean): Notch | undefined {
  const { topRow, bottomRow } = rowExtent(mask);
  const height = bottomRow - topRow;
  // The half with the axis on its left; then the outline goes clockwise from the top over sleeve and side to the hem.
  const { widthPx } = mask;
  const half = new Uint8Array(mask.data.length);
  for (let i = 0; i < half.length; i++) {
    const [x, y] = [i % widthPx, Math.floor(i / widthPx)];
    const source = Math.round(axisX - 0.5) + sign * x;
    if (source >= 0 && source < widthPx && (mask.data[y * widthPx + source] as number) >= 0.5) half[i] = 1;
  }
  const outline = traceOutline(half, mask);
  const halfWidth = outline.reduce((widest, { x }) => Math.max(widest, x), 1);
  const garmentWidth = 2 * halfWidth;
  let best: { from: number; deepest: number; depth: number } | undefined;
  const corners = hullIndices(outline);
  const at = (i: number) => outline[i] as OutlinePoint;
  corners.forEach((from, k) => {
    const to = corners[k + 1] ?? outline.length - 1;
    for (let i = from + 1; i < to; i++) {
      const depth = distanceFromLine(at(i), at(from), at(to));
      if (depth < leastDepth * garmentWidth || (best && depth <= best.depth)) continue;
      const { x, y } = at(i);
      if (x < leastHalf * garmentWidth || y < topRow + highest * height) continue;
      if (y > topRow + (isDress ? lowestOfDress : lowest) * height) continue;
      const out = at(from).x - x;
      if (out < leastOut * garmentWidth || at(from).y < y - steepest * out) continue;
      best = { from, deepest: i, depth };
    }
  });
  if (!best) return undefined;
  const { from, deepest } = best;
  const back = (i: number): Point => ({ x: axisX + sign * at(i).x, y: at(i).y });
  // A cuff that points outwards has its outer end on the hull, and the inner one is the corner between that and the armpit.
  const corner = farthestFrom(outline, from, deepest);
  const beyond = outerCorner(outline, from, deepest);
  const isInner =
    distanceFromLine(at(corner), at(from), at(deepest)) < leastCuff * garmentWidth &&
    Math.hypot(at(beyond).x - at(from).x, at(beyond).y - at(from).y) < widestCuff * garmentWidth;
  const [inner, outer] = isInner ? [from, beyond] : [corner, from];
  // The deepest point may be a waist: up the side from there, the armpit is where the outline turns outwards.
  let armpit = deepest;
  while (armpit - climb > inner && at(armpit).y - at(armpit - climb).y > at(armpit - climb).x - at(armpit).x) armpit--;
  return { armpit: back(armpit), innerCuff: back(inner), outerCuff: back(outer) };
}

/** The corner before the inner end of a cuff that lies farthest both along the sleeve and away from the trunk. */
function outerCorner(outline: readonly OutlinePoint[], innerCuff: number, armpit: number): number {
  const [cuff, start] = [outline[innerCuff], outline[armpit]] as [OutlinePoint, OutlinePoint];
  const [dx, dy] = [cuff.x - start.x, cuff.y - start.y];
  let best = innerCuff;
  let farthest = -Infinity;
  for (let i = 0; i <= innerCuff; i++) {
    const { x, y } = outline[i] as OutlinePoint;
    if ((x - start.x) * dx + (y - start.y) * dy < 0.5 * (dx * dx + dy * dy)) continue;
    const score = (x - start.x) * (dx + dy) + (y - start.y) * (dy - dx);
    if (score > farthest) [best, farthest] = [i, score];
  }
  return best;
}

function farthestFrom(outline: readonly OutlinePoint[], from: number, to: number): number {
  let best = from;
  let farthest = -1;
  for (let i = from; i <= to; i++) {
    const distance = distanceFromLine(
      ...([outline[i], outline[from], outline[to]] as [OutlinePoint, OutlinePoint, OutlinePoint]),
    );
    if (distance > farthest) [best, farthest] = [i, distance];
  }
  return best;
}

function distanceFromLine(point: OutlinePoint, a: OutlinePoint, b: OutlinePoint): number {
  const length = Math.max(1e-6, Math.hypot(b.x - a.x, b.y - a.y));
  return Math.abs((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)) / length;
}
