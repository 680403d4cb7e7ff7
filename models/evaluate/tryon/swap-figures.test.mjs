import { describe, expect, it } from 'vitest';
import { summariseGroups } from './group-figures.mjs';
import { groupLines } from './group-report.mjs';
import { summariseSwapKinds, summariseSwaps } from './swap-figures.mjs';

/**
 * @param {import('./swaps.mjs').SwapKind[]} kinds
 * @param {boolean} wornPlain
 * @param {number} share
 */
function swapRow(kinds, wornPlain, share) {
  const figures = { foldCorrelation: share / 2, colourDifference: 1, colourFromProduct: 4 };
  const row = { kinds, wornPlain, ...figures, seam: { photo: 2, result: 3 }, fineTrace: { share, correlation: share ** 2 } };
  return /** @type {import('./swap-measurement.mjs').SwapRow} */ (/** @type {unknown} */ (row));
}

const rows = [
  swapRow(['patterned to plain', 'dark to light'], false, 0.2),
  swapRow(['plain to plain', 'dark to light'], true, 0.8),
  swapRow(['plain to plain'], true, 0.6),
];

describe('the figures of swaps', () => {
  it('call fine contrast residue over patterned photos and folds over plain ones', () => {
    const all = summariseSwaps(rows);
    expect(all.swaps).toBe(3);
    expect(all.patternResidue).toEqual({ mean: 0.2, median: 0.2, count: 1 });
    expect(all.patternCorrelation?.mean).toBeCloseTo(0.04);
    expect(all.fineFoldsKept?.mean).toBeCloseTo(0.7);
    expect(all.seamOverPhoto.mean).toBe(1.5);
  });

  it('count a swap in each of its kinds, and pass over kinds without any', () => {
    const kinds = summariseSwapKinds(rows);
    expect(Object.keys(kinds)).toEqual(['patterned to plain', 'plain to plain', 'dark to light']);
    expect(kinds['dark to light']).toMatchObject({ swaps: 2, foldCorrelation: { mean: 0.25 } });
    expect(kinds['plain to plain']).toMatchObject({ swaps: 2, patternResidue: undefined });
  });
});

describe('the figures of recolouring', () => {
  const score = (/** @type {number} */ psnrDb) => ({ psnrDb, ssim: psnrDb / 40 });
  const pairs = [30, 32, 34, 20].map((psnrDb, i) => ({
    group: i < 3 ? 'mt01' : 'wj02',
    kind: /** @type {const} */ ('top'),
    methods: { result: score(psnrDb), classical: score(psnrDb - 4) },
    colourDifference: i,
  }));

  it('are those of each garment, and give each garment the same weight', () => {
    const { perGroup, meanOfGroupMedians } = summariseGroups(pairs);
    expect(perGroup.map(({ group, samples, methods }) => [group, samples, methods.result.psnrDb.median])).toEqual([
      ['mt01', 3, 32],
      ['wj02', 1, 20],
    ]);
    expect(meanOfGroupMedians.result).toEqual({ psnrDb: 26, ssim: 0.65 });
    expect(meanOfGroupMedians.classical.psnrDb).toBe(22);
  });

  it('can be read', () => {
    const text = groupLines(
      /** @type {Parameters<typeof groupLines>[0]} */ (/** @type {unknown} */ (summariseGroups(pairs))),
    ).join('\n');
    expect(text).toMatch(/mt01, top \(3\) +PSNR 32\.00 {2}SSIM 0\.800/);
    expect(text).toMatch(/result +PSNR 26\.00/);
    expect(text).not.toContain('perceptual');
  });
});
