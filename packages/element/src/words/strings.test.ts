import { errorCodes, stages, warningCodes } from '@stylemap-tryon/sdk';
import { describe, expect, it } from 'vitest';
import { chooseLocale, directionOf } from './choose-locale.js';
import { localeNames } from './language-chunks.js';
import { loadWords, registerLocale, resolveLocale, wordsOf } from './languages.js';
import { en } from './locales/en.js';
import { formatLoadedBytes, formatPercent } from './strings.js';

await Promise.all(localeNames.map(loadWords));
const words = (locale: string) => wordsOf(locale)!;

describe.each(localeNames)('the strings in %s', (locale) => {
  const strings = words(locale);

  it('have a message and an advice for every error code', () => {
    for (const code of errorCodes) {
      expect(strings.errors[code].message, code).toMatch(/\S.*[.!。]$/);
      expect(strings.errors[code].advice, code).toMatch(/\S.*[.!。]$/);
    }
  });

  it('have a line for every stage and every warning', () => {
    for (const stage of stages) expect(strings.stages[stage], stage).toMatch(/\S/);
    for (const code of warningCodes) expect(strings.warnings[code], code).toMatch(/\S.*[.。]$/);
  });

  it('differ between stages, so that progress is seen', () => {
    expect(new Set(Object.values(strings.stages)).size).toBe(stages.length);
  });

  it('read both halves out for the slider', () => {
    expect(strings.compareValue(30)).toMatch(/30.*70/);
  });

  it('have every word of the English ones, and no other', () => {
    expect(keysOf(strings)).toEqual(keysOf(en));
  });

  it('pass on what they are given, once each', () => {
    const [one, other] = ['«one»', '«other»'];
    const inOrder = /^[^«»]*«one»[^«»]*«other»[^«»]*$/;
    expect(strings.mix(one, other)).toMatch(inOrder);
    expect(strings.loadedOf(one, other)).toMatch(inOrder);
    expect(strings.addToBag(one)).toMatch(/^[^«»]*«one»[^«»]*$/);
    expect(strings.addToBag(null)).toMatch(/^[^«»]+$/);
  });

  it('have no blanks at their ends', () => {
    for (const text of allTexts(strings)) expect(text).toBe(text.trim());
  });
});

/** Words that are the same in English, and say so in the other language too. */
const sameInBoth = new Set(['nl Top']);

describe('a translation', () => {
  it.each(localeNames.filter((locale) => locale !== 'en'))('to %s leaves nothing in English', (locale) => {
    const leftInEnglish = allTexts(words(locale)).filter(
      (text) => allTexts(en).includes(text) && !sameInBoth.has(`${locale} ${text}`),
    );
    expect(leftInEnglish).toEqual([]);
  });
});

describe('the language of the element', () => {
  it('is found by the primary subtag', () => {
    expect(chooseLocale('de-AT')).toBe('de');
    expect(chooseLocale('FR')).toBe('fr');
    expect(chooseLocale('es_MX')).toBe('es');
    expect(['pt-BR', 'pt-PT', 'nl-BE'].map((tag) => chooseLocale(tag))).toEqual(['pt', 'pt', 'nl']);
  });

  it('is English when unknown', () => {
    expect(['sv', '', null, 'constructor'].map((tag) => chooseLocale(tag))).toEqual(['en', 'en', 'en', 'en']);
  });

  it('has two ways to write Chinese', () => {
    expect(['zh-HK', 'zh-Hant', 'zh_Hant_MO', 'zh-TW'].map((tag) => chooseLocale(tag))).toEqual(Array(4).fill('zh-TW'));
    expect(['zh', 'zh-Hans-SG', 'zh-CN'].map((tag) => chooseLocale(tag))).toEqual(Array(3).fill('zh-CN'));
  });

  it('can be another that the page brings', () => {
    registerLocale('sv', { ...en, title: 'Se den på dig' });
    expect(words(resolveLocale('sv-SE')).title).toBe('Se den på dig');
    expect(() => registerLocale('no language', en)).toThrow(RangeError);
  });

  it('runs from right to left where it is written so', () => {
    expect(['ar-EG', 'he', 'de', 'en'].map(directionOf)).toEqual(['rtl', 'rtl', 'ltr', 'ltr']);
  });

  it('writes sizes and shares its own way', () => {
    expect(formatLoadedBytes(en, 'en', 3_400_000, 11_000_000)).toBe('3.4 MB of 11 MB');
    expect(formatLoadedBytes(words('de'), 'de', 3_400_000, 11_000_000)).toMatch(/^3,4.MB von 11.MB$/);
    expect(formatLoadedBytes(words('fr'), 'fr', 3_400_000, 11_000_000)).toMatch(/^3,4.Mo sur 11.Mo$/);
    expect(formatLoadedBytes(words('ja'), 'ja', 3_400_000, 11_000_000)).toMatch(/^3\.4.MB \/ 11.MB$/);
    expect(formatPercent('de', 0.4)).toMatch(/^40.%$/);
  });
});

function allTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(allTexts) : [];
}

/** "errors.internal.message: string" */
function keysOf(value: object, path = ''): string[] {
  return Object.entries(value)
    .flatMap(([key, entry]: [string, unknown]) =>
      typeof entry === 'object' && entry !== null ? keysOf(entry, `${path}${key}.`) : [`${path}${key}: ${typeof entry}`],
    )
    .sort();
}
