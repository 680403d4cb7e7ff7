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

export interface ConsentStrings {
  readonly title: string;
  readonly text: string;
  readonly agree: string;
  readonly decline: string;
}

export interface CameraStrings {
  readonly title: string;
  readonly starting: string;
  readonly shoot: string;
  readonly timer: string;
  readonly off: string;
  readonly seconds: (seconds: number) => string;
  readonly flip: string;
  readonly use: string;
  readonly retake: string;
  /** Said when the preview begins, and when it has ended. */
  readonly on: string;
  readonly taken: string;
  readonly still: string;
  /** No permission, no camera, or one that is in use. */
  readonly refused: Problem;
  readonly system: string;
}

export interface PhoneStrings {
  readonly title: string;
  readonly text: string;
  readonly copy: string;
  readonly copied: string;
}

export interface ViewerStrings {
  readonly title: string;
  readonly closer: string;
  readonly farther: string;
  readonly whole: string;
  readonly zoom: (percent: string) => string;
}

export interface BrushStrings {
  readonly title: string;
  /** How to paint, by hand and by keys. */
  readonly help: string;
  readonly add: string;
  readonly remove: string;
  readonly size: string;
  readonly undo: string;
  readonly redo: string;
  readonly reset: string;
  readonly done: string;
  readonly undone: string;
  readonly redone: string;
  /** Place of the brush, in percent from the start and from the top. */
  readonly place: (across: string, down: string) => string;
}

export interface KeptStrings {
  readonly title: string;
  readonly offer: (days: number) => string;
  readonly note: string;
  readonly nothing: string;
  readonly photo: string;
  readonly remove: (name: string) => string;
  readonly removeAll: string;
  readonly removed: string;
}

export interface ShelfStrings {
  readonly toggle: string;
  readonly shown: (shown: number, total: number) => string;
  readonly onPhoto: (alt: string) => string;
}

/** Everything the tags say. A language is one file in `locales/`. */
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
  readonly close: string;
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
  readonly usePhone: string;
  readonly useLastPhoto: string;
  readonly lookCloser: string;
  /** Opens the menu of what else can be done. */
  readonly more: string;
  readonly fixEdges: string;
  readonly save: string;
  readonly share: string;
  readonly wearWith: string;
  /** For products without a name. */
  readonly kinds: Readonly<Record<GarmentType, string>>;
  readonly strength: string;
  readonly mix: (one: string, other: string) => string;
  readonly addToBag: (name: string | null) => string;
  readonly consent: ConsentStrings;
  readonly camera: CameraStrings;
  readonly phone: PhoneStrings;
  readonly viewer: ViewerStrings;
  readonly brush: BrushStrings;
  readonly kept: KeptStrings;
  readonly shelf: ShelfStrings;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly errors: Readonly<Record<ErrorCode, Problem>>;
  /** For picture errors that concern the shop's product picture. */
  readonly productPicture: Problem;
  readonly warnings: Readonly<Record<WarningCode, string>>;
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
