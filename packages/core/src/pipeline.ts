import type { TransferredPiece, WornPiece } from './composite/layers.js';
import { drawOutfit } from './composite/layers.js';
import type { WarningCode } from './errors.js';
import { TryOnError } from './errors.js';
import type { ExaminedProduct } from './examined-product.js';
import { examine, garmentOf } from './examined-product.js';
import type { KnownAttributes } from './garment-attributes.js';
import { withKnown } from './garment-attributes.js';
import type { GarmentKind, GarmentType } from './garment-type.js';
import type { RgbaImage } from './image/image.js';
import type { View } from './image/view.js';
import { patchToPhoto, patchToView, putBack } from './image/view.js';
import { landmarksToPhoto } from './locate/landmarks.js';
import type { GarmentMask } from './mask/garment-mask.js';
import type { DressOptions, Piece, PlannedPiece } from './outfit.js';
import { garmentsOf, planOutfit } from './outfit.js';
import type { Engine, PreparedGarment, PreparedPerson } from './prepared.js';
import { changedMask } from './region/changed-mask.js';
import { findFigure } from './region/find-figure.js';
import { findRegion, findRegionStages, prepareRegion } from './region/prepare-region.js';
import type { Run } from './run.js';
import type { Stage } from './stages.js';
import { isOff } from './strength.js';
import { alignGarment, shapeFor, transfer, unfittedGarments } from './transfer.js';

/*
 * person photo  → segment → garment mask → content features ┐
 *                                                           ├→ align → transfer → composite → result
 * garment photo → cut-out ──────────────────────────────────┘
 */

/** The worn garment that one piece of an outfit has replaced. */
export interface DressedPiece {
  readonly kind: GarmentKind;
  /** Where it is zero the piece has changed nothing. The whole garment, even where another piece lies over it. */
  readonly mask: GarmentMask;
}

export interface OutfitResult {
  /** The photo's size; equal to the photo wherever every mask is zero. */
  readonly image: RgbaImage;
  /** In the order of the pieces. */
  readonly pieces: readonly DressedPiece[];
  readonly warnings: readonly WarningCode[];
}

/** An outfit of one piece. */
export interface DressResult extends OutfitResult, DressedPiece {}

export const preparePersonStages = ['segment'] as const satisfies readonly Stage[];
export const prepareGarmentStages = ['mask'] as const satisfies readonly Stage[];
export const dressStages = ['segment', 'mask', 'encode', 'align', 'transfer', 'composite'] as const satisfies readonly Stage[];

/** The stages that dressing will go through, piece by piece: what is known of the photo and of a garment on it is not done again. */
export function stagesToDress(person: PreparedPerson, pieces: readonly Piece[]): readonly Stage[] {
  const ofPiece = (piece: PlannedPiece): readonly Stage[] => {
    const region = person.regions.get(piece.kind);
    const find = person.masked.has(piece.kind) ? [] : findRegionStages;
    if (isOff(piece)) return find;
    if (!region) return [...find, 'encode', 'align', 'transfer'];
    return unfittedGarments(piece, region).length === 0 ? ['transfer'] : ['align', 'transfer'];
  };
  return [...planOutfit(person, pieces).flatMap(ofPiece), 'composite'];
}

const smallestImagePx = 64;
/** @throws TryOnError `no-person`, `image-too-small`. */
export async function preparePerson(photo: RgbaImage, engine: Engine, run: Run): Promise<PreparedPerson> {
  return run.step('segment', async () => {
    requireSize(photo);
    const figure = await findFigure(photo, engine.segmenter);
    const landmarks = landmarksToPhoto(figure.seen.landmarks, figure.view);
    return {
      photo,
      ...figure,
      landmarks,
      masked: new Map(),
      regions: new Map(),
      wornStyles: new WeakMap(),
      shapeGrounds: new WeakMap(),
    };
  });
}

/**
 * @param known attributes that the shop knows; the others are read off the picture.
 * @throws TryOnError `no-product`, `image-too-small`.
 */
export async function prepareGarment(
  image: RgbaImage,
  type: GarmentType,
  engine: Pick<Engine, 'segmenter'>,
  run: Run,
  known: KnownAttributes = {},
): Promise<PreparedGarment> {
  return run.step('mask', async () => {
    requireSize(image);
    return garmentOf(image, await examine(image, type, engine.segmenter, known));
  });
}

