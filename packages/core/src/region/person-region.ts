import { findWorn } from '../alignment/locate/find-worn.js';
import type { WornGarment } from '../alignment/locate/worn-garment.js';
import type { WarningCode } from '../errors.js';
import { TryOnError } from '../errors.js';
import type { GarmentKind } from '../garment-type.js';
import { boundingBox, scaleRect } from '../image/bounding-box.js';
import type { Plane, Rect, RgbaImage, Tensor } from '../image/image.js';
import { createPlane } from '../image/image.js';
import { resampleImage, resamplePlane } from '../image/resample.js';
import { shareAboveHips } from '../locate/share-above-hips.js';
import { shareOnBody } from '../locate/share-on-body.js';
import { chooseClasses } from '../mask/choose-classes.js';
import { closeHoles } from '../mask/close-holes.js';
import { classAreas, clothPlane, personPlane, sumOfClasses } from '../mask/class-confidences.js';
import { weighColours } from '../mask/colour-evidence.js';
import type { GarmentMask } from '../mask/garment-mask.js';
import { refineGarmentMask, resampleMask, trimMask } from '../mask/garment-mask.js';
import type { NewCloth } from './new-cloth.js';
import type { Rim } from '../mask/unmix-rim.js';
import { unmixRim } from '../mask/unmix-rim.js';
import { canonicalRect, growWithin } from '../network/canonical-frame.js';
import { createContentInput } from '../network/network-input.js';
import type { ClassConfidences, ClothingClass, ContentFeatures, Segmenter, StylemapNetwork } from '../ports.js';
import { canonicalSizePx, clothingClasses, parserSizePx } from '../ports.js';
import type { NearLook } from './both-looks.js';
import type { SeenPerson } from './find-figure.js';

/** The worn garment of one kind, ready to be replaced. */
export interface PreparedRegion {
  readonly near: NearLook | undefined;
  readonly mask: GarmentMask;
  readonly rim: Rim;
  /** The canonical crop in photo pixels. */
  readonly crop: Rect;
  /** The mask on the canonical grid, in [0, 1]. */
  readonly canonicalMask: Plane;
  /** What an alignment asks about the mask. */
  readonly worn: WornGarment;
  /** Of the photo, see `estimateExposure`. */
  readonly exposure: number;
  /** See `ContentInput`. */
  readonly shadeReference: Tensor;
  readonly features: ContentFeatures;
  /** Present where the mask is a product's own shape, and no longer the worn garment's. */
  readonly newCloth?: NewCloth;
  readonly warnings: readonly WarningCode[];
}

export interface SegmentedRegion {
  readonly near: NearLook;
  /** Confidence of the garment over `rect`. */
  readonly confidence: Plane;
  /** Whole photo pixels, inside the photo. */
  readonly rect: Rect;
  readonly warnings: readonly WarningCode[];
}

/** Room around the first pass's garment: what it missed is mostly near. */
const secondPassMargin = 0.2;

/** Second pass of the parser on the garment's own crop, for a finer edge. @throws TryOnError `no-garment`. */
export async function segmentRegion(
  { photo, confidences }: SeenPerson,
  kind: GarmentKind,
  segmenter: Segmenter,
): Promise<SegmentedRegion> {
  const { classes, warnings } = chooseClasses(kind, classAreas(confidences));
  const first = sumOfClasses(confidences, classes);
  const box = boundingBox(first, 0.5);
  if (!box) throw new TryOnError('no-garment', 'The garment to replace was not found in the photo.');
  const inPhoto = scaleRect(box, photo.widthPx / first.widthPx, photo.heightPx / first.heightPx);
  const rect = growWithin(inPhoto, secondPassMargin * inPhoto.widthPx, secondPassMargin * inPhoto.heightPx, photo);
  const view = resampleImage(photo, rect, parserSizePx, parserSizePx);
  const second = await segmenter.segment(view);
  const confidence = weighColours(fusePasses(confidences, second, rect, photo, classes), view);
  closeHoles(confidence, clothOf(confidences, second, rect, photo));
  return { near: { confidences: second, rect }, confidence, rect, warnings };
}

/** Confidence that something is cloth, over the second pass's grid: the first pass's, but the second one sees the gaps beside an arm. */
function clothOf(first: ClassConfidences, second: ClassConfidences, rect: Rect, photo: RgbaImage): Plane {
  const coarse = clothPlane(first);
  const cloth = resamplePlane(coarse, inGrid(rect, photo, coarse), second.widthPx, second.heightPx, 'replicate');
  const person = personPlane(second);
  cloth.data.forEach((value, i) => (cloth.data[i] = value * (person.data[i] as number)));
  return cloth;
}

/** A rectangle of the photo on a grid over the whole of it. */
export function inGrid(rect: Rect, photo: RgbaImage, grid: { readonly widthPx: number; readonly heightPx: number }): Rect {
  return scaleRect(rect, grid.widthPx / photo.widthPx, grid.heightPx / photo.heightPx);
}

/**
 * Confidence of the garment over the second pass's grid: the normalised geometric mean of both passes, class by class. The first pass sees the
 * whole figure and knows a coat from a dress, the second one sees the edges; a class that either rules out stays out.
 */
