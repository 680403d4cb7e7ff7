import { describe, expect, it } from 'vitest';
import { isAbortError, TryOnError } from '@stylemap-tryon/core';
import { transferablesOf, type DressReply } from './protocol.js';
import { deserializeError, serializeError } from './serialized-error.js';

describe('transferables', () => {
  const image = { widthPx: 1, heightPx: 1, data: new Uint8ClampedArray(4) };

  it('moves the pixels of a photo and of a result', () => {
    const call = { kind: 'call', id: 1, method: 'preparePerson', params: { image: { kind: 'pixels', image } } } as const;
    expect(transferablesOf(call)).toEqual([image.data.buffer]);
    const value = { image, masks: [], warnings: [] } as unknown as DressReply;
    expect(transferablesOf({ kind: 'result', id: 1, value })).toEqual([image.data.buffer]);
  });

  it('moves bitmaps either way', () => {
    const bitmap = { width: 1, height: 1, close: () => undefined };
    const call = { kind: 'call', id: 1, method: 'preparePerson', params: { image: { kind: 'bitmap', bitmap } } } as const;
    expect(transferablesOf(call)).toEqual([bitmap]);
    expect(transferablesOf({ kind: 'result', id: 1, value: bitmap })).toEqual([bitmap]);
  });

  it('moves the strength map of each garment that has one', () => {
    const strengthMap = { xPx: 0, yPx: 0, widthPx: 2, heightPx: 1, alpha: new Uint8Array(2) };
    const pieces = [
      { garment: 2, shape: 'product', strength: 1 },
      { garment: 3, shape: 'product', strength: 1, strengthMap },
    ] as const;
    expect(transferablesOf({ kind: 'call', id: 1, method: 'dress', params: { person: 1, pieces } })).toEqual([
      strengthMap.alpha.buffer,
    ]);
  });

  it('leaves a blob where it is', () => {
    const params = { image: { kind: 'blob', blob: new Blob(['x']) } } as const;
    expect(transferablesOf({ kind: 'call', id: 1, method: 'preparePerson', params })).toEqual([]);
  });
});

describe('errors between the threads', () => {
  const roundTrip = (error: unknown) => deserializeError(structuredClone(serializeError(error)));

  it('keep code, stage, message and the words of the cause', () => {
    const error = new TryOnError('no-person', 'Nobody.', 'segment', { cause: new Error('zero pixels') });
    const copy = roundTrip(error) as TryOnError;
    expect(copy).toBeInstanceOf(TryOnError);
    expect([copy.code, copy.stage, copy.message]).toEqual(['no-person', 'segment', 'Nobody.']);
    expect(copy.cause).toContain('zero pixels');
  });

  it('keep an abort an abort and misuse a TypeError', () => {
    expect(isAbortError(roundTrip(new DOMException('stop', 'AbortError')))).toBe(true);
    expect(roundTrip(new TypeError('strength is a number'))).toBeInstanceOf(TypeError);
  });

  it('make a defect of anything else', () => {
    expect(roundTrip(new RangeError('oops'))).toMatchObject({ code: 'internal', message: 'oops' });
    expect(roundTrip('a string')).toMatchObject({ code: 'internal', message: 'a string' });
  });
});
