import type { GarmentKind } from './garment-type.js';
import { classAreas } from './mask/class-confidences.js';
import type { PreparedGarment, PreparedPerson } from './prepared.js';
import type { Strength, StrengthMap } from './strength.js';

export const shapes = ['product', 'worn'] as const;

/** Whose sleeves, hem and neckline a result has. */
export type Shape = (typeof shapes)[number];

/** How a garment is put on. */
export interface DressOptions {
  /**
   * `product` (default): the garment has its own sleeves, hem and neckline, as far as they bare no more than arms and the body is known there. `worn`: it has the silhouette of what it
   * replaces.
   */
  readonly shape?: Shape | undefined;
  /** How much of the new garment, in [0, 1]; 0 returns the photo exactly. Default 1. */
  readonly strength?: number | undefined;
  /** Multiplies `strength` pixel by pixel. */
  readonly strengthMap?: StrengthMap | undefined;
  /** A second garment of the same kind, and its share in [0, 1]: 0 is the first garment exactly, 1 the second. */
  readonly mix?: { readonly garment: PreparedGarment; readonly amount: number } | undefined;
}

/** One garment of an outfit. */
export interface Piece extends DressOptions {
  readonly garment: PreparedGarment;
}

/** A piece whose place on the person is decided. */
export interface PlannedPiece extends Strength {
  readonly shape: Shape;
  /** The worn garment that is replaced. */
  readonly kind: GarmentKind;
  readonly garment: PreparedGarment;
  /** `amount` in (0, 1): at 0 and 1 there is only one garment. */
  readonly mix: { readonly garment: PreparedGarment; readonly amount: number } | undefined;
}

/** The one or two garments of a piece. */
export function garmentsOf({ garment, mix }: PlannedPiece): readonly PreparedGarment[] {
  return mix ? [garment, mix.garment] : [garment];
}

/** Decides what each piece replaces. @throws TypeError for no piece, two of a kind, or a mix of two kinds. */
export function planOutfit(person: PreparedPerson, pieces: readonly Piece[]): readonly PlannedPiece[] {
  if (pieces.length === 0) throw new TypeError('An outfit has at least one garment.');
  const planned = pieces.map((piece): PlannedPiece => {
    const { strength = 1, strengthMap, shape = 'product' } = piece;
    const others = pieces.filter((other) => other !== piece);
    return { kind: kindToReplace(person, piece, others), ...mixtureOf(piece), strength, strengthMap, shape };
  });
  planned.forEach(({ kind }, i) => {
    if (planned.findIndex((other) => other.kind === kind) < i) {
      throw new TypeError(`An outfit has one garment of each kind, not two of kind ${kind}. To blend two, use mix.`);
    }
  });
  return planned;
}

function mixtureOf({ garment, mix }: Piece): Pick<PlannedPiece, 'garment' | 'mix'> {
  if (!mix) return { garment, mix };
  if (mix.garment.kind !== garment.kind) {
    throw new TypeError(`mix.garment is of kind ${mix.garment.kind}, and the garment of kind ${garment.kind}.`);
  }
  if (mix.amount === 0) return { garment, mix: undefined };
  if (mix.amount === 1) return { garment: mix.garment, mix: undefined };
  return { garment, mix };
}

/** A product that was only guessed to be a top goes over a worn coat, and a guessed coat over a top, unless the outfit has something for the other. */
function kindToReplace(person: PreparedPerson, { garment, mix }: Piece, others: readonly Piece[]): GarmentKind {
  const { kind } = garment;
  const guessed = garment.guessed && (mix?.garment.guessed ?? true);
  if (!guessed || (kind !== 'top' && kind !== 'outerwear')) return kind;
  const other = kind === 'top' ? 'outerwear' : 'top';
  if (others.some((piece) => piece.garment.kind === other)) return kind;
  const areas = classAreas(person.seen.confidences);
  return areas[other] > 2 * areas[kind] ? other : kind;
}
