import { describe, expect, it } from 'vitest';
import { quantile, summarise } from './statistics.mjs';

describe('quantile', () => {
  it('is the middle of an odd number of samples, whatever their order', () => {
    expect(quantile([9, 1, 5], 0.5)).toBe(5);
  });

  it('lies between neighbours where no sample is at the share', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([0, 100], 0.95)).toBe(95);
  });
});

describe('summarise', () => {
  it('gives median, 95th percentile and the number of runs', () => {
    expect(summarise([10, 20, 30])).toEqual({ medianMs: 20, p95Ms: 29, runs: 3 });
  });
});