/** What is to be known of a product before it is worn, to be stored (`recordOf`). @throws TryOnError `no-product`, `image-too-small`. */
export async function examineProduct(
  image: RgbaImage,
  type: GarmentType,
  { segmenter }: Pick<Engine, 'segmenter'>,
  run: Run,
  known: KnownAttributes = {},
): Promise<ExaminedProduct> {
  return run.step('mask', () => {
    requireSize(image);
    return examine(image, type, segmenter, known);
  });
}

/**
 * The garment of a photo that was examined before, byte for byte as `prepareGarment` makes it.
 *
 * @param known attributes that the shop knows by now.
 * @throws TypeError for a photo of another size.
 */
export async function importGarment(
  image: RgbaImage,
  product: ExaminedProduct,
  run: Run,
  known: KnownAttributes = {},
): Promise<PreparedGarment> {
  if (image.widthPx !== product.widthPx || image.heightPx !== product.heightPx) {
    throw new TypeError(`The product was examined at ${product.widthPx} x ${product.heightPx} px.`);
  }
  return run.step('mask', () => garmentOf(image, { ...product, attributes: withKnown(product.attributes, known) }));
}

/** One garment. @throws TryOnError `no-garment`; TypeError for a `mix` of two kinds. */
export async function dress(
  person: PreparedPerson,
  garment: PreparedGarment,
  engine: Engine,
  run: Run,
  options: DressOptions = {},
): Promise<DressResult> {
  const result = await dressOutfit(person, [{ garment, ...options }], engine, run);
  return { ...result, ...(result.pieces[0] as DressedPiece) };
}

/**
 * Several garments of different kinds, each put on its own region of the photo, never on what another has made of it; drawn together.
 *
 * @throws TryOnError `no-garment`; TypeError for no piece, two pieces of a kind, or a `mix` of two kinds.
 */
export async function dressOutfit(
  person: PreparedPerson,
  pieces: readonly Piece[],
  engine: Engine,
  run: Run,
): Promise<OutfitResult> {
  const worn: WornPiece[] = [];
  const warnings = [...person.warnings];
  for (const piece of planOutfit(person, pieces).map((planned) => pieceInView(planned, person.view))) {
    const region = await findRegion(person, piece.kind, engine, run);
    warnings.push(...garmentsOf(piece).flatMap((garment) => garment.warnings), ...region.warnings);
    if (isOff(piece)) {
      worn.push({ piece, mask: region.mask });
    } else {
      const { transferred, warnings: ofShape } = await putOn(person, piece, engine, run);
      warnings.push(...ofShape);
      worn.push({ piece, mask: transferred.region.mask, transferred });
    }
  }
  const { image, warnings: findings } = await run.step('composite', () => {
    const { image: drawn, warnings: seen } = drawOutfit(person.seen.photo, worn);
    return { image: putBack(person.photo, person.view, drawn), warnings: seen };
  });
  const dressed = worn.map(({ piece, mask, transferred }) => ({
    kind: piece.kind,
    mask: patchToPhoto(transferred ? changedMask(transferred.region) : mask, person.view),
  }));
  return { image, pieces: dressed, warnings: [...new Set([...warnings, ...findings])] };
}

/** Callers know the photo only, and all that is drawn is drawn in the view. */
function pieceInView(piece: PlannedPiece, view: View): PlannedPiece {
  return { ...piece, strengthMap: piece.strengthMap && patchToView(piece.strengthMap, view) };
}

async function putOn(
  person: PreparedPerson,
  piece: PlannedPiece,
  engine: Engine,
  run: Run,
): Promise<{ readonly transferred: TransferredPiece; readonly warnings: readonly WarningCode[] }> {
  const worn = await prepareRegion(person, piece.kind, engine, run);
  const unfitted = unfittedGarments(piece, worn);
  const align = async () => {
    const { region } = await shapeFor(person, worn, piece, engine.network);
    return unfitted.map((garment) => alignGarment(garment, region, piece));
  };
  const aligned = unfitted.length > 0 ? await run.step('align', align) : [];
  const { region, warnings } = await shapeFor(person, worn, piece, engine.network);
  const decoded = await run.step('transfer', () => transfer(person, region, piece, aligned, engine.network));
  return { transferred: { region, decoded }, warnings };
}

function requireSize(image: RgbaImage): void {
  if (Math.min(image.widthPx, image.heightPx) >= smallestImagePx) return;
  throw new TryOnError('image-too-small', `An image needs at least ${smallestImagePx} pixels a side.`);
}
