import type { Plane } from '../../image/image.js';
import { createPlane } from '../../image/image.js';
import { samplePlane } from '../../image/resample.js';
import type { Point } from '../alignment-map.js';

/**
 * A frame that stands with the body: y runs down its axis, x across it, one unit is a canonical pixel. A leaning body is no special case in it.
 * The middle of the canonical crop is the middle of its grid, which is large enough for the crop at any angle that people lean at.
 */
export interface UprightFrame {
  readonly cos: number;
  readonly sin: number;
  /** Of the canonical grid. */
  readonly sizePx: number;
}

/** Side of the upright grid against the canonical one. */
const room = 1.25;

/** The frame whose y runs from one canonical point to another. */
export function uprightAlong(from: Point, to: Point, sizePx: number): UprightFrame {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 1) return { cos: 1, sin: 0, sizePx };
  return { cos: (to.y - from.y) / length, sin: (to.x - from.x) / length, sizePx };
}

export function toUpright({ cos, sin, sizePx }: UprightFrame, { x, y }: Point): Point {
  const [dx, dy] = [x - sizePx / 2, y - sizePx / 2];
  const middle = (room * sizePx) / 2;
  return { x: middle + dx * cos - dy * sin, y: middle + dx * sin + dy * cos };
}

/** A canonical plane on the upright grid; zero beyond the crop. */
export function uprightPlane({ cos, sin, sizePx }: UprightFrame, plane: Plane): Plane {
  const side = Math.round(room * sizePx);
  const upright = createPlane(side, side);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const [dx, dy] = [column + 0.5 - side / 2, row + 0.5 - side / 2];
      const x = sizePx / 2 + dx * cos + dy * sin;
      const y = sizePx / 2 - dx * sin + dy * cos;
      if (x < 0 || y < 0 || x >= sizePx || y >= sizePx) continue;
      upright.data[row * side + column] = samplePlane(plane, x, y);
    }
  }
  return upright;
}
