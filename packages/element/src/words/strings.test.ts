import { errorCodes, stages, warningCodes } from '@stylemap-tryon/sdk';
import { describe, expect, it } from 'vitest';
import type { Locale } from './strings.js';
import { formatLoadedBytes, locales, resolveLocale } from './strings.js';

describe.each(Object.keys(locales) as Locale[])('the strings in %s', (locale) => {
  const strings = locales[locale];

  it('have a message and an advice for every error code', () => {
    for (const code of errorCodes) {
      expect(strings.errors[code].message, code).toMatch(/\S.*[.!]$/);
      expect(strings.errors[code].advice, code).toMatch(/\S.*[.!]$/);
    }
  });

  it('have a line for every stage and every warning', () => {
    for (const stage of stages) expect(strings.stages[stage], stage).toMatch(/\S/);
    for (const code of warningCodes) expect(strings.warnings[code], code).toMatch(/\S.*\.$/);
  });

  it('differ between stages, so that progress is seen', () => {
    expect(new Set(Object.values(strings.stages)).size).toBe(stages.length);
  });

  it('read both halves out for the slider', () => {
    expect(strings.compareValue(30)).toMatch(/30.*70/);
  });
});

describe('a translation', () => {
  it.each(Object.keys(locales).filter((locale) => locale !== 'en') as Locale[])('to %s leaves nothing in English', (locale) => {
    const leftInEnglish = allTexts(locales[locale]).filter((text) => allTexts(locales.en).includes(text));
    expect(leftInEnglish).toEqual([]);
  });
});

describe('the language of the element', () => {
  it('is found by the primary subtag', () => {
    expect(resolveLocale('de-AT')).toBe('de');
    expect(resolveLocale('FR')).toBe('fr');
    expect(resolveLocale('es_MX')).toBe('es');
  });

  it('is English when unknown', () => {
    expect(resolveLocale('ja')).toBe('en');
    expect(resolveLocale('')).toBe('en');
    expect(resolveLocale(null)).toBe('en');
    expect(resolveLocale('constructor')).toBe('en');
  });

  it('writes sizes its own way', () => {
    expect(formatLoadedBytes('en', 3_400_000, 11_000_000)).toBe('3.4 MB of 11 MB');
    expect(formatLoadedBytes('de', 3_400_000, 11_000_000)).toMatch(/^3,4.MB von 11.MB$/);
    expect(formatLoadedBytes('fr', 3_400_000, 11_000_000)).toMatch(/^3,4.Mo sur 11.Mo$/);
  });
});

function allTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(allTexts) : [];
}
