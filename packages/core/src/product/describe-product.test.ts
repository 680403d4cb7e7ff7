import { describe, expect, it } from 'vitest';
import { scoresOfKind } from '../testing/index.js';
import { describeProduct } from './describe-product.js';
import { attributesOf, believedProduct } from './product-scores.js';

/** Scores of these probabilities, as a sigmoid gives them. */
function scoresOf(shares: Readonly<Record<number, number>>) {
  const scores = new Float32Array(16).fill(0.001);
  // Odds in the ratio of the shares.
  for (const [slot, share] of Object.entries(shares)) scores[Number(slot)] = (0.1 * share) / (1 + 0.1 * share);
  return scores;
}
const [top, outerwear, bottom, dress, none] = [0, 1, 2, 3, 4];

describe('what a product is', () => {
  it.each(['top', 'outerwear', 'bottom', 'dress'] as const)('is %s where the picture says so', (kind) => {
    const scores = scoresOfKind(kind);
    expect(describeProduct({ scores, warnings: [] }, 'auto', {})).toMatchObject({ kind, warnings: [] });
    expect(believedProduct(scores).kindConfidence).toBeGreaterThan(0.95);
  });

  it('is what the shop says, whatever the picture says', () => {
    expect(describeProduct({ scores: scoresOfKind('dress'), warnings: [] }, 'top', {}).kind).toBe('top');
  });

  it('is said to be unsure where two kinds are alike, and keeps what was found before', () => {
    const scores = scoresOf({ [top]: 1, [dress]: 0.9, [bottom]: 0.1 });
    const { kind, warnings } = describeProduct({ scores, warnings: ['product-cut-out-rough'] }, 'auto', {});
    expect(kind).toBe('top');
    expect(warnings).toEqual(['product-cut-out-rough', 'product-kind-unsure']);
    expect(describeProduct({ scores, warnings: [] }, 'dress', {}).warnings).toEqual([]);
  });

  it('may be a top or a jacket without a warning, as what is worn decides', () => {
    expect(describeProduct({ scores: scoresOf({ [top]: 1, [outerwear]: 1 }), warnings: [] }, 'auto', {}).warnings).toEqual([]);
  });

  it('is of what a model wears the garment that was taken', () => {
    expect(describeProduct({ scores: scoresOfKind('top'), kind: 'bottom', warnings: [] }, 'auto', {}).kind).toBe('bottom');
  });

  it('is no product where no garment is to be seen, even if the shop names a kind', () => {
    for (const type of ['auto', 'top'] as const) {
      const describeMug = () => describeProduct({ scores: scoresOfKind('none'), warnings: [] }, type, {});
      expect(describeMug).toThrow(expect.objectContaining({ code: 'no-product' }));
    }
    expect(describeProduct({ scores: scoresOf({ [top]: 1, [none]: 1 }), warnings: [] }, 'auto', {}).kind).toBe('top');
  });
});

describe('the attributes of a product', () => {
  const [longSleeve, kneeLength, legs, worn] = [8, 10, 12, 13];

  it('are those that its kind has', () => {
    const scores = scoresOf({ [longSleeve]: 1, [kneeLength]: 1 });
    scores[legs] = scores[worn] = 0.9;
    expect(attributesOf(scores, 'top')).toEqual({ sleeve: 'long', length: undefined, legs: undefined, worn: true });
    expect(attributesOf(scores, 'dress')).toEqual({ sleeve: 'long', length: 'knee', legs: undefined, worn: true });
    expect(attributesOf(scores, 'bottom')).toEqual({ sleeve: undefined, length: 'knee', legs: true, worn: true });
  });

  it('are what the shop knows, and an option that is not set says nothing', () => {
    const scores = scoresOf({ [longSleeve]: 1 });
    const told = describeProduct({ scores, warnings: [] }, 'top', { sleeve: 'short', worn: undefined });
    expect(told.attributes).toMatchObject({ sleeve: 'short', worn: false });
  });
});
