import { describe, expect, it } from 'vitest';
import { localeNames } from './language-chunks.js';
import { enShelf, loadShelfWords, shelfWordsOf } from './shelf-words.js';

it('a shelf has English at once, and another language when it has come', async () => {
  expect(shelfWordsOf('en')).toBe(enShelf);
  expect(shelfWordsOf('de')).toBeUndefined();
  await loadShelfWords('de');
  expect(shelfWordsOf('de')!.show).toBe('Auf meinem Foto zeigen');
});

it('a shelf speaks English in a language that the page has brought', async () => {
  await loadShelfWords('sv');
  expect(shelfWordsOf('sv')).toBe(enShelf);
});

describe.each(localeNames)('the words of the shelf in %s', (locale) => {
  it('are its own, and count', async () => {
    await loadShelfWords(locale);
    const { show, shown } = shelfWordsOf(locale)!;
    expect(show === enShelf.show).toBe(locale === 'en');
    expect(shown(3, 8)).toMatch(/3.*8/);
  });

  it('call a picture by the text of the shop, where there is one', async () => {
    await loadShelfWords(locale);
    const { onPhoto } = shelfWordsOf(locale)!;
    expect(onPhoto('')).toMatch(/\S/);
    expect(onPhoto('Tide tee')).toMatch(/^Tide tee\S/);
    expect(onPhoto('Tide tee')).toContain(onPhoto(''));
  });
});
