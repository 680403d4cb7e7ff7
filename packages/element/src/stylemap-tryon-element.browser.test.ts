import { TryOnError } from '@stylemap-tryon/sdk';
import { describe, expect, it, vi } from 'vitest';
import { FakeTryOn } from '../test/fake-try-on.js';
import { frameText, mountTag, partOf, photoFile, press, reaches, useFakeEngines } from '../test/mount-tag.js';
import type { StylemapTryonElement } from './index.js';
import { strings as de } from './words/locales/de.js';
import { en } from './words/locales/en.js';
import { strings as fr } from './words/locales/fr.js';

const engines = useFakeEngines();
const engine = () => engines[0]!;

/** Awake from the start, so that the engine is there to be told what to do. */
const mountEager = (attributes: Record<string, string> = {}) => mountTag({ loading: 'eager', ...attributes });

describe('each phase', () => {
  it('idle invites to choose a photo', async () => {
    const element = await mountTag();
    expect(element.phase).toBe('idle');
    expect(await frameText(element)).toContain(en.title);
    expect(await frameText(element)).toContain(en.choosePhoto);
    expect(partOf(element, 'privacy')!.textContent).toContain(en.privacy);
  });

  it('idle with a photo but no garment says what is missing', async () => {
    const element = await mountTag({ 'garment-src': '' });
    element.photo = photoFile();
    expect(await frameText(element)).toContain(en.noGarment);
    expect(partOf(element, 'photo')).not.toBeNull();
  });

  it('loading and working show the stage, the progress and a way out', async () => {
    const element = await mountEager();
    engine().heldCall = 'load';
    element.photo = photoFile();
    await element.updateComplete;
    expect(element.phase).toBe('loading');
    expect(await frameText(element)).toContain(en.stages.load);
    engine().proceed();
    engine().heldCall = 'dress';
    await reaches(element, 'working');
    await expect.poll(() => frameText(element)).toContain(en.stages.composite);
    const progress = partOf<HTMLProgressElement>(element, 'progress')!;
    expect(progress.value).toBeGreaterThan(0.6);
    expect(element.renderRoot.querySelector('[role=status]')!.textContent).toBe(en.announceBusy);
    await press(element, en.cancel);
    expect(element.phase).toBe('idle');
    expect(await frameText(element)).toContain(en.tryOn);
  });

  it('done shows both pictures, pixel for pixel, with a text alternative', async () => {
    const element = await mountTag({ alt: 'You in the shirt' });
    element.photo = photoFile();
    await reaches(element, 'done');
    await element.updateComplete;
    const compare = element.renderRoot.querySelector('stylemap-tryon-compare')!;
    await compare.updateComplete;
    expect(compare.renderRoot.querySelector('[role=img]')!.getAttribute('aria-label')).toBe('You in the shirt');
    const pixelOf = (canvas: HTMLCanvasElement) => [...canvas.getContext('2d')!.getImageData(3, 3, 1, 1).data];
    expect(pixelOf(compare.afterPicture!)).toEqual([255, 0, 0, 255]);
    expect(pixelOf(compare.beforePicture!)).toEqual([0, 0, 255, 255]);
    expect(element.renderRoot.querySelector('[role=status]')!.textContent).toBe(en.announceDone);
  });

  it('done with a poor photo gives hints that can be dismissed for this photo', async () => {
    const element = await mountEager();
    element.photo = photoFile();
    engine().warnings = ['garment-small'];
    await reaches(element, 'done');
    expect(await frameText(element)).toContain(en.warnings['garment-small']);
    expect(element.renderRoot.querySelector('[role=status]')!.textContent).toContain(en.warnings['garment-small']);
    await press(element, en.dismiss);
    expect(await frameText(element)).not.toContain(en.warnings['garment-small']);
    element.garmentSrc = 'coat.webp';
    await element.tryOn();
    expect(await frameText(element)).not.toContain(en.warnings['garment-small']);
    element.photo = photoFile();
    await element.tryOn();
    expect(await frameText(element)).toContain(en.warnings['garment-small']);
  });

  it('error says what happened and what to do, and retries', async () => {
    const element = await mountEager();
    engine().failures.preparePerson = new TryOnError('no-person', 'For this test.');
    element.photo = photoFile();
    await reaches(element, 'error');
    expect(await frameText(element)).toContain(en.errors['no-person'].message);
    expect(await frameText(element)).toContain(en.errors['no-person'].advice);
    expect(element.renderRoot.querySelector('[role=alert]')).not.toBeNull();
    delete engine().failures.preparePerson;
    await press(element, en.retry);
    await reaches(element, 'done');
  });

  it('never changes the size of the element', async () => {
    const element = await mountEager();
    const heightPx = () => element.getBoundingClientRect().height;
    const idleHeightPx = heightPx();
    engine().heldCall = 'dress';
    element.photo = photoFile();
    await reaches(element, 'working');
    await element.updateComplete;
    expect(heightPx()).toBe(idleHeightPx);
    engine().proceed();
    await reaches(element, 'done');
    await element.updateComplete;
    expect(heightPx()).toBe(idleHeightPx);
    engine().failures.dress = new TryOnError('internal', 'For this test.');
    await element.tryOn().catch(() => {});
    await element.updateComplete;
    expect(element.phase).toBe('error');
    expect(heightPx()).toBe(idleHeightPx);
  });
});

