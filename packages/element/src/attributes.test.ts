import { describe, expect, it } from 'vitest';
import { dayCount, shareNumber, toolsOf } from './attributes.js';

const read = <T>(converter: { fromAttribute?(value: string | null): T }, value: string | null) => converter.fromAttribute?.(value);

describe('controls', () => {
  it('are all but strength where nothing is said, and none where nothing is in it', () => {
    expect([...toolsOf(null)]).toEqual(['camera', 'phone', 'zoom', 'brush', 'save', 'share']);
    expect([...toolsOf('')]).toEqual([]);
  });

  it('are those that are named, in whatever order and case', () => {
    expect([...toolsOf(' Share strength\nhat ')]).toEqual(['strength', 'share']);
  });
});

describe('history', () => {
  it.each([
    ['30', 30],
    ['400', 90],
    ['2.9', 2],
    ['0', null],
    ['', null],
    ['long', null],
    [null, null],
  ])('of %j is %j days', (value, days) => {
    expect(read(dayCount, value)).toBe(days);
  });
});

describe('mix', () => {
  it.each([
    ['0.4', 0.4],
    ['7', 1],
    ['', 1],
    [null, null],
  ])('of %j is %j', (value, share) => {
    expect(read(shareNumber, value)).toBe(share);
  });
});
