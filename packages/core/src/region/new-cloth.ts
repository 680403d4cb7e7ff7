import type { Plane } from '../image/image.js';
import { canonicalSizePx } from '../ports.js';

/** Light varies slowly; it is computed on every second canonical pixel. */
export const lightSizePx = canonicalSizePx / 2;

/** What is known of cloth that is drawn where none was, on the canonical grid. */
export interface NewCloth {
  /** Where the worn garment was, in [0, 1]. */
  readonly worn: Plane;
  /** Worn cloth that lies under the product, in [0, 1]: of its light only what is wide counts. */
  readonly hidden: Plane;
  /** The silhouette that is drawn, in [0, 1]. */
  readonly drawn: Plane;
  /** Skin under new cloth, in [0, 1]; on the grid of `lightSizePx`, as what follows. */
  readonly skin: Plane;
  /** How far round a limb, in [-1, 1]. */
  readonly across: Plane;
  readonly shoulderWidthPx: number;
}
