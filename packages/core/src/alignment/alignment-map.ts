export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Maps a point of the person's canonical crop to one of the garment's. Pixels of either 256-square. */
export type PointMap = (x: number, y: number) => Point;

/**
 * The alignment T: for every node of a grid over the person's canonical crop, where in the garment's canonical crop its cloth comes from.
 * Both in fractions of their crop; nodes at pixel centres.
 */
export interface AlignmentMap {
  readonly sizePx: number;
  /** Interleaved (x, y), `sizePx * sizePx` nodes, row-major. */
  readonly nodes: Float32Array;
}

/** Neighbouring nodes farther apart than this, as a fraction of the crop, lie on the two sides of a seam. */
const seamFraction = 0.12;

/**
 * Writes the source of a position to `out`: bilinear between the nodes, and the nearest node across a seam.
 *
 * @param fractionX, fractionY position in fractions of the person's canonical crop; outside [0, 1] the rim's nodes answer.
 * @param out gets x and y, in fractions of the garment's canonical crop.
 */
export function sampleAlignment(map: AlignmentMap, fractionX: number, fractionY: number, out: Float64Array): void {
  const { sizePx, nodes } = map;
  const x = Math.min(Math.max(fractionX * sizePx - 0.5, 0), sizePx - 1);
  const y = Math.min(Math.max(fractionY * sizePx - 0.5, 0), sizePx - 1);
  const x0 = Math.min(Math.floor(x), sizePx - 2);
  const y0 = Math.min(Math.floor(y), sizePx - 2);
  const fx = x - x0;
  const fy = y - y0;
  const a = 2 * (y0 * sizePx + x0);
  const c = a + 2 * sizePx;
  for (let axis = 0; axis < 2; axis++) {
    const upperLeft = nodes[a + axis] as number;
    const upperRight = nodes[a + 2 + axis] as number;
    const lowerLeft = nodes[c + axis] as number;
    const lowerRight = nodes[c + 2 + axis] as number;
    const low = Math.min(upperLeft, upperRight, lowerLeft, lowerRight);
    const high = Math.max(upperLeft, upperRight, lowerLeft, lowerRight);
    if (high - low > seamFraction) {
      // Between the two sides lies cloth that belongs to neither; take one node for both axes.
      const nearest = (fy < 0.5 ? a : c) + (fx < 0.5 ? 0 : 2);
      out[0] = nodes[nearest] as number;
      out[1] = nodes[nearest + 1] as number;
      return;
    }
    const upper = upperLeft + fx * (upperRight - upperLeft);
    const lower = lowerLeft + fx * (lowerRight - lowerLeft);
    out[axis] = upper + fy * (lower - upper);
  }
}
