import { describe, expect, it } from 'vitest';
import type { Plane } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { jointMapsLength } from '../locate/joint-maps.js';
import type { ClothingClass, Segmenter } from '../ports.js';
import { clothingClasses } from '../ports.js';
import { drawShirt } from '../testing/index.js';
import { guessKind } from './guess-kind.js';

const product = drawShirt([20, 60, 160], [250, 250, 250]);

/** Trousers: a waistband and two legs. */
function trousers(): Plane {
  const mask = createPlane(256, 256);
  for (let y = 30; y < 230; y++) {
    for (let x = 80; x < 176; x++) if (y < 70 || x < 118 || x >= 138) mask.data[y * 256 + x] = 1;
  }
  return mask;
}

/** A parser that gives these shares to every pixel and remembers what it was shown. */
function parserThatSees(shares: Partial<Record<ClothingClass, number>>): Segmenter & { firstPixel?: number[] } {
  return {
    segment(image) {
      this.firstPixel = [...image.data.slice(0, 4)];
      const count = image.widthPx * image.heightPx;
      const data = new Float32Array(clothingClasses.length * count);
      clothingClasses.forEach((name, c) => data.fill(shares[name] ?? 0, c * count, (c + 1) * count));
      return Promise.resolve({ ...image, data, jointMaps: new Float32Array(jointMapsLength) });
    },
    dispose() {},
  };
}

describe('guessKind', () => {
  it('takes the word of a parser that is sure, whatever the outline', async () => {
    expect(await guessKind(product, trousers(), parserThatSees({ dress: 0.5, top: 0.1, background: 0.4 }))).toBe('dress');
  });

  it('counts a jacket as a top', async () => {
    const jacket = parserThatSees({ outerwear: 0.4, top: 0.2, background: 0.4 });
    expect(await guessKind(product, trousers(), jacket)).toBe('top');
  });

  it('looks at the outline when the parser wavers, or sees no cloth', async () => {
    expect(await guessKind(product, trousers(), parserThatSees({ dress: 0.3, top: 0.3, background: 0.4 }))).toBe('bottom');
    expect(await guessKind(product, trousers(), parserThatSees({ background: 1 }))).toBe('bottom');
  });

  it('does not ask the parser again for an answer that is there', async () => {
    const parser = parserThatSees({ bottom: 1 });
    const known = await parserThatSees({ dress: 1 }).segment(product);
    expect(await guessKind(product, trousers(), parser, known)).toBe('dress');
    expect(parser.firstPixel).toBeUndefined();
  });

  it('shows the parser a product with alpha on paper, not on black', async () => {
    const parser = parserThatSees({ top: 1 });
    await guessKind(product, trousers(), parser);
    expect(parser.firstPixel).toEqual([235, 235, 235, 255]);
  });
});
