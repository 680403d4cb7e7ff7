import type { ShelfStrings, Strings } from './strings.js';

export interface Language {
  readonly strings: Strings;
  readonly shelf: ShelfStrings;
}

/** All languages but the one that the tag comes with. Literal imports, so that bundlers follow. */
const chunks = {
  de: () => import('./locales/de.js'),
  fr: () => import('./locales/fr.js'),
  es: () => import('./locales/es.js'),
  it: () => import('./locales/it.js'),
  pt: () => import('./locales/pt.js'),
  nl: () => import('./locales/nl.js'),
  pl: () => import('./locales/pl.js'),
  ja: () => import('./locales/ja.js'),
  ko: () => import('./locales/ko.js'),
  'zh-CN': () => import('./locales/zh-cn.js'),
  'zh-TW': () => import('./locales/zh-tw.js'),
  ar: () => import('./locales/ar.js'),
  he: () => import('./locales/he.js'),
} satisfies Readonly<Record<string, () => Promise<Language>>>;

export type Locale = 'en' | keyof typeof chunks;

/** The languages that the tags speak. */
export const localeNames = ['en', ...Object.keys(chunks)] as readonly Locale[];

/** @returns `undefined` where no such language has to be fetched */
export function importLanguage(locale: string): Promise<Language> | undefined {
  return chunks[locale as keyof typeof chunks]?.();
}
