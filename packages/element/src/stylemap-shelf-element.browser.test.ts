import { TryOnError } from '@stylemap-tryon/sdk';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { choosePhotoFile, mountTag, photoFile, reaches, tracksHeard, useFakeEngines } from '../test/mount-tag.js';
import type { StylemapTryonElement } from './index.js';
import type { StylemapShelfElement } from './shelf.js';
import './shelf.js';
import { en } from './words/locales/en.js';
import { enShelf } from './words/shelf-words.js';

const engines = useFakeEngines();
const engine = () => engines[0]!;

afterEach(() => void vi.restoreAllMocks());

const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/** Cards of 100 px beneath each other. */
async function mountShelf(count: number): Promise<StylemapShelfElement> {
  const shelf = document.createElement('stylemap-shelf');
  shelf.innerHTML = Array.from(
    { length: count },
    (_, i) =>
      `<stylemap-garment src="p${i}.webp" type="top" product-id="P-${i}"><img src="${pixel}" alt="Tee ${i}" width="75" height="100" /></stylemap-garment>`,
  ).join('');
  document.body.append(shelf);
  await shelf.updateComplete;
  return shelf;
}

/** On a collection page: the tag has the photo, and no product. */
async function mountBoth(count: number): Promise<{ tag: StylemapTryonElement; shelf: StylemapShelfElement }> {
  const tag = await mountTag({ 'garment-src': '', loading: 'eager' });
  const shelf = await mountShelf(count);
  tag.style.display = 'none';
  return { tag, shelf };
}

const toggle = (shelf: StylemapShelfElement) => shelf.renderRoot.querySelector<HTMLButtonElement>('[part="toggle"]')!;
const garments = (shelf: StylemapShelfElement) => [...shelf.querySelectorAll('stylemap-garment')];
const shownIn = (shelf: StylemapShelfElement) => garments(shelf).filter((each) => each.matches(':state(shown)')).length;
const showsAll = (shelf: StylemapShelfElement, count: number) => expect.poll(() => shownIn(shelf)).toBe(count);

