import { describe, expect, it } from 'vitest';
import { fitGuidedModel } from './guided-filter.js';
import { createPlane } from './image.js';

const size = 48;

/** Red left of column 20, blue right of it; the mask's edge is four pixels off. */
function twoColours() {
  const guide = new Float32Array(3 * size * size);
  const mask = createPlane(size, size);
  for (let i = 0; i < size * size; i++) {
    const x = i % size;
    guide[x < 20 ? i : 2 * size * size + i] = 1;
    mask.data[i] = x < 24 ? 1 : 0;
  }
  return { guide, mask };
}

describe('fitGuidedModel', () => {
  it('moves the edge of a mask to the edge of the colours', () => {
    const { guide, mask } = twoColours();
    const model = fitGuidedModel(guide, mask, 6, 1e-4);
    const opacityAt = (x: number) => {
      const i = 24 * size + x;
      const [r, b] = [guide[i] ?? 0, guide[2 * size * size + i] ?? 0];
      const factor = (channel: number) => model.data[channel * size * size + i] ?? NaN;
      return factor(0) * r + factor(2) * b + factor(3);
    };
    expect(opacityAt(19)).toBeGreaterThan(0.85);
    // The mask says 1 on both sides of the colour edge; the model knows better.
    expect(opacityAt(19) - opacityAt(21)).toBeGreaterThan(0.3);
    expect(opacityAt(5)).toBeCloseTo(1, 2);
    expect(opacityAt(42)).toBeCloseTo(0, 2);
  });

  it('leaves a mask alone where there is no colour edge', () => {
    const guide = new Float32Array(3 * size * size).fill(0.5);
    const mask = createPlane(size, size);
    mask.data.fill(1);
    const model = fitGuidedModel(guide, mask, 4, 1e-4);
    for (const value of model.data.subarray(3 * size * size)) expect(value).toBeCloseTo(1, 4);
  });
});
