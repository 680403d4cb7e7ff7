import { describe, expect, it } from 'vitest';
import { shareNumber, toolsOf } from './attributes.js';

const read = <T>(converter: { fromAttribute?(value: string | null): T }, value: string | null) =>
  converter.fromAttribute?.(value);

describe('controls', () => {
  it('are all but strength where nothing is said, and none where nothing is in it', () => {
    expect([...toolsOf(null)]).toEqual(['zoom', 'save', 'share']);
    expect([...toolsOf('')]).toEqual([]);
  });

  it('are those that are named, in whatever order and case', () => {
    expect([...toolsOf(' Share strength\nhat ')]).toEqual(['strength', 'share']);
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
