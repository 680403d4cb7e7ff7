import { describe, expect, it, vi } from 'vitest';
import {
  buttonOf,
  choosePhotoFile,
  mountTag,
  photoFile,
  press,
  reaches,
  tracksHeard,
  useFakeEngines,
} from '../../../test/mount-tag.js';
import type { StylemapTryonElement } from '../../index.js';
import { en } from '../../words/locales/en.js';

const engines = useFakeEngines();

const mountAsking = (attributes: Record<string, string> = {}, html = '') =>
  mountTag({ consent: 'required', ...attributes }, html);

const opens = (element: StylemapTryonElement) => expect.poll(() => element.room).toBe('consent');

function drop(element: StylemapTryonElement): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(photoFile());
  const frame = element.renderRoot.querySelector('.frame')!;
  frame.dispatchEvent(new DragEvent('drop', { bubbles: true, composed: true, cancelable: true, dataTransfer }));
}

function paste(element: StylemapTryonElement): void {
  const clipboardData = new DataTransfer();
  clipboardData.items.add(photoFile());
  element.renderRoot.querySelector<HTMLElement>('.frame')!.focus();
  element.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, composed: true, clipboardData }));
}

const ways: [string, (element: StylemapTryonElement) => unknown][] = [
  ['the file dialog', (element) => element.choosePhoto()],
  ['the camera', (element) => element.takePhoto()],
  ['a drop', drop],
  ['a paste', paste],
  ['a sample model', (element) => press(element, 'Ada')],
];

const ada = '<img slot="sample-model" src="ada.webp" alt="Ada" />';

describe('where consent is required', () => {
  it.each(ways)('%s asks first, and nothing is read or loaded', async (_, act) => {
    const element = await mountAsking({ src: 'model.webp', loading: 'eager' }, ada);
    element.renderRoot.querySelector('.sample-model')!.setAttribute('aria-label', 'Ada');
    await act(element);
    await opens(element);
    expect(engines).toEqual([]);
    expect(element.matches(':state(consent)')).toBe(true);
    expect(element.renderRoot.querySelector('img.photo')).toBeNull();
  });

  it('yes opens what was asked for, within the press of the button', async () => {
    const element = await mountAsking();
    const input = element.renderRoot.querySelector<HTMLInputElement>('#choose')!;
    const clicked = vi.spyOn(input, 'click').mockImplementation(() => {});
    const answers: boolean[] = [];
    const tracks = tracksHeard();
    element.addEventListener('tryon-consent', ({ detail }) => answers.push(detail.granted));
    element.choosePhoto();
    await opens(element);
    (await buttonOf(element, en.consent.agree)).click();
    expect(clicked).toHaveBeenCalledTimes(1);
    expect(element.consented).toBe(true);
    expect(answers).toEqual([true]);
    expect(element.room).toBeNull();
    expect(tracks.map(({ name }) => name)).toEqual(['tryon_open', 'tryon_consent']);
  });

  it('yes takes the photo in that was dropped', async () => {
    const element = await mountAsking();
    drop(element);
    await opens(element);
    await press(element, en.consent.agree);
    await reaches(element, 'done');
  });

  it('no and Escape leave everything as it was, and the next act asks again', async () => {
    const element = await mountAsking();
    drop(element);
    await opens(element);
    await press(element, en.consent.decline);
    expect(element.room).toBeNull();
    drop(element);
    await opens(element);
    const heading = element.renderRoot.querySelector('stylemap-tryon-consent')!.shadowRoot!.querySelector('h2')!;
    heading.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(element.room).toBeNull();
    expect(element.consented).toBe(false);
    expect(element.photo).toBeNull();
    expect(engines).toEqual([]);
  });

  it('puts the focus on the heading, and back on the frame', async () => {
    const element = await mountAsking();
    (await buttonOf(element, en.choosePhoto)).focus();
    element.choosePhoto();
    await opens(element);
    const room = () => element.renderRoot.querySelector('stylemap-tryon-consent')?.shadowRoot;
    await expect.poll(() => room()?.activeElement?.textContent).toBe(en.consent.title);
    await press(element, en.consent.decline);
    await element.updateComplete;
    await expect.poll(() => element.shadowRoot!.activeElement).toBe(element.renderRoot.querySelector('.frame'));
  });

  it('a page that prevents the request asks by itself', async () => {
    const element = await mountAsking();
    element.addEventListener('tryon-consent-request', (event) => event.preventDefault());
    drop(element);
    await element.updateComplete;
    expect(element.room).toBeNull();
    element.consented = true;
    await reaches(element, 'done');
  });

  it('the answer of an earlier page opens everything', async () => {
    const element = await mountAsking({ consented: '' });
    choosePhotoFile(element);
    await reaches(element, 'done');
    expect(element.room).toBeNull();
  });

  it('preload() is a TypeError until then', async () => {
    const element = await mountAsking();
    await expect(element.preload()).rejects.toThrow(TypeError);
    expect(engines).toEqual([]);
  });

  it('the answers are equal in size and style, and the text is the slot', async () => {
    const element = await mountAsking({}, '<p slot="consent">Our own words</p>');
    element.choosePhoto();
    await opens(element);
    const [agree, decline] = [await buttonOf(element, en.consent.agree), await buttonOf(element, en.consent.decline)];
    const boxes = [agree, decline].map((button) => button.getBoundingClientRect());
    expect(boxes[0]!.width).toBeCloseTo(boxes[1]!.width, 0);
    expect(boxes[0]!.height).toBe(boxes[1]!.height);
    expect(agree.className).toBe(decline.className);
    expect(element.querySelector<HTMLElement>('[slot=consent]')!.checkVisibility()).toBe(true);
  });
});
