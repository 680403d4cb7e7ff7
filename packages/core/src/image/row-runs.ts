import type { Plane } from './image.js';

/** A stretch of mask in one row, in pixels: `from` inclusive, `to` exclusive. */
export interface RowRun {
  readonly from: number;
  readonly to: number;
}

/** Runs of the mask in a row, left to right; slivers under two pixels are noise of the contour. */
export function rowRuns(mask: Plane, y: number): RowRun[] {
  const runs: RowRun[] = [];
  let from = -1;
  for (let x = 0; x <= mask.widthPx; x++) {
    const inside = x < mask.widthPx && (mask.data[y * mask.widthPx + x] as number) >= 0.5;
    if (inside && from < 0) from = x;
    if (!inside && from >= 0) {
      if (x - from >= 2) runs.push({ from, to: x });
      from = -1;
    }
  }
  return runs;
}

/** The run that holds `x`, or the nearest one. */
export function runAt(runs: readonly RowRun[], x: number): RowRun | undefined {
  const distance = (run: RowRun) => Math.max(run.from - x, x - run.to, 0);
  return runs.reduce<RowRun | undefined>((best, run) => (!best || distance(run) < distance(best) ? run : best), undefined);
}

/** Rows of the mask's extent that hold at least two pixels. */
export function rowExtent(mask: Plane): { topRow: number; bottomRow: number } {
  let topRow = mask.heightPx;
  let bottomRow = 0;
  for (let y = 0; y < mask.heightPx; y++) {
    if (rowRuns(mask, y).length === 0) continue;
    topRow = Math.min(topRow, y);
    bottomRow = y + 1;
  }
  return { topRow, bottomRow };
}

/** Value below which `fraction` of the samples lie; `NaN` for no samples. */
export function quantile(values: readonly number[], fraction: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))] ?? NaN;
}

/** Gaussian smoothing of a per-row profile; rows without a value (`NaN`) take those of their neighbours. */
export function smoothProfile(profile: Float32Array, sigmaRows: number): Float32Array {
  const radius = Math.ceil(3 * sigmaRows);
  const filled = fillGaps(profile);
  return filled.map((_, row) => {
    let sum = 0;
    let total = 0;
    for (let k = -radius; k <= radius; k++) {
      const value = filled[Math.min(filled.length - 1, Math.max(0, row + k))] as number;
      const weight = Math.exp(-(k * k) / (2 * sigmaRows * sigmaRows));
      sum += weight * value;
      total += weight;
    }
    return sum / total;
  });
}

function fillGaps(profile: Float32Array): Float32Array {
  const filled = Float32Array.from(profile);
  let last = filled.find((value) => !Number.isNaN(value)) ?? 0;
  for (let row = 0; row < filled.length; row++) {
    if (Number.isNaN(filled[row])) filled[row] = last;
    else last = filled[row] as number;
  }
  return filled;
}

/** Linear interpolation of a per-row profile at a continuous row (centres at half integers). */
export function profileAt(profile: Float32Array, row: number): number {
  const position = Math.min(profile.length - 1, Math.max(0, row - 0.5));
  const below = Math.floor(position);
  const above = Math.min(profile.length - 1, below + 1);
  return (profile[below] as number) * (1 - position + below) + (profile[above] as number) * (position - below);
}