describe('the keyboard', () => {
  it.each(['own', 'slotted'])('keeps its place when the %s button under it goes with its phase', async (kind) => {
    const element = await mountEager();
    element.innerHTML = '<button slot="photo-actions">Our model</button>';
    (kind === 'own' ? element.renderRoot : element).querySelector('button')!.focus();
    engine().heldCall = 'dress';
    element.photo = photoFile();
    await reaches(element, 'working');
    await element.updateComplete;
    expect(element.shadowRoot!.activeElement).toBe(partOf(element, 'frame'));
  });

  it('is not drawn to the element from elsewhere', async () => {
    const element = await mountTag();
    element.photo = photoFile();
    await reaches(element, 'done');
    expect(document.activeElement).toBe(document.body);
  });
});

describe('another garment', () => {
  it('is tried on at once, with the person kept and the former result on screen', async () => {
    const element = await mountTag();
    element.photo = photoFile();
    await reaches(element, 'done');
    engine().heldCall = 'dress';
    element.garmentSrc = 'coat.webp';
    await reaches(element, 'working');
    expect(partOf(element, 'compare')).not.toBeNull();
    engine().proceed();
    await reaches(element, 'done');
    expect(engine().calls.filter((call) => call === 'preparePerson')).toHaveLength(1);
    expect(engine().sources.at(-1)).toBe(new URL('coat.webp', document.baseURI).href);
  });

  it('supersedes the one under way: only the last one is shown and announced', async () => {
    const element = await mountEager();
    const results: Event[] = [];
    const errors: Event[] = [];
    element.addEventListener('tryon-result', (event) => results.push(event));
    element.addEventListener('tryon-error', (event) => errors.push(event));
    engine().heldCall = 'prepareGarment';
    element.photo = photoFile();
    await expect.poll(() => engine().calls).toContain('prepareGarment');
    for (const name of ['a', 'b', 'c']) {
      element.garmentSrc = `${name}.webp`;
      await element.updateComplete;
    }
    await expect.poll(() => engine().sources.at(-1)).toContain('c.webp');
    engine().proceed();
    await reaches(element, 'done');
    expect(results).toHaveLength(1);
    expect(errors).toHaveLength(0);
  });

  it('is not disturbed by a failure of the one it superseded', async () => {
    const element = await mountEager();
    const errors = vi.fn();
    element.addEventListener('tryon-error', errors);
    element.photo = photoFile();
    await reaches(element, 'done');
    // An engine that answers an abort with the failure it was about to report.
    const { prepareGarment } = engine();
    engine().prepareGarment = (_product, { signal } = {}) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new TryOnError('no-product', 'Late.'))));
    element.garmentSrc = 'coat.webp';
    await reaches(element, 'working');
    engine().prepareGarment = prepareGarment;
    element.garmentSrc = 'shirt-2.webp';
    await element.updateComplete;
    await reaches(element, 'done');
    expect(errors).not.toHaveBeenCalled();
  });

  it('that fails leaves the former result visible behind the message', async () => {
    const element = await mountTag();
    element.photo = photoFile();
    await reaches(element, 'done');
    engine().failures.prepareGarment = new TryOnError('image-unavailable', 'For this test.');
    element.garmentSrc = 'gone.webp';
    await reaches(element, 'error');
    expect(await frameText(element)).toContain(en.productPicture.message);
    expect(partOf(element, 'compare')).not.toBeNull();
  });
});

