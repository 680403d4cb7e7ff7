import { describe, expect, it } from 'vitest';
import { labelComponents, removeSpecksAndHoles } from './components.js';
import { createPlane } from './image.js';

function planeOf(...rows: string[]) {
  const plane = createPlane(rows[0]?.length ?? 0, rows.length);
  rows.forEach((row, y) => [...row].forEach((cell, x) => (plane.data[y * plane.widthPx + x] = cell === '#' ? 1 : 0)));
  return plane;
}

describe('labelComponents', () => {
  it('finds parts by size and says which touch the border', () => {
    const { components } = labelComponents(planeOf('##...', '##.#.', '.....'), (value) => value >= 0.5);
    expect(components.map(({ areaPx, touchesBorder }) => [areaPx, touchesBorder])).toEqual([
      [4, true],
      [1, false],
    ]);
  });

  it('does not join by corners', () => {
    expect(labelComponents(planeOf('#.', '.#'), (value) => value >= 0.5).components).toHaveLength(2);
  });
});

describe('removeSpecksAndHoles', () => {
  it('drops specks, closes pinholes, keeps a second real part and a hand-sized hole', () => {
    const mask = planeOf(
      '##########....',
      '#.########..##',
      '####...###..##',
      '####...###..##',
      '####...###....',
      '##########.#..',
    );
    removeSpecksAndHoles(mask, 0.05, 0.1);
    expect(mask.data[1 * 14 + 1], 'pinhole').toBe(1);
    expect(mask.data[3 * 14 + 5], 'hand').toBe(0);
    expect(mask.data[2 * 14 + 12], 'second part').toBe(1);
    expect(mask.data[5 * 14 + 11], 'speck').toBe(0);
  });
});
