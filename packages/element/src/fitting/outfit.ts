import type { GarmentType, ImageSource } from '@stylemap-tryon/sdk';

/** Anything the engine takes as a product picture; a string is an absolute URL. */
export type GarmentSource = ImageSource;

/** What a shop says about a product, as events pass it on. */
export interface Item {
  readonly productId: string | null;
  readonly variantId: string | null;
  readonly name: string | null;
  readonly kind: GarmentType;
}

export interface Product extends Item {
  readonly source: GarmentSource;
}

/** A product that is offered besides the page's own. */
export interface Companion extends Product {
  readonly worn: boolean;
  /** Its share when it is worn over the page's product of the same kind, in [0, 1]; `null` when it takes that one's place. */
  readonly mix: number | null;
}

/** A picture as the engine prepares it. */
export interface Cloth {
  readonly source: GarmentSource;
  readonly type: GarmentType;
}

/** One garment of a run. */
export interface Piece extends Cloth {
  readonly mix: (Cloth & { readonly amount: number }) | undefined;
}

/** What is on: the page's product first, unless something takes its place. */
export interface Outfit<C extends Companion> {
  readonly isPageProductOn: boolean;
  /** The one that is mixed with the page's product. */
  readonly mixed: C | undefined;
  /** All others that are on. */
  readonly added: readonly C[];
}

/** The place on the body; what is not said is taken for a top, as the parser finds most of these. */
const placesOf: Readonly<Record<GarmentType, readonly string[]>> = {
  auto: ['top'],
  top: ['top'],
  bottom: ['bottom'],
  dress: ['top', 'bottom'],
  outerwear: ['outerwear'],
};

export function collide(a: Item, b: Item): boolean {
  return placesOf[a.kind].some((place) => placesOf[b.kind].includes(place));
}

/** Of two worn companions for one place, the first in the document is on. */
export function outfitOf<C extends Companion>(page: Product | undefined, companions: readonly C[]): Outfit<C> {
  const on: C[] = [];
  for (const companion of companions) if (companion.worn && !on.some((other) => collide(other, companion))) on.push(companion);
  const mixed = on.find((companion) => page && companion.mix !== null && companion.kind === page.kind);
  const added = on.filter((companion) => companion !== mixed);
  return { isPageProductOn: page !== undefined && !added.some((companion) => collide(companion, page)), mixed, added };
}

/** What comes off when a companion is put on. */
export function takenOff<C extends Companion>(companions: readonly C[], putOn: C): readonly C[] {
  return companions.filter((companion) => companion !== putOn && companion.worn && collide(companion, putOn));
}

export function piecesOf(page: Product | undefined, companions: readonly Companion[]): readonly Piece[] {
  const { isPageProductOn, mixed, added } = outfitOf(page, companions);
  const own = page && isPageProductOn ? [{ ...clothOf(page), mix: mixed && { ...clothOf(mixed), amount: mixed.mix ?? 0 } }] : [];
  return [...own, ...added.map((companion) => ({ ...clothOf(companion), mix: undefined }))];
}

/** What the shopper has on, for the shop. */
export function itemsOf(page: Product | undefined, companions: readonly Companion[]): readonly Item[] {
  const { isPageProductOn, mixed, added } = outfitOf(page, companions);
  return [...(page && isPageProductOn ? [page] : []), ...(mixed ? [mixed] : []), ...added].map(itemOf);
}

export function itemOf({ productId, variantId, name, kind }: Item): Item {
  return { productId, variantId, name, kind };
}

export function isSameCloth(a: Cloth | undefined, b: Cloth | undefined): boolean {
  return a?.source === b?.source && a?.type === b?.type;
}

export function arePiecesSame(a: readonly Piece[], b: readonly Piece[]): boolean {
  return (
    a.length === b.length &&
    a.every((piece, i) => {
      const other = b[i];
      return isSameCloth(piece, other) && isSameCloth(piece.mix, other?.mix) && piece.mix?.amount === other?.mix?.amount;
    })
  );
}

function clothOf({ source, kind }: Product): Cloth {
  return { source, type: kind };
}
