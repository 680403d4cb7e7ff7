import { chooseLocale } from './choose-locale.js';
import { importLanguage } from './language-chunks.js';
import { en } from './locales/en.js';
import type { Strings } from './strings.js';

const ready = new Map<string, Strings>([['en', en]]);

/** @throws RangeError when the tag is no language */
export function registerLocale(tag: string, strings: Strings): void {
  const [name] = Intl.getCanonicalLocales(tag);
  ready.set(name ?? tag, strings);
}

export function resolveLocale(tag: string | null | undefined): string {
  return chooseLocale(tag, ready.keys());
}

/** Its words as far as they are here. */
export function wordsOf(locale: string): Strings | undefined {
  return ready.get(locale);
}

/** Fetches its words; where that fails it is English from then on. */
export async function loadWords(locale: string): Promise<void> {
  try {
    ready.set(locale, (await importLanguage(locale))?.strings ?? en);
  } catch {
    ready.set(locale, en);
  }
}
