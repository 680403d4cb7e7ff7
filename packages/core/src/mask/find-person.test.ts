import { describe, expect, it } from 'vitest';
import type { ClassConfidences, ClothingClass } from '../ports.js';
import { clothingClasses } from '../ports.js';
import { findPerson } from './find-person.js';

const sidePx = 40;

interface Patch {
  readonly of: ClothingClass;
  /** Columns from (included) and to (excluded), over the full height. */
  readonly columns: readonly [number, number];
  readonly confidence: number;
}

/** Background but for the patches; what a patch is not sure of stays background. */
function parsed(...patches: Patch[]): ClassConfidences {
  const planePx = sidePx * sidePx;
  const data = new Float32Array(clothingClasses.length * planePx).fill(1, 0, planePx);
  for (const { of, columns, confidence } of patches) {
    for (let i = 0; i < planePx; i++) {
      if (i % sidePx < columns[0] || i % sidePx >= columns[1]) continue;
      data[i] = 1 - confidence;
      data[clothingClasses.indexOf(of) * planePx + i] = confidence;
    }
  }
  return { widthPx: sidePx, heightPx: sidePx, data };
}

describe('findPerson', () => {
  it('lists what is worn, largest first', () => {
    const photo = parsed(
      { of: 'bottom', columns: [5, 10], confidence: 0.97 },
      { of: 'top', columns: [10, 20], confidence: 0.97 },
      { of: 'skin', columns: [20, 23], confidence: 0.97 },
    );
    expect(findPerson(photo)).toMatchObject({ worn: ['top', 'bottom'], warnings: [], others: undefined });
  });

  it.each([
    ['an empty picture', parsed()],
    ['a wall that the parser half believes to be cloth', parsed({ of: 'top', columns: [0, 20], confidence: 0.8 })],
    ['shoes that stand alone', parsed({ of: 'footwear', columns: [5, 15], confidence: 0.97 })],
  ])('finds nobody in %s', (_, photo) => {
    expect(findPerson(photo)).toBeUndefined();
  });

  it('keeps the larger of two people and says that there are more', () => {
    const photo = parsed({ of: 'top', columns: [2, 20], confidence: 0.97 }, { of: 'dress', columns: [25, 37], confidence: 0.97 });
    expect(findPerson(photo)).toMatchObject({
      worn: ['top'],
      warnings: ['several-people'],
      box: { xPx: 2, yPx: 0, widthPx: 18, heightPx: sidePx },
    });
  });

  it('makes everybody else background, not only the second one', () => {
    const photo = parsed(
      { of: 'top', columns: [1, 15], confidence: 0.97 },
      { of: 'dress', columns: [17, 27], confidence: 0.97 },
      { of: 'outerwear', columns: [29, 38], confidence: 0.97 },
    );
    const found = findPerson(photo);
    expect(found).toMatchObject({ worn: ['top'], warnings: ['several-people'] });
    const othersIn = Array.from({ length: sidePx }, (_, x) => x).filter((x) => found?.others?.data[x] === 1);
    expect(othersIn).toEqual([17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 29, 30, 31, 32, 33, 34, 35, 36, 37]);
  });
});
