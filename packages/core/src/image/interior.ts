import type { Plane } from './image.js';

/** For every pixel of a grid, the nearest pixel inside a mask (its own index where it is inside). */
export interface Interior {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Index of the nearest inside pixel; -1 everywhere for an empty mask. */
  readonly nearest: Int32Array;
}

/** Nearest-inside map of a mask whose rim of `marginPx`, which still holds a trace of background, is first taken away. */
export function findInterior(mask: Plane, marginPx: number): Interior {
  const { widthPx, heightPx } = mask;
  const inside = Uint8Array.from(mask.data, (value) => (value >= 0.5 ? 1 : 0));
  const outside = inside.map((value) => 1 - value);
  const rim = nearestOffsets(outside, widthPx, heightPx);
  const core = inside.map((value, i) => {
    const [dx, dy] = [rim.dx[i] as number, rim.dy[i] as number];
    return value === 1 && dx * dx + dy * dy > marginPx * marginPx ? 1 : 0;
  });
  const { dx, dy } = nearestOffsets(core.includes(1) ? core : inside, widthPx, heightPx);
  const nearest = Int32Array.from(dx, (x, i) => (x === unreached ? -1 : i + x + (dy[i] as number) * widthPx));
  return { widthPx, heightPx, nearest };
}

const unreached = 0x3fff;

/**
 * Offset from every pixel to the nearest set pixel by two sweeps (Danielsson, "Euclidean distance mapping", 1980); exact to a fraction
 * of a pixel.
 */
function nearestOffsets(set: Uint8Array, widthPx: number, heightPx: number): { dx: Int16Array; dy: Int16Array } {
  const dx = new Int16Array(set.length);
  const dy = new Int16Array(set.length);
  for (let i = 0; i < set.length; i++) if (set[i] === 0) dx[i] = unreached;

  /** Offers the answer of the neighbour at (`stepX`, `stepY`), which the caller knows to exist, to pixel `i`. */
  const offer = (i: number, stepX: number, stepY: number) => {
    const neighbour = i + stepX + stepY * widthPx;
    const theirs = dx[neighbour] as number;
    if (theirs === unreached) return;
    const x = theirs + stepX;
    const y = (dy[neighbour] as number) + stepY;
    const [currentX, currentY] = [dx[i] as number, dy[i] as number];
    if (currentX === unreached || x * x + y * y < currentX * currentX + currentY * currentY) {
      dx[i] = x;
      dy[i] = y;
    }
  };
  const sweep = (firstRow: number, rowStep: 1 | -1) => {
    for (let row = 0, y = firstRow; row < heightPx; row++, y += rowStep) {
      const start = y * widthPx;
      if (row > 0) {
        for (let x = 0; x < widthPx; x++) {
          if (x > 0) offer(start + x, -1, -rowStep);
          offer(start + x, 0, -rowStep);
          if (x < widthPx - 1) offer(start + x, 1, -rowStep);
        }
      }
      for (let x = 1; x < widthPx; x++) offer(start + x, -1, 0);
      for (let x = widthPx - 2; x >= 0; x--) offer(start + x, 1, 0);
    }
  };
  sweep(0, 1);
  sweep(heightPx - 1, -1);
  return { dx, dy };
}

/**
 * Brings a point into the mask: outside ones are mirrored at the nearest inside pixel, so cloth goes on as cloth instead of smearing its
 * last thread; where the mirror image is outside too, the nearest pixel itself.
 */
export function bringInside(interior: Interior, x: number, y: number): { x: number; y: number } {
  const { widthPx, heightPx, nearest } = interior;
  const column = Math.min(widthPx - 1, Math.max(0, Math.floor(x)));
  const row = Math.min(heightPx - 1, Math.max(0, Math.floor(y)));
  const inside = nearest[row * widthPx + column] as number;
  if (inside < 0 || (inside === row * widthPx + column && x >= 0 && y >= 0 && x < widthPx && y < heightPx)) return { x, y };
  const edgeX = (inside % widthPx) + 0.5;
  const edgeY = Math.floor(inside / widthPx) + 0.5;
  const mirrored = { x: 2 * edgeX - x, y: 2 * edgeY - y };
  return isInside(interior, mirrored.x, mirrored.y) ? mirrored : { x: edgeX, y: edgeY };
}

function isInside({ widthPx, heightPx, nearest }: Interior, x: number, y: number): boolean {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  if (column < 0 || row < 0 || column >= widthPx || row >= heightPx) return false;
  return nearest[row * widthPx + column] === row * widthPx + column;
}
