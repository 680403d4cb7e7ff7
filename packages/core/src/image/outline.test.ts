import { describe, expect, it } from 'vitest';
import { traceOutline } from './outline.js';

const outlineOf = (...rows: readonly string[]) => {
  const inside = Uint8Array.from(rows.join(''), (sign) => Number(sign === '#'));
  return traceOutline(inside, { widthPx: rows[0]?.length ?? 0, heightPx: rows.length }).map(({ x, y }) => [x - 0.5, y - 0.5]);
};

describe('traceOutline', () => {
  it('goes round a square clockwise from its topmost pixel', () => {
    expect(outlineOf('....', '.##.', '.##.', '....')).toEqual([
      [1, 1],
      [2, 1],
      [2, 2],
      [1, 2],
    ]);
  });

  it('goes into a notch and passes over holes', () => {
    const outline = outlineOf('######', '#.####', '####..', '######');
    expect(outline).toContainEqual([3, 2]);
    expect(outline).toContainEqual([5, 3]);
    expect(outline).not.toContainEqual([2, 1]);
  });

  it('comes back over a line one pixel wide', () => {
    expect(outlineOf('#...', '#...', '#...')).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [0, 1],
    ]);
  });

  it('is one point of one pixel, and none of nothing', () => {
    expect(outlineOf('..', '.#')).toEqual([[1, 1]]);
    expect(outlineOf('..', '..')).toEqual([]);
  });
});