describe('methods and events', () => {
  it('tryOn() resolves with the result and announces it without bubbling', async () => {
    const element = await mountTag();
    const bubbled = vi.fn();
    document.body.addEventListener('tryon-result', bubbled);
    const announced = new Promise<CustomEvent>((resolve) => element.addEventListener('tryon-result', resolve));
    element.photo = photoFile();
    const result = await element.tryOn();
    const { detail } = await announced;
    expect(detail.result).toBe(result);
    expect(detail.receipt).toBe(result.receipt);
    expect(bubbled).not.toHaveBeenCalled();
    expect(engine().calls.filter((call) => call === 'dress')).toHaveLength(1);
    document.body.removeEventListener('tryon-result', bubbled);
  });

  it('tryOn() without photo or garment is a TypeError', async () => {
    const element = await mountTag();
    await expect(element.tryOn()).rejects.toThrow(TypeError);
  });

  it('cancel() rejects with an AbortError and is no error event', async () => {
    const element = await mountTag();
    const errors = vi.fn();
    element.addEventListener('tryon-error', errors);
    element.photo = photoFile();
    const run = element.tryOn();
    const rejection = expect(run).rejects.toMatchObject({ name: 'AbortError' });
    element.cancel();
    await rejection;
    expect(element.phase).toBe('idle');
    expect(errors).not.toHaveBeenCalled();
  });

  it('clear() removes photo and result and gives the person back', async () => {
    const element = await mountEager({ src: 'model.webp' });
    await reaches(element, 'done');
    element.clear();
    await element.updateComplete;
    expect(element.phase).toBe('idle');
    expect(element.src).toBeNull();
    expect(element.hasAttribute('src')).toBe(false);
    expect(await element.getResultBlob()).toBeNull();
    expect(engine().liveHandles).toBe(1);
  });

  it('getResultBlob() gives the file of the result', async () => {
    const element = await mountTag();
    element.photo = photoFile();
    await element.tryOn();
    expect(await (await element.getResultBlob())!.text()).toBe('fake picture');
  });

  it('progress never falls and ends with the last stage', async () => {
    const element = await mountTag();
    const details: { stage: string; fraction: number }[] = [];
    element.addEventListener('tryon-progress', ({ detail }) => details.push(detail));
    element.photo = photoFile();
    await element.tryOn();
    const fractions = details.map(({ fraction }) => fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(details[0]!.stage).toBe('load');
    expect(details.at(-1)).toMatchObject({ stage: 'composite', fraction: 1 });
  });
});

describe('attributes', () => {
  it('mirror the properties both ways', async () => {
    const element = await mountTag({ 'asset-base': '/assets/', backend: 'wasm' });
    expect(element.assetBase).toBe('/assets/');
    expect(element.backend).toBe('wasm');
    element.garmentType = 'dress';
    element.loading = 'eager';
    await element.updateComplete;
    expect(element.getAttribute('garment-type')).toBe('dress');
    expect(element.getAttribute('loading')).toBe('eager');
  });

  it('strength tries on again with as much of the garment', async () => {
    const element = await mountTag({ 'garment-src': 'shirt.webp', loading: 'eager', strength: '0.5' });
    element.photo = photoFile();
    await reaches(element, 'done');
    const again = new Promise((resolve) => element.addEventListener('tryon-result', resolve, { once: true }));
    element.strength = 7;
    await again;
    expect(engine().strengths).toEqual([0.5, 1]);
  });

  it('garment-shape tries on again in the other shape', async () => {
    const element = await mountTag({ 'garment-src': 'shirt.webp', loading: 'eager' });
    element.photo = photoFile();
    await reaches(element, 'done');
    const again = new Promise((resolve) => element.addEventListener('tryon-result', resolve, { once: true }));
    element.setAttribute('garment-shape', 'worn');
    await again;
    expect(engine().shapes).toEqual(['product', 'worn']);
  });

  it('strength means 1 where it is no number', async () => {
    const element = await mountTag({ strength: 'much' });
    expect(element.strength).toBe(1);
    element.setAttribute('strength', '-3');
    expect(element.strength).toBe(0);
  });

  it('with an unknown keyword mean the default, as in HTML', async () => {
    const element = await mountTag({ 'garment-type': 'hat', loading: 'soon', backend: 'cuda' });
    expect([element.garmentType, element.loading, element.backend]).toEqual(['auto', 'interaction', 'auto']);
  });

  it('locale chooses the language, and the page does otherwise', async () => {
    const element = await mountTag({ locale: 'fr-CH' });
    await expect.poll(() => frameText(element)).toContain(fr.choosePhoto);
    element.locale = null;
    element.lang = 'de';
    element.requestUpdate();
    await expect.poll(() => frameText(element)).toContain(de.choosePhoto);
  });

  it('photo wins over src', async () => {
    const element = await mountTag({ src: 'model.webp' });
    const own = photoFile();
    element.photo = own;
    await element.tryOn();
    expect(engine().sources[0]).toBe(own);
  });
});

describe('loading', () => {
  it('eager starts at once', async () => {
    await mountEager();
    expect(engine().calls).toEqual(['load']);
  });

  it.each(['near', 'lazy'])('%s waits far from the viewport and starts near it', async (loading) => {
    document.body.style.paddingTop = '5000px';
    const element = await mountTag({ src: 'model.webp', loading });
    // Two frames: an observer that sees the element reports within the first.
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    expect(engines).toHaveLength(0);
    element.scrollIntoView();
    await reaches(element, 'done');
    scrollTo(0, 0);
  });

  it('starts at the first act otherwise, and tabbing through is none', async () => {
    const element = await mountTag({ src: 'model.webp' });
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    element.renderRoot.querySelector<HTMLElement>('button')!.focus();
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
    expect([engines, element.phase]).toEqual([[], 'idle']);
    element.dispatchEvent(new PointerEvent('pointerdown'));
    await reaches(element, 'done');
  });

  it('starts when the page sets a photo later on, as that was chosen', async () => {
    const element = await mountTag();
    element.src = 'model.webp';
    await reaches(element, 'done');
  });

  it('follows a change of the attribute', async () => {
    const element = await mountTag();
    expect(engines).toEqual([]);
    element.loading = 'near';
    await expect.poll(() => engines.length).toBe(1);
  });

  it('can be had by preload, which tells of a failure', async () => {
    const element = await mountTag();
    await element.preload();
    expect(engine().calls).toEqual(['load']);
    engine().failures.load = new TryOnError('model-unavailable', 'For this test.');
    await expect(element.preload()).rejects.toMatchObject({ code: 'model-unavailable' });
    expect(element.phase).toBe('idle');
  });
});

describe('the garment as an object', () => {
  function drawnCanvas(colour: string): HTMLCanvasElement {
    const canvas = Object.assign(document.createElement('canvas'), { width: 70, height: 70 });
    const context = canvas.getContext('2d')!;
    context.fillStyle = colour;
    context.fillRect(0, 0, 70, 70);
    return canvas;
  }

  it('wins over garment-src, and null gives way to it again', async () => {
    const element = await mountTag();
    const blob = new Blob(['shirt']);
    element.garment = blob;
    element.photo = photoFile();
    await reaches(element, 'done');
    expect(engine().sources).toContain(blob);
    expect(element.garment).toBe(blob);
    element.garment = null;
    await expect.poll(() => engine().sources.at(-1)).toContain('shirt.webp');
  });

  it('is a canvas as it was when it was set, and is tried on again when it is set again', async () => {
    const element = await mountTag({ 'garment-src': '' });
    const canvas = drawnCanvas('red');
    element.garment = canvas;
    canvas.getContext('2d')!.clearRect(0, 0, 70, 70);
    element.photo = photoFile();
    await reaches(element, 'done');
    const copy = engine().sources.at(-1) as OffscreenCanvas;
    expect([...copy.getContext('2d')!.getImageData(0, 0, 1, 1).data]).toEqual([255, 0, 0, 255]);
    element.garment = canvas;
    await expect.poll(() => engine().sources.filter((source) => source instanceof OffscreenCanvas)).toHaveLength(2);
  });

  it('may be set before the tag is defined', async () => {
    document.body.insertAdjacentHTML('beforeend', '<stylemap-tryon-later></stylemap-tryon-later>');
    const tag = document.querySelector('stylemap-tryon-later')!;
    const blob = new Blob(['shirt']);
    const own = new FakeTryOn();
    Object.assign(tag, { garment: blob, maxResultPixels: 5000, engine: own });
    class Later extends (customElements.get('stylemap-tryon') as typeof StylemapTryonElement) {}
    customElements.define('stylemap-tryon-later', Later);
    const element = tag as StylemapTryonElement;
    await element.updateComplete;
    element.photo = photoFile();
    await reaches(element, 'done');
    expect(own.sources).toContain(blob);
    expect(own.resultLimits).toEqual([5000]);
    element.remove();
  });
});

describe('the engine', () => {
  it('of the page is used in place of an own one, and never disposed of', async () => {
    const own = new FakeTryOn();
    const element = await mountEager();
    element.engine = own;
    element.photo = photoFile();
    await reaches(element, 'done');
    expect(own.calls).toContain('dress');
    expect(element.engine).toBe(own);
    element.remove();
    await expect.poll(() => own.liveHandles).toBe(0);
    expect(own.disposed).toBe(false);
  });

  it('in use can be asked for, and it is the one that all tags share', async () => {
    const [one, other] = [await mountTag(), await mountTag()];
    expect(one.engine).toBe(other.engine);
    expect(engines).toHaveLength(1);
    expect(engine().calls).toEqual([]);
  });
});

describe('the size of results', () => {
  it.each([
    ['1000000', 1_000_000],
    ['0', null],
    ['-5', null],
    ['much', null],
    ['2.5', null],
  ])('max-result-pixels="%s" means %s', async (text, value) => {
    expect((await mountTag({ 'max-result-pixels': text })).maxResultPixels).toBe(value);
  });

  it('prepares the photo again when the limit changes', async () => {
    const element = await mountEager();
    element.photo = photoFile();
    await reaches(element, 'done');
    element.maxResultPixels = 400;
    await expect.poll(() => engine().resultLimits).toEqual([undefined, 400]);
  });
});

describe('a photo by URL', () => {
  it('is fetched once, for the screen and for the engine', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response(new Blob(['photo'])));
    const element = await mountTag({ src: 'https://shop.example/model.webp' });
    const image = element.renderRoot.querySelector<HTMLImageElement>('img.photo')!;
    await expect.poll(() => image.src).toMatch(/^blob:/);
    await element.tryOn();
    expect(fetched).toHaveBeenCalledTimes(1);
    const [photoFile] = engine().sources.filter((source) => source instanceof Blob);
    expect(await photoFile!.text()).toBe('photo');
    fetched.mockRestore();
  });

  it('that cannot be fetched is shown by its URL, and the engine says what is wrong', async () => {
    // The test server has a page for every path, so somewhere that nobody listens.
    const element = await mountTag({ src: 'http://127.0.0.1:9/model.webp' });
    await expect.poll(() => element.renderRoot.querySelector<HTMLImageElement>('img.photo')!.src).toMatch(/model\.webp$/);
    await element.tryOn();
    expect(engine().sources).toContain('http://127.0.0.1:9/model.webp');
  });
});

