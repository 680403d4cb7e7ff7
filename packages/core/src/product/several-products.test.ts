import { describe, expect, it } from 'vitest';
import { createPlane } from '../image/image.js';
import type { ClassConfidences, ClothingClass } from '../ports.js';
import { clothingClasses } from '../ports.js';
import { keepOneProduct } from './several-products.js';

const sizePx = 40;
type Part = readonly [kind: ClothingClass, left: number, top: number, width: number, height: number];

/** Rectangles of classes, and the mask of all of them. */
function pictureOf(parts: readonly Part[]) {
  const parsed: ClassConfidences = {
    widthPx: sizePx,
    heightPx: sizePx,
    data: new Float32Array(clothingClasses.length * sizePx ** 2),
  };
  const mask = createPlane(sizePx, sizePx);
  parsed.data.fill(1, 0, sizePx ** 2);
  for (const [kind, left, top, width, height] of parts) {
    for (let y = top; y < top + height; y++) {
      for (let x = left; x < left + width; x++) {
        const i = y * sizePx + x;
        mask.data[i] = 1;
        parsed.data[i] = 0;
        parsed.data[clothingClasses.indexOf(kind) * sizePx ** 2 + i] = 1;
      }
    }
  }
  return { parsed, mask };
}

describe('a picture of several garments', () => {
  const top: Part = ['top', 2, 2, 14, 16];
  const trousers: Part = ['bottom', 20, 2, 14, 24];

  it('keeps the one of the asked kind', () => {
    const { parsed, mask } = pictureOf([top, trousers]);
    expect(keepOneProduct(mask, parsed, 'top')).toBe(true);
    expect([mask.data[5 * sizePx + 5], mask.data[5 * sizePx + 25]]).toEqual([1, 0]);
  });

  it('keeps the largest where no kind is asked, and of equal ones the left one', () => {
    const pair = pictureOf([top, trousers]);
    expect(keepOneProduct(pair.mask, pair.parsed, undefined)).toBe(true);
    expect([pair.mask.data[5 * sizePx + 5], pair.mask.data[5 * sizePx + 25]]).toEqual([0, 1]);
    const twins = pictureOf([['top', 22, 2, 14, 17], top]);
    expect(keepOneProduct(twins.mask, twins.parsed, 'top')).toBe(true);
    expect([twins.mask.data[5 * sizePx + 5], twins.mask.data[5 * sizePx + 25]]).toEqual([1, 0]);
  });

  it('takes bands below each other for one striped garment', () => {
    const { parsed, mask } = pictureOf([
      ['top', 4, 4, 30, 8],
      ['top', 4, 14, 30, 8],
      ['top', 4, 24, 30, 8],
    ]);
    const before = mask.data.slice();
    expect(keepOneProduct(mask, parsed, 'top')).toBe(false);
    expect(mask.data).toEqual(before);
  });

  it('takes small and other things beside a garment for no second one', () => {
    const { parsed, mask } = pictureOf([top, ['footwear', 20, 2, 14, 16], ['top', 36, 2, 3, 8]]);
    expect(keepOneProduct(mask, parsed, undefined)).toBe(false);
  });
});
