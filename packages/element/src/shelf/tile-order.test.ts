import { describe, expect, it } from 'vitest';
import { distanceFromWindow, nearPx, nextTile, surplusTiles } from './tile-order.js';

const phone = { widthPx: 390, heightPx: 800 };
const box = (top: number, left = 0) => ({ top, bottom: top + 200, left, right: left + 150 });
const ofNumber = (distancePx: number) => distancePx;

describe('the distance of a tile', () => {
  it('is nothing where any of it is seen', () => {
    expect([box(0), box(-199), box(799), box(300, 389)].map((each) => distanceFromWindow(each, phone))).toEqual([0, 0, 0, 0]);
  });

  it('is how far one would have to scroll', () => {
    expect(distanceFromWindow(box(-500), phone)).toBe(300);
    expect(distanceFromWindow(box(1000), phone)).toBe(200);
    expect(distanceFromWindow(box(100, 500), phone)).toBe(110);
  });
});

describe('the next tile', () => {
  it('is the nearest, of equals the first', () => {
    expect(nextTile([90, 20, 300], ofNumber)).toBe(20);
    const [first, second] = [{ px: 0 }, { px: 0 }];
    expect(nextTile([first, second], ({ px }) => px)).toBe(first);
  });

  it('is none when all are far', () => {
    expect(nextTile([nearPx + 1, 2000], ofNumber)).toBeUndefined();
    expect(nextTile([nearPx], ofNumber)).toBe(nearPx);
    expect(nextTile([], ofNumber)).toBeUndefined();
  });
});

it('canvases are given up from afar', () => {
  expect(surplusTiles([10, 900, 0, 500], ofNumber, 2)).toEqual([900, 500]);
  expect(surplusTiles([10], ofNumber, 2)).toEqual([]);
});