function fusePasses(
  first: ClassConfidences,
  second: ClassConfidences,
  rect: Rect,
  photo: RgbaImage,
  classes: readonly ClothingClass[],
): Plane {
  const { widthPx, heightPx } = second;
  const count = widthPx * heightPx;
  const inFirst = inGrid(rect, photo, first);
  const wanted = createPlane(widthPx, heightPx);
  const total = new Float32Array(count);
  clothingClasses.forEach((name, c) => {
    const plane: Plane = {
      ...first,
      data: first.data.subarray(c * first.widthPx * first.heightPx, (c + 1) * first.widthPx * first.heightPx),
    };
    const coarse = resamplePlane(plane, inFirst, widthPx, heightPx, 'replicate').data;
    const isWanted = classes.includes(name);
    for (let i = 0; i < count; i++) {
      const mean = Math.sqrt(Math.max(0, (coarse[i] as number) * (second.data[c * count + i] as number)));
      total[i] = (total[i] as number) + mean;
      if (isWanted) wanted.data[i] = (wanted.data[i] as number) + mean;
    }
  });
  for (let i = 0; i < count; i++) wanted.data[i] = (wanted.data[i] as number) / Math.max(1e-6, total[i] as number);
  return wanted;
}

export interface MaskedRegion {
  /** Absent where the mask came from elsewhere. */
  readonly near: NearLook | undefined;
  readonly mask: GarmentMask;
  readonly rim: Rim;
  readonly crop: Rect;
  readonly canonicalMask: Plane;
  readonly worn: WornGarment;
  readonly canonicalPerson: Plane;
  /** Share of trousers or skirt against what is worn above, in [0, 1]. */
  readonly canonicalLower: Plane;
  readonly exposure: number;
  readonly warnings: readonly WarningCode[];
}

/** What is mostly away from the body is not worn. */
const smallestShareOnBody = 0.5;
/** What replaces a shirt or a jacket and lies lower than this is trousers that the parser took for one. Of a dress a coat may hide all above the hips. */
const smallestShareAboveHips = 0.15;
/** And what replaces trousers or a skirt and lies higher than this is a shirt. */
const largestShareAboveHips = 0.75;

/** @throws TryOnError `no-garment`. */
export function maskRegion(person: SeenPerson, kind: GarmentKind, segmented: SegmentedRegion): MaskedRegion {
  const refined = refineGarmentMask(person.photo, segmented.confidence, segmented.rect);
  const { mask, rim } = unmixRim(person.photo, refined);
  if ((shareOnBody(mask, person.landmarks) ?? 1) < smallestShareOnBody) {
    throw new TryOnError('no-garment', 'What looks like the garment to replace is not on the person.');
  }
  const isUpper = kind === 'top' || kind === 'outerwear';
  if (isUpper && (shareAboveHips(mask, person.landmarks) ?? 1) < smallestShareAboveHips) {
    throw new TryOnError('no-garment', `No garment of type "${kind}" is worn in the photo.`);
  }
  if (kind === 'bottom' && (shareAboveHips(mask, person.landmarks) ?? 0) > largestShareAboveHips) {
    throw new TryOnError('no-garment', 'No trousers or skirt are seen in the photo.');
  }
  const masked = useMask(person, mask);
  return { ...masked, near: segmented.near, rim, warnings: [...segmented.warnings, ...masked.warnings] };
}

/**
 * A mask from anywhere, cut to its garment.
 *
 * @param frame the canonical crop, where it is not that of the garment itself.
 * @throws TryOnError `no-garment`.
 */
export function useMask(
  { photo, confidences, landmarks, exposure }: SeenPerson,
  untrimmed: GarmentMask,
  frame?: Rect,
): MaskedRegion {
  const { mask, warnings } = trimMask(photo, untrimmed);
  const crop = frame ?? canonicalRect(mask.rect);
  const size = canonicalSizePx;
  const canonicalMask = resampleMask(mask, crop, size, size);
  const inParser = inGrid(crop, photo, confidences);
  const canonicalPerson = resamplePlane(personPlane(confidences), inParser, size, size, 'zero');
  const lower = resamplePlane(sumOfClasses(confidences, ['bottom']), inParser, size, size, 'zero');
  const upper = resamplePlane(sumOfClasses(confidences, ['top', 'outerwear', 'dress']), inParser, size, size, 'zero');
  const canonicalLower = createPlane(size, size);
  for (let i = 0; i < canonicalLower.data.length; i++) {
    canonicalLower.data[i] = (lower.data[i] as number) / Math.max(1e-3, (lower.data[i] as number) + (upper.data[i] as number));
  }
  const worn = findWorn(canonicalMask, mask.rect, crop, photo, confidences, landmarks);
  return {
    near: undefined,
    mask,
    rim: new Map(),
    crop,
    canonicalMask,
    worn,
    canonicalPerson,
    canonicalLower,
    exposure,
    warnings,
  };
}

export async function encodeRegion(photo: RgbaImage, region: MaskedRegion, network: StylemapNetwork): Promise<PreparedRegion> {
  const { near, mask, rim, crop, canonicalMask, worn, canonicalPerson, canonicalLower, exposure, warnings } = region;
  const { tensor, shadeReference } = createContentInput(photo, crop, canonicalMask, canonicalPerson, canonicalLower, exposure);
  const features = await network.encodeContent(tensor);
  return { near, mask, rim, crop, canonicalMask, worn, exposure, shadeReference, features, warnings };
}
