import { pixelsOf, reachFrom } from '../../image/geodesic-distance.js';
import type { Plane } from '../../image/image.js';
import { quantile } from '../../image/row-runs.js';
import type { Point } from '../alignment-map.js';

/** A sleeve as a limb of one or two straight parts, from the shoulder to the cuff; canonical pixels. */
export interface Sleeve {
  /** Shoulder and cuff; the elbow between them where the arm is bent. */
  readonly joints: readonly Point[];
  readonly lengthPx: number;
  /** Width across the limb of what is seen of it beside the trunk, and where the middle of that lies, outwards of the line. */
  readonly widthPx: number;
  readonly middlePx: number;
  /** -1 on the left of the picture. */
  readonly sign: -1 | 1;
}

/** A place of a limb: from the shoulder on, and away from the trunk. */
export interface LimbPlace {
  readonly along: number;
  readonly outward: number;
}

/** The mean of the farthest tenth of a limb lies a little short of its end. */
const cuffBeyond = 1.06;
/** An elbow this far beside the line from shoulder to cuff, in lengths of that, is bent by some 27 degrees. */
const bend = 0.12;
/** Where elbows are, between shoulder and wrist. */
const elbowRange = [0.3, 0.7] as const;
/** Shorter sleeves end above the elbow, in widths of the limb. */
const elbowWidths = 2.2;

/**
 * The limb that starts at a shoulder.
 *
 * @param inside 1 for pixels of the mask beside the trunk.
 * @returns `undefined` when there is none to speak of.
 */
export function findLimb(inside: Uint8Array, grid: Omit<Plane, 'data'>, shoulder: Point, sign: -1 | 1): Sleeve | undefined {
  const { widthPx } = grid;
  const pixels = pixelsOf(inside);
  const pointOf = (i: number): Point => ({ x: (i % widthPx) + 0.5, y: Math.floor(i / widthPx) + 0.5 });
  const fromShoulder = (i: number) => distance(pointOf(i), shoulder);
  const nearest = pixels.reduce((least, i) => Math.min(least, fromShoulder(i)), Infinity);
  const seeds = pixels.filter((i) => fromShoulder(i) < nearest + 3);
  const reach = reachFrom(seeds, inside, grid);
  const limb = pixels.filter((i) => Number.isFinite(reach[i]));
  const reachOf = (i: number) => reach[i] as number;
  const far = quantile(limb.map(reachOf), 0.9);
  const cuff = mean(limb.filter((i) => reachOf(i) >= far).map(pointOf));
  const chord = distance(shoulder, cuff);
  if (!(chord >= 4)) return undefined;

  const straight = limbOf([shoulder, cuff], limb.map(pointOf), sign);
  const middle = limb.filter((i) => reachOf(i) > elbowRange[0] * far && reachOf(i) < elbowRange[1] * far);
  const slices = Array.from({ length: 6 }, (_, k) => {
    const from = far * (elbowRange[0] + (k * (elbowRange[1] - elbowRange[0])) / 6);
    return mean(middle.filter((i) => reachOf(i) >= from && reachOf(i) < from + far / 15).map(pointOf));
  }).filter(({ x }) => !Number.isNaN(x));
  const beside = (point: Point) => Math.abs(placeOn(straight, point).outward);
  const elbow = slices.reduce<Point | undefined>(
    (best, point) => (best && beside(best) >= beside(point) ? best : point),
    undefined,
  );
  const isBent = elbow && beside(elbow) > bend * chord && far > elbowWidths * (limb.length / far);
  return isBent ? limbOf([shoulder, elbow, cuff], limb.map(pointOf), sign) : straight;
}

function limbOf(joints: readonly Point[], points: readonly Point[], sign: -1 | 1): Sleeve {
  const end = joints[joints.length - 1] as Point;
  const before = joints[joints.length - 2] as Point;
  const cuff = { x: before.x + cuffBeyond * (end.x - before.x), y: before.y + cuffBeyond * (end.y - before.y) };
  const extended = [...joints.slice(0, -1), cuff];
  const lengthPx = partsOf(extended).reduce((sum, { lengthPx: length }) => sum + length, 0);
  const line = { joints: extended, lengthPx, widthPx: 0, middlePx: 0, sign };
  const outward = points.map((point) => placeOn(line, point).outward);
  const [inner, outer] = [quantile(outward, 0.05), quantile(outward, 0.95)];
  return { ...line, widthPx: Math.max(4, outer - inner), middlePx: (outer + inner) / 2 };
}

/** Where a point lies on the nearest part of the limb; both ends go on straight. */
export function placeOn({ joints, sign }: Pick<Sleeve, 'joints' | 'sign'>, { x, y }: Point): LimbPlace {
  const parts = partsOf(joints);
  let best: LimbPlace = { along: 0, outward: 0 };
  let least = Infinity;
  let before = 0;
  parts.forEach(({ from, directionX, directionY, lengthPx }, k) => {
    const [dx, dy] = [x - from.x, y - from.y];
    const along = dx * directionX + dy * directionY;
    const lowest = k === 0 ? -Infinity : 0;
    const highest = k === parts.length - 1 ? Infinity : lengthPx;
    const on = Math.min(highest, Math.max(lowest, along));
    // The normal points away from the trunk on both sides, so the outer seam stays the outer seam.
    const outward = sign * (dx * directionY - dy * directionX);
    const away = Math.hypot(outward, along - on);
    if (away < least) {
      least = away;
      best = { along: before + on, outward: Math.sign(outward) * away };
    }
    before += lengthPx;
  });
  return best;
}

/** The point at a place of the limb. */
export function pointOn({ joints, sign }: Sleeve, { along, outward }: LimbPlace): Point {
  let rest = along;
  const parts = partsOf(joints);
  const part = parts.find(({ lengthPx }, k) => {
    if (rest <= lengthPx || k === parts.length - 1) return true;
    rest -= lengthPx;
    return false;
  }) as LimbPart;
  const { from, directionX, directionY } = part;
  return {
    x: from.x + rest * directionX + sign * outward * directionY,
    y: from.y + rest * directionY - sign * outward * directionX,
  };
}

interface LimbPart {
  readonly from: Point;
  readonly directionX: number;
  readonly directionY: number;
  readonly lengthPx: number;
}

function partsOf(joints: readonly Point[]): LimbPart[] {
  return joints.slice(1).map((to, k) => {
    const from = joints[k] as Point;
    const lengthPx = distance(from, to);
    return { from, directionX: (to.x - from.x) / lengthPx, directionY: (to.y - from.y) / lengthPx, lengthPx };
  });
}

function mean(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
