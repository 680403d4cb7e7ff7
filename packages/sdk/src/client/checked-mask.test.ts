import { describe, expect, it } from 'vitest';
import type { EditableMask } from '../shared/editable-mask.js';
import { copyChecked } from './checked-mask.js';

const photo = { widthPx: 30, heightPx: 40 };
const mask: EditableMask = { kind: 'top', xPx: 10, yPx: 20, widthPx: 20, heightPx: 20, alpha: new Uint8Array(400).fill(200) };

describe('a mask given to setMask', () => {
  it('may reach to the last row and column, and is copied', () => {
    const copy = copyChecked(mask, photo);
    expect(copy).toEqual(mask);
    expect(copy.alpha.buffer).not.toBe(mask.alpha.buffer);
  });

  it.each([
    ['mask is an object', undefined],
    ['mask.kind', { kind: 'auto' }],
    ['mask.kind', { kind: 'hat' }],
    ['mask.xPx', { xPx: -1 }],
    ['mask.yPx', { yPx: 1.5 }],
    ['mask.yPx', { yPx: '3' }],
    ['mask.widthPx', { widthPx: 0, alpha: new Uint8Array(0) }],
    ['mask.heightPx', { heightPx: Number.NaN }],
    ['mask: xPx + widthPx is 31, which leaves the photo; it is 30 pixels wide', { xPx: 11 }],
    ['mask: yPx + heightPx is 41, which leaves the photo; it is 40 pixels high', { yPx: 21 }],
    ['mask.alpha is a Uint8Array', { alpha: new Float32Array(400) }],
    ['mask.alpha has 399 values; 20 x 20 needs 400', { alpha: new Uint8Array(399) }],
  ])('is refused with "%s"', (message, change) => {
    const wrong = change && { ...mask, ...change };
    const misuse = expect.objectContaining({ name: 'TypeError', message: expect.stringContaining(message) as string }) as Error;
    expect(() => copyChecked(wrong as never, photo)).toThrow(misuse);
  });
});