describe('a shelf', () => {
  it('shows its products on the photo, with the photo prepared once, and gives every picture back', async () => {
    const { tag, shelf } = await mountBoth(4);
    choosePhotoFile(tag);
    await expect.poll(() => tag.photo).not.toBeNull();
    const tracks = tracksHeard();
    toggle(shelf).click();
    await showsAll(shelf, 4);
    expect(toggle(shelf).getAttribute('aria-pressed')).toBe('true');
    expect(engine().calls.filter((call) => call === 'preparePerson')).toHaveLength(1);
    expect(engine().resultLimits).toEqual([307_200]);
    expect(tracks).toEqual([{ name: 'tryon_shelf', params: { items_count: 4 } }]);
    const picture = garments(shelf)[2]!.renderRoot.querySelector('[part="picture"]')!;
    expect(picture.getAttribute('aria-label')).toBe('Tee 2, on your photo');
    expect(garments(shelf)[2]!.querySelector('img')!.checkVisibility({ visibilityProperty: true })).toBe(false);
    await expect.poll(() => shelf.renderRoot.querySelector('[role=status]')!.textContent).toBe(enShelf.shown(4, 4));

    toggle(shelf).click();
    await showsAll(shelf, 0);
    expect(engine().liveHandles).toBe(0);
    expect(garments(shelf)[2]!.renderRoot.querySelector('[part="picture"]')).toBeNull();
    expect(garments(shelf)[2]!.querySelector('img')!.checkVisibility({ visibilityProperty: true })).toBe(true);
  });

  it('keeps the size of every card', async () => {
    const { tag, shelf } = await mountBoth(2);
    const heights = () => garments(shelf).map((each) => each.getBoundingClientRect().height);
    const before = heights();
    tag.photo = photoFile();
    shelf.active = true;
    await showsAll(shelf, 2);
    expect(heights()).toEqual(before);
  });

  it('draws what is near the window only, nearest first, and the rest when it comes near', async () => {
    const { tag, shelf } = await mountBoth(40);
    tag.photo = photoFile();
    await tag.updateComplete;
    shelf.active = true;
    await expect.poll(() => shownIn(shelf)).toBeGreaterThan(3);
    await expect.poll(() => engine().calls.filter((call) => call === 'dress').length === shownIn(shelf)).toBe(true);
    expect(garments(shelf).at(-1)!.matches(':state(shown)')).toBe(false);
    expect(engine().sources.filter((source) => String(source).endsWith('.webp'))[0]).toContain('p0.webp');
    garments(shelf).at(-1)!.scrollIntoView();
    await expect.poll(() => garments(shelf).at(-1)!.matches(':state(shown)')).toBe(true);
    expect(shownIn(shelf)).toBeLessThanOrEqual(24);
  });

  it('makes way for the shopper, and goes on afterwards', async () => {
    const { tag, shelf } = await mountBoth(3);
    tag.photo = photoFile();
    await tag.updateComplete;
    engine().heldCall = 'dress';
    shelf.active = true;
    await expect.poll(() => engine().calls.at(-1)).toBe('dress');
    tag.garmentSrc = 'shirt.webp';
    await reaches(tag, 'working');
    expect(garments(shelf).some((each) => each.matches(':state(drawing)'))).toBe(false);
    expect(shownIn(shelf)).toBe(0);
    engine().proceed();
    await reaches(tag, 'done');
    await showsAll(shelf, 3);
  });

  it('keeps the picture of a product that cannot be shown', async () => {
    const { tag, shelf } = await mountBoth(3);
    const { prepareGarment } = engine();
    engine().prepareGarment = (source, options) =>
      String(source).endsWith('p1.webp')
        ? Promise.reject(new TryOnError('no-product', 'For this test.'))
        : prepareGarment.call(engine(), source, options);
    tag.photo = photoFile();
    shelf.active = true;
    await showsAll(shelf, 2);
    expect(garments(shelf)[1]!.matches(':state(failed)')).toBe(true);
    expect(garments(shelf)[1]!.querySelector('img')!.checkVisibility({ visibilityProperty: true })).toBe(true);
  });

  it('says what is wrong with the photo, once', async () => {
    const { tag, shelf } = await mountBoth(3);
    engine().failures.preparePerson = new TryOnError('no-person', 'For this test.');
    tag.photo = photoFile();
    shelf.active = true;
    const status = () => shelf.renderRoot.querySelector('[role=status]')!.textContent;
    await expect.poll(status).toBe(en.errors['no-person'].message);
    expect(engine().calls.filter((call) => call === 'preparePerson')).toHaveLength(1);
  });

  it('draws anew on another photo, and another picture of a product', async () => {
    const { tag, shelf } = await mountBoth(2);
    tag.photo = photoFile();
    shelf.active = true;
    await showsAll(shelf, 2);
    tag.photo = photoFile('other.jpg');
    await expect.poll(() => engine().calls.filter((call) => call === 'dress')).toHaveLength(4);
    await showsAll(shelf, 2);
    garments(shelf)[0]!.src = 'blue.webp';
    await expect.poll(() => engine().sources.at(-1)).toContain('blue.webp');
    await showsAll(shelf, 2);
  });
});

describe('the toggle', () => {
  it('asks for a photo where there is none, and then shows the products', async () => {
    const { tag, shelf } = await mountBoth(2);
    const dialog = vi.spyOn(tag, 'choosePhoto').mockImplementation(() => {});
    toggle(shelf).click();
    expect(dialog).toHaveBeenCalledTimes(1);
    expect(shelf.active).toBe(false);
    choosePhotoFile(tag);
    await showsAll(shelf, 2);
  });

  it('reads no photo while consent is required and open', async () => {
    const tag = await mountTag({ 'garment-src': '', consent: 'required', src: 'model.webp' });
    const shelf = await mountShelf(2);
    toggle(shelf).click();
    await expect.poll(() => tag.room).toBe('consent');
    expect(engines).toEqual([]);
  });

  it('may be a button of the page', async () => {
    const { tag, shelf } = await mountBoth(1);
    tag.photo = photoFile();
    await tag.updateComplete;
    shelf.insertAdjacentHTML('beforeend', '<button slot="toggle">On me</button>');
    const own = shelf.querySelector<HTMLButtonElement>('[slot=toggle]')!;
    own.click();
    await showsAll(shelf, 1);
    expect(own.getAttribute('aria-pressed')).toBe('true');
  });
});
