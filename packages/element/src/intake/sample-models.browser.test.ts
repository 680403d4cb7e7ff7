import { TryOnError } from '@stylemap-tryon/sdk';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeTryOn } from '../../test/fake-try-on.js';
import { replaceEngineFactory } from '../fitting/engine-registry.js';
import type { StylemapTryonElement } from '../index.js';
import '../index.js';
import { en } from '../words/locales/en.js';

/** One transparent pixel. */
const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

let engine: FakeTryOn;
let restore: () => void;

beforeEach(() => {
  engine = new FakeTryOn();
  restore = replaceEngineFactory(() => engine);
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
  expect(element.renderRoot.querySelector('.sample-models')!.getAttribute('aria-label')).toBe(en.sampleModels);
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

it('follows a picture that becomes another one', async () => {
  const model = picture('ada.webp', 'Ada');
  const element = await mount(model);
  model.dataset['photo'] = 'bayo.webp';
  model.alt = 'Bayo';
  await expect.poll(() => choices(element)[0]!.querySelector('img')!.alt).toBe('Bayo');
  choices(element)[0]!.click();
  expect(element.src).toBe(new URL('bayo.webp', document.baseURI).href);
});

it('fits the next garment onto the same model, and another model into the same garment', async () => {
  const element = await mount(picture('ada.webp', 'Ada'), picture('bayo.webp', 'Bayo'));
  element.garmentSrc = 'shirt.webp';
  choices(element)[0]!.click();
  await expect.poll(() => element.phase).toBe('done');
  element.garmentSrc = 'dress.webp';
  await expect.poll(() => engine.sources.length).toBe(3);
  await expect.poll(() => element.phase).toBe('done');
  choices(element)[1]!.click();
  await expect.poll(() => engine.sources.length).toBe(4);
  const inPage = (file: string) => new URL(file, document.baseURI).href;
  // The garment is asked for while the photo is on its way.
  expect(engine.sources).toEqual(['shirt.webp', 'ada.webp', 'dress.webp', 'bayo.webp'].map(inPage));
});

it('says what failed when the photo of a model cannot be had, and takes another model then', async () => {
  const element = await mount(picture('gone.webp', 'Ada'), picture('bayo.webp', 'Bayo'));
  element.garmentSrc = 'shirt.webp';
  engine.failures.preparePerson = new TryOnError('image-unavailable', 'For this test.');
  const failed = new Promise<string>((resolve) =>
    element.addEventListener('tryon-error', ({ detail }) => resolve(detail.error.code), { once: true }),
  );
  choices(element)[0]!.click();
  expect(await failed).toBe('image-unavailable');
  await expect
    .poll(() => element.renderRoot.querySelector('[role=alert]')?.textContent)
    .toContain(en.errors['image-unavailable'].message);
  delete engine.failures.preparePerson;
  choices(element)[1]!.click();
  await expect.poll(() => element.phase).toBe('done');
});
