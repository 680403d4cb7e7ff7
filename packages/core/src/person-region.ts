import { boundingBox, scaleRect } from './bounding-box.js';
import { canonicalRect, growWithin } from './canonical-frame.js';
import type { WarningCode } from './errors.js';
import { TryOnError } from './errors.js';
import type { GarmentKind } from './garment-type.js';
import type { Plane, Rect, RgbaImage, Tensor } from './image.js';
import { createPlane } from './image.js';
import { chooseClasses } from './mask/choose-classes.js';
import { classAreas, personPlane, segmentRect, sumOfClasses } from './mask/class-confidences.js';
import type { GarmentMask } from './mask/garment-mask.js';
import { refineGarmentMask } from './mask/garment-mask.js';
import { createContentInput, createStyleInput } from './network-input.js';
import type { ClassConfidences, ContentFeatures, Segmenter, StylemapNetwork } from './ports.js';
import { canonicalSizePx } from './ports.js';
import { resamplePlane, resampleRgb, samplePlane } from './resample.js';

/** The worn garment of one kind, ready to be replaced. */
export interface PreparedRegion {
  readonly mask: GarmentMask;
  /** The canonical crop in photo pixels. */
  readonly crop: Rect;
  /** The mask on the canonical grid, in [0, 1]. */
  readonly canonicalMask: Plane;
  readonly meanLogLuminance: number;
  readonly features: ContentFeatures;
  /** The worn garment as its own style reference, for strengths below 1. */
  readonly ownStyle: Tensor;
  readonly warnings: readonly WarningCode[];
}

export interface SegmentedRegion {
  /** Confidence of the garment over `rect`. */
  readonly confidence: Plane;
  /** Whole photo pixels, inside the photo. */
  readonly rect: Rect;
  readonly warnings: readonly WarningCode[];
}

/** Room around the first pass's garment: what it missed is mostly near. */
const secondPassMargin = 0.2;
/** Trust in the second pass against the first; the first one sees the whole figure and knows a coat from a dress. */
const secondPassShare = 0.65;

/** Second pass of the parser on the garment's own crop, for a finer edge. @throws TryOnError `no-garment`. */
export async function segmentRegion(
  photo: RgbaImage,
  confidences: ClassConfidences,
  kind: GarmentKind,
  segmenter: Segmenter,
): Promise<SegmentedRegion> {
  const { classes, warnings } = chooseClasses(kind, classAreas(confidences));
  const first = sumOfClasses(confidences, classes);
  const box = boundingBox(first, 0.5);
  if (!box) throw new TryOnError('no-garment', 'The garment to replace was not found in the photo.');
  const inPhoto = scaleRect(box, photo.widthPx / first.widthPx, photo.heightPx / first.heightPx);
  const rect = growWithin(inPhoto, secondPassMargin, photo);
  const second = sumOfClasses(await segmentRect(photo, rect, segmenter), classes);
  const person = personPlane(confidences);
  const confidence = createPlane(second.widthPx, second.heightPx);
  for (let i = 0; i < confidence.data.length; i++) {
    const x = ((rect.xPx + (((i % second.widthPx) + 0.5) / second.widthPx) * rect.widthPx) / photo.widthPx) * first.widthPx;
    const y =
      ((rect.yPx + ((Math.floor(i / second.widthPx) + 0.5) / second.heightPx) * rect.heightPx) / photo.heightPx) * first.heightPx;
    const fused = secondPassShare * (second.data[i] as number) + (1 - secondPassShare) * samplePlane(first, x, y);
    // Other people in the crop were background in the first pass.
    confidence.data[i] = samplePlane(person, x, y) < 0.05 ? 0 : fused;
  }
  return { confidence, rect, warnings };
}

export interface MaskedRegion {
  readonly mask: GarmentMask;
  readonly crop: Rect;
  readonly canonicalMask: Plane;
  readonly canonicalPerson: Plane;
  readonly warnings: readonly WarningCode[];
}

/** @throws TryOnError `no-garment`. */
export function maskRegion(photo: RgbaImage, confidences: ClassConfidences, segmented: SegmentedRegion): MaskedRegion {
  const { mask, warnings } = refineGarmentMask(photo, segmented.confidence, segmented.rect);
  const crop = canonicalRect(mask.rect);
  const size = canonicalSizePx;
  const inMask: Rect = { ...crop, xPx: crop.xPx - mask.rect.xPx, yPx: crop.yPx - mask.rect.yPx };
  const canonicalMask = resamplePlane({ ...mask.rect, data: mask.alpha }, inMask, size, size, 'zero');
  for (let i = 0; i < canonicalMask.data.length; i++) canonicalMask.data[i] = (canonicalMask.data[i] as number) / 255;
  const inParser = scaleRect(crop, confidences.widthPx / photo.widthPx, confidences.heightPx / photo.heightPx);
  const canonicalPerson = resamplePlane(personPlane(confidences), inParser, size, size, 'zero');
  return { mask, crop, canonicalMask, canonicalPerson, warnings: [...segmented.warnings, ...warnings] };
}

export async function encodeRegion(photo: RgbaImage, region: MaskedRegion, network: StylemapNetwork): Promise<PreparedRegion> {
  const { mask, crop, canonicalMask, canonicalPerson, warnings } = region;
  const { tensor, meanLogLuminance } = createContentInput(photo, crop, canonicalMask, canonicalPerson);
  const features = await network.encodeContent(tensor);
  const ownStyle = createStyleInput(resampleRgb(photo, crop, canonicalSizePx, canonicalSizePx), canonicalMask);
  return { mask, crop, canonicalMask, meanLogLuminance, features, ownStyle, warnings };
}
