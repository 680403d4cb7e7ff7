import { describe, expect, it } from 'vitest';
import type { Plane } from '../../image/image.js';
import { createPlane } from '../../image/image.js';
import { findProductParts } from './product-parts.js';

function maskOf(inside: (out: number, y: number, x: number) => boolean): Plane {
  const mask = createPlane(256, 256);
  mask.data.forEach((_, i) => {
    const [x, y] = [(i % 256) + 0.5, Math.floor(i / 256) + 0.5];
    mask.data[i] = inside(Math.abs(x - 128), y, x) ? 1 : 0;
  });
  return mask;
}

/** Half a trunk of 60, from row 20 to 230. */
const trunk = (out: number, y: number) => y > 20 && y < 230 && out < 60;
/** From the armpit in row 100 outwards and down, as flat-lay photos show sleeves. */
const short = (out: number, y: number) => y > 20 + 0.6 * (out - 40) && out >= 58 && out < 105 && y < 100 + 0.45 * (out - 60);
const long = (out: number, y: number) => out >= 58 && out < 60 + (y - 20) * 0.3 && out > 60 + (y - 95) * 0.3 && y > 25 && y < 220;

describe('findProductParts', () => {
  it('finds armpits and both ends of the cuffs of short sleeves', () => {
    const parts = findProductParts(
      maskOf((out, y) => trunk(out, y) || short(out, y)),
      false,
    );
    expect(Math.abs(parts.armpitRow - 100)).toBeLessThan(6);
    expect(Math.abs(parts.chestPx - 120)).toBeLessThan(6);
    const sleeve = parts.sleeves[1];
    expect(sleeve.inner[1].x).toBeGreaterThan(128 + 95);
    expect(sleeve.outer[1].y).toBeLessThan(sleeve.inner[1].y - 20);
  });

  it('finds the armpits of sleeves that hang as far down as the hem', () => {
    const parts = findProductParts(
      maskOf((out, y) => trunk(out, y) || long(out, y)),
      false,
    );
    expect(parts.armpitRow).toBeGreaterThan(85);
    expect(parts.armpitRow).toBeLessThan(115);
    expect(parts.sleeves[0].lengthPx).toBeGreaterThan(110);
    expect(parts.left[180]).toBeLessThan(68);
  });

  it('mirrors the armpit that one sleeve hides', () => {
    const folded = maskOf((out, y, x) => trunk(out, y) || (x > 128 && short(out, y)));
    const { sleeves, axisX } = findProductParts(folded, false);
    expect(sleeves[0].inner[0].x).toBeCloseTo(2 * axisX - sleeves[1].inner[0].x);
  });

  it('takes neither a vest nor a waist for sleeves', () => {
    expect(findProductParts(maskOf(trunk), false).hasSleeves).toBe(false);
    const waisted = maskOf((out, y) => y > 20 && y < 240 && out < (y < 110 ? 48 - (y - 20) * 0.1 : 39 + (y - 110) * 0.4));
    expect(findProductParts(waisted, true).hasSleeves).toBe(false);
  });
});
