import type { StrengthMap } from '../shared/strength-map.js';
import { shapes, type Shape } from '@stylemap-tryon/core';
import { copyCheckedMap } from './checked-mask.js';
import { oneOf } from './options.js';
import type { Garment, OutfitPiece, Person } from './try-on.js';

/** An `OutfitPiece` without defaults left to apply; the map is a copy. */
export interface CheckedPiece {
  readonly garment: Garment;
  readonly shape: Shape;
  readonly strength: number;
  readonly strengthMap: StrengthMap | undefined;
  readonly mix: { readonly garment: Garment; readonly amount: number } | undefined;
}

/**
 * @param prefixOf what the options of the i-th piece are called by in errors
 * @param person whose photo's pixels the strength maps are in
 * @throws TypeError that names the option
 */
export function checkedPieces(
  pieces: readonly OutfitPiece[],
  prefixOf: (index: number) => string,
  person: Person,
): readonly CheckedPiece[] {
  if (!Array.isArray(pieces) || pieces.some((piece) => typeof piece !== 'object' || piece === null)) {
    throw new TypeError('pieces is an array of objects like { garment }.');
  }
  return pieces.map(({ garment, shape, strength = 1, strengthMap, mix }: OutfitPiece, i) => ({
    garment,
    shape: oneOf(`${prefixOf(i)}shape`, shape, shapes),
    strength: fraction(`${prefixOf(i)}strength`, strength),
    strengthMap: strengthMap && copyCheckedMap(`${prefixOf(i)}strengthMap`, strengthMap, person),
    mix: mix && { garment: mix.garment, amount: fraction(`${prefixOf(i)}mix.amount`, mix.amount) },
  }));
}

function fraction(name: string, value: number): number {
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) {
    throw new TypeError(`${name} is a number from 0 to 1, not ${String(value)}.`);
  }
  return value;
}
