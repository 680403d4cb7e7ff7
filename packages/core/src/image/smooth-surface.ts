/** A surface without edges over a picture: a polynomial of x and y, fitted to what is known of it. */
export interface SmoothSurface {
  /** @param x, y in [-1, 1] over the picture. */
  at(x: number, y: number): number;
}

/**
 * Least squares. With too few samples for the degree, or samples on one line, what they do not determine is kept small.
 *
 * @param samples x, y and value of each, one after the other; x and y in [-1, 1].
 * @param degree of the polynomial, 0 or more.
 */
export function fitSurface(samples: Float64Array, degree: number): SmoothSurface {
  const terms = termsOf(degree);
  const count = terms.length;
  // Normal equations with the right side as their last column.
  const matrix = Array.from({ length: count }, () => new Float64Array(count + 1));
  const row = new Float64Array(count + 1);
  for (let at = 0; at < samples.length; at += 3) {
    const [x, y] = [samples[at] as number, samples[at + 1] as number];
    terms.forEach(([i, j], term) => (row[term] = x ** i * y ** j));
    row[count] = samples[at + 2] as number;
    matrix.forEach((line, i) => {
      const factor = row[i] as number;
      for (let j = 0; j <= count; j++) line[j] = (line[j] as number) + factor * (row[j] as number);
    });
  }
  matrix.forEach((line, i) => (line[i] = (line[i] as number) + 1e-6 * samples.length + 1e-9));
  const weights = solve(matrix);
  return { at: (x, y) => terms.reduce((sum, [i, j], term) => sum + (weights[term] as number) * x ** i * y ** j, 0) };
}

function termsOf(degree: number): readonly (readonly [number, number])[] {
  const terms: [number, number][] = [];
  for (let total = 0; total <= degree; total++) for (let j = 0; j <= total; j++) terms.push([total - j, j]);
  return terms;
}

/** Gauss and Jordan; the matrix is positive definite, so no row has to be exchanged. Works in place. */
function solve(matrix: Float64Array[]): number[] {
  const count = matrix.length;
  matrix.forEach((pivotLine, pivot) => {
    const scale = pivotLine[pivot] as number;
    for (let j = pivot; j <= count; j++) pivotLine[j] = (pivotLine[j] as number) / scale;
    matrix.forEach((line, i) => {
      const factor = line[pivot] as number;
      if (i === pivot || factor === 0) return;
      for (let j = pivot; j <= count; j++) line[j] = (line[j] as number) - factor * (pivotLine[j] as number);
    });
  });
  return matrix.map((line) => line[count] as number);
}
