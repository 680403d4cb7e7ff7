/** A straight line `y = intercept + slope * x`. */
export interface Line {
  readonly intercept: number;
  readonly slope: number;
}

/** Something known about the line: it runs through a point, give or take `sigma` in y. */
export interface PointCue {
  readonly x: number;
  readonly y: number;
  readonly sigma: number;
}

/** Something known about the line: its slope, give or take `sigma`. */
export interface SlopeCue {
  readonly slope: number;
  readonly sigma: number;
}

/** The line that agrees best with everything known (least squares, weighted by certainty); `undefined` where too little is. */
export function fitLine(points: readonly PointCue[], slopes: readonly SlopeCue[]): Line | undefined {
  let [weight, sumX, sumXx, sumY, sumXy] = [0, 0, 0, 0, 0];
  for (const { x, y, sigma } of points) {
    const w = 1 / sigma ** 2;
    weight += w;
    sumX += w * x;
    sumXx += w * x * x;
    sumY += w * y;
    sumXy += w * x * y;
  }
  for (const { slope, sigma } of slopes) {
    const w = 1 / sigma ** 2;
    sumXx += w;
    sumXy += w * slope;
  }
  const determinant = weight * sumXx - sumX * sumX;
  if (!(determinant > 1e-12 * weight * sumXx)) return undefined;
  return {
    intercept: (sumY * sumXx - sumX * sumXy) / determinant,
    slope: (weight * sumXy - sumX * sumY) / determinant,
  };
}

/** A positive quantity and its relative uncertainty. */
export interface Estimate {
  readonly value: number;
  readonly sigma: number;
}

/** Geometric mean of independent estimates of one quantity, weighted by certainty; `undefined` of none. */
export function combineEstimates(estimates: readonly Estimate[]): Estimate | undefined {
  if (estimates.length === 0) return undefined;
  let [weight, sum] = [0, 0];
  for (const { value, sigma } of estimates) {
    weight += 1 / sigma ** 2;
    sum += Math.log(value) / sigma ** 2;
  }
  return { value: Math.exp(sum / weight), sigma: 1 / Math.sqrt(weight) };
}
