import { expect, it } from 'vitest';
import { localeNames } from './choose-locale.js';
import { shelfWordsOf } from './shelf-words.js';

it('a shelf speaks every language of the tag, and English in those that the page brings', () => {
  const said = localeNames.map((locale) => shelfWordsOf(locale).show);
  expect(new Set(said).size).toBe(localeNames.length);
  for (const locale of localeNames) expect(shelfWordsOf(locale).shown(3, 8)).toMatch(/3.*8/);
  expect(shelfWordsOf('sv').show).toBe(shelfWordsOf('en').show);
});

it('a picture is called by the text of the shop, where there is one', () => {
  expect(shelfWordsOf('en').onPhoto('Tide tee')).toBe('Tide tee, on your photo');
  expect(shelfWordsOf('en').onPhoto('')).toBe('on your photo');
});
