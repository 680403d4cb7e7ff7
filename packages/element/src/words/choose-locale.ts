/** The spoken language that a BCP 47 tag asks for; an unknown one gets English. */
export function bestLocale<Locale extends string>(spoken: readonly Locale[], tag: string | null | undefined): Locale | 'en' {
  const language = tag?.trim().toLowerCase().split(/[-_]/)[0];
  return spoken.find((locale) => locale === language) ?? 'en';
}
