import type { AlignmentMap } from './alignment/alignment-map.js';
import type { WarningCode } from './errors.js';
import type { GarmentAttributes } from './garment-attributes.js';
import type { GarmentKind } from './garment-type.js';
import type { Plane, Rect, RgbaImage } from './image/image.js';
import type { Interior } from './image/interior.js';
import type { Landmarks } from './locate/landmarks.js';
import type { Segmenter, Stylemap, StylemapNetwork } from './ports.js';
import type { Figure } from './region/find-figure.js';
import type { MaskedRegion, PreparedRegion } from './region/person-region.js';
import type { ShapedRegion, ShapeGround } from './region/reshape-region.js';

/** The two networks; owned by the caller. */
export interface Engine {
  readonly segmenter: Segmenter;
  readonly network: StylemapNetwork;
}

/** A photo that garments can be tried on. Prepare once, dress many times. */
export interface PreparedPerson extends Figure {
  readonly photo: RgbaImage;
  /** Where the body is, in photo pixels. */
  readonly landmarks: Landmarks;
  /** Masks by garment kind, in the view's pixels like all that follows; filled on first use. */
  readonly masked: Map<GarmentKind, MaskedRegion>;
  /** Masks with content features by garment kind, filled on first use. */
  readonly regions: Map<GarmentKind, PreparedRegion>;
  /** Style of the worn garments themselves, filled when a strength below 1 mixes it in. */
  readonly wornStyles: WeakMap<PreparedRegion, Stylemap>;
  /** What products' own shapes are drawn on, filled on first use. */
  readonly shapeGrounds: WeakMap<PreparedRegion, ShapeGround>;
}

/** A garment laid onto a region of a photo. */
export interface Fitting {
  readonly alignment: AlignmentMap;
  readonly stylemap: Stylemap;
}

/** A cut-out product. Prepare once, put on many people. */
export interface PreparedGarment {
  /** The product with its cloth continued over the background. */
  readonly image: RgbaImage;
  readonly kind: GarmentKind;
  /** True when `kind` was guessed, so that what is worn may turn a top into outerwear, and the other way round. */
  readonly guessed: boolean;
  readonly attributes: GarmentAttributes;
  /** Canonical crop in garment pixels, and the mask on it. */
  readonly crop: Rect;
  readonly mask: Plane;
  readonly interior: Interior;
  /** By region, filled on first use: to move a slider takes neither alignment nor style encoder. About 3 MB each. */
  readonly fittings: WeakMap<PreparedRegion, Fitting>;
  /** The regions in the product's own shape, by the worn region; filled on first use. */
  readonly shapes: WeakMap<PreparedRegion, ShapedRegion>;
  readonly warnings: readonly WarningCode[];
}
