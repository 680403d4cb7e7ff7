import type { GarmentKind } from '../garment-type.js';
import { patchToPhoto, patchToView } from '../image/view.js';
import type { GarmentMask } from '../mask/garment-mask.js';
import type { Engine, PreparedPerson } from '../prepared.js';
import type { Run } from '../run.js';
import type { Stage } from '../stages.js';
import type { MaskedRegion, PreparedRegion } from './person-region.js';
import { encodeRegion, maskRegion, segmentRegion, useMask } from './person-region.js';

export const findRegionStages = ['segment', 'mask'] as const satisfies readonly Stage[];
export const prepareRegionStages = [...findRegionStages, 'encode'] as const satisfies readonly Stage[];
export const replaceMaskStages = ['mask', 'encode'] as const satisfies readonly Stage[];

/**
 * The worn garment that a product of this kind replaces; kept on the person. Runs no StyleMapGAN.
 *
 * @throws TryOnError `no-garment`.
 */
export async function findRegion(person: PreparedPerson, kind: GarmentKind, engine: Engine, run: Run): Promise<MaskedRegion> {
  const found = person.masked.get(kind);
  if (found) return found;
  const segmented = await run.step('segment', () => segmentRegion(person.seen, kind, engine.segmenter));
  const masked = await run.step('mask', () => maskRegion(person.seen, kind, segmented));
  person.masked.set(kind, masked);
  return masked;
}

/** The mask of the worn garment in photo pixels, see `findRegion`. @throws TryOnError `no-garment`. */
export async function findMask(person: PreparedPerson, kind: GarmentKind, engine: Engine, run: Run): Promise<GarmentMask> {
  const { mask } = await findRegion(person, kind, engine, run);
  return patchToPhoto(mask, person.view);
}

/**
 * Mask and content features of the garment that will be replaced; kept on the person for the next garment of the kind.
 *
 * @throws TryOnError `no-garment`.
 */
export async function prepareRegion(
  person: PreparedPerson,
  kind: GarmentKind,
  engine: Engine,
  run: Run,
): Promise<PreparedRegion> {
  const prepared = person.regions.get(kind);
  if (prepared) return prepared;
  const masked = await findRegion(person, kind, engine, run);
  const region = await run.step('encode', () => encodeRegion(person.seen.photo, masked, engine.network));
  person.regions.set(kind, region);
  return region;
}

/**
 * Replaces the mask of a garment kind, for example by one that a shopper has brushed; later garments of the kind are dressed on it.
 *
 * @param mask in photo pixels.
 * @throws TryOnError `no-garment` when the mask is empty.
 */
export async function replaceMask(
  person: PreparedPerson,
  kind: GarmentKind,
  mask: GarmentMask,
  engine: Engine,
  run: Run,
): Promise<PreparedRegion> {
  const masked = await run.step('mask', () => useMask(person.seen, patchToView(mask, person.view)));
  const region = await run.step('encode', () => encodeRegion(person.seen.photo, masked, engine.network));
  person.masked.set(kind, masked);
  person.regions.set(kind, region);
  return region;
}
