import { describe, expect, it } from 'vitest';
import { codeFromLinear } from '../image/colour.js';
import type { RgbaImage } from '../image/image.js';
import type { ClassConfidences } from '../ports.js';
import { clothingClasses } from '../ports.js';
import { estimateExposure } from './estimate-exposure.js';

const sidePx = 64;
/** Left half of one luminance, right half of another. */
function photoOf(left: number, right: number): RgbaImage {
  const data = new Uint8ClampedArray(4 * sidePx ** 2).fill(255);
  for (let i = 0; i < sidePx ** 2; i++) data.fill(codeFromLinear(i % sidePx < sidePx / 2 ? left : right), 4 * i, 4 * i + 3);
  return { widthPx: sidePx, heightPx: sidePx, data };
}
/** The right half is skin, or background like the rest. */
function parsed(skin: number): ClassConfidences {
  const count = sidePx ** 2;
  const data = new Float32Array(clothingClasses.length * count);
  for (let i = 0; i < count; i++) {
    const confidence = i % sidePx < sidePx / 2 ? 0 : skin;
    data[i] = 1 - confidence;
    data[clothingClasses.indexOf('skin') * count + i] = confidence;
  }
  return { widthPx: sidePx, heightPx: sidePx, data };
}

describe('estimateExposure', () => {
  it('is 1 where something is white', () => {
    expect(estimateExposure(photoOf(0.9, 0.2), parsed(0))).toBe(1);
  });

  it.each([0.5, 0.25])('falls with the light: %f', (light) => {
    expect(estimateExposure(photoOf(0.87 * light, 0.2 * light), parsed(0))).toBeCloseTo(light, 2);
  });

  it('believes skin where it is lighter than the white of the scene allows', () => {
    expect(estimateExposure(photoOf(0.1, 0.65), parsed(0.9))).toBeCloseTo(1, 2);
  });

  it('does not believe what may be no skin', () => {
    expect(estimateExposure(photoOf(0.1, 0.435), parsed(0.5))).toBeCloseTo(0.5, 2);
  });

  it('is never 0: a black photo still has a product in it', () => {
    expect(estimateExposure(photoOf(0, 0), parsed(0))).toBe(0.01);
  });
});
