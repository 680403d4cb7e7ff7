import { describe, expect, it } from 'vitest';
import type { Plane, RgbaImage } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { distanceToGround, findSmoothGround } from './smooth-ground.js';

const sizePx = 96;
const isCloth = (x: number, y: number) => Math.abs(x - 48) < 20 && Math.abs(y - 48) < 26;

function picture(ground: (x: number, y: number) => number, cloth: number): { image: RgbaImage; cloth: Plane } {
  const data = new Uint8ClampedArray(sizePx * sizePx * 4).fill(255);
  const plane = createPlane(sizePx, sizePx);
  for (let i = 0; i < sizePx * sizePx; i++) {
    const [x, y] = [i % sizePx, Math.floor(i / sizePx)];
    plane.data[i] = Number(isCloth(x, y));
    data.fill(isCloth(x, y) ? cloth : ground(x, y), i * 4, i * 4 + 3);
  }
  return { image: { widthPx: sizePx, heightPx: sizePx, data }, cloth: plane };
}

/** Share of the picture about the cloth that has the colour of the ground. */
function groundShare({ image, cloth }: ReturnType<typeof picture>): number {
  const ground = findSmoothGround(image, cloth, sizePx, sizePx)!;
  const around = [...cloth.data.keys()].filter((i) => cloth.data[i] === 0);
  return around.filter((i) => distanceToGround(ground, i, image.data, i * 4) < ground.tolerance).length / around.length;
}

describe('the ground of a product', () => {
  const vignette = (x: number, y: number) => 235 - ((x - 48) ** 2 + (y - 48) ** 2) / 45;

  it('is all of a backdrop that gets darker to its corners', () => {
    expect(groundShare(picture(vignette, 40))).toBeGreaterThan(0.98);
  });

  it('is all of a backdrop that gets darker to one side', () => {
    expect(groundShare(picture((x) => 150 + x, 40))).toBeGreaterThan(0.98);
  });

  it('is never what the parser knows for cloth, however alike', () => {
    const { image, cloth } = picture(() => 245, 228);
    const ground = findSmoothGround(image, cloth, sizePx, sizePx)!;
    const middle = 48 * sizePx + 48;
    expect(distanceToGround(ground, middle, image.data, middle * 4)).toBeGreaterThan(ground.tolerance);
  });

  it('is not found where the rim has edges', () => {
    const { image, cloth } = picture((x) => (x % 24 < 12 ? 230 : 120), 40);
    expect(findSmoothGround(image, cloth, sizePx, sizePx)).toBeUndefined();
  });
});
