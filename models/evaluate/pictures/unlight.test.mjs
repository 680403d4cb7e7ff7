import { describe, expect, it } from 'vitest';
import { luminanceOf } from './light.mjs';
import { unlightColour } from './unlight.mjs';

/** Cloth under a gain as the product's `relight` has it, but for its clipping. @param {readonly number[]} cloth @param {number} logGain @returns {[number, number, number]} */
function relit(cloth, logGain) {
  const tinted = cloth.map((value) => value * Math.exp(-0.35 * logGain * Math.log(value + 0.02)));
  const scale = (Math.exp(logGain) * luminanceOf(cloth[0], cloth[1], cloth[2])) / luminanceOf(tinted[0], tinted[1], tinted[2]);
  return [scale * tinted[0], scale * tinted[1], scale * tinted[2]];
}

const cloths = /** @type {const} */ ([
  [0.4, 0.1, 0.05],
  [0.02, 0.05, 0.3],
  [0.6, 0.55, 0.5],
]);

describe('cloth without its light', () => {
  it.each(cloths)('is found again from what light has made of %f, %f, %f', (...cloth) => {
    for (const logGain of [-1.5, -0.5, 0, 0.4]) {
      const found = unlightColour(relit(cloth, logGain), logGain, 'chroma');
      found.forEach((value, c) => expect(value).toBeCloseTo(cloth[c], 2));
    }
  });

  it('is a quotient where light is grey, and of the same luminance by either rule', () => {
    const worn = /** @type {const} */ ([0.2, 0.05, 0.03]);
    const grey = unlightColour(worn, -0.7, 'grey');
    grey.forEach((value, c) => expect(value).toBeCloseTo(worn[c] * Math.exp(0.7), 6));
    const chroma = unlightColour(worn, -0.7, 'chroma');
    expect(luminanceOf(...chroma)).toBeCloseTo(luminanceOf(...grey), 6);
    // In shadow cloth is more saturated than it is.
    expect(chroma[0] / chroma[1]).toBeLessThan(grey[0] / grey[1]);
  });
});
