import type { WarningCode } from '../errors.js';
import { TryOnError } from '../errors.js';
import type { GarmentKind } from '../garment-type.js';
import type { ClothingClass } from '../ports.js';

/** Kinds that stand in for one another, best first: what a dress is tried on over when no dress is worn, and so on. */
const alternatives: Readonly<Record<GarmentKind, readonly (readonly GarmentKind[])[]>> = {
  top: [['top'], ['outerwear'], ['dress']],
  outerwear: [['outerwear'], ['top'], ['dress']],
  bottom: [['bottom'], ['dress']],
  dress: [['dress'], ['top', 'bottom'], ['outerwear', 'bottom']],
};

/** Below this share of the target, a look-alike class is the parser's indecision about one garment, not a second garment. */
const confusionFraction = 0.3;
/** Classes the parser takes for one another. */
const lookAlikes: Readonly<Record<GarmentKind, readonly GarmentKind[]>> = {
  top: ['outerwear', 'dress'],
  outerwear: ['top', 'dress'],
  bottom: ['dress'],
  dress: ['top', 'bottom', 'outerwear'],
};

/** A dress takes the place of trousers only with what is worn above them: each part has this share of the whole, or more. */
const smallestPart = 0.05;

export interface ChosenClasses {
  readonly classes: readonly ClothingClass[];
  readonly warnings: readonly WarningCode[];
}

/**
 * Which parser classes make up the garment that is replaced.
 *
 * @param areas pixels per class on the person.
 * @throws TryOnError `no-garment` when nothing fitting is worn.
 */
export function chooseClasses(kind: GarmentKind, areas: Readonly<Record<ClothingClass, number>>): ChosenClasses {
  const clothes = areas.top + areas.outerwear + areas.bottom + areas.dress;
  const areaOf = (group: readonly GarmentKind[]) => group.reduce((sum, name) => sum + areas[name], 0);
  const options = alternatives[kind];
  // The asked class wins unless it is only a fringe of what the parser calls by another name.
  const isWhole = (group: readonly GarmentKind[]) => group.every((name) => areas[name] > smallestPart * areaOf(group));
  const target =
    options.find((group) => isWhole(group) && areaOf(group) > 0.1 * clothes) ??
    options.find((group) => isWhole(group) && areaOf(group) > 0);
  if (!target || clothes === 0) throw new TryOnError('no-garment', `No garment of type "${kind}" is worn in the photo.`);
  const area = areaOf(target);
  const merged = new Set<GarmentKind>(target);
  for (const name of target) {
    for (const other of lookAlikes[name]) if (areas[other] < confusionFraction * area) merged.add(other);
  }
  // Trousers and tops are never one garment unless a dress is being replaced.
  if (!target.includes('dress') && !target.includes('bottom')) merged.delete('bottom');
  return { classes: [...merged], warnings: target.includes(kind) || kind === 'dress' ? [] : ['other-garment-worn'] };
}
