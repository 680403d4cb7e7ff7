import { describe, expect, it } from 'vitest';
import type { Plane } from '../image/image.js';
import { createPlane } from '../image/image.js';
import type { ClassConfidences, ClothingClass } from '../ports.js';
import { clothingClasses } from '../ports.js';
import { guessKind } from './guess-kind.js';

/** Trousers: a waistband and two legs. */
function trousers(): Plane {
  const mask = createPlane(256, 256);
  for (let y = 30; y < 230; y++) {
    for (let x = 80; x < 176; x++) if (y < 70 || x < 118 || x >= 138) mask.data[y * 256 + x] = 1;
  }
  return mask;
}

/** An answer that gives these shares to every pixel. */
function parsed(shares: Partial<Record<ClothingClass, number>>): ClassConfidences {
  const data = new Float32Array(clothingClasses.length * 16);
  clothingClasses.forEach((name, c) => data.fill(shares[name] ?? 0, c * 16, (c + 1) * 16));
  return { widthPx: 4, heightPx: 4, data };
}

describe('guessKind', () => {
  it('takes the word of a parser that is sure, whatever the outline', () => {
    expect(guessKind(trousers(), parsed({ dress: 0.5, top: 0.1, background: 0.4 }))).toBe('dress');
  });

  it('counts a jacket as a top', () => {
    expect(guessKind(trousers(), parsed({ outerwear: 0.4, top: 0.2, background: 0.4 }))).toBe('top');
  });

  it('looks at the outline when the parser wavers, or sees no cloth', () => {
    expect(guessKind(trousers(), parsed({ dress: 0.3, top: 0.3, background: 0.4 }))).toBe('bottom');
    expect(guessKind(trousers(), parsed({ background: 1 }))).toBe('bottom');
  });
});
