import type { ErrorCode, GarmentType, Stage, WarningCode } from '@stylemap-tryon/sdk';

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

/** The result over the whole window. */
export interface ViewerStrings {
  /** Opens it, and names it. */
  readonly open: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly close: string;
  /** For assistive technology. */
  readonly value: (percent: number) => string;
}

export interface ConsentStrings {
  readonly title: string;
  readonly text: string;
  readonly agree: string;
  readonly decline: string;
}

/** Everything the try-on says. A language is one file in `locales/`. */
export interface Strings extends InvitationStrings {
  readonly tryOn: string;
  readonly noGarment: string;
  readonly cancel: string;
  readonly retry: string;
  readonly chooseAnother: string;
  /** Heading and name of the row of sample models. */
  readonly sampleModels: string;
  readonly clear: string;
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
  readonly checking: string;
  /** A room could not be loaded. */
  readonly unavailable: string;
  readonly offline: Problem;
  readonly viewer: ViewerStrings;
  /** Opens the menu of what else can be done. */
  readonly more: string;
  readonly save: string;
  readonly share: string;
  readonly wearWith: string;
  /** For products without a name. */
  readonly kinds: Readonly<Record<GarmentType, string>>;
  readonly strength: string;
  readonly mix: (one: string, other: string) => string;
  readonly addToBag: (name: string | null) => string;
  readonly consent: ConsentStrings;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly errors: Readonly<Record<ErrorCode, Problem>>;
  /** For picture errors that concern the shop's product picture. */
  readonly productPicture: Problem;
  readonly warnings: Readonly<Record<WarningCode, string>>;
}

/** What a shelf says. */
export interface ShelfStrings {
  readonly show: string;
  readonly shown: (shown: number, total: number) => string;
  /** Of a picture: the shop's own text, and what has become of it. */
  readonly onPhoto: (alt: string) => string;
}

/** "3.4 MB of 11 MB" in the given language. */
export function formatLoadedBytes({ loadedOf }: Strings, locale: string, loadedBytes: number, totalBytes: number): string {
  const megabytes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  const bytesPerMegabyte = 1e6;
  return loadedOf(megabytes.format(loadedBytes / bytesPerMegabyte), megabytes.format(totalBytes / bytesPerMegabyte));
}

export function formatPercent(locale: string, fraction: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(fraction);
}
