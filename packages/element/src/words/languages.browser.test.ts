import { expect, it } from 'vitest';
import { frameText, mountDone, mountTag, partOf, useFakeEngines } from '../../test/mount-tag.js';
import { registerLocale } from './languages.js';
import { strings as ar } from './locales/ar.js';
import { strings as de } from './locales/de.js';
import { en } from './locales/en.js';
import { strings as he } from './locales/he.js';

useFakeEngines();

it('words of the page are laid over those of the language, and stay when that changes', async () => {
  const element = await mountTag();
  element.strings = { title: 'Try me', consent: { agree: 'Fine' } };
  expect(await frameText(element)).toContain('Try me');
  element.locale = 'de';
  await expect.poll(() => frameText(element)).toContain(de.choosePhoto);
  expect(await frameText(element)).toContain('Try me');
  element.strings = null;
  expect(await frameText(element)).toContain(de.title);
});

it('a word that there is not is a TypeError that names it', async () => {
  const element = await mountTag();
  expect(() => (element.strings = { titel: 'x' } as never)).toThrow(/strings\.titel/);
  expect(() => (element.strings = { consent: { agree: 3 } } as never)).toThrow(/strings\.consent\.agree/);
  expect(element.strings).toBeNull();
});

it('a language that a page brings is spoken, and one from right to left turns the tag', async () => {
  registerLocale('fa', { ...en, title: 'روی خودتان ببینید' });
  const element = await mountTag({ locale: 'fa-IR' });
  expect(await frameText(element)).toContain('روی خودتان ببینید');
  expect(element.renderRoot.querySelector('.root')!.getAttribute('dir')).toBe('rtl');
  expect(getComputedStyle(partOf(element, 'frame')!).direction).toBe('rtl');
});

it.each([
  ['ar-EG', ar],
  ['he', he],
])('%s comes from right to left, and goes back to left to right with its language', async (locale, words) => {
  const element = await mountTag({ locale });
  await expect.poll(() => frameText(element)).toContain(words.choosePhoto);
  expect(getComputedStyle(partOf(element, 'frame')!).direction).toBe('rtl');
  element.locale = 'de';
  await element.updateComplete;
  expect(getComputedStyle(partOf(element, 'frame')!).direction).toBe('ltr');
});

it.each([
  ['ar', 'left'],
  ['de', 'right'],
] as const)('in %s the tools of a result lie 12 px from the %s', async (locale, side) => {
  const element = await mountDone({ locale });
  const edgePx = (part: string) => partOf(element, part)!.getBoundingClientRect()[side];
  await expect.poll(() => Math.round(Math.abs(edgePx('toolbar') - edgePx('frame')))).toBe(12);
});

it('keeps the size of the frame while the words are on their way', async () => {
  const element = await mountTag();
  const heightPx = () => partOf(element, 'frame')!.getBoundingClientRect().height;
  const before = heightPx();
  element.locale = 'fr';
  await element.updateComplete;
  expect(heightPx()).toBe(before);
  await expect.poll(() => element.renderRoot.querySelector('.root')!.hasAttribute('data-wordless')).toBe(false);
  expect(heightPx()).toBe(before);
});
