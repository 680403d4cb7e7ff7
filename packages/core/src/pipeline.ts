import { align } from './alignment/align.js';
import { findInterior } from './alignment/interior.js';
import { scaleRect } from './bounding-box.js';
import { canonicalRect } from './canonical-frame.js';
import { compose } from './composition.js';
import type { WarningCode } from './errors.js';
import { TryOnError } from './errors.js';
import type { GarmentKind, GarmentType } from './garment-type.js';
import { garmentViewAt, renderAligned } from './garment-view.js';
import type { RgbaImage } from './image.js';
import { classAreas, segmentRect } from './mask/class-confidences.js';
import { findPerson } from './mask/find-person.js';
import type { GarmentMask } from './mask/garment-mask.js';
import { createStyleInput } from './network-input.js';
import { canonicalSizePx } from './ports.js';
import { prepareRegion } from './prepare-region.js';
import type { Engine, PreparedGarment, PreparedPerson } from './prepared.js';
import { bleedCloth } from './product/bleed.js';
import { cutOut } from './product/cut-out.js';
import { guessKind } from './product/guess-kind.js';
import { resamplePlane, resampleRgb, wholeOf } from './resample.js';
import type { Run } from './run.js';
import type { Stage } from './stages.js';
import { createLatentMasks, mixStylemaps } from './stylemap.js';

/*
 * person photo  → segment → garment mask → content features ┐
 *                                                           ├→ align → transfer → composite → result
 * garment photo → cut-out ──────────────────────────────────┘
 */

export interface DressOptions {
  /** How much of the new garment, in [0, 1]; 0 returns the photo exactly. Default 1. */
  readonly strength?: number | undefined;
}

export interface DressResult {
  /** The photo's size; equal to the photo wherever the mask is zero. */
  readonly image: RgbaImage;
  readonly mask: GarmentMask;
  readonly kind: GarmentKind;
  readonly warnings: readonly WarningCode[];
}

export const preparePersonStages = ['segment'] as const satisfies readonly Stage[];
export const prepareGarmentStages = ['mask'] as const satisfies readonly Stage[];
export const dressStages = ['segment', 'mask', 'encode', 'align', 'transfer', 'composite'] as const satisfies readonly Stage[];

/** The stages `dress` will go through: the photo's own ones only the first time a garment of this kind is put on. */
export function stagesToDress(person: PreparedPerson, garment: PreparedGarment): readonly Stage[] {
  const prepared = person.regions.has(kindToReplace(person, garment));
  return prepared ? ['align', 'transfer', 'composite'] : dressStages;
}

const smallestImagePx = 64;
/** The rim of a cut-out, in canonical pixels, that still mixes with its background. */
const cutOutRimPx = 1.5;

/** @throws TryOnError `no-person`, `image-too-small`. */
export async function preparePerson(photo: RgbaImage, engine: Engine, run: Run): Promise<PreparedPerson> {
  return run.step('segment', async () => {
    requireSize(photo);
    const confidences = await segmentRect(photo, wholeOf(photo), engine.segmenter);
    return { photo, confidences, ...findPerson(confidences), regions: new Map() };
  });
}

/** @throws TryOnError `no-product`, `image-too-small`. */
export async function prepareGarment(image: RgbaImage, type: GarmentType, engine: Engine, run: Run): Promise<PreparedGarment> {
  return run.step('mask', async () => {
    requireSize(image);
    const cut = await cutOut(image, type === 'auto' ? undefined : type, engine.segmenter);
    const crop = canonicalRect(cut.box);
    const cropInMask = scaleRect(crop, cut.mask.widthPx / image.widthPx, cut.mask.heightPx / image.heightPx);
    const mask = resamplePlane(cut.mask, cropInMask, canonicalSizePx, canonicalSizePx, 'zero');
    const kind = type === 'auto' ? guessKind(mask) : type;
    const interior = findInterior(mask, cutOutRimPx);
    const cloth = bleedCloth(image, interior, crop);
    return { image: cloth, kind, guessed: type === 'auto', crop, mask, interior, warnings: cut.warnings };
  });
}

/** @throws TryOnError `no-garment`. */
export async function dress(
  person: PreparedPerson,
  garment: PreparedGarment,
  engine: Engine,
  run: Run,
  { strength = 1 }: DressOptions = {},
): Promise<DressResult> {
  const kind = kindToReplace(person, garment);
  const region = await prepareRegion(person, kind, engine, run);

  const { alignment, style } = await run.step('align', () => {
    const map = align(region.canonicalMask, garment.mask, garment.interior, kind);
    const { rgb, validity } = renderAligned(garment.image, garment.crop, map);
    return { alignment: map, style: createStyleInput(rgb, validity) };
  });
  const decoded = await run.step('transfer', async () => {
    const reference = await engine.network.encodeStyle(style);
    if (strength === 1) return engine.network.decode(region.features, reference);
    // The worn garment is its own style reference.
    const worn = resampleRgb(person.photo, region.crop, canonicalSizePx, canonicalSizePx);
    const original = await engine.network.encodeStyle(createStyleInput(worn, region.canonicalMask));
    const masks = createLatentMasks(region.canonicalMask);
    return engine.network.decode(region.features, mixStylemaps(original, reference, masks, strength));
  });
  const image = await run.step('composite', () => {
    const view = garmentViewAt(garment.image, garment.crop, region.crop.widthPx);
    return compose({ ...region, photo: person.photo, garment: view, alignment, decoded, strength });
  });
  const warnings = [...new Set([...person.warnings, ...garment.warnings, ...region.warnings])];
  return { image, mask: region.mask, kind, warnings };
}

function kindToReplace(person: PreparedPerson, garment: PreparedGarment): GarmentKind {
  if (!garment.guessed || garment.kind !== 'top') return garment.kind;
  const areas = classAreas(person.confidences);
  return areas.outerwear > 2 * areas.top ? 'outerwear' : 'top';
}

function requireSize(image: RgbaImage): void {
  if (Math.min(image.widthPx, image.heightPx) >= smallestImagePx) return;
  throw new TryOnError('image-too-small', `An image needs at least ${smallestImagePx} pixels a side.`);
}
