import { importLanguage } from './language-chunks.js';
import type { ShelfStrings } from './strings.js';

/** The shelf brings English with it. */
export const enShelf: ShelfStrings = {
  show: 'Show on my photo',
  shown: (shown, total) => `${shown} of ${total} shown`,
  onPhoto: (alt) => (alt ? `${alt}, on your photo` : 'on your photo'),
};

const ready = new Map([['en', enShelf]]);

/** What a shelf says, as far as it is here. */
export function shelfWordsOf(locale: string): ShelfStrings | undefined {
  return ready.get(locale);
}

/** Fetches it; where that fails, or in a language that the page has brought, it is English from then on. */
export async function loadShelfWords(locale: string): Promise<void> {
  const language = await Promise.resolve(importLanguage(locale)).catch(() => undefined);
  ready.set(locale, language?.shelf ?? enShelf);
}
