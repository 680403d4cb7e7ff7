import { describe, expect, it } from 'vitest';
import { unknown } from './ccp-labels.mjs';
import { largestPiece, pixelsOf, solidPixels, strongestClasses } from './masks.mjs';
import { onlyCertain } from './studio-truth.mjs';

/** @param {string[]} rows */
function mask(...rows) {
  return { widthPx: rows[0]?.length ?? 0, heightPx: rows.length, data: Uint8Array.from(rows.join(''), Number) };
}

describe('the strongest class', () => {
  const confidences = { widthPx: 2, heightPx: 2, data: Float32Array.of(1, 0, 1, 0, 0, 1, 0, 1) };

  it('of every pixel at the size of its grid', () => {
    expect([...strongestClasses(confidences, 2, 2).data]).toEqual([0, 1, 0, 1]);
  });

  it('changes half-way between the centres of the grid', () => {
    expect([...strongestClasses(confidences, 8, 1).data]).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    const uneven = { widthPx: 2, heightPx: 1, data: Float32Array.of(1, 0.6, 0, 0.4) };
    expect([...strongestClasses(uneven, 4, 1).data]).toEqual([0, 0, 0, 0]);
  });
});

describe('masks', () => {
  it('of some labels keep what is unknown', () => {
    const labels = { widthPx: 4, heightPx: 1, data: Uint8Array.of(0, 3, 5, unknown) };
    expect([...pixelsOf(labels, [3, 4]).data]).toEqual([0, 1, 0, unknown]);
  });

  it('of a garment lie at their place in the photo, solid from half opacity', () => {
    const garment = { rect: { xPx: 1, yPx: 1, widthPx: 2, heightPx: 2 }, alpha: Uint8Array.of(255, 127, 128, 0) };
    expect(solidPixels(garment, { widthPx: 4, heightPx: 3 })).toEqual(mask('0000', '0100', '0100'));
  });

  it('lose smaller pieces to the unknown; corners join, sides of the picture do not', () => {
    const { data } = largestPiece(mask('10001', '01001', '00101', '00011'));
    const [u, o, l] = [unknown, 0, 1];
    expect([...data]).toEqual([l, o, o, o, l, o, l, o, o, l, o, o, l, o, l, o, o, o, l, l]);
    expect([...largestPiece(mask('011', '000', '100')).data]).toEqual([o, l, l, o, o, o, u, o, o]);
  });
});

describe('the certain part of a studio photo', () => {
  /** @type {Record<string, number[]>} */
  const colours = { wall: [250, 251, 250], skin: [220, 170, 145], cloth: [30, 40, 90], garment: [90, 20, 20] };

  it('is the mask, the wall and skin; other cloth is unknown, thin edges are not', () => {
    /** @param {number} x */
    const at = (x) => (x < 100 ? 'wall' : x < 102 ? 'cloth' : x < 200 ? 'garment' : x < 300 ? 'cloth' : 'skin');
    const [widthPx, heightPx] = [400, 40];
    const columns = Array.from({ length: widthPx * heightPx }, (_, i) => i % widthPx);
    const data = Uint8ClampedArray.from(columns.flatMap((x) => [...(colours[at(x)] ?? []), 255]));
    const truth = { widthPx, heightPx, data: Uint8Array.from(columns, (x) => Number(at(x) === 'garment')) };
    const row = onlyCertain({ widthPx, heightPx, data }, truth).data.subarray(20 * widthPx, 21 * widthPx);
    expect([50, 101, 150, 250, 350].map((x) => row[x])).toEqual([0, 0, 1, unknown, 0]);
  });
});
