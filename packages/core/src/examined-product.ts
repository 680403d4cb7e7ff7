import type { WarningCode } from './errors.js';
import type { GarmentAttributes, KnownAttributes } from './garment-attributes.js';
import type { GarmentKind, GarmentType } from './garment-type.js';
import { scaleRect } from './image/bounding-box.js';
import type { Plane, Rect, RgbaImage } from './image/image.js';
import { findInterior } from './image/interior.js';
import { resamplePlane } from './image/resample.js';
import { canonicalRect } from './network/canonical-frame.js';
import { canonicalSizePx, type Segmenter } from './ports.js';
import type { PreparedGarment } from './prepared.js';
import { bleedCloth } from './product/bleed.js';
import { cutOut } from './product/cut-out.js';
import { describeProduct } from './product/describe-product.js';

/** What the parser has found out about a product photo: all of a prepared garment but the pixels. */
export interface ExaminedProduct {
  /** Of the photo. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** As asked. */
  readonly type: GarmentType;
  readonly kind: GarmentKind;
  readonly attributes: GarmentAttributes;
  readonly warnings: readonly WarningCode[];
  /** Canonical crop in pixels of the photo. */
  readonly crop: Rect;
  /** Opacities in [0, 1] on the crop: of cloth that is seen, and of cloth that a model's arm or hair hides. */
  readonly seen: Plane;
  readonly covered: Plane | undefined;
}

/** The rim of a cut-out, in canonical pixels, that still mixes with its background. */
const cutOutRimPx = 1.5;

/** @throws TryOnError `no-product`. */
export async function examine(
  image: RgbaImage,
  type: GarmentType,
  segmenter: Segmenter,
  known: KnownAttributes,
): Promise<ExaminedProduct> {
  const cut = await cutOut(image, type === 'auto' ? undefined : type, segmenter);
  const crop = canonicalRect(cut.box);
  const cropInMask = scaleRect(crop, cut.mask.widthPx / image.widthPx, cut.mask.heightPx / image.heightPx);
  const onCrop = (plane: Plane) => resamplePlane(plane, cropInMask, canonicalSizePx, canonicalSizePx, 'zero');
  return {
    widthPx: image.widthPx,
    heightPx: image.heightPx,
    type,
    ...describeProduct(cut, type, known),
    crop,
    seen: onCrop(cut.mask),
    covered: cut.covered && onCrop(cut.covered),
  };
}

/** The garment of a photo that has been examined. What a model's arm hides gets the cloth about it, as all that is bled does. */
export function garmentOf(image: RgbaImage, product: ExaminedProduct): PreparedGarment {
  const { type, kind, attributes, warnings, crop, seen, covered } = product;
  const interior = findInterior(seen, cutOutRimPx);
  const mask = covered ? unionOf(seen, covered) : seen;
  return {
    image: bleedCloth(image, interior, crop),
    kind,
    guessed: type === 'auto',
    attributes,
    crop,
    mask,
    interior: covered ? findInterior(mask, cutOutRimPx) : interior,
    fittings: new WeakMap(),
    shapes: new WeakMap(),
    warnings,
  };
}

function unionOf(mask: Plane, other: Plane): Plane {
  return { ...mask, data: mask.data.map((value, i) => Math.max(value, other.data[i] as number)) };
}
