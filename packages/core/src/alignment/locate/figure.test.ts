import { describe, expect, it } from 'vitest';
import type { ClassConfidences, ClothingClass } from '../../ports.js';
import { clothingClasses, parserSizePx } from '../../ports.js';
import { bodyLevel, figureInCrop, findFigure, levelOfRow, rowOfLevel } from './figure.js';

const size = parserSizePx;
type Point = readonly [x: number, y: number];

/** Confidences of a drawing; y is in body heights above the floor, x in body heights from the middle. */
function draw(
  classAt: (x: number, level: number) => ClothingClass,
  crown: number,
  height: number,
  middle = 128,
): ClassConfidences {
  const data = new Float32Array(clothingClasses.length * size * size);
  for (let i = 0; i < size * size; i++) {
    const [x, level] = [((i % size) + 0.5 - middle) / height, 1 - (Math.floor(i / size) + 0.5 - crown) / height];
    data[clothingClasses.indexOf(classAt(x, level)) * size * size + i] = 1;
  }
  return { widthPx: size, heightPx: size, data };
}

/** Tee to 0.5, trousers to the shoes, arms down. */
function person(x: number, level: number): ClothingClass {
  const out = Math.abs(x);
  if (level > 1 || level < 0) return 'background';
  if (level > 0.87) return out < 0.05 ? (level > 0.93 ? 'hair' : 'skin') : 'background';
  if (level > 0.845) return out < 0.04 ? 'skin' : 'background';
  if (level > 0.5) return out < 0.1 ? 'top' : out < 0.13 ? (level > 0.7 ? 'top' : 'skin') : 'background';
  if (level > 0.4 && out > 0.105 && out < 0.13) return 'skin';
  if (out > 0.1 || (level < 0.4 && out < 0.01)) return 'background';
  return level > 0.03 ? 'bottom' : 'footwear';
}

const square = { widthPx: size, heightPx: size };
const crotchRow = (confidences: ClassConfidences, photo = square) => {
  const figure = findFigure(confidences, photo);
  return figure ? rowOfLevel(figure, bodyLevel.crotch) : NaN;
};

describe('findFigure', () => {
  it('measures a whole figure from crown to soles', () => {
    const figure = findFigure(draw(person, 10, 230), square);
    expect(figure?.heightPx).toBeCloseTo(230, -1);
    expect(figure?.crownRow).toBeCloseTo(10, -1);
    expect(figure?.neckX).toBeCloseTo(128, 0);
  });

  it('finds the crotch of a figure that the picture cuts off at chin and shin', () => {
    const height = 320;
    for (const crown of [-50, -42]) {
      const crotch = crown + (1 - bodyLevel.crotch) * height;
      expect(Math.abs(crotchRow(draw(person, crown, height)) - crotch)).toBeLessThan(0.04 * height);
    }
  });

  it('answers in pixels of the photo, however the parser was stretched over it', () => {
    const confidences = draw(person, 10, 230);
    const photo = { widthPx: 2 * size, heightPx: 3 * size };
    expect(findFigure(confidences, photo)?.neckX).toBeCloseTo(2 * 128, 0);
    expect(crotchRow(confidences, photo)).toBeCloseTo(3 * crotchRow(confidences), -1.3);
  });

  it('knows nothing where nothing is worn above the waist', () => {
    expect(
      findFigure(
        draw(() => 'background', 0, 230),
        square,
      ),
    ).toBeUndefined();
  });
});

describe('levels', () => {
  const figure = { crownRow: 20, heightPx: 200, neckX: 60 };

  it('are rows and back', () => {
    for (const level of [0, 0.3, 0.46, 1]) expect(levelOfRow(figure, rowOfLevel(figure, level))).toBeCloseTo(level);
    expect(rowOfLevel(figure, bodyLevel.sole)).toBe(220);
  });

  it('follow the picture into a crop', () => {
    const crop = { xPx: 10, yPx: 70, widthPx: 50, heightPx: 50 };
    const [x, y]: Point = [(60 - 10) * 2, (rowOfLevel(figure, 0.6) - 70) * 2];
    const cropped = figureInCrop(figure, crop, 100);
    expect(cropped.neckX).toBe(x);
    expect(rowOfLevel(cropped, 0.6)).toBeCloseTo(y);
  });
});
