import type { Plane, Rect } from '../../image/image.js';
import type { WornGarment } from '../locate/worn-garment.js';

/** A worn garment with the body about it, as far as a product of its kind could reach; planes on the canonical grid of `crop`. */
export interface Surroundings {
  /** In photo pixels; at least the region's own canonical crop. */
  readonly crop: Rect;
  readonly worn: WornGarment;
  /** The canonical row where the picture ends; beyond the grid where the crop ends above it. */
  readonly pictureEndRow: number;
  /** Skin, and cloth of any kind, in [0, 1]. */
  readonly clothAndSkin: Plane;
  /** Trousers and skirts, in [0, 1]. */
  readonly lower: Plane;
  readonly skin: Plane;
  /** Dresses, in [0, 1]. */
  readonly dress: Plane;
}
