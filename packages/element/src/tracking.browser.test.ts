import { TryOnError } from '@stylemap-tryon/sdk';
import { expect, it } from 'vitest';
import { choosePhotoFile, mountTag, photoFile, press, reaches, tracksHeard, useFakeEngines } from '../test/mount-tag.js';
import { trackNames } from './tracking.js';
import { en } from './words/locales/en.js';

const engines = useFakeEngines();

const jeans = '<stylemap-garment src="jeans.webp" type="bottom" product-name="Jeans"></stylemap-garment>';

it('a whole flow tracks known names only, and nothing of the photo', async () => {
  const tracks = tracksHeard();
  const product = { 'product-id': 'S-1', 'product-name': 'Sunset '.repeat(40), cart: '', controls: 'strength save' };
  const element = await mountTag(product, jeans);
  choosePhotoFile(element, photoFile('my-secret-holiday.jpg'));
  await reaches(element, 'done');
  await element.updateComplete;
  const slider = element.renderRoot.querySelector('stylemap-tryon-compare')!;
  slider.dispatchEvent(new Event('compare'));
  slider.dispatchEvent(new Event('compare'));
  await press(element, 'Jeans');
  await expect.poll(() => engines[0]!.outfits).toEqual([2]);
  await reaches(element, 'done');
  engines[0]!.failures.dressOutfit = new TryOnError('out-of-memory', 'For this test.');
  await element.tryOn().catch(() => {});
  element.renderRoot.querySelector<HTMLElement>('[part~="cart-button"]')!.click();

  const names = tracks.map(({ name }) => name);
  expect(names).toEqual([
    'tryon_photo',
    'tryon_result',
    'tryon_use',
    'tryon_use',
    'tryon_result',
    'tryon_error',
    'tryon_add_to_cart',
  ]);
  for (const { name, params } of tracks) {
    expect(trackNames).toContain(name);
    expect(params['item_id']).toBe('S-1');
    for (const value of Object.values(params)) {
      expect(['string', 'number', 'boolean']).toContain(typeof value);
      expect(String(value).length).toBeLessThanOrEqual(100);
    }
  }
  expect(JSON.stringify(tracks)).not.toMatch(/secret|holiday|\b30\b|\b40\b/);
  expect(tracks.filter(({ name }) => name === 'tryon_use').map(({ params }) => params['tool'])).toEqual(['compare', 'outfit']);
});

it('what the page sets is no act of the shopper', async () => {
  const tracks = tracksHeard();
  const element = await mountTag();
  const sources: unknown[] = [];
  element.addEventListener('tryon-photo', ({ detail }) => sources.push(detail.source));
  element.photo = photoFile();
  await reaches(element, 'done');
  element.clear();
  await element.updateComplete;
  expect(sources).toEqual(['page', null]);
  expect(tracks.map(({ name }) => name)).toEqual(['tryon_result']);
});

it('a cancelled run says at what stage', async () => {
  const tracks = tracksHeard();
  const element = await mountTag({ loading: 'eager' });
  engines[0]!.heldCall = 'preparePerson';
  choosePhotoFile(element);
  await reaches(element, 'checking');
  await press(element, en.cancel);
  expect(tracks.at(-1)).toEqual({ name: 'tryon_cancel', params: { stage: 'mask' } });
});

it('a view is counted once a product, when half of it has been seen for a second', async () => {
  const tracks = tracksHeard();
  const element = await mountTag({ 'product-id': 'S-1' });
  element.style.width = '200px';
  await expect.poll(() => tracks, { timeout: 5000 }).toEqual([{ name: 'tryon_view', params: { item_id: 'S-1' } }]);
  element.productId = 'S-2';
  await expect.poll(() => tracks.at(-1)!.params, { timeout: 5000 }).toEqual({ item_id: 'S-2' });
  expect(tracks).toHaveLength(2);
});
