import { describe, expect, it } from 'vitest';
import { unknown } from './ccp-labels.mjs';
import { boundaryFScore, Confusion, maskIou } from './metrics.mjs';

/** Rows of digits; `?` is unknown. @param {string[]} rows */
function labels(...rows) {
  const data = Uint8Array.from(rows.join(''), (digit) => (digit === '?' ? unknown : Number(digit)));
  return { widthPx: rows[0]?.length ?? 0, heightPx: rows.length, data };
}

/**
 * @param {number} sizePx
 * @param {(x: number, y: number) => number} value
 */
function drawn(sizePx, value) {
  const data = Uint8Array.from({ length: sizePx ** 2 }, (_, i) => value(i % sizePx, Math.floor(i / sizePx)));
  return { widthPx: sizePx, heightPx: sizePx, data };
}

/** A square whose left edge is moved. @param {number} shiftPx */
const square = (shiftPx) => drawn(512, (x, y) => Number(x >= 100 + shiftPx && x < 300 && y >= 100 && y < 300));

describe('IoU', () => {
  it('is both over either, with unknown pixels left out', () => {
    expect(maskIou(labels('0110'), labels('0011'))).toBeCloseTo(1 / 3);
    expect(maskIou(labels('?110', '???0'), labels('1110', '1110'))).toBe(1);
  });

  it('of classes taken as one forgives mistakes among them', () => {
    const confusion = new Confusion(3);
    confusion.add(labels('0122'), labels('0112'));
    expect([0, 1, 2].map((index) => confusion.iou([index]))).toEqual([1, 0.5, 0.5]);
    expect(confusion.iou([1, 2])).toBe(1);
    expect(confusion.rows()).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 1, 1],
    ]);
  });

  it('adds pictures up', () => {
    const confusion = new Confusion(2);
    confusion.add(labels('11'), labels('11'));
    confusion.add(labels('11'), labels('00'));
    expect(confusion.iou([1])).toBe(0.5);
  });

  it('refuses pictures of different sizes', () => {
    expect(() => maskIou(labels('01'), labels('0', '1'))).toThrow(/2 x 1 and 1 x 2/);
  });
});

describe('boundary F-score', () => {
  it('forgives two pixels at 512, not three', () => {
    expect(boundaryFScore(square(0), square(0))).toBe(1);
    expect(boundaryFScore(square(0), square(2))).toBe(1);
    // One of four sides is off.
    expect(boundaryFScore(square(0), square(3))).toBeCloseTo(0.75, 1);
    expect(boundaryFScore(square(0), square(3))).toBeLessThan(0.8);
  });

  it('is the harmonic mean of what was drawn rightly and what was found', () => {
    // All of the square's outline is found, as much again is drawn elsewhere: precision 1/2, recall 1.
    const twice = drawn(512, (x, y) => Number(((x >= 20 && x < 70) || (x >= 200 && x < 250)) && y >= 20 && y < 70));
    const once = drawn(512, (x, y) => Number(x >= 20 && x < 70 && y >= 20 && y < 70));
    expect(boundaryFScore(once, twice)).toBeCloseTo(2 / 3);
  });

  it('knows that the picture ends somewhere', () => {
    const cropped = drawn(64, (_, y) => Number(y >= 32));
    const smaller = drawn(64, (x, y) => Number(y >= 32 && x >= 8));
    expect(boundaryFScore(cropped, cropped)).toBe(1);
    expect(boundaryFScore(cropped, smaller)).toBeLessThan(1);
  });

  it('asks nothing beside unknown pixels', () => {
    const truth = drawn(64, (x, y) => (x >= 40 ? unknown : Number(x >= 20 && y >= 20)));
    const wrongInUnknown = drawn(64, (x, y) => Number(x >= 20 && y >= 20 && x < 50));
    expect(boundaryFScore(truth, wrongInUnknown)).toBe(1);
  });

  it('is 0 for a mask that is missing and 1 for one that should be', () => {
    const nothing = drawn(16, () => 0);
    const something = drawn(16, (x) => Number(x > 8));
    expect([boundaryFScore(something, nothing), boundaryFScore(nothing, nothing)]).toEqual([0, 1]);
  });
});
