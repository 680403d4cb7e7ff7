import type { Tool } from '../attributes.js';
import type { Item } from '../fitting/outfit.js';
import type { WornChild } from '../intake/companions.js';
import type { SampleModel } from '../intake/sample-models.js';
import type { RoomState, TryonRoom } from '../state/room.js';
import type { Strings } from '../words/strings.js';

/** What the shopper can ask for. */
export interface Commands {
  readonly choosePhoto: () => void;
  readonly takePhoto: () => void;
  readonly tryOn: () => void;
  readonly cancel: () => void;
  readonly clear: () => void;
  readonly dismissHints: () => void;
  readonly chooseSampleModel: (photo: string) => void;
  readonly answerConsent: (granted: boolean) => void;
  readonly toggleGarment: (child: WornChild) => void;
  readonly dialStrength: (strength: number) => void;
  readonly dialMix: (share: number) => void;
  readonly addToCart: () => void;
  /** Makes the file while the menu is open: it may be shared within a click only. */
  readonly prepareExport: () => void;
  readonly save: () => void;
  readonly share: () => void;
  readonly compare: () => void;
  readonly magnify: () => void;
  readonly openRoom: (room: TryonRoom) => void;
  readonly closeRoom: () => void;
}

/** A slider below the frame. */
export interface Dial {
  readonly value: number;
  readonly disabled: boolean;
}

/** What the views need besides the state. */
export interface View {
  readonly strings: Strings;
  /** The words of the language are not here yet. */
  readonly isWordless: boolean;
  readonly locale: string;
  readonly alt: string | null;
  readonly poster: string | null;
  readonly hasGarment: boolean;
  readonly isOffline: boolean;
  readonly sampleModels: readonly SampleModel[];
  /** Absolute URL of the photo in use, when it has one. */
  readonly chosenPhoto: string | undefined;
  readonly room: RoomState;
  readonly tools: ReadonlySet<Tool>;
  readonly companions: readonly WornChild[];
  readonly pageProduct: Item | undefined;
  /** `undefined` where it is not on offer. */
  readonly strength: Dial | undefined;
  readonly mix: (Dial & { readonly label: string }) | undefined;
  /** How far the photo shows through the result while a slider moves, 0..1. */
  readonly fade: number;
  readonly hasCart: boolean;
  /** `undefined` until it is made. */
  readonly exported: { readonly canShare: boolean } | undefined;
  readonly commands: Commands;
}
