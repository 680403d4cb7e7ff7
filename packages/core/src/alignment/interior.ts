import type { Plane } from '../image.js';

/** For every pixel of a grid, the nearest pixel inside a mask (its own index where it is inside). */
export interface Interior {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Index of the nearest inside pixel; -1 for an empty mask. */
  readonly nearest: Int32Array;
}

/**
 * Nearest-inside map by propagation of offsets (Danielsson, "Euclidean distance mapping", 1980): two sweeps, exact to a fraction of a
 * pixel. `marginPx` first takes the mask's rim away, where a cut-out still holds a trace of background.
 */
export function findInterior(mask: Plane, marginPx: number): Interior {
  const outside = propagate(mask, (value) => value < 0.5);
  const margin = marginPx * marginPx;
  const count = mask.data.length;
  const eroded = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const rim = outside[i] as number;
    eroded[i] = (mask.data[i] as number) >= 0.5 && (rim < 0 || squaredDistance(i, rim, mask.widthPx) > margin) ? 1 : 0;
  }
  const nearest = propagate({ ...mask, data: eroded }, (value) => value >= 0.5);
  return { widthPx: mask.widthPx, heightPx: mask.heightPx, nearest };
}

function squaredDistance(a: number, b: number, widthPx: number): number {
  const dx = (a % widthPx) - (b % widthPx);
  const dy = Math.floor(a / widthPx) - Math.floor(b / widthPx);
  return dx * dx + dy * dy;
}

/** Index of the nearest pixel for which the predicate holds. */
function propagate(plane: Plane, holds: (value: number) => boolean): Int32Array {
  const { widthPx, heightPx } = plane;
  const nearest = Int32Array.from(plane.data, (value, i) => (holds(value) ? i : -1));
  const offer = (index: number, x: number, y: number, dx: number, dy: number) => {
    const nx = x + dx;
    const ny = y + dy;
    if (nx < 0 || ny < 0 || nx >= widthPx || ny >= heightPx) return;
    const candidate = nearest[ny * widthPx + nx] as number;
    if (candidate < 0) return;
    const current = nearest[index] as number;
    if (current < 0 || squaredDistance(index, candidate, widthPx) < squaredDistance(index, current, widthPx)) {
      nearest[index] = candidate;
    }
  };
  const sweep = (down: boolean) => {
    const step = down ? -1 : 1;
    for (let row = 0; row < heightPx; row++) {
      const y = down ? row : heightPx - 1 - row;
      for (let x = 0; x < widthPx; x++) for (const dx of [-1, 0, 1]) offer(y * widthPx + x, x, y, dx, step);
      for (let x = 0; x < widthPx; x++) offer(y * widthPx + x, x, y, -1, 0);
      for (let x = widthPx - 1; x >= 0; x--) offer(y * widthPx + x, x, y, 1, 0);
    }
  };
  sweep(true);
  sweep(false);
  return nearest;
}

/**
 * Brings a point into the mask: outside ones are mirrored at the nearest inside pixel, so cloth goes on as cloth instead of smearing its
 * last thread; where the mirror image is outside too, the nearest pixel itself.
 */
export function bringInside(interior: Interior, x: number, y: number): { x: number; y: number } {
  const { widthPx, heightPx, nearest } = interior;
  const column = Math.min(widthPx - 1, Math.max(0, Math.floor(x)));
  const row = Math.min(heightPx - 1, Math.max(0, Math.floor(y)));
  const index = row * widthPx + column;
  const inside = nearest[index] as number;
  if (inside < 0 || (inside === index && column === Math.floor(x) && row === Math.floor(y))) return { x, y };
  const edgeX = (inside % widthPx) + 0.5;
  const edgeY = Math.floor(inside / widthPx) + 0.5;
  const mirrorX = 2 * edgeX - x;
  const mirrorY = 2 * edgeY - y;
  const mirrorColumn = Math.floor(mirrorX);
  const mirrorRow = Math.floor(mirrorY);
  if (mirrorColumn >= 0 && mirrorRow >= 0 && mirrorColumn < widthPx && mirrorRow < heightPx) {
    const mirrorIndex = mirrorRow * widthPx + mirrorColumn;
    if (nearest[mirrorIndex] === mirrorIndex) return { x: mirrorX, y: mirrorY };
  }
  return { x: edgeX, y: edgeY };
}
