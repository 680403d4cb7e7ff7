import type { Locale, Strings } from '../strings.js';

/** What the shopper can ask for. */
export interface Commands {
  readonly choosePhoto: () => void;
  readonly takePhoto: () => void;
  readonly tryOn: () => void;
  readonly cancel: () => void;
  readonly clear: () => void;
  readonly download: () => void;
  readonly dismissHints: () => void;
}

/** What the views need besides the state. */
export interface View {
  readonly strings: Strings;
  readonly locale: Locale;
  readonly alt: string | null;
  readonly poster: string | null;
  readonly hasGarment: boolean;
  readonly commands: Commands;
}
