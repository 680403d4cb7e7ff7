import { expect, it } from 'vitest';
import { FirstUses, trackNames, trackOf } from './tracking.js';

it('a track names the product as far as the shop did, in no more than GA4 takes', () => {
  const product = { item_id: 'S-1', item_variant: null, item_name: 'x'.repeat(300) };
  expect(trackOf('tryon_photo', product, { photo_source: 'file' })).toEqual({
    name: 'tryon_photo',
    params: { item_id: 'S-1', item_name: 'x'.repeat(100), photo_source: 'file' },
  });
});

it('names fit the rules of GA4', () => {
  for (const name of trackNames) expect(name).toMatch(/^[a-z][a-z_]{0,39}$/);
});

it('a tool is new once for each result', () => {
  const uses = new FirstUses();
  expect([uses.isFirst('compare'), uses.isFirst('compare'), uses.isFirst('mix')]).toEqual([true, false, true]);
  uses.forget();
  expect(uses.isFirst('compare')).toBe(true);
});
