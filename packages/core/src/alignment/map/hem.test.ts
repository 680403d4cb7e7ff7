import { describe, expect, it } from 'vitest';
import { createPlane } from '../../image/image.js';
import { findHem } from './hem.js';

const [size, left, width] = [256, 60, 120];
const column = (position: number) => left + position * width;

function hemOf(lowerEdge: (position: number) => number) {
  const mask = createPlane(size, size);
  for (let y = 20; y < size; y++) {
    for (let x = left; x < left + width; x++) if (y < lowerEdge((x + 0.5 - left) / width)) mask.data[y * size + x] = 1;
  }
  return findHem(mask, { topRow: 20, bottomRow: 220 }, [0.25, 0.06], column);
}

describe('findHem', () => {
  it('is level for a straight hem', () => {
    const hem = hemOf(() => 220);
    for (const position of [0, 0.3, 0.5, 1]) expect(hem(position)).toBeCloseTo(0);
  });

  it('follows a curved one', () => {
    const hem = hemOf((position) => 220 - 30 * (2 * position - 1) ** 2);
    expect(hem(0.5)).toBeCloseTo(0, -0.3);
    expect(hem(0.05)).toBeCloseTo(-24, -0.6);
    expect(hem(0.95)).toBeCloseTo(hem(0.05), 0);
  });

  it('passes over an opening that reaches high up', () => {
    const hem = hemOf((position) => (Math.abs(position - 0.5) < 0.1 ? 60 : 220));
    expect(hem(0.5)).toBeCloseTo(0);
  });
});
