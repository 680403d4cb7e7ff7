import { expect, it } from 'vitest';
import { createPlane } from '../image/image.js';
import { clothingClasses, type ClassConfidences, type ClothingClass } from '../ports.js';
import { coveredCloth } from './covered-cloth.js';

const sizePx = 24;
const rows = [
  '........hhhhhh..........',
  '........h.ss.h..........',
  '....ttttht.ssthtttttt...',
  '..ttttttthttsttttttttt..',
  '..tttttttttttttttttttt..',
  '..tttttttttttttttttttt..',
  '..tt.tttttttttttttt.tt..',
  '..ss.tttttttttttttt.ss..',
  '..ss.tttttttttttttt.ss..',
  '..aaaaaaaaatttttttt.ss..',
  '...aaaaaaaatttttttt.ss..',
  '.....tttttttttttttt.ss..',
  '.....tttttttttttttt.ss..',
  '.....tttttttttttttt.ss..',
  '.....tttttttttttttt.....',
  '.....tttttttttttttt.....',
];
const classes: Readonly<Record<string, ClothingClass>> = { h: 'hair', s: 'skin', a: 'skin', t: 'top' };

it('is hidden by an arm before the trunk and by a strand of hair, but not where neck and arms are bare', () => {
  const parsed: ClassConfidences = {
    widthPx: sizePx,
    heightPx: sizePx,
    data: new Float32Array(clothingClasses.length * sizePx ** 2),
  };
  const mask = createPlane(sizePx, sizePx);
  for (let i = 0; i < sizePx ** 2; i++) {
    const name = classes[rows[Math.floor(i / sizePx)]?.[i % sizePx] ?? '.'] ?? 'background';
    parsed.data[clothingClasses.indexOf(name) * sizePx ** 2 + i] = 1;
    mask.data[i] = Number(name === 'top');
  }
  const covered = coveredCloth(mask, parsed).data;
  const at = (x: number, y: number) => covered[y * sizePx + x];
  expect([at(5, 9), at(10, 9), at(10, 10)], 'the arm before the trunk').toEqual([1, 1, 1]);
  expect([at(2, 9), at(3, 8)], 'the arm beside it').toEqual([0, 0]);
  expect([at(8, 2), at(9, 3)], 'the strand').toEqual([1, 1]);
  expect([at(11, 1), at(11, 2), at(12, 2), at(12, 3)], 'the neck').toEqual([0, 0, 0, 0]);
  expect(at(20, 10), 'the other arm').toBe(0);
});
