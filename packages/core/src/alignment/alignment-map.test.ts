import { describe, expect, it } from 'vitest';
import type { AlignmentMap } from './alignment-map.js';
import { sampleAlignment } from './alignment-map.js';

function mapOf(sizePx: number, source: (x: number, y: number) => readonly [number, number]): AlignmentMap {
  const nodes = new Float32Array(2 * sizePx * sizePx);
  for (let i = 0; i < sizePx * sizePx; i++)
    nodes.set(source(((i % sizePx) + 0.5) / sizePx, (Math.floor(i / sizePx) + 0.5) / sizePx), 2 * i);
  return { sizePx, nodes };
}

function sample(map: AlignmentMap, x: number, y: number): number[] {
  const out = new Float64Array(2);
  sampleAlignment(map, x, y, out);
  return Array.from(out);
}

describe('sampleAlignment', () => {
  it('interpolates an affine map exactly inside the grid and clamps outside', () => {
    const map = mapOf(32, (x, y) => [0.2 + 0.5 * x, 0.9 - 0.4 * y]);
    const [x, y] = sample(map, 0.37, 0.61);
    expect(x).toBeCloseTo(0.2 + 0.5 * 0.37, 5);
    expect(y).toBeCloseTo(0.9 - 0.4 * 0.61, 5);
    expect(sample(map, -3, 0.5)[0]).toBeCloseTo(0.2 + 0.5 * (0.5 / 32), 5);
  });

  it('takes one side of a seam, never a mixture', () => {
    const map = mapOf(32, (x) => (x < 0.5 ? [0.1, 0.1] : [0.8, 0.6]));
    for (let x = 0.4; x < 0.6; x += 0.003) {
      const [sourceX, sourceY] = sample(map, x, 0.5);
      expect([0.1, 0.8].some((side) => Math.abs(side - (sourceX ?? NaN)) < 1e-6)).toBe(true);
      expect(sourceX && sourceX < 0.5 ? 0.1 : 0.6).toBeCloseTo(sourceY ?? NaN, 5);
    }
  });
});
