import type { BaredArm } from './bare-sleeve.js';

/** A part of a silhouette; positions and distances in canonical pixels. */
export interface Part {
  /** Signed distance to its outline, about: positive inside. */
  readonly distance: (x: number, y: number) => number;
  /** How far round a limb a position lies: 0 in the middle, -1 and 1 at its sides; 0 on a trunk. */
  readonly across?: (x: number, y: number) => number;
}

/** What a silhouette has to become for a product to keep its own shape. */
export interface ShapeChange {
  /** New cloth over an arm, in front of everything but hair and things carried. */
  readonly onArms: readonly Part[];
  /** New cloth of the trunk, or about the legs: arms and hands hang before it. */
  readonly onTrunk: readonly Part[];
  /** What is worn here is beyond the product, and another garment under it or beside it is seen: it is left as it is. */
  readonly released: readonly Part[];
  /** What is worn here lies under the product, as trousers under a skirt: its folds are not seen. */
  readonly hidden: readonly Part[];
  /** Worn sleeves go on where the product's end, and the arms are to be seen. */
  readonly bared: readonly BaredArm[];
  /** In canonical pixels. */
  readonly shoulderWidthPx: number;
  /** Whether the product would have had another shape where what is worn is kept. */
  readonly kept: boolean;
}

/** What the lower end of a garment changes. */
export interface HemChange {
  readonly covered: readonly Part[];
  /** What of the worn garment goes on beyond the product: trousers and skirts under a dress, and the skirt of a dress under a top. */
  readonly released: readonly Part[];
  /** See `ShapeChange`. */
  readonly hidden: readonly Part[];
  /** Whether the product is shorter, and what is worn stays. */
  readonly kept: boolean;
}

/** Across the part that a position lies in; 0 outside of all. */
export function acrossOf(parts: readonly Part[], x: number, y: number): number {
  const part = parts.find(({ distance }) => distance(x, y) > 0);
  return part?.across?.(x, y) ?? 0;
}

/** Signed distance to the union of parts. */
export function unionDistance(parts: readonly Part[], x: number, y: number): number {
  return parts.reduce((most, part) => Math.max(most, part.distance(x, y)), -Infinity);
}
