import type { Locale } from './choose-locale.js';
import type { Strings } from './strings.js';

/** All languages but the one that the tag comes with. Literal imports, so that bundlers follow. */
const chunks: Readonly<Record<Exclude<Locale, 'en'>, () => Promise<Strings>>> = {
  de: async () => (await import('./locales/de.js')).de,
  fr: async () => (await import('./locales/fr.js')).fr,
  es: async () => (await import('./locales/es.js')).es,
};

/** @returns `undefined` where no such language has to be fetched */
export function importWords(locale: string): Promise<Strings> | undefined {
  return chunks[locale as keyof typeof chunks]?.();
}
