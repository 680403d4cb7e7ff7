import type { SampleModel } from '../intake/sample-models.js';
import type { Locale, Strings } from '../words/strings.js';

/** What the shopper can ask for. */
export interface Commands {
  readonly choosePhoto: () => void;
  readonly takePhoto: () => void;
  readonly tryOn: () => void;
  readonly cancel: () => void;
  readonly clear: () => void;
  readonly download: () => void;
  readonly dismissHints: () => void;
  readonly chooseSampleModel: (photo: string) => void;
}

/** What the views need besides the state. */
export interface View {
  readonly strings: Strings;
  readonly locale: Locale;
  readonly alt: string | null;
  readonly poster: string | null;
  readonly hasGarment: boolean;
  readonly sampleModels: readonly SampleModel[];
  /** Absolute URL of the photo in use, when it has one. */
  readonly chosenPhoto: string | undefined;
  readonly commands: Commands;
}
