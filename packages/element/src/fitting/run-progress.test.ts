import type { TryOnProgress } from '@stylemap-tryon/sdk';
import { describe, expect, it } from 'vitest';
import type { Leg } from './run-progress.js';
import { joinProgress, legs } from './run-progress.js';

function fractionsOf(planned: readonly Leg[]): number[] {
  const fractions: number[] = [];
  const progressOf = joinProgress(planned, ({ fraction }) => fractions.push(fraction));
  for (const leg of planned) {
    for (const fraction of [0, 0.5, 1]) progressOf(leg)({ stage: 'decode', fraction });
  }
  return fractions;
}

describe('the progress of a run', () => {
  it.each([[legs], [['person', 'garment', 'dress']], [['dress']]] as const)('goes from 0 to 1 over %j', (planned) => {
    const fractions = fractionsOf(planned);
    expect(fractions[0]).toBe(0);
    expect(fractions.at(-1)).toBeCloseTo(1, 12);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  });

  it('passes stage and bytes on', () => {
    const reports: TryOnProgress[] = [];
    joinProgress(legs, (progress) => reports.push(progress))('load')({
      stage: 'load',
      fraction: 0,
      loadedBytes: 1,
      totalBytes: 2,
    });
    expect(reports).toEqual([{ stage: 'load', fraction: 0, loadedBytes: 1, totalBytes: 2 }]);
  });
});
