import { describe, expect, it } from 'vitest';
import type { RgbaImage } from '../image/image.js';
import { jointMapsLength } from '../locate/joint-maps.js';
import type { Segmenter } from '../ports.js';
import { clothingClasses, parserSizePx, productScoresLength } from '../ports.js';
import { segmentBothWays } from './class-confidences.js';

const count = parserSizePx ** 2;
const top = clothingClasses.indexOf('top');

/** Sees a top where the picture is red, and fancies one in the leftmost column of whatever it is shown. */
const biased: Segmenter = {
  segment(image) {
    const data = new Float32Array(clothingClasses.length * count);
    for (let i = 0; i < count; i++) {
      const isTop = i % parserSizePx === 0 || (image.data[i * 4] as number) > 128;
      data[(isTop ? top : 0) * count + i] = 1;
    }
    return Promise.resolve({
      widthPx: parserSizePx,
      heightPx: parserSizePx,
      data,
      jointMaps: new Float32Array(jointMapsLength),
      productScores: new Float32Array(productScoresLength),
    });
  },
  dispose() {},
};

/** Black, with a red block right of the middle. */
function picture(): RgbaImage {
  const data = new Uint8ClampedArray(count * 4);
  for (let i = 0; i < count; i++) data.set([i % parserSizePx >= 160 && i % parserSizePx < 200 ? 255 : 0, 0, 0, 255], i * 4);
  return { widthPx: parserSizePx, heightPx: parserSizePx, data };
}

describe('segmentBothWays', () => {
  it('keeps what both views agree on in its place, and halves what only one of them sees', async () => {
    const whole = { xPx: 0, yPx: 0, widthPx: parserSizePx, heightPx: parserSizePx };
    const { data } = await segmentBothWays(picture(), whole, biased);
    const row = Array.from(data.subarray(top * count, top * count + parserSizePx));
    expect(row[0]).toBe(0.5);
    expect(row[parserSizePx - 1]).toBe(0.5);
    expect(row.slice(160, 200).every((value) => value === 1)).toBe(true);
    expect(row.slice(1, 160).every((value) => value === 0)).toBe(true);
  });
});
