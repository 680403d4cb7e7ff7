import type { Plane } from './image.js';

/** A pixel of an outline, by its centre. */
export interface OutlinePoint {
  readonly x: number;
  readonly y: number;
}

/** The eight neighbours, clockwise from the right in a picture whose y runs down. */
const neighbours = [
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
  [1, -1],
] as const;

/**
 * The outline of what holds the topmost pixel of a set, clockwise from there (Moore's neighbour tracing, ended by Jacob's criterion).
 *
 * @param inside 1 for pixels of the set.
 */
export function traceOutline(inside: Uint8Array, { widthPx, heightPx }: Omit<Plane, 'data'>): OutlinePoint[] {
  const start = inside.indexOf(1);
  if (start < 0) return [];
  const holds = (x: number, y: number) => x >= 0 && y >= 0 && x < widthPx && y < heightPx && inside[y * widthPx + x] === 1;
  const outline: OutlinePoint[] = [];
  let [x, y] = [start % widthPx, Math.floor(start / widthPx)];
  // Nothing lies above the topmost row, nor to the left of its first pixel.
  let from = 6;
  const first = { x, y };
  let firstStep = -1;
  for (let guard = 0; guard < 4 * inside.length; guard++) {
    let step = -1;
    for (let k = 0; k < 8; k++) {
      const direction = (from + k) % 8;
      const [dx, dy] = neighbours[direction] as readonly [number, number];
      if (!holds(x + dx, y + dy)) continue;
      step = direction;
      break;
    }
    if (step < 0) return [{ x: x + 0.5, y: y + 0.5 }];
    if (x === first.x && y === first.y) {
      if (step === firstStep) break;
      if (firstStep < 0) firstStep = step;
    }
    outline.push({ x: x + 0.5, y: y + 0.5 });
    const [dx, dy] = neighbours[step] as readonly [number, number];
    [x, y] = [x + dx, y + dy];
    from = (step + 6) % 8;
  }
  return outline;
}

/** Indices of the corners of the convex hull of an outline, in its order (Andrew's monotone chain, 1979). */
export function hullIndices(outline: readonly OutlinePoint[]): number[] {
  const at = (i: number) => outline[i] as OutlinePoint;
  const sorted = outline.map((_, i) => i).sort((a, b) => at(a).x - at(b).x || at(a).y - at(b).y);
  const turn = (a: number, b: number, c: number) =>
    (at(b).x - at(a).x) * (at(c).y - at(a).y) - (at(b).y - at(a).y) * (at(c).x - at(a).x);
  const chain = (ordered: readonly number[]) => {
    const hull: number[] = [];
    for (const i of ordered) {
      while (hull.length > 1 && turn(hull[hull.length - 2] as number, hull[hull.length - 1] as number, i) <= 0) hull.pop();
      hull.push(i);
    }
    return hull;
  };
  return [...new Set([...chain(sorted), ...chain([...sorted].reverse())])].sort((a, b) => a - b);
}
