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
const seamFraction = 0.05;

/**
 * Writes the source of a position to `out`: bilinear between the nodes, and between those of one side at a seam.
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
      sampleOneSide(nodes, [a, a + 2, c, c + 2], axis, (low + high) / 2, fx, fy, out);
      return;
    }
    const upper = upperLeft + fx * (upperRight - upperLeft);
    const lower = lowerLeft + fx * (lowerRight - lowerLeft);
    out[axis] = upper + fy * (lower - upper);
  }
}

/**
 * Between the two sides of a seam lies cloth that belongs to neither. The side that weighs more is taken, so that a seam which runs aslant through the
 * grid has no steps.
 *
 * @param corners upper left, upper right, lower left, lower right; @param axis along which the sides lie apart, and where between them.
 */
function sampleOneSide(
  nodes: Float32Array,
  corners: readonly [number, number, number, number],
  axis: number,
  between: number,
  fx: number,
  fy: number,
  out: Float64Array,
): void {
  const weights = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy] as const;
  let above = 0;
  for (let i = 0; i < 4; i++) if ((nodes[(corners[i] as number) + axis] as number) > between) above += weights[i] as number;
  const isAbove = above > 0.5;
  let [x, y, total] = [0, 0, 0];
  for (let i = 0; i < 4; i++) {
    const corner = corners[i] as number;
    if ((nodes[corner + axis] as number) > between !== isAbove) continue;
    const weight = weights[i] as number;
    x += weight * (nodes[corner] as number);
    y += weight * (nodes[corner + 1] as number);
    total += weight;
  }
  out[0] = x / total;
  out[1] = y / total;
}