describe('life in the document', () => {
  it('twenty tags share one engine', async () => {
    for (let index = 0; index < 20; index += 1) await mountEager();
    expect(engines).toHaveLength(1);
  });

  it('a removed tag cancels its run and gives its handles back', async () => {
    const element = await mountTag();
    element.photo = photoFile();
    await reaches(element, 'done');
    engine().heldCall = 'dress';
    element.garmentSrc = 'coat.webp';
    await reaches(element, 'working');
    element.remove();
    await expect.poll(() => engine().liveHandles).toBe(0);
    expect(element.phase).toBe('done');
  });

  it('a tag that is put back finishes what it was taken away from', async () => {
    const element = await mountEager();
    engine().heldCall = 'dress';
    element.photo = photoFile();
    await reaches(element, 'working');
    element.remove();
    await expect.poll(() => engine().liveHandles).toBe(0);
    await element.updateComplete;
    expect(element.phase).toBe('idle');
    engine().proceed();
    document.body.append(element);
    await reaches(element, 'done');
  });

  it('a tag that comes back works again', async () => {
    const element = await mountTag();
    element.photo = photoFile();
    await reaches(element, 'done');
    element.remove();
    await expect.poll(() => engine().liveHandles).toBe(0);
    document.body.append(element);
    element.garmentSrc = 'coat.webp';
    await element.updateComplete;
    await reaches(element, 'done');
    expect(engine().sources.at(-1)).toContain('coat.webp');
  });

  it('a tag moved within the document keeps its run and its person', async () => {
    const element = await mountEager();
    engine().heldCall = 'dress';
    element.photo = photoFile();
    await expect.poll(() => engine().calls).toContain('dress');
    const wrapper = document.body.appendChild(document.createElement('div'));
    wrapper.append(element);
    engine().proceed();
    await reaches(element, 'done');
    expect(engine().calls.filter((call) => call === 'preparePerson')).toHaveLength(1);
    wrapper.remove();
  });

  it('blob URLs of the photo are revoked with the picture they were made for', async () => {
    const created = vi.spyOn(URL, 'createObjectURL');
    const revoked = vi.spyOn(URL, 'revokeObjectURL');
    const element = await mountTag();
    element.photo = photoFile();
    await reaches(element, 'done');
    await element.updateComplete;
    expect(created).toHaveBeenCalledTimes(1);
    expect(revoked.mock.calls.flat()).toEqual(created.mock.results.map(({ value }) => value as string));
    created.mockRestore();
    revoked.mockRestore();
  });
});
