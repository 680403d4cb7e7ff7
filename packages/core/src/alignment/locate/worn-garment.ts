import type { Plane } from '../../image/image.js';
import type { Landmarks } from '../../locate/landmarks.js';

/** The garment that a product replaces, as far as its silhouette and its body go; on the canonical grid of its region. */
export interface WornGarment {
  /** In [0, 1]. */
  readonly mask: Plane;
  /** What is neither the person nor anything on them, in [0, 1]: where it lies beside the mask, the mask's edge is the garment's own. */
  readonly background: Plane;
  /** In canonical pixels. */
  readonly landmarks: Landmarks;
  /** Whether its lower edge is its hem, and neither the picture's edge nor the top of a boot. */
  readonly hemSeen: boolean;
}
