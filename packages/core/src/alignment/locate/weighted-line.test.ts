import { describe, expect, it } from 'vitest';
import { combineEstimates, fitLine } from './weighted-line.js';

describe('fitLine', () => {
  it('goes through two points', () => {
    const line = fitLine(
      [
        { x: 1, y: 5, sigma: 1 },
        { x: 3, y: 9, sigma: 7 },
      ],
      [],
    );
    expect(line?.slope).toBeCloseTo(2);
    expect(line?.intercept).toBeCloseTo(3);
  });

  it('takes a known slope through a single point', () => {
    const line = fitLine([{ x: 10, y: 4, sigma: 0.1 }], [{ slope: 0.5, sigma: 0.1 }]);
    expect(line?.slope).toBeCloseTo(0.5);
    expect((line?.intercept ?? NaN) + 10 * 0.5).toBeCloseTo(4);
  });

  it('believes what is more certain', () => {
    const points = [
      { x: 0, y: 0, sigma: 0.01 },
      { x: 1, y: 1, sigma: 0.01 },
      { x: 2, y: 9, sigma: 10 },
    ];
    expect(fitLine(points, [])?.slope).toBeCloseTo(1, 2);
  });

  it('says so when too little is known', () => {
    expect(fitLine([], [{ slope: 1, sigma: 1 }])).toBeUndefined();
    expect(fitLine([{ x: 2, y: 1, sigma: 1 }], [])).toBeUndefined();
  });
});

describe('combineEstimates', () => {
  it('is the geometric mean of equals, nearer to the surer one otherwise, and surer than each', () => {
    const equal = combineEstimates([
      { value: 2, sigma: 0.1 },
      { value: 8, sigma: 0.1 },
    ]);
    expect(equal?.value).toBeCloseTo(4);
    expect(equal?.sigma).toBeLessThan(0.1);
    const sure = combineEstimates([
      { value: 2, sigma: 0.01 },
      { value: 8, sigma: 1 },
    ]);
    expect(sure?.value).toBeCloseTo(2, 2);
    expect(combineEstimates([])).toBeUndefined();
  });
});
