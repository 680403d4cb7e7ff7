import type { Plane } from '../../image/image.js';
import type { Figure } from './figure.js';

/** The garment that a product replaces, as far as its silhouette goes; on the canonical grid of its region. */
export interface WornGarment {
  /** In [0, 1]. */
  readonly mask: Plane;
  /** All that is worn about the trunk, the garment itself and what lies over or under it, in [0, 1]. */
  readonly upper: Plane;
  /** Rows in canonical pixels; `undefined` where nothing tells. */
  readonly figure: Figure | undefined;
  /** Whether its lower edge is its hem, and neither the picture's edge nor the top of a boot. */
  readonly hemSeen: boolean;
}
