import { align } from './alignment/align.js';
import type { AlignmentMap } from './alignment/alignment-map.js';
import { renderAligned } from './composite/garment-view.js';
import type { Tensor } from './image/image.js';
import { resampleMask } from './mask/garment-mask.js';
import { createStyleInput, resampleExposed } from './network/network-input.js';
import { createStyleShares, interpolateStylemaps, mixStylemaps } from './network/stylemap.js';
import type { PlannedPiece } from './outfit.js';
import { garmentsOf } from './outfit.js';
import type { DecoderOutput, Stylemap, StylemapNetwork } from './ports.js';
import { canonicalSizePx } from './ports.js';
import type { Fitting, PreparedGarment, PreparedPerson } from './prepared.js';
import type { PreparedRegion } from './region/person-region.js';
import type { ShapedRegion } from './region/reshape-region.js';
import { findShapeGround, reshapeRegion } from './region/reshape-region.js';
import { weakenMask } from './strength.js';

/** A garment laid onto a region, its style not yet encoded. */
export interface AlignedGarment {
  readonly garment: PreparedGarment;
  readonly alignment: AlignmentMap;
  /** See `createStyleInput`. */
  readonly style: Tensor;
}

/** Garments of a piece that have never been on the worn region, in this shape. */
export function unfittedGarments(piece: PlannedPiece, worn: PreparedRegion): readonly PreparedGarment[] {
  const region = shapeOf(piece, worn)?.region;
  return garmentsOf(piece).filter(({ fittings }) => !region || !fittings.has(region));
}

/** The region a piece is drawn on, if that is known yet. */
export function shapeOf(piece: PlannedPiece, worn: PreparedRegion): ShapedRegion | undefined {
  // A mask that somebody has set is drawn as it is.
  const isAsWorn = piece.shape === 'worn' || !worn.near;
  return isAsWorn ? { region: worn, warnings: [] } : shapeGiver(piece).shapes.get(worn);
}

/** A mix has the shape of the garment it has more of. */
function shapeGiver({ garment, mix }: PlannedPiece): PreparedGarment {
  return mix && mix.amount > 0.5 ? mix.garment : garment;
}

/** The region a piece is drawn on; kept with the garment. */
export async function shapeFor(
  person: PreparedPerson,
  worn: PreparedRegion,
  piece: PlannedPiece,
  network: StylemapNetwork,
): Promise<ShapedRegion> {
  const known = shapeOf(piece, worn);
  if (known) return known;
  const ground = person.shapeGrounds.get(worn) ?? findShapeGround(person.seen, worn, piece.kind);
  person.shapeGrounds.set(worn, ground);
  const garment = shapeGiver(piece);
  const shaped = await reshapeRegion(person.seen, worn, ground, garment, piece.kind, network);
  garment.shapes.set(worn, shaped);
  return shaped;
}

export function alignGarment(garment: PreparedGarment, region: PreparedRegion, { kind }: PlannedPiece): AlignedGarment {
  const alignment = align(region.worn, garment.interior, kind);
  const { rgb, validity } = renderAligned(garment.image, garment.crop, alignment);
  return { garment, alignment, style: createStyleInput(rgb, validity) };
}

/**
 * What the network makes of a piece: the styles of its garments, encoded once per region, are interpolated, then mixed with the worn
 * garment's own where the strength is below 1.
 *
 * @param aligned the garments that are not fitted yet; their fittings are kept.
 */
export async function transfer(
  person: PreparedPerson,
  region: PreparedRegion,
  piece: PlannedPiece,
  aligned: readonly AlignedGarment[],
  network: StylemapNetwork,
): Promise<DecoderOutput> {
  for (const { garment, alignment, style } of aligned) {
    garment.fittings.set(region, { alignment, stylemap: await network.encodeStyle(style) });
  }
  const { garment, mix } = piece;
  const style = fittingOf(garment, region).stylemap;
  const reference = mix ? interpolateStylemaps(style, fittingOf(mix.garment, region).stylemap, mix.amount) : style;
  const { strength, strengthMap } = piece;
  if (strength === 1 && !strengthMap) return network.decode(region.features, reference);

  const worn = await wornStyle(person, region, network);
  const strong = strengthMap
    ? resampleMask(weakenMask(region.mask, strengthMap), region.crop, canonicalSizePx, canonicalSizePx)
    : region.canonicalMask;
  const shares = createStyleShares(region.canonicalMask, strong, strength);
  return network.decode(region.features, mixStylemaps(worn, reference, shares));
}

/** The fitting of a garment that `transfer` has put on the region. */
export function fittingOf(garment: PreparedGarment, region: PreparedRegion): Fitting {
  const fitting = garment.fittings.get(region);
  if (!fitting) throw new Error('The garment has not been aligned to the region.');
  return fitting;
}

/** The worn garment is its own style reference. */
async function wornStyle(person: PreparedPerson, region: PreparedRegion, network: StylemapNetwork): Promise<Stylemap> {
  const known = person.wornStyles.get(region);
  if (known) return known;
  const rgb = resampleExposed(person.seen.photo, region.crop, region.exposure);
  const style = await network.encodeStyle(createStyleInput(rgb, region.canonicalMask));
  person.wornStyles.set(region, style);
  return style;
}
