import type { Interior } from './alignment/interior.js';
import type { WarningCode } from './errors.js';
import type { GarmentKind } from './garment-type.js';
import type { Plane, Rect, RgbaImage } from './image.js';
import type { PreparedRegion } from './person-region.js';
import type { ClassConfidences, Segmenter, StylemapNetwork } from './ports.js';

/** The two networks; owned by the caller. */
export interface Engine {
  readonly segmenter: Segmenter;
  readonly network: StylemapNetwork;
}

/** A photo that garments can be tried on. Prepare once, dress many times. */
export interface PreparedPerson {
  readonly photo: RgbaImage;
  readonly confidences: ClassConfidences;
  /** Garment kinds on the person, largest first. */
  readonly worn: readonly GarmentKind[];
  readonly warnings: readonly WarningCode[];
  /** Masks and content features by garment kind, filled by `dress` on first use. */
  readonly regions: Map<GarmentKind, PreparedRegion>;
}

/** A cut-out product. Prepare once, put on many people. */
export interface PreparedGarment {
  /** The product with its cloth continued over the background. */
  readonly image: RgbaImage;
  readonly kind: GarmentKind;
  /** True when `kind` was guessed, so that a worn coat may turn a top into outerwear. */
  readonly guessed: boolean;
  /** Canonical crop in garment pixels, and the mask on it. */
  readonly crop: Rect;
  readonly mask: Plane;
  readonly interior: Interior;
  readonly warnings: readonly WarningCode[];
}
