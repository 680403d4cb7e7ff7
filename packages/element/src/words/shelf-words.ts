import type { Locale } from './choose-locale.js';
import { localeNames } from './choose-locale.js';

export interface ShelfStrings {
  readonly show: string;
  readonly shown: (shown: number, total: number) => string;
  /** Of a picture: the shop's own text, and what has become of it. */
  readonly onPhoto: (alt: string) => string;
}

/** What a shelf says: few words, so that all languages come along with it. */
const words: Readonly<Record<Locale, ShelfStrings>> = {
  en: {
    show: 'Show on my photo',
    shown: (shown, total) => `${shown} of ${total} shown`,
    onPhoto: (alt) => (alt ? `${alt}, on your photo` : 'on your photo'),
  },
  de: {
    show: 'Auf meinem Foto zeigen',
    shown: (shown, total) => `${shown} von ${total} gezeigt`,
    onPhoto: (alt) => (alt ? `${alt}, auf deinem Foto` : 'auf deinem Foto'),
  },
  fr: {
    show: 'Voir sur ma photo',
    shown: (shown, total) => `${shown} sur ${total} affichés`,
    onPhoto: (alt) => (alt ? `${alt}, sur votre photo` : 'sur votre photo'),
  },
  es: {
    show: 'Ver en mi foto',
    shown: (shown, total) => `${shown} de ${total} en pantalla`,
    onPhoto: (alt) => (alt ? `${alt}, en tu foto` : 'en tu foto'),
  },
};

/** @param locale that `resolveLocale()` gave; one that the page has brought gets English */
export function shelfWordsOf(locale: string): ShelfStrings {
  return words[localeNames.find((name) => name === locale) ?? 'en'];
}
