import { describe, expect, it } from 'vitest';
import { createPlane } from './image.js';
import { bringInside, findInterior } from './interior.js';

const size = 40;

function disc(centreX: number, centreY: number, radius: number) {
  const mask = createPlane(size, size);
  for (let i = 0; i < size * size; i++) {
    const [x, y] = [(i % size) + 0.5, Math.floor(i / size) + 0.5];
    mask.data[i] = Math.hypot(x - centreX, y - centreY) <= radius ? 1 : 0;
  }
  return mask;
}

describe('findInterior', () => {
  it('names the nearest inside pixel to within a pixel of brute force', () => {
    const mask = disc(16, 22, 9);
    const { nearest } = findInterior(mask, 0);
    const insides = [...mask.data.keys()].filter((i) => mask.data[i] === 1);
    const distance = (a: number, b: number) => Math.hypot((a % size) - (b % size), Math.floor(a / size) - Math.floor(b / size));
    for (let i = 0; i < size * size; i++) {
      const best = Math.min(...insides.map((inside) => distance(i, inside)));
      expect(distance(i, nearest[i] ?? -1)).toBeLessThanOrEqual(best + 1);
    }
  });

  it('takes the rim away', () => {
    const { nearest } = findInterior(disc(20, 20, 10), 3);
    const rim = 20 * size + 29;
    const heart = 20 * size + 20;
    expect(nearest[rim]).not.toBe(rim);
    expect(nearest[heart]).toBe(heart);
  });

  it('says so when there is no inside', () => {
    expect(findInterior(createPlane(size, size), 1).nearest.every((index) => index === -1)).toBe(true);
  });
});

describe('bringInside', () => {
  const interior = findInterior(disc(20, 20, 10), 1);

  it('leaves inside points alone', () => {
    expect(bringInside(interior, 21.3, 18.7)).toEqual({ x: 21.3, y: 18.7 });
  });

  it('mirrors near points and lands inside from anywhere', () => {
    const near = bringInside(interior, 32, 20.5);
    expect(near.x).toBeLessThan(30);
    expect(near.y).toBeCloseTo(20.5, 0);
    for (const [x, y] of [
      [-40, -10],
      [90, 20],
      [20, 200],
      [0, 39],
    ] as const) {
      const point = bringInside(interior, x, y);
      expect(Math.hypot(point.x - 20, point.y - 20)).toBeLessThanOrEqual(10.5);
    }
  });
});
