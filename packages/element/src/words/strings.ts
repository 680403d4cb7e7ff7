import type { ErrorCode, Stage, WarningCode } from '@stylemap-tryon/sdk';
import { bestLocale } from './choose-locale.js';
import { de } from './locales/de.js';
import { en } from './locales/en.js';
import { es } from './locales/es.js';
import { fr } from './locales/fr.js';

export interface Problem {
  /** What happened, one short sentence. */
  readonly message: string;
  /** What the shopper can do. */
  readonly advice: string;
}

/** What is said before anything else is loaded. */
export interface InvitationStrings {
  readonly label: string;
  readonly title: string;
  readonly photoAdvice: string;
  readonly choosePhoto: string;
  readonly takePhoto: string;
  readonly dropOrPaste: string;
  readonly dropHere: string;
  readonly privacy: string;
  readonly disclaimer: string;
}

/** Everything the element says. A language is one file in `locales/`. */
export interface Strings extends InvitationStrings {
  readonly tryOn: string;
  readonly noGarment: string;
  readonly cancel: string;
  readonly retry: string;
  readonly chooseAnother: string;
  /** Heading and name of the row of sample models. */
  readonly sampleModels: string;
  readonly clear: string;
  readonly download: string;
  readonly dismiss: string;
  readonly before: string;
  readonly after: string;
  readonly compareLabel: string;
  /** Value of the slider, for assistive technology. */
  readonly compareValue: (beforePercent: number) => string;
  readonly photoAlt: string;
  readonly resultAlt: string;
  readonly loadedOf: (loaded: string, total: string) => string;
  readonly announceBusy: string;
  readonly announceDone: string;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly errors: Readonly<Record<ErrorCode, Problem>>;
  /** For picture errors that concern the shop's product picture. */
  readonly productPicture: Problem;
  readonly warnings: Readonly<Record<WarningCode, string>>;
}

export const locales = { en, de, fr, es } as const satisfies Record<string, Strings>;

export type Locale = keyof typeof locales;

/** The best language we speak for a BCP 47 tag: `de-AT` gets `de`, an unknown one `en`. */
export function resolveLocale(tag: string | null | undefined): Locale {
  return bestLocale(Object.keys(locales) as Locale[], tag);
}

/** "3.4 MB of 11 MB" in the given language. */
export function formatLoadedBytes(locale: Locale, loadedBytes: number, totalBytes: number): string {
  const megabytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  const bytesPerMegabyte = 1e6;
  return locales[locale].loadedOf(
    megabytes.format(loadedBytes / bytesPerMegabyte),
    megabytes.format(totalBytes / bytesPerMegabyte),
  );
}
