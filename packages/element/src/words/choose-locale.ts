import { localeNames } from './language-chunks.js';

/** Written in traditional characters. */
const traditional = /^zh\b.*-(hant|tw|hk|mo)\b/i;

/**
 * The spoken language that a BCP 47 tag asks for: `de-AT` gets `de`, an unknown one English.
 * @param spoken further ones, of `registerLocale()`; one that is named in full wins
 */
export function chooseLocale(tag: string | null | undefined, spoken: Iterable<string> = []): string {
  const asked = tag?.trim().replaceAll('_', '-').toLowerCase() ?? '';
  const [language] = asked.split('-');
  const known = [...spoken, ...localeNames];
  const exact = known.find((name) => name.toLowerCase() === asked);
  if (exact) return exact;
  if (language === 'zh') return traditional.test(asked) ? 'zh-TW' : 'zh-CN';
  return known.find((name) => name.toLowerCase() === language) ?? 'en';
}

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(ar|he|fa|ur)\b/i.test(locale) ? 'rtl' : 'ltr';
}
