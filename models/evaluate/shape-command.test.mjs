import { describe, expect, it } from 'vitest';
import { parseShapeArguments } from './shape-command.mjs';
import { armSteps } from './shape/arm-line.mjs';
import { shapeTable } from './shape/report.mjs';
import { judge, summariseSkin } from './shape/skin-measurement.mjs';
import { coveredShare, directionOf, quantileOf, summariseSleeves } from './shape/sleeve-measurement.mjs';

/** An arm that hangs straight down from (50, 10) to (50, 90). */
const arm = {
  points: Array.from({ length: armSteps + 1 }, (_, i) => /** @type {const} */ ([50, 10 + (80 * i) / armSteps])),
  shoulderWidthPx: 60,
};
/** @param {number} row */
const clothAbove = (row) => /** @type {(x: number, y: number) => number} */ ((_, y) => Number(y < row));

describe('the share of an arm that is covered', () => {
  it.each([
    [10, 0],
    [34, 0.3],
    [200, 1],
  ])('ends where cloth goes over into skin: row %d', (row, share) => {
    const cloth = clothAbove(row);
    expect(coveredShare(arm, cloth, (x, y) => 1 - cloth(x, y))).toBeCloseTo(share, 1);
  });

  it('is not put off by a bracelet, and is not known of an arm that is hardly seen', () => {
    const cloth = (/** @type {number} */ x, /** @type {number} */ y) => Number(y < 34 || (y > 80 && y < 84)) * x ** 0;
    expect(coveredShare(arm, cloth, (x, y) => 1 - cloth(x, y))).toBeCloseTo(0.3, 1);
    expect(coveredShare(arm, clothAbove(34), () => 0)).toBeUndefined();
  });
});

describe('the figures of sleeves', () => {
  /** @type {import('./shape/sleeve-measurement.mjs').SleeveCase} */
  const bare = { id: 'a', product: 'long', worn: 0.2, shown: 0.95, drawn: 0.93, kept: false };

  it('tell what had to be done', () => {
    expect(directionOf(bare)).toBe('cover');
    expect(directionOf({ ...bare, product: 'short' })).toBe('same');
    expect(directionOf({ ...bare, product: 'none', worn: 0.9 })).toBe('uncover');
    expect(directionOf({ ...bare, product: 'none', worn: 0.9, drawn: 0.1 })).toBe('under');
  });

  it('count what is right, and what was kept', () => {
    const { cover } = summariseSleeves([bare, { ...bare, shown: 0.3 }, { ...bare, shown: 0.2, kept: true }]);
    expect(cover).toMatchObject({ arms: 3, rightOfChanged: 0.5 });
    expect(cover?.right).toBeCloseTo(1 / 3);
    expect(cover?.kept).toBeCloseTo(1 / 3);
  });
});

describe('the figures of skin', () => {
  /** @param {number} grey */
  const picture = (grey) => {
    const data = new Uint8ClampedArray(100 * 120 * 4);
    for (let i = 0; i < data.length; i += 4) data.set([grey, grey, grey, 255], i);
    return { widthPx: 100, heightPx: 120, data };
  };
  const isArm = (/** @type {number} */ x, /** @type {number} */ y) => Number(Math.abs(x - 50) < 8 && y > 5);
  const hidden = clothAbove(90);

  it('are perfect of what is the truth', () => {
    const found = judge(picture(120), picture(120), arm, isArm, isArm, hidden);
    expect(found?.iou).toBe(1);
    expect(found?.psnrDb).toBeGreaterThan(90);
    expect(quantileOf(found?.differences ?? [], 0.9)).toBe(0);
  });

  it('fall with a wrong colour and with a narrow arm, beside which the hand is the measure', () => {
    const narrow = (/** @type {number} */ x, /** @type {number} */ y) => Number(Math.abs(x - 50) < 4 && y > 5);
    const found = judge(picture(120), picture(150), arm, isArm, narrow, hidden);
    expect(found?.iou).toBeLessThan(0.6);
    expect(found?.psnrDb).toBeLessThan(20);
    expect(found?.handPsnrDb).toBeGreaterThan(50);
    expect(quantileOf(found?.differences ?? [], 0.5)).toBeGreaterThan(5);
  });
});

it('the table says which bars are cleared', () => {
  const sleeves = summariseSleeves([{ id: 'a', product: 'long', worn: 0, shown: 1, drawn: 0.95, kept: false }]);
  const good = { id: 'a', psnrDb: 22, handPsnrDb: 18, differences: [3, 4], handDifferences: [6, 8], iou: 0.9 };
  const table = shapeTable({ photos: 1, sleeves, skin: summariseSkin([good]) });
  expect(table).toMatch(/cover +1 arms +kept +0 % +the product's +100 %.*clears 0\.08/);
  expect(table).toMatch(/PSNR +22\.0 dB.*clears \+1\.5 dB/);
  expect(shapeTable({ photos: 1, sleeves, skin: summariseSkin([{ ...good, psnrDb: 18 }]) })).toMatch(/BELOW \+1\.5 dB/);
});

it('the folder of people has to be named', () => {
  expect(parseShapeArguments(['--people', 'a'])).toMatchObject({ people: 'a', products: 'examples/assets', limit: Infinity });
  expect(() => parseShapeArguments([])).toThrow(TypeError);
});
