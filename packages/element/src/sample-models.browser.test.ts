import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeTryOn } from '../test/fake-try-on.js';
import { replaceEngineFactory } from './engine-registry.js';
import type { StylemapTryonElement } from './index.js';
import './index.js';
import { locales } from './strings.js';

/** One transparent pixel. */
const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

let restore: () => void;

beforeEach(() => {
  restore = replaceEngineFactory(() => new FakeTryOn());
});

afterEach(() => {
  for (const element of document.querySelectorAll('stylemap-tryon')) element.remove();
  restore();
});

function picture(photo: string, alt: string): HTMLImageElement {
  const image = new Image();
  image.slot = 'sample-model';
  image.src = pixel;
  image.dataset['photo'] = photo;
  image.alt = alt;
  return image;
}

async function mount(...models: HTMLImageElement[]): Promise<StylemapTryonElement> {
  const element = document.createElement('stylemap-tryon');
  element.append(...models);
  document.body.append(element);
  await element.updateComplete;
  return element;
}

function choices(element: StylemapTryonElement): HTMLButtonElement[] {
  return [...element.renderRoot.querySelectorAll<HTMLButtonElement>('.sample-model')];
}

it('shows no row without sample models', async () => {
  const element = await mount();
  const row = element.renderRoot.querySelector<HTMLElement>('.sample-models')!;
  expect(getComputedStyle(row).display).toBe('none');
});

it('names the row and every choice', async () => {
  const element = await mount(picture('ada.webp', 'Ada'), picture('bayo.webp', 'Bayo'));
  expect(element.renderRoot.querySelector('.sample-models')!.getAttribute('aria-label')).toBe(locales.en.sampleModels);
  expect(choices(element).map((button) => button.querySelector('img')!.alt)).toEqual(['Ada', 'Bayo']);
});

it('takes the chosen photo in place of an own one and presses its button', async () => {
  const element = await mount(picture('ada.webp', 'Ada'), picture('bayo.webp', 'Bayo'));
  element.photo = new Blob(['own'], { type: 'image/jpeg' });
  await element.updateComplete;
  choices(element)[1]!.click();
  await element.updateComplete;
  expect(element.photo).toBeNull();
  expect(element.src).toBe(new URL('bayo.webp', document.baseURI).href);
  expect(choices(element).map((button) => button.getAttribute('aria-pressed'))).toEqual(['false', 'true']);
});

it('presses no button once an own photo is in use', async () => {
  const element = await mount(picture('ada.webp', 'Ada'));
  choices(element)[0]!.click();
  element.photo = new Blob(['own'], { type: 'image/jpeg' });
  await element.updateComplete;
  expect(choices(element)[0]!.getAttribute('aria-pressed')).toBe('false');
});

it('follows pictures that come and go', async () => {
  const element = await mount(picture('ada.webp', 'Ada'));
  const second = picture('bayo.webp', 'Bayo');
  element.append(second);
  await expect.poll(() => choices(element).length).toBe(2);
  second.remove();
  await expect.poll(() => choices(element).length).toBe(1);
});
